from __future__ import annotations

import errno
import json
import threading
from binascii import crc32
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from explorer.model.errors import QuotelineError
from explorer.model.workspace import Attachment, Bookmark, SavedSearch, SavedView, Workspace
from explorer.store import replay, tables
from explorer.store.faults import Cause, DamagedFile, NotSaved
from explorer.store.files import copy_path
from explorer.store.journal import journal_path
from explorer.store.journalled import Kind, OpenWorkspace
from explorer.store.replay import read_state
from explorer.store.rescue import rescues_of
from explorer.store.steps import history_path
from explorer.store.workspace_tables import tables_of
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_full_workspace, a_workspace

Opener = Callable[[], OpenWorkspace]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workspace is going to be."""
    return tmp_path / "test.workspace.json"


@pytest.fixture
def opener(path: Path) -> Iterator[Opener]:
    """Opens the workspace; what is still open at the end is closed."""
    opened: list[OpenWorkspace] = []

    def open_it() -> OpenWorkspace:
        opened.append(OpenWorkspace.open(path, "test"))
        return opened[-1]

    yield open_it
    for one in opened:
        if not one.read_only:
            one.close()


def bookmark(opened: OpenWorkspace, *events: str) -> None:
    """Bookmark events, a step each."""
    for event in events:
        opened.commit(opened.workspace.with_bookmark(Bookmark(event)), f"Bookmark {event}")


def marked(workspace: Workspace) -> list[str]:
    """Return the bookmarked events."""
    return [mark.event for mark in workspace.bookmarks]


def killed(opened: OpenWorkspace) -> None:
    """Leave everything as a kill would: the lock is gone, nothing was folded."""
    assert opened._writer is not None
    opened._writer.abandon()
    opened._writer = None
    opened._lock.release()
    opened.read_only = "killed"


def test_a_closed_workspace_is_one_valid_file(path: Path, opener: Opener) -> None:
    """After closing there is no journal, and stock TinyDB finds the documents."""
    opened = opener()
    bookmark(opened, "a", "b")
    assert journal_path(path).exists()
    opened.close()
    assert not journal_path(path).exists()
    with TinyDB(path, access_mode="r", encoding="utf-8") as base:
        assert base.table("bookmarks").get(doc_id=2) == {"event": "b"}


def test_nothing_is_written_before_the_first_step(path: Path, opener: Opener) -> None:
    """Looking makes neither file nor journal, and closing leaves none."""
    opener().close()
    assert not path.exists()
    assert not journal_path(path).exists()


def test_a_step_is_on_the_disk_when_it_counts(path: Path, opener: Opener) -> None:
    """Everybody who opens the file sees each step at once, before anything is folded."""
    opened = opener()
    for event in ("a", "b", "c"):
        bookmark(opened, event)
        assert open_workspace(path, "test") == opened.workspace
    assert not path.exists()


def test_what_a_killed_run_did_is_there(path: Path, opener: Opener) -> None:
    """After a kill the journal is gone on from, and folded when it is closed."""
    save_workspace(a_workspace("first"), path)
    opened = opener()
    bookmark(opened, "a")
    killed(opened)
    again = opener()
    assert again.faults == ()
    bookmark(again, "b")
    killed(again)
    assert marked(open_workspace(path, "test")) == ["first", "a", "b"]
    opener().close()
    assert json.loads(path.read_bytes())["bookmarks"]["3"] == {"event": "b"}
    assert not journal_path(path).exists()


def test_a_torn_step_never_was(path: Path, opener: Opener) -> None:
    """However many bytes of the last step were written, it is dropped and the others stay."""
    opened = opener()
    bookmark(opened, "a", "b")
    before = journal_path(path).read_bytes()
    bookmark(opened, "c")
    whole = journal_path(path).read_bytes()
    killed(opened)
    for length in range(len(before), len(whole)):
        journal_path(path).write_bytes(whole[:length])
        again = opener()
        assert (marked(again.workspace), again.faults) == (["a", "b"], ())
        killed(again)
    journal_path(path).write_bytes(whole[: len(before) + 10])
    again = opener()
    bookmark(again, "d")
    killed(again)
    assert marked(open_workspace(path, "test")) == ["a", "b", "d"]


def test_damage_in_the_middle_is_told_and_costs_that_step_alone(path: Path, opener: Opener) -> None:
    """The damaged line is named, the steps after it are made, the journal is kept as it was."""
    opened = opener()
    bookmark(opened, "a", "b", "c", "d")
    killed(opened)
    lines = journal_path(path).read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"b"', b'"x"')
    damaged = b"".join(lines)
    journal_path(path).write_bytes(damaged)
    again = opener()
    assert marked(again.workspace) == ["a", "c", "d"]
    assert "line 3 is damaged" in again.faults[0]
    assert (
        journal_path(path).with_name(f"{journal_path(path).name}.damaged-1").read_bytes() == damaged
    )
    bookmark(again, "e")
    killed(again)
    final = opener()
    assert (marked(final.workspace), final.faults) == (["a", "c", "d", "e"], ())


def test_a_journal_without_its_head_is_made_use_of(path: Path, opener: Opener) -> None:
    """A first line that cannot be read costs no step that fits."""
    opened = opener()
    bookmark(opened, "a", "b")
    killed(opened)
    raw = journal_path(path).read_bytes()
    journal_path(path).write_bytes(b"\xff" + raw[1:])
    again = opener()
    assert marked(again.workspace) == ["a", "b"]
    assert again.faults


@pytest.mark.parametrize("junk", [b"\n", b"\0" * 300, b"{}\n", b"\xff\xfe\n" * 9, b"00000000 {}\n"])
def test_a_journal_of_something_else_is_kept_and_told(
    path: Path, opener: Opener, junk: bytes
) -> None:
    """Junk beside a good file does not keep it from opening, and is not thrown away unless torn."""
    save_workspace(a_workspace("first"), path)
    journal_path(path).write_bytes(junk)
    opened = opener()
    assert marked(opened.workspace) == ["first"]
    bookmark(opened, "a")
    opened.close()
    assert marked(open_workspace(path, "test")) == ["first", "a"]
    if b"\n" in junk:
        assert opened.faults
        (kept,) = path.parent.glob("*.damaged-1")
        assert kept.read_bytes() == junk


@pytest.mark.parametrize("moment", ["marked", "replaced"])
def test_a_kill_within_a_folding_loses_and_repeats_nothing(
    path: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Whether the file was replaced already or not, each step is made once."""

    class Killed(BaseException):
        pass

    def kill(*_: object, **__: object) -> None:
        raise Killed

    opened = opener()
    bookmark(opened, "a", "b")
    opened.fold()
    bookmark(opened, "c")
    with monkeypatch.context() as patch:
        if moment == "marked":
            patch.setattr("explorer.store.files._replace", kill)
        else:
            patch.setattr("explorer.store.writing.Writer._settle", kill)
        with pytest.raises(Killed):
            opened.fold()
    killed(opened)
    assert b'"c"' in path.read_bytes() or moment == "marked"
    again = opener()
    assert (marked(again.workspace), again.faults) == (["a", "b", "c"], ())
    assert [step.name for step in again.stack().steps] == ["Bookmark a", "Bookmark b", "Bookmark c"]
    again.commit(again.workspace.without_bookmark("c"), "Remove")
    again.close()
    assert marked(open_workspace(path, "test")) == ["a", "b"]


def test_steps_taken_while_it_folds_stay_in_the_journal(path: Path, opener: Opener) -> None:
    """Folding in a thread, over and over, while steps are committed, loses none of them."""
    opened = opener()
    stop = threading.Event()
    faults: list[Exception] = []

    def fold() -> None:
        while not stop.is_set():
            try:
                opened.fold()
            except QuotelineError as error:
                faults.append(error)

    thread = threading.Thread(target=fold)
    thread.start()
    events = [f"e{number}" for number in range(150)]
    try:
        bookmark(opened, *events)
    finally:
        stop.set()
        thread.join()
    assert faults == []
    killed(opened)
    again = opener()
    assert (marked(again.workspace), again.faults) == (events, ())
    assert again.stack().done == 150


def test_who_reads_meanwhile_never_sees_a_step_go(path: Path, opener: Opener) -> None:
    """A reader that looks on and on sees the steps come one after another, and no fault."""
    opened = opener()
    bookmark(opened, "first")
    stop = threading.Event()
    seen: list[int] = []
    faults: list[object] = []

    def look() -> None:
        while not stop.is_set():
            state = read_state(path, "test")
            seen.append(len(state.workspace.bookmarks))
            faults.extend(state.faults)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        for number in range(60):
            bookmark(opened, f"e{number}")
            if number % 7 == 0:
                opened.fold()
    finally:
        stop.set()
        thread.join()
    assert seen == sorted(seen)
    assert faults == []


def test_a_folding_between_reading_file_and_journal_is_noticed(
    path: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that has the old file and would get the new journal looks again."""
    opened = opener()
    bookmark(opened, "a")
    opened.fold()
    bookmark(opened, "b")
    true_load = replay.load_or_offer
    foldings = [opened.fold]

    def load_and_fold(path: Path, wanted: Any) -> Any:
        found = true_load(path, wanted)
        if foldings:
            foldings.pop()()
        return found

    monkeypatch.setattr(replay, "load_or_offer", load_and_fold)
    state = read_state(path, "test")
    assert (marked(state.workspace), state.faults, foldings) == (["a", "b"], (), [])


def test_after_a_sync_that_failed_the_journal_is_written_anew(
    path: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system may have dropped is not built upon: the next step writes all of it again."""
    opened = opener()
    bookmark(opened, "a")
    number = journal_path(path).stat().st_ino

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("explorer.store.journal.sync", fail)
        with pytest.raises(NotSaved, match="Input/output error"):
            bookmark(opened, "b")
    bookmark(opened, "c")
    assert journal_path(path).stat().st_ino != number
    killed(opened)
    again = opener()
    assert (marked(again.workspace), again.faults) == (["a", "b", "c"], ())


def test_the_texts_that_steps_name_are_known(path: Path, opener: Opener) -> None:
    """A text that was detached is still named by the steps, in the next run too."""
    opened = opener()
    sha = "a" * 64
    opened.commit(opened.workspace.with_attachment(Attachment("x", sha)), "Attach")
    opened.commit(opened.workspace.without_attachment("x", sha), "Detach")
    opened.close()
    assert opener().stack().named("attachments", "sha256") == {sha}


def test_the_file_before_a_folding_is_the_rolling_copy(path: Path, opener: Opener) -> None:
    """After a folding the last good content lies beside the file."""
    save_workspace(a_workspace("first"), path)
    before = path.read_bytes()
    opened = opener()
    bookmark(opened, "a")
    opened.close()
    assert copy_path(path).read_bytes() == before


def test_undo_goes_back_across_restarts_to_the_same_bytes(path: Path, opener: Opener) -> None:
    """Steps of every kind, from three runs, are taken back by name; the file is the first one."""
    save_workspace(a_full_workspace(), path)
    first = path.read_bytes()
    opened = opener()
    base = opened.workspace
    opened.commit(base.with_bookmark(Bookmark("new", note="слово")), "Bookmark")
    mark = replace(base.bookmarks[0], note="other", tags=("x",))
    opened.commit(opened.workspace.with_bookmark(mark), "Note")
    opened.close()
    opened = opener()
    opened.commit(opened.workspace.with_attachment(Attachment("z", "9" * 64)), "Attach")
    killed(opened)
    opened = opener()
    opened.commit(opened.workspace.with_view(SavedView("v", 0.5, 1.5)), "Save view")
    opened.commit(opened.workspace.without_bookmark(base.bookmarks[0].event), "Remove")
    names = [step.name for step in opened.stack().steps]
    assert names == ["Bookmark", "Note", "Attach", "Save view", "Remove"]
    last = opened.workspace
    while opened.stack().done:
        step = opened.stack().steps[opened.stack().done - 1]
        opened.commit(opened.undone(), step.name, Kind.UNDO)
    assert opened.workspace == a_full_workspace()
    opened.close()
    assert path.read_bytes() == first
    opened = opener()
    while opened.stack().done < len(opened.stack().steps):
        opened.commit(opened.redone(), "again", Kind.REDO)
    assert opened.workspace == last


@pytest.mark.parametrize("before", [a_workspace("mark"), a_full_workspace()])
def test_saved_searches_are_taken_back_to_the_same_bytes(
    path: Path, opener: Opener, before: Workspace
) -> None:
    """A search saved, replaced and removed in one run, undone in the next, leaves no trace."""
    save_workspace(before, path)
    first = path.read_bytes()
    opened = opener()
    steps = (
        lambda held: held.with_search(SavedSearch("Mine", {"text": 'tag:"a ""b"""'})),
        lambda held: held.with_search(SavedSearch("Mine", {"actors": ["armenia"]})),
        lambda held: held.without_search("Mine"),
    )
    seen = [opened.workspace]
    for step in steps:
        opened.commit(step(opened.workspace), "Save search")
        seen.append(opened.workspace)
    opened.close()
    assert open_workspace(path, "test") == seen[-1]
    opened = opener()
    for earlier in reversed(seen[:-1]):
        opened.commit(opened.undone(), "Save search", Kind.UNDO)
        assert opened.workspace == earlier
    opened.close()
    assert path.read_bytes() == first


def test_a_new_step_ends_what_could_be_made_again(path: Path, opener: Opener) -> None:
    """After an undo and a new step nothing is left to redo, in this run and the next."""
    opened = opener()
    bookmark(opened, "a", "b")
    opened.commit(opened.undone(), "Undo", Kind.UNDO)
    bookmark(opened, "c")
    opened.close()
    again = opener()
    assert [step.name for step in again.stack().steps] == ["Bookmark a", "Bookmark c"]
    with pytest.raises(QuotelineError, match="no step to make again"):
        again.redone()


def test_a_lost_history_costs_undo_and_nothing_else(path: Path, opener: Opener) -> None:
    """Without its history a workspace opens, and is written, as it is."""
    opened = opener()
    bookmark(opened, "a")
    opened.close()
    history_path(path).unlink()
    again = opener()
    assert marked(again.workspace) == ["a"]
    assert again.stack().steps == ()
    with pytest.raises(QuotelineError, match="no step to take back"):
        again.undone()
    bookmark(again, "b")
    assert again.stack().done == 1


def test_the_history_of_another_file_is_kept_aside(path: Path, opener: Opener) -> None:
    """A file that came from elsewhere has no steps to take back; the old history stays."""
    opened = opener()
    bookmark(opened, "a")
    opened.close()
    old = history_path(path).read_bytes()
    save_workspace(a_workspace("else"), path)  # the lock's file is there: goes by the journal
    path.write_bytes(path.read_bytes().replace(b'"else"', b'"elsewhere"'))
    opened = opener()
    assert opened.stack().steps == ()
    bookmark(opened, "b")
    opened.close()
    aside = history_path(path).with_name(f"{history_path(path).name}.aside-1")
    assert aside.read_bytes().startswith(old)
    assert [step.name for step in opener().stack().steps] == ["Bookmark b"]


def test_the_second_reads_only_follows_and_takes_over(path: Path, opener: Opener) -> None:
    """It learns who writes, sees each step, and writes itself once the first is gone."""
    first, second = opener(), opener()
    assert "has it open" in second.read_only
    assert second.holder is not None
    assert second.holder.pid > 0
    assert not second.refresh()
    bookmark(first, "a")
    assert second.refresh()
    assert marked(second.workspace) == ["a"]
    with pytest.raises(NotSaved, match="open for reading only") as caught:
        bookmark(second, "b")
    assert caught.value.cause is Cause.HELD
    assert not second.take_over()
    bookmark(first, "c")
    first.close()
    assert second.take_over()
    assert (second.read_only, second.holder) == ("", None)
    bookmark(second, "d")
    assert marked(open_workspace(path, "test")) == ["a", "c", "d"]


def test_saving_over_an_open_workspace_is_refused(path: Path, opener: Opener) -> None:
    """A command that would replace the file another window writes to is told who has it."""
    opened = opener()
    bookmark(opened, "a")
    with pytest.raises(NotSaved, match="has it open"):
        save_workspace(a_workspace("b"), path)
    opened.close()
    save_workspace(a_workspace("b"), path)
    assert marked(open_workspace(path, "test")) == ["b"]


def test_saving_takes_up_what_a_killed_run_left(path: Path, opener: Opener) -> None:
    """A save after a kill goes through the journal, so that nothing of it comes back later."""
    opened = opener()
    bookmark(opened, "a", "b")
    killed(opened)
    save_workspace(open_workspace(path, "test").without_bookmark("a"), path)
    assert not journal_path(path).exists()
    assert marked(open_workspace(path, "test")) == ["b"]


def test_what_would_not_open_again_is_no_step(path: Path, opener: Opener) -> None:
    """A second bookmark on an event and a wrong value are refused before anything is written."""
    opened = opener()
    bookmark(opened, "a")
    for wrong in (
        replace(opened.workspace, bookmarks=(Bookmark("a"), Bookmark("a"))),
        opened.workspace.with_bookmark(Bookmark("")),
        opened.workspace.with_view(SavedView("v", 2.0, 1.0)),
    ):
        before = journal_path(path).read_bytes()
        with pytest.raises(QuotelineError, match=r"not saved: table .* Correct that first"):
            opened.commit(wrong, "Wrong")
        assert journal_path(path).read_bytes() == before
        assert marked(opened.workspace) == ["a"]


def test_a_step_nested_without_end_is_refused(path: Path, opener: Opener) -> None:
    """What cannot be put into JSON for its depth is no step, and the next one counts."""
    opened = opener()
    deep: dict[str, Any] = {}
    for _ in range(200_000):
        deep = {"a": deep}
    after = opened.workspace.with_bookmark(Bookmark("a", extra=deep))
    with pytest.raises(QuotelineError, match="nested too deeply"):
        opened.commit(after, "Bookmark")
    while deep:
        deep = deep["a"]
    bookmark(opened, "b")
    assert marked(open_workspace(path, "test")) == ["b"]


def test_another_chronicles_workspace_or_journal_is_not_opened(path: Path, opener: Opener) -> None:
    """Steps for one chronicle are not made in another's, and the lock is given back."""
    opened = opener()
    bookmark(opened, "a")
    killed(opened)
    with pytest.raises(QuotelineError, match="chronicle 'test', not for 'other'"):
        OpenWorkspace.open(path, "other")
    opener().close()
    with pytest.raises(QuotelineError, match="chronicle 'test', not for 'other'"):
        OpenWorkspace.open(path, "other")
    assert not opener().read_only


def test_steps_for_another_chronicle_are_kept_aside(path: Path, opener: Opener) -> None:
    """A journal that got beside the wrong file costs that file nothing, and stays."""
    opened = opener()
    bookmark(opened, "a")
    killed(opened)
    steps = journal_path(path).read_bytes()
    tables = tables_of(replace(a_workspace("theirs"), chronicle="other"))
    path.write_text(json.dumps(tables), encoding="utf-8")
    other = OpenWorkspace.open(path, "other")
    assert (marked(other.workspace), len(other.faults)) == (["theirs"], 1)
    bookmark(other, "b")
    other.close()
    assert marked(open_workspace(path, "other")) == ["theirs", "b"]
    (kept,) = path.parent.glob("*.damaged-1")
    assert kept.read_bytes() == steps


def test_a_step_that_would_make_a_wrong_file_is_left_out(path: Path, opener: Opener) -> None:
    """A journal that is whole but says what cannot be costs nothing that was in the file."""
    save_workspace(a_workspace("first"), path)
    opened = opener()
    bookmark(opened, "a")
    killed(opened)
    lines = journal_path(path).read_bytes().splitlines()
    text = lines[1][9:].replace(b'"event": "a"', b'"event": 3')
    lines[1] = b"%08x %b" % (crc32(text), text)
    journal_path(path).write_bytes(b"\n".join([*lines, b""]))
    again = opener()
    assert marked(again.workspace) == ["first"]
    assert "does not fit and was left out" in again.faults[0]


def test_a_damaged_file_is_not_opened_and_keeps_its_journal(path: Path, opener: Opener) -> None:
    """The journal of a file that is damaged stays, and leads on from the copy put back."""
    save_workspace(a_workspace("first"), path)
    opened = opener()
    bookmark(opened, "a")
    opened.fold()
    bookmark(opened, "b")
    killed(opened)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(DamagedFile) as caught:
        opener()
    assert caught.value.copy == copy_path(path)
    path.write_bytes(copy_path(path).read_bytes())
    again = opener()
    assert (marked(again.workspace), again.faults) == (["first", "a", "b"], ())
    killed(again)
    assert marked(opener().workspace) == ["first", "a", "b"]


def test_steps_of_a_file_that_changed_are_made_where_they_fit(path: Path, opener: Opener) -> None:
    """After a kill and a change by somebody else both are there, and it is told."""
    save_workspace(a_workspace("first"), path)
    opened = opener()
    bookmark(opened, "a")
    killed(opened)
    path.write_bytes(path.read_bytes().replace(b'"first"', b'"theirs"'))
    again = opener()
    assert marked(again.workspace) == ["theirs", "a"]
    assert "somebody else changed it" in again.faults[0]
    again.close()
    assert marked(open_workspace(path, "test")) == ["theirs", "a"]


def test_a_newer_file_is_read_only_and_its_work_is_rescued(path: Path, opener: Opener) -> None:
    """What a newer version wrote is not written to; a step goes into a rescue file."""
    tables = tables_of(a_workspace("first"))
    tables["_meta"]["1"]["schema"] = 99
    tables["later"] = {"1": {"a": 1}}
    path.write_text(json.dumps(tables), encoding="utf-8")
    before = path.read_bytes()
    opened = opener()
    assert "newer version" in opened.read_only
    with pytest.raises(NotSaved, match="newer version") as caught:
        bookmark(opened, "a")
    assert rescues_of(path) == (caught.value.rescue,)
    assert path.read_bytes() == before
    rescued = open_workspace(rescues_of(path)[0], "test")
    assert marked(rescued) == ["first", "a"]
    assert rescued.extra["later"] == {"1": {"a": 1}}


def test_a_journal_of_a_newer_version_is_left_alone(path: Path, opener: Opener) -> None:
    """Steps this version cannot read keep the file from being written to."""
    opened = opener()
    bookmark(opened, "a")
    killed(opened)
    from explorer.store.journal_records import Head, line_of  # noqa: PLC0415

    journal_path(path).write_bytes(line_of(Head("", 0, "test", 1, version=2)))
    assert "newer version" in opener().read_only


names = st.sampled_from("abcdef")
actions = st.lists(
    st.tuples(st.just("mark"), names)
    | st.tuples(st.just("note"), names)
    | st.tuples(st.just("unmark"), names)
    | st.tuples(st.just("view"), names)
    | st.tuples(st.just("undo"), names)
    | st.tuples(st.just("redo"), names)
    | st.tuples(st.just("fold"), names)
    | st.tuples(st.just("close"), names)
    | st.tuples(st.just("kill"), names),
    max_size=25,
)


def after_action(opened: OpenWorkspace, action: str, name: str) -> tuple[Workspace, Kind]:
    """Return the workspace an action leads to and the kind of step it is."""
    workspace, stack = opened.workspace, opened.stack()
    if action == "mark":
        return workspace.with_bookmark(Bookmark(name)), Kind.DO
    if action == "note":
        return workspace.with_bookmark(Bookmark(name, note=f"{len(stack.steps)}")), Kind.DO
    if action == "unmark":
        return workspace.without_bookmark(name), Kind.DO
    if action == "view":
        return workspace.with_view(SavedView(name, 0.0, 1.0 + len(stack.steps))), Kind.DO
    if action == "undo" and stack.done:
        return opened.undone(), Kind.UNDO
    if action == "redo" and stack.done < len(stack.steps):
        return opened.redone(), Kind.REDO
    return workspace, Kind.DO


@given(actions)
@settings(max_examples=60)
def test_any_course_of_work_can_be_taken_back_and_made_again(
    tmp_path_factory: pytest.TempPathFactory, course: list[tuple[str, str]]
) -> None:
    """Through folds, closings and kills, the states passed are those undo and redo go through."""
    path = tmp_path_factory.mktemp("any") / "test.workspace.json"
    opened = OpenWorkspace.open(path, "test")
    passed, at = [opened.workspace], 0
    for action, name in course:
        if action == "fold":
            opened.fold()
        elif action in {"close", "kill"}:
            opened.close() if action == "close" else killed(opened)
            opened = OpenWorkspace.open(path, "test")
        else:
            after, kind = after_action(opened, action, name)
            if after != opened.workspace:
                at += -1 if kind is Kind.UNDO else 1
                if kind is Kind.DO:
                    passed[at:] = [after]
                opened.commit(after, action, kind)
        assert opened.workspace == passed[at]
        assert (opened.stack().done, len(opened.stack().steps)) == (at, len(passed) - 1)
    while opened.stack().done:
        opened.commit(opened.undone(), "undo", Kind.UNDO)
        at -= 1
        assert opened.workspace == passed[at]
    opened.close()


def test_steps_committed_while_the_history_is_read_are_not_lost(path: Path, opener: Opener) -> None:
    """What is read in a thread is taken up with what was done meanwhile, each step once."""
    first = opener()
    bookmark(first, "a", "b")
    first.close()
    opened = opener()
    assert opened.known is None
    bookmark(opened, "c")
    past = opened.read_past()
    bookmark(opened, "d")
    opened.commit(opened.workspace.without_bookmark("d"), "Bookmark d", Kind.UNDO)
    opened.take_past(past)
    known = opened.known
    assert known is not None
    assert [step.name for step in known.steps] == [f"Bookmark {one}" for one in "abcd"]
    assert known.done == 3
    assert opened.stack() == known
    opened.close()
    again = opener()
    assert [step.name for step in again.stack().steps] == [step.name for step in known.steps]
    assert again.stack().done == 3


def test_a_file_that_is_written_for_the_first_time_meanwhile_is_read(
    path: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing at one look and there at the next, it is not taken for an empty one."""
    opened = opener()
    bookmark(opened, "a")
    true_look = tables.read_if_there
    assert not path.exists()

    def fold_and_look(path: Path) -> bytes | None:
        opened.fold()
        return true_look(path)

    monkeypatch.setattr(tables, "read_if_there", fold_and_look)
    assert list(tables.read_tables(path)) == list(tables_of(opened.workspace))
