"""Analysing: the window's panels that read a chronicle across, each made when it is first seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from explorer.telling import Telling

ANALYSIS = ("appeals", "disagreements", "coverage", "relations", "collections")
"""The docks of these panels."""

_LOWEST = 280
"""The least height of these panels when the reader opens one, in px."""


class Analysing(Telling):
    """The frame with the analyst's panels below the timeline; they are closed at first."""

    def furnish_analysis(self) -> None:
        """Make each panel as soon as its dock is on screen, and not before."""
        for name in ANALYSIS:
            self.docks[name].visibilityChanged.connect(self._furnish_seen)
        self._furnish_seen()

    def _furnish_seen(self) -> None:
        for name in ANALYSIS:
            dock = self.docks[name]
            if dock.isVisible() and dock.widget() is None:
                makers = (
                    *(self._appeals, self._differing, self._coverage, self._relations),
                    self._collections,
                )
                make = makers[ANALYSIS.index(name)]
                self.put_panel(name, make())

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
        return panel

    def _relations(self) -> QWidget:
        from explorer.relations.panel import RelationsPanel  # noqa: PLC0415

        panel = RelationsPanel(self.session, self.colours)
        self.themed.connect(panel.set_theme)
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
        if not dock.isFloating() and dock.height() < _LOWEST:
            self.resizeDocks([dock], [self.height() * 45 // 100], Qt.Orientation.Vertical)
        if panel := dock.widget():
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
