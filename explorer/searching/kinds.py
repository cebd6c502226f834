"""KindBar: a button for each kind with its count; one of them, or all, is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from explorer.search.documents import KINDS, Kind
from explorer.searching.words import kind_words
from explorer.theme import Theme
from explorer.widgets.flow import FlowLayout


class KindBar(QWidget):
    """Which kind of results is shown.

    Signals:
        chosen(): the reader chose another kind.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: Kind | None = None
        self.buttons: dict[Kind | None, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(across=4, down=4)
        for kind in (None, *KINDS):
            button = QToolButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button)
            self.buttons[kind] = button
            row.add(button)
        self.buttons[None].setChecked(True)
        self.setLayout(row)
        self._row = row
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme: the chosen kind stands out by its frame and its weight."""
        self.setStyleSheet(
            f"QToolButton {{ border: 1px solid {theme.border}; border-radius: 9px;"
            f" padding: 2px 8px; color: {theme.text}; background: transparent; }}"
            f"QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent}; }}"
            f"QToolButton:checked {{ border-color: {theme.accent}; font-weight: bold;"
            f" color: {theme.selected_text}; background: {theme.selection}; }}"
        )

    def choose(self, kind: Kind | None) -> None:
        """Show a kind alone, or all."""
        self.kind = kind
        self.buttons[kind].setChecked(True)

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Say how many results there are of each kind; kinds without any are not offered."""
        for kind, button in self.buttons.items():
            count = sum(counts.values()) if kind is None else counts.get(kind, 0)
            name = self.tr("All") if kind is None else kind_words(kind)
            words = self.tr("{kind} {count}").format(kind=name, count=count)
            button.setText(words)
            button.setAccessibleName(words)
            button.setVisible(kind in {None, self.kind} or count > 0)
        self._row.invalidate()

    def _on_clicked(self, button: QToolButton) -> None:
        self.kind = next(kind for kind, one in self.buttons.items() if one is button)
        self.chosen.emit()
