"""StandingBar: says above the panels that a workspace cannot be changed, or is not saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolBar, QWidget

from explorer.theme import Theme
from explorer.widgets.text import Label


class StandingBar(QToolBar):
    """A line of words with at most one button, there only while it has something to say.

    It is a tool bar only because that is what spans the window above the docks: it cannot be moved,
    and a layout that is put back neither shows nor hides it.

    Signals:
        asked(): the reader wants to know what can be done.
    """

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standing")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        self._said = ""
        self._words = Label("")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.asked)
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(10)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._button)
        self.addWidget(self._inside)
        self.set_theme(theme)
        self.hide()

    def say(self, words: str, button: str = "") -> None:
        """Show words and a button, or nothing where there are no words."""
        self._said = words
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._fit()
        self.setVisible(bool(words))

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return self._said

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(theme.highlight))
        colours.setColor(QPalette.ColorRole.WindowText, QColor(theme.text))
        self.setPalette(colours)
        self.setAutoFillBackground(True)
        self.setStyleSheet(
            f"QToolBar#standing {{ background: {theme.highlight}; border: 0;"
            f" border-bottom: 1px solid {theme.warning}; padding: 0; }}"
        )

    def _fit(self) -> None:
        """Be as high as the words need in this width, which a tool bar does not ask for."""
        height = self._row.heightForWidth(self.width())
        if height > 0:
            self._inside.setFixedHeight(height)

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(resize_event)
        self._fit()

    def setVisible(self, visible: bool) -> None:
        """Show it only while it has something to say, whoever asks."""
        super().setVisible(visible and bool(self._said))
