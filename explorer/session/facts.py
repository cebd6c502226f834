"""The facts of the moment: frozen values, each with one signal that carries the new one."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.errors import QuotelineError
from explorer.model.filters import Filters, Matcher, looks_at_marks, words_of
from explorer.model.finding import Words
from explorer.model.records import Event
from explorer.model.selection import NoSelection, Selection
from explorer.model.span import TimeSpan
from explorer.model.workspace import Workspace
from explorer.session.changed import marked_otherwise, reads_otherwise
from explorer.session.history import History, Make, Past
from explorer.session.navigation import fitted, limited
from explorer.session.seen import Seen
from explorer.sources.library import Library, make_library
from explorer.store.faults import NotSaved
from explorer.store.journal_records import Kind


class Keeper(Protocol):
    """Where the reader's own data is kept, and the texts that it says are attached."""

    def commit(self, workspace: Workspace, name: str, kind: Kind) -> None:
        """Make a workspace the current one by a step of this name and kind, durably.

        Raises NotSaved when it could not be written though it is the current one now, and
        QuotelineError when it cannot be; then nothing changes.
        """

    def past(self) -> Past:
        """Return the steps that led to the workspace, of earlier runs too."""

    def library(self, workspace: Workspace) -> Library:
        """Return the library with the texts that a workspace says are attached."""


class Facts(QObject):
    """What the reader is looking at now, without the gestures that change it.

    Setters compare first and emit once, so that views which answer a signal by asking the session
    again come to rest.

    Signals:
        chronicle_changed(Chronicle): another chronicle is open; all else was reset before.
        library_changed(Library): other texts are in hand, so passages have other statuses.
        filters_changed(Filters): other events are let through.
        selection_changed(Selection): something else is picked.
        viewport_changed(TimeSpan): another stretch of time is on screen.
        hovered_changed(str): the pointer is on another event (its id, or "").
        workspace_changed(Workspace): bookmarks, notes, views or attachments changed.
        read_only_changed(str): why the workspace cannot be changed now, or "" where it can.
        not_saved(NotSaved): a step could not be written; it counts, in memory.
        notice(str): something worth a line in the status bar.
        fault(str): something failed that the reader must know of (a Said); nothing was changed.
    """

    chronicle_changed = Signal(object)
    library_changed = Signal(object)
    filters_changed = Signal(object)
    selection_changed = Signal(object)
    viewport_changed = Signal(object)
    hovered_changed = Signal(str)
    workspace_changed = Signal(object)
    read_only_changed = Signal(str)
    not_saved = Signal(object)
    notice = Signal(str)
    fault = Signal(object)  # a Said must keep its memory

    def __init__(self, codebook: Codebook, parent: QObject | None = None) -> None:
        """Start with an empty chronicle."""
        super().__init__(parent)
        self.codebook = codebook
        self._type_names = {one.id: one.name for one in codebook.types.values()}
        self._keeper: Keeper | None = None
        self.history = History(self._put_workspace, self._past)
        self._chronicle = Chronicle("", "")
        self._library = make_library(self._chronicle)
        self._workspace = Workspace()
        self._read_only = ""
        self._filters = Filters()
        self._selection: Selection = NoSelection()
        self._viewport = fitted(self._chronicle.extent)
        self._hovered = ""
        self._words = Words({})
        self._visible: Sequence[Event] | None = None
        self._seen = Seen()

    @property
    def chronicle(self) -> Chronicle:
        """The open chronicle; an empty one before any is opened."""
        return self._chronicle

    @property
    def library(self) -> Library:
        """The texts in hand and the status of every passage in them."""
        return self._library

    @property
    def workspace(self) -> Workspace:
        """The reader's bookmarks, notes, views and attachments."""
        return self._workspace

    @property
    def read_only(self) -> str:
        """Why the workspace cannot be changed now, in words; empty where it can."""
        return self._read_only

    @property
    def filters(self) -> Filters:
        """What is allowed to be seen."""
        return self._filters

    @property
    def selection(self) -> Selection:
        """What is picked."""
        return self._selection

    @property
    def viewport(self) -> TimeSpan:
        """The span on screen, in seconds UTC."""
        return self._viewport

    @property
    def hovered(self) -> str:
        """The id of the event under the pointer, or an empty string."""
        return self._hovered

    @property
    def matcher(self) -> Matcher:
        """The filters made ready for the open chronicle."""
        marks, chosen = self._workspace.bookmark, self._filters
        noted = frozenset(target for kind, target in self._workspace.note if kind == "event")
        return Matcher(self._chronicle, chosen, self._words, frozenset(marks), marks, noted)

    def visible_events(self) -> Sequence[Event]:
        """Return the events that pass the filters, in date order."""
        if self._visible is None:
            self._visible = self.matcher.events()
        return self._visible

    def visible_ids(self) -> AbstractSet[str]:
        """Return the ids of the events that pass the filters."""
        return self._seen.ids(self.visible_events())

    def is_visible(self, event: str) -> bool:
        """Tell whether an event passes the filters."""
        known = self._chronicle.event.get(event)
        return known is not None and self.matcher.matches(known)

    def extent(self) -> TimeSpan:
        """Return the span of the events that pass the filters, of all when none does."""
        return self._seen.extent(self.visible_events(), self._chronicle.extent)

    def picked_events(self) -> Sequence[Event]:
        """Return the events that the selection picks, in date order, hidden ones included."""
        return self._seen.picked(self._selection, self.visible_events(), self._chronicle)

    def open(
        self,
        chronicle: Chronicle,
        workspace: Workspace,
        library: Library,
        keeper: Keeper | None = None,
        read_only: str = "",
    ) -> None:
        """Look at another chronicle: filters and selection are cleared and all events fitted.

        Every later change of the workspace goes to `keeper`; without one it stays in memory.
        `read_only` says why it cannot be changed.
        """
        self._keeper = keeper
        self._read_only = read_only
        self._chronicle = chronicle
        self._workspace = workspace
        self._library = library
        self._filters = Filters()
        self._selection = NoSelection()
        self._hovered = ""
        self._words = words_of(chronicle, library.in_hand(), self._type_names)
        self._visible = None
        self._viewport = fitted(self.extent())
        self.fill_history()
        self.read_only_changed.emit(read_only)
        self.chronicle_changed.emit(chronicle)
        self.library_changed.emit(library)
        self.workspace_changed.emit(workspace)
        self.filters_changed.emit(self._filters)
        self.selection_changed.emit(self._selection)
        self.viewport_changed.emit(self._viewport)

    def set_library(self, library: Library) -> None:
        """Take other texts into hand."""
        if library == self._library:
            return
        self._library = library
        self._words = words_of(self._chronicle, library.in_hand(), self._type_names)
        self._visible = None
        self.library_changed.emit(library)
        if self._filters.text:
            self.filters_changed.emit(self._filters)

    def set_filters(self, filters: Filters) -> None:
        """Let other events through."""
        if filters == self._filters:
            return
        self._filters = filters
        self._visible = None
        self.filters_changed.emit(filters)

    def select(self, selection: Selection) -> None:
        """Pick something else."""
        if selection == self._selection:
            return
        self._selection = selection
        self.selection_changed.emit(selection)

    def hover(self, event: str) -> None:
        """Note which event the pointer is on; an empty string for none."""
        if event == self._hovered:
            return
        self._hovered = event
        self.hovered_changed.emit(event)

    def show(self, span: TimeSpan) -> None:
        """Bring a stretch of time on screen, within the limits of zooming."""
        span = limited(span, self._chronicle.extent)
        if span == self._viewport:
            return
        self._viewport = span
        self.viewport_changed.emit(span)

    def change_workspace(self, workspace: Workspace, text: str) -> None:
        """Take a step, named `text`, that can be undone; it is saved before this returns."""
        if self._read_only and workspace != self._workspace:
            self.fault.emit(self._read_only)
            self.workspace_changed.emit(self._workspace)
            return
        self.history.take(self._workspace, workspace, text)

    def follow(self, workspace: Workspace, read_only: str) -> None:
        """Take over a workspace as its file has it now, after somebody else's changes."""
        self._read_only = read_only
        self.fill_history()
        self.read_only_changed.emit(read_only)
        if workspace is not self._workspace:
            self._show_workspace(workspace)

    def fill_history(self) -> None:
        """Take up the steps of earlier runs; where nothing can be changed, none can be undone."""
        self.history.fill(self._past())

    def _past(self) -> Past:
        known = self._keeper is not None and not self._read_only
        return self._keeper.past() if self._keeper and known else Past()

    def _put_workspace(self, make: Make, name: str, kind: Kind) -> bool:
        """Make a workspace the current one and save it; tell whether it is current now."""
        unsaved: NotSaved | None = None
        try:
            workspace = make()
            if self._keeper is not None:
                self._keeper.commit(workspace, name, kind)
        except NotSaved as error:
            unsaved = error
        except QuotelineError as error:
            self.fault.emit(error.said)
            if kind is not Kind.DO:
                QTimer.singleShot(0, self, self.fill_history)
            return False
        self._show_workspace(workspace)
        if unsaved is not None:
            self.not_saved.emit(unsaved)
        return True

    def _show_workspace(self, workspace: Workspace) -> None:
        before, self._workspace = self._workspace, workspace
        if self._keeper is not None and reads_otherwise(workspace, before):
            try:
                self.set_library(self._keeper.library(workspace))
            except QuotelineError as error:
                self.fault.emit(error.said)
        if looks_at_marks(self._filters) and marked_otherwise(workspace, before):
            self._visible = None
            self.workspace_changed.emit(workspace)
            self.filters_changed.emit(self._filters)
        else:
            self.workspace_changed.emit(workspace)
