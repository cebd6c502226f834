"""Session: each gesture changes one fact and says so once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.model.codebook import Codebook
from explorer.model.errors import QuotelineError
from explorer.model.filters import Filters
from explorer.model.selection import (
    ActorSelected,
    ClusterSelected,
    EventsSelected,
    NoSelection,
    SpanSelected,
    one_event,
)
from explorer.model.span import DAY, TimeSpan, span_of
from explorer.model.workspace import Attachment, Workspace
from explorer.session.history import Past, Taken
from explorer.session.session import Session
from explorer.sources.library import Library, make_library
from explorer.store.faults import Cause, NotSaved
from explorer.store.journal_records import Kind
from tests.builders import TEXT, a_chronicle, a_workspace, an_event

CHRONICLE = a_chronicle(
    an_event("1992-05-15", "treaty", actors=("armenia",), passages=("x.1",)),
    an_event("2016-04-02", "appeal", actors=("armenia", "csto"), passages=("x.1",)),
    an_event("2021-05-14", "request", actors=("armenia",)),
    an_event("2022-01", "deployment", actors=("csto",)),
)


class Keeper:
    """Keeps in memory what a session saves; fails when told to."""

    def __init__(self) -> None:
        self.saved: list[Workspace] = []
        self.steps: list[str] = []
        self.fails = False
        self.refuses = False
        self.earlier = Past()

    def commit(self, workspace: Workspace, name: str, kind: Kind) -> None:
        """Note the workspace, or fail as a full disk does, or as a step that cannot be."""
        if self.refuses:
            raise QuotelineError("w.json: not saved: a name is used twice. Correct that first.")
        self.saved.append(workspace)
        self.steps.append(f"{kind} {name}")
        if self.fails:
            raise NotSaved(Path("w.json"), Cause.FULL, "not saved, the disk is full.", "Free some.")

    def past(self) -> Past:
        """Return the steps of earlier runs."""
        return self.earlier

    def library(self, workspace: Workspace) -> Library:
        """Attach the made-up text to every article the workspace names."""
        return make_library(CHRONICLE, {one.article: TEXT for one in workspace.attachments})


@pytest.fixture
def keeper() -> Keeper:
    """Where the session saves."""
    return Keeper()


@pytest.fixture
def session(qtbot: QtBot, keeper: Keeper) -> Session:
    """A session on four events."""
    made = Session(Codebook({}, {}, {}, {}, {}))
    made.open(CHRONICLE, a_workspace(), make_library(CHRONICLE), keeper)
    return made


def test_opening_fits_all_events_and_clears_the_rest(session: Session) -> None:
    """Another chronicle starts with nothing filtered, nothing picked, everything in view."""
    session.set_filters(Filters(text="x"))
    session.select_event("appeal")
    session.open(CHRONICLE, a_workspace("treaty"), make_library(CHRONICLE))
    assert session.filters == Filters()
    assert session.selection == NoSelection()
    assert session.viewport.start < CHRONICLE.extent.start
    assert session.viewport.end > CHRONICLE.extent.end
    assert "treaty" in session.workspace.bookmark


@pytest.mark.parametrize(
    ("signal", "gesture"),
    [
        ("selection_changed", lambda s: s.select_event("appeal")),
        ("filters_changed", lambda s: s.set_filters(Filters(text="armenia"))),
        ("viewport_changed", lambda s: s.show(TimeSpan(0.0, 1e9))),
        ("hovered_changed", lambda s: s.hover("appeal")),
    ],
)
def test_a_fact_is_told_once_and_not_again_when_nothing_changed(
    qtbot: QtBot, session: Session, signal: str, gesture: Callable[[Session], None]
) -> None:
    """The second of two equal gestures is silent, so that loops between views come to rest."""
    with qtbot.waitSignal(getattr(session, signal), timeout=500):
        gesture(session)
    with qtbot.assertNotEmitted(getattr(session, signal)):
        gesture(session)


def test_stepping_follows_time_and_stays_at_the_ends(session: Session) -> None:
    """Next and previous walk the events that pass the filters, without running off."""
    session.step(1)
    assert session.selection == one_event("treaty")
    session.step(1)
    assert session.selection == one_event("appeal")
    session.step(-5)
    assert session.selection == one_event("treaty")
    session.set_filters(Filters(actors=frozenset({"csto"})))
    session.clear()
    session.step(-1)
    assert session.selection == one_event("deployment")


def test_stepping_with_nothing_to_see_changes_nothing(session: Session) -> None:
    """When no event passes, there is no next one."""
    session.set_filters(Filters(text="nowhere"))
    session.step(1)
    assert session.selection == NoSelection()


def test_revealing_brings_an_event_into_view_without_changing_the_zoom(session: Session) -> None:
    """Going to an event outside the viewport moves it there and keeps its length."""
    session.show(TimeSpan(0.0, 100 * DAY))
    length = session.viewport.length
    session.reveal("appeal")
    assert session.viewport.length == pytest.approx(length)
    assert session.viewport.overlaps(span_of(CHRONICLE.event["appeal"].date.value))


def test_revealing_what_is_longer_than_the_view_widens_it(session: Session) -> None:
    """A month shown in an hour-long viewport would not be seen; the view grows to hold it."""
    session.show(TimeSpan(0.0, 3600.0))
    session.reveal("deployment")
    month = span_of(CHRONICLE.event["deployment"].date.value)
    assert session.viewport.start <= month.start
    assert session.viewport.end >= month.end


def test_revealing_an_unknown_event_changes_nothing(session: Session) -> None:
    """A stale id is not an error."""
    session.reveal("gone")
    assert session.selection == NoSelection()


def test_zooming_by_keys_is_about_the_current_event(session: Session) -> None:
    """With an event selected and in view, it keeps its place on screen."""
    session.select_event("appeal")
    moment = span_of(CHRONICLE.event["appeal"].date.value).centre
    before = (moment - session.viewport.start) / session.viewport.length
    session.zoom(1)
    after = (moment - session.viewport.start) / session.viewport.length
    assert after == pytest.approx(before)


def test_zoom_has_limits_and_fitting_always_works(session: Session) -> None:
    """However far one zooms in or out, the viewport stays usable and fit all comes back."""
    whole = session.viewport
    for _ in range(200):
        session.zoom(1)
    assert session.viewport.length >= 3600.0
    for _ in range(400):
        session.zoom(-1)
    assert session.viewport.length <= 20_001 * 365.2425 * DAY
    session.fit_all()
    assert session.viewport == whole


def test_fitting_the_selection_shows_it_large(session: Session) -> None:
    """A day gets a month around it; a span is shown whole; nothing selected changes nothing."""
    whole = session.viewport
    session.fit_selection()
    assert session.viewport == whole
    session.select_event("appeal")
    session.fit_selection()
    assert 29 * DAY < session.viewport.length < 40 * DAY
    session.select(SpanSelected(TimeSpan(0.0, 1000 * DAY)))
    session.fit_selection()
    assert session.viewport.length == pytest.approx(1080 * DAY)


def test_toggling_builds_up_and_takes_down_a_selection_of_several(session: Session) -> None:
    """Ctrl+click adds an event and makes it current; a second one takes it out."""
    session.toggle_event("treaty")
    session.toggle_event("appeal")
    assert session.selection == EventsSelected(("treaty", "appeal"), "appeal")
    session.toggle_event("appeal")
    assert session.selection == one_event("treaty")
    session.toggle_event("treaty")
    assert session.selection == NoSelection()


def test_picked_events_come_in_date_order_whatever_was_picked(session: Session) -> None:
    """Events, clusters and spans resolve to events in time order; an actor's alone to none."""
    session.select(ClusterSelected(("request", "treaty")))
    assert [event.id for event in session.picked_events()] == ["treaty", "request"]
    session.select(SpanSelected(span_of(CHRONICLE.event["appeal"].date.value)))
    assert [event.id for event in session.picked_events()] == ["appeal"]
    session.select(ActorSelected("armenia"))
    assert session.picked_events() == ()


def test_a_selected_event_outlives_filters_that_hide_it(session: Session) -> None:
    """Filtering never unpicks; the event is merely known to be hidden."""
    session.select_event("treaty")
    session.set_filters(Filters(actors=frozenset({"csto"})))
    assert session.selection == one_event("treaty")
    assert not session.is_visible("treaty")
    assert session.visible_ids() == {"appeal", "deployment"}


def test_a_bookmark_is_saved_before_the_gesture_returns(session: Session, keeper: Keeper) -> None:
    """When B has been pressed the mark is on disk, with its moment."""
    session.toggle_bookmark("appeal")
    assert [mark.event for mark in keeper.saved[-1].bookmarks] == ["appeal"]
    assert keeper.saved[-1].bookmark["appeal"].created.endswith("+00:00")
    session.set_note("appeal", "read again")
    session.set_bookmark_tags("appeal", ("key",))
    assert keeper.saved[-1].bookmark["appeal"].note == "read again"
    assert keeper.saved[-1].bookmark["appeal"].tags == ("key",)
    session.toggle_bookmark("appeal")
    assert keeper.saved[-1].bookmarks == ()


def test_removing_a_bookmark_with_a_note_says_how_to_get_it_back(
    qtbot: QtBot, session: Session
) -> None:
    """A note that goes with its mark is told; a bare mark goes quietly."""
    session.toggle_bookmark("appeal")
    with qtbot.assertNotEmitted(session.notice):
        session.toggle_bookmark("appeal")
    session.toggle_bookmark("appeal")
    session.set_note("appeal", "kept")
    with qtbot.waitSignal(session.notice, timeout=500):
        session.toggle_bookmark("appeal")
    session.history.stack.undo()
    assert session.workspace.bookmark["appeal"].note == "kept"


def test_marks_on_nothing_change_nothing(session: Session, keeper: Keeper) -> None:
    """An unknown event cannot be marked, an unmarked one has no note."""
    session.toggle_bookmark("gone")
    session.set_note("treaty", "x")
    session.set_bookmark_tags("treaty", ("x",))
    assert keeper.saved == []


def test_undo_and_redo_are_saved_too(session: Session, keeper: Keeper) -> None:
    """Taking a step back writes the earlier workspace."""
    session.toggle_bookmark("appeal")
    session.set_note("appeal", "one")
    session.history.stack.undo()
    assert keeper.saved[-1].bookmark["appeal"].note == ""
    session.history.stack.undo()
    assert keeper.saved[-1].bookmarks == ()
    session.history.stack.redo()
    assert "appeal" in session.workspace.bookmark


def test_a_failed_save_is_told_and_the_mark_kept_in_memory(
    qtbot: QtBot, session: Session, keeper: Keeper
) -> None:
    """A full disk costs a message, not the bookmark."""
    keeper.fails = True
    with qtbot.waitSignal(session.not_saved, timeout=500) as told:
        session.toggle_bookmark("appeal")
    assert "disk is full" in str(told.args[0])
    assert "appeal" in session.workspace.bookmark
    assert session.history.stack.canUndo()


def test_a_step_that_cannot_be_is_none(qtbot: QtBot, session: Session, keeper: Keeper) -> None:
    """What would not open again is told; it is neither shown nor there to be undone."""
    keeper.refuses = True
    with qtbot.waitSignal(session.fault, timeout=500) as told:
        session.toggle_bookmark("appeal")
    assert "used twice" in told.args[0]
    assert session.workspace.bookmarks == ()
    assert not session.history.stack.canUndo()


def test_steps_of_earlier_runs_can_be_undone_and_redone(keeper: Keeper) -> None:
    """They stand in the menus under their names, before those of this run."""
    stages = [a_workspace(), a_workspace("treaty"), a_workspace("treaty", "request")]
    keeper.earlier = Past(
        [
            Taken("Mark one", partial(stages.__getitem__, 0), partial(stages.__getitem__, 1)),
            Taken("Mark two", partial(stages.__getitem__, 1), partial(stages.__getitem__, 2)),
        ],
        1,
    )
    session = Session(Codebook({}, {}, {}, {}, {}))
    session.open(CHRONICLE, stages[1], make_library(CHRONICLE), keeper)
    stack = session.history.stack
    assert (keeper.saved, stack.undoText(), stack.redoText()) == ([], "Mark one", "Mark two")
    stack.redo()
    assert session.workspace == stages[2]
    stack.undo()
    stack.undo()
    assert session.workspace == stages[0]
    assert keeper.steps == ["redo Mark two", "undo Mark two", "undo Mark one"]
    session.toggle_bookmark("appeal")
    assert (stack.count(), stack.undoText(), keeper.steps[-1]) == (1, "Bookmark", "do Bookmark")


def test_nothing_changes_where_nothing_can_be_written(
    qtbot: QtBot, session: Session, keeper: Keeper
) -> None:
    """A gesture is refused with the reason, and there is nothing to undo, until it can be."""
    session.toggle_bookmark("appeal")
    session.follow(session.workspace, "w.json: open for reading only.")
    assert not session.history.stack.canUndo()
    with qtbot.waitSignal(session.fault, timeout=500) as told:
        session.toggle_bookmark("treaty")
    assert told.args == ["w.json: open for reading only."]
    assert list(session.workspace.bookmark) == ["appeal"]
    session.follow(a_workspace("treaty"), "")
    assert list(session.workspace.bookmark) == ["treaty"]
    session.toggle_bookmark("appeal")
    assert list(session.workspace.bookmark) == ["treaty", "appeal"]


def test_bookmarked_only_follows_the_bookmarks(qtbot: QtBot, session: Session) -> None:
    """With that filter on, marking an event shows it and unmarking hides it at once."""
    session.toggle_bookmark("appeal")
    session.set_filters(Filters(bookmarked_only=True))
    assert session.visible_ids() == {"appeal"}
    with qtbot.waitSignal(session.filters_changed, timeout=500):
        session.toggle_bookmark("treaty")
    assert session.visible_ids() == {"appeal", "treaty"}


def test_attaching_as_a_step_brings_the_text_and_undo_takes_it_away(session: Session) -> None:
    """The library follows what the workspace says is attached, forwards and back."""
    attached = session.workspace.with_attachment(Attachment("x", "sha"))
    session.change_workspace(attached, "Attach articles")
    assert session.library.is_attached("x")
    session.history.stack.undo()
    assert not session.library.is_attached("x")


def test_attached_words_can_be_searched(session: Session) -> None:
    """Words of a passage in hand find its event; before attaching they do not."""
    session.set_filters(Filters(text="alpha spoke"))
    assert session.visible_ids() == frozenset()
    session.change_workspace(session.workspace.with_attachment(Attachment("x", "sha")), "Attach")
    assert session.visible_ids() == {"treaty", "appeal"}


def test_a_saved_view_brings_viewport_and_filters_back(session: Session, keeper: Keeper) -> None:
    """A view is kept under its name in the workspace and can be come back to."""
    session.set_filters(Filters(actors=frozenset({"csto"})))
    session.show(TimeSpan(0.0, 1e9))
    session.save_view("Seventies on")
    session.set_filters(Filters())
    session.fit_all()
    session.restore_view("Seventies on")
    assert session.filters.actors == {"csto"}
    assert session.viewport == TimeSpan(0.0, 1e9)
    assert keeper.saved[-1].views[0].name == "Seventies on"
    session.restore_view("no such view")
    assert session.viewport == TimeSpan(0.0, 1e9)
