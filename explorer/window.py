"""MainWindow: the panels in their places; all signals between them and the session in one block."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from explorer.model.selection import ActorSelected, NoSelection, Selection, current_event
from explorer.model.workspace import Workspace
from explorer.seeking import Seeking
from explorer.session.session import Session
from explorer.sources.library import Library, Status
from explorer.theme import Theme, icon
from explorer.wording.numbers import number

_TOLD = 8_000
"""Milliseconds for which the status bar says what was done."""

_LEAST_WIDTH = 300
"""The least width of the timeline, in px, however wide the panels beside it would be."""


class MainWindow(Seeking):
    """The window: it places the panels and wires them to the session."""

    def __init__(self, session: Session, settings: QSettings, colours: Theme) -> None:
        """Build the frame only; `furnish` brings the panels."""
        super().__init__(session, settings, colours)
        self._show_history()
        self._show_current()

    def furnish_once(self) -> None:
        """Make the panels and connect them, on the first call only.

        pyqtgraph is imported here, after the first paint: it takes longer than all the rest.
        """
        if self.is_furnished:
            return
        self._make_timeline()
        self._make_panels()
        self._put_centre()
        self.put_panel("quotes", self.quotes)
        self.put_panel("actors", self.actor)
        self.put_panel("events", self.events)
        self.put_panel("bookmarks", self.bookmarks)
        self.put_panel("notes", self.notes)
        self._connect()
        self.furnish_analysis()
        self.is_furnished = True
        self.restore_panels()
        self.timeline.setFocus()

    def _make_timeline(self) -> None:
        """Make the timeline, what is in step with it, and the menus that say what they show."""
        from explorer.bands import Bands  # noqa: PLC0415
        from explorer.grouping import GroupingMenu  # noqa: PLC0415
        from explorer.timeline.overview import OverviewStrip  # noqa: PLC0415
        from explorer.timeline.speaking import speak_once  # noqa: PLC0415
        from explorer.timeline.standing_strip import StandingStrip  # noqa: PLC0415
        from explorer.timeline.view import TimelineView  # noqa: PLC0415

        speak_once(QApplication.instance() or self)
        self.timeline = TimelineView(self.session, self.colours)
        self.overview = OverviewStrip(self.session, self.colours)
        self.standings = StandingStrip(self.session, self.colours)
        GroupingMenu(self.session, self.timeline, self.track_choices)
        Bands(self.session, self.standings, self.band_choices, self.settings)

    def _make_panels(self) -> None:
        """Make the panels that are there from the start."""
        from explorer.actors.panel import ActorPanel  # noqa: PLC0415
        from explorer.bookmarks.panel import BookmarksPanel  # noqa: PLC0415
        from explorer.events.panel import EventsPanel  # noqa: PLC0415
        from explorer.notes.panel import NotesPanel  # noqa: PLC0415
        from explorer.quotes.panel import QuotePanel  # noqa: PLC0415

        self.quotes = QuotePanel(self.session, self.colours)
        self.actor = ActorPanel(self.session, self.colours)
        self.closing.connect(self.actor.stop)
        self.events = EventsPanel(self.session, self.colours)
        self.bookmarks = BookmarksPanel(self.session, self.colours)
        self.notes = NotesPanel(self.session, self.colours)

    def _put_centre(self) -> None:
        """Put the timeline into the middle, with what is in step with it below."""
        centre = QWidget()
        centre.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.standings)
        column.addWidget(self.overview)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        """Connect every signal between the session, the panels and this window."""
        session = self.session
        session.selection_changed.connect(self._on_selection)
        session.read_only_changed.connect(self._show_current)
        session.workspace_changed.connect(self._on_workspace)
        session.library_changed.connect(self._show_in_hand)
        session.chronicle_changed.connect(self._on_chronicle)
        session.notice.connect(self._tell)
        session.history.stack.indexChanged.connect(self._show_history)
        self.timeline.counted.connect(self._show_counts)
        self.timeline.opened.connect(self._read_event)
        self.standings.pointed.connect(self.timeline.shade)
        self.timeline.article_asked.connect(self._read_article)
        self.find_asked.connect(self.events.focus_search)
        self.copy_asked.connect(self.quotes.copy_with_citation)
        self.typing_ended.connect(self.bookmarks.flush)
        self.typing_ended.connect(self.notes.flush)
        self.typing_ended.connect(self.quotes.flush)
        self.typing_ended.connect(self.actor.flush)
        self.quotes.attach_requested.connect(self._attach_article)
        for panel in (
            self.timeline,
            self.overview,
            self.standings,
            self.quotes,
            self.actor,
            self.events,
            self.bookmarks,
            self.notes,
        ):
            self.themed.connect(panel.set_theme)
        self.themed.connect(self._show_current)
        self._on_chronicle()

    def _tell(self, text: str) -> None:
        """Show a line that says what was done, for as long as it takes to read."""
        self.statusBar().showMessage(text, _TOLD)

    def _on_chronicle(self) -> None:
        self.setWindowTitle(f"{self.session.chronicle.title} — Quoteline")
        self._show_in_hand(self.session.library)
        self._on_workspace(self.session.workspace)

    def _on_selection(self, selection: Selection) -> None:
        if isinstance(selection, ActorSelected):
            self.bring_forward("actors")
        elif not isinstance(selection, NoSelection):
            self.bring_forward("quotes")
        self._show_current()

    def _read_event(self, _event: str) -> None:
        self.docks["quotes"].show()
        self.bring_forward("quotes")
        self.quotes.show_event()

    def open_article(self, article: str) -> None:
        """Show an article whole, at the first passage that proves an event."""
        if known := self.session.chronicle.article.get(article):
            self.timeline.aids.open_article(known)

    def _read_article(self, article: str) -> None:
        self.docks["quotes"].show()
        self.bring_forward("quotes")
        self.quotes.show_article(article)

    def read_place(self, article: str, ranges: tuple[tuple[int, int], ...]) -> None:
        """Show an article or brief at ranges of its text."""
        self.docks["quotes"].show()
        self.quotes.show_place(article, ranges)
        self.bring_forward("quotes")

    def _on_workspace(self, workspace: Workspace) -> None:
        self._show_current()
        self.saved_views.clear()
        for view in workspace.views:
            choice = self.saved_views.addAction(view.name.replace("&", "&&"))
            choice.setData(view.name)
            choice.triggered.connect(self._restore_view)
        self.saved_views.setEnabled(bool(workspace.views))

    def _restore_view(self) -> None:
        choice = self.sender()
        if isinstance(choice, QAction):
            self.session.restore_view(choice.data())

    def _show_current(self) -> None:
        """Show in the menus what can be done with what is selected."""
        event = current_event(self.session.selection)
        marked = event in self.session.workspace.bookmark
        star = self.action("bookmark")
        star.setEnabled(bool(event) and not self.session.read_only)
        star.setChecked(marked)
        star.setIcon(icon("star-filled" if marked else "star", self.colours))
        self.action("copy_quote").setEnabled(bool(event))
        picked = bool(self.session.picked_events())
        self.action("collect").setEnabled(picked and not self.session.read_only)
        self.action("fit_selection").setEnabled(picked)

    def _show_history(self) -> None:
        stack = self.session.history.stack
        for name, possible, step, words in (
            ("undo", stack.canUndo(), stack.undoText(), self.tr("&Undo {step}")),
            ("redo", stack.canRedo(), stack.redoText(), self.tr("&Redo {step}")),
        ):
            self.action(name).setEnabled(possible)
            self.action(name).setText(words.format(step=step).rstrip())

    def _show_in_hand(self, library: Library) -> None:
        published = self.session.chronicle.published
        held = sum(1 for article in published if library.is_attached(article.id))
        counts = [row for article, row in library.counts().items() if library.is_attached(article)]
        total = sum(sum(row.values()) for row in counts)
        proven = sum(row[Status.EXACT] + row[Status.MOVED] for row in counts)
        text = self.tr("{held} of {all} articles attached").format(held=held, all=len(published))
        if held:
            words = self.tr(", {proven} of {total} passages found in them")
            text += words.format(proven=proven, total=total)
        self.in_hand.setText(text)

    def _show_counts(self, apart: int, in_clusters: int, in_view: int) -> None:
        total = number(len(self.session.visible_events()))
        drawn = {"apart": number(apart), "clustered": number(in_clusters)}
        words = self.tr("{view} of {total} events in view: {apart} apart, {clustered} in clusters")
        told = words.format(view=number(in_view), total=total, **drawn)
        if tracked := self.timeline.frame.tracked:
            viewport = self.session.viewport
            words = self.tr(
                "{view} of {total} events in view, {times} times in tracks: {apart} apart, "
                "{clustered} in clusters"
            )
            view = tracked.whole.count(viewport.start, viewport.end)
            told = words.format(view=number(view), total=total, times=number(in_view), **drawn)
            if lost := tracked.out_of_sight(viewport.start, viewport.end):
                words = self.tr("{told}; {lost} in closed or hidden tracks only")
                told = words.format(told=told, lost=lost)
        self.counted.setText(told)

    def _attach_article(self, article: str) -> None:
        known = self.session.chronicle.article.get(article)
        self.do_attach(title=known.title if known else "")

    def do_copy_picture(self) -> None:
        """Copy the part of the timeline that is on screen."""
        from explorer.pictures.clipboard import copy_view  # noqa: PLC0415

        if self.is_furnished:
            copy_view(self.timeline, self.session, self.colours)
            self.session.notice.emit(self.tr("The picture is on the clipboard"))

    def save_typing(self) -> None:
        """Put what is being typed into the session, so that nothing typed is lost."""
        self.typing_ended.emit()

    def dragEnterEvent(self, drag_event: QDragEnterEvent) -> None:
        """Accept files."""
        if any(url.isLocalFile() for url in drag_event.mimeData().urls()):
            drag_event.acceptProposedAction()

    def dropEvent(self, drop_event: QDropEvent) -> None:
        """Open a dropped chronicle, or take dropped files for articles."""
        urls = drop_event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        drop_event.acceptProposedAction()
        chronicles = [path for path in paths if path.name.endswith(".chronicle.json")]
        if chronicles:
            self.open_asked.emit(chronicles[0])
        elif paths:
            self.attach_asked.emit(paths)

    def closeEvent(self, close_event: QCloseEvent) -> None:
        """Save what is typed and where the panels are, then go."""
        self.save_typing()
        if self.is_furnished:  # before that, the panels have no places of their own
            self.save_places()
        if not self.may_leave():
            close_event.ignore()
            return
        self.closing.emit()
        super().closeEvent(close_event)
