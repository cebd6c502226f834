"""Analysing: the window's panels that read a chronicle across, each made when it is first seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.store.folders import Folders
from explorer.telling import Telling

ANALYSIS = ("appeals", "disagreements", "coverage", "relations", "collections", "search")
"""The docks of these panels."""

_LOWEST = 280
"""The least height of these panels when the reader opens one, in px."""


class Analysing(Telling):
    """The frame with the analyst's panels and the search; they are closed at first.

    Signals:
        closing(): the window is about to go; work must be saved.
    """

    closing = Signal()

    def furnish_analysis(self) -> None:
        """Make each panel as soon as its dock is on screen, and not before."""
        for name in ANALYSIS:
            self.docks[name].visibilityChanged.connect(self._furnish_seen)
        self._furnish_seen()

    def _furnish_seen(self) -> None:
        for name in ANALYSIS:
            dock = self.docks[name]
            if dock.isVisible() and dock.widget() is None:
                self.put_panel(name, self._maker(name)())

    def _maker(self, name: str) -> Callable[[], QWidget]:
        return {
            "appeals": self._appeals,
            "disagreements": self._differing,
            "coverage": self._coverage,
            "relations": self._relations,
            "collections": self._collections,
            "search": self._searching,
        }[name]

    def _appeals(self) -> QWidget:
        from explorer.appeals.panel import AppealsPanel  # noqa: PLC0415

        panel = AppealsPanel(self.session, self.colours)
        self.themed.connect(panel.set_theme)
        return panel

    def _differing(self) -> QWidget:
        from explorer.disagreements.panel import DisagreementsPanel  # noqa: PLC0415

        panel = DisagreementsPanel(self.session, self.colours)
        self.themed.connect(panel.set_theme)
        self.typing_ended.connect(panel.flush)
        return panel

    def _coverage(self) -> QWidget:
        from explorer.coverage.panel import CoveragePanel  # noqa: PLC0415

        panel = CoveragePanel(self.session, self.colours)
        self.themed.connect(panel.set_theme)
        self.closing.connect(panel.stop)
        return panel

    def _relations(self) -> QWidget:
        from explorer.relations.panel import RelationsPanel  # noqa: PLC0415

        panel = RelationsPanel(self.session, self.colours)
        self.themed.connect(panel.set_theme)
        self.closing.connect(panel.stop)
        return panel

    def _collections(self) -> QWidget:
        from explorer.collected.panel import CollectionsPanel  # noqa: PLC0415

        panel = CollectionsPanel(self.session, self.colours)
        panel.show_collection(str(self.settings.value("collection", "")))
        panel.export_asked.connect(self.cite_collection)
        self.collected.connect(panel.show_collection)
        self.themed.connect(panel.set_theme)
        self.typing_ended.connect(panel.flush)
        return panel

    def _searching(self) -> QWidget:
        from explorer.searching.panel import SearchPanel  # noqa: PLC0415

        panel = SearchPanel(self.session, self.colours, Folders.of_reader().cache / "search")
        self.themed.connect(panel.set_theme)
        self.closing.connect(panel.stop)
        panel.place_asked.connect(self.read_place)
        return panel

    def read_place(self, article: str, ranges: tuple[tuple[int, int], ...]) -> None:
        """Show an article at ranges of its text; the window that has the quotes does."""

    def do_search(self) -> None:
        """Search events, actors, notes, briefs and texts by words."""
        self._open("search")
        if isinstance(field := self.focusWidget(), QLineEdit):
            field.selectAll()

    def do_appeals(self) -> None:
        """Show who asked whom for what, and what came back."""
        self._open("appeals")

    def do_disagreements(self) -> None:
        """Show what the sources differ on."""
        self._open("disagreements")

    def do_coverage(self) -> None:
        """Show which article tells what."""
        self._open("coverage")

    def do_relations(self) -> None:
        """Show what actors did with each other."""
        self._open("relations")

    def do_collections(self) -> None:
        """Show the reader's collections."""
        self._open("collections")

    def _open(self, name: str) -> None:
        """Show a panel in front, tall enough to read, with the keyboard in it."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        below = self.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
        if below and not dock.isFloating() and dock.height() < _LOWEST:
            self.resizeDocks([dock], [self.height() * 45 // 100], Qt.Orientation.Vertical)
        if panel := dock.widget():
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
