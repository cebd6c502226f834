"""The dialog that says what colours, shapes and signs of the timeline mean."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from explorer.pictures.legend import Legend
from explorer.timeline.style import Style

_WIDTH = 560.0
_MARGIN = 12.0


class LegendSheet(QWidget):
    """The legend, painted by what paints the timeline."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = style.base
        self._legend = Legend(style, counted=True)
        self.setObjectName("legend")
        self.setAccessibleName(self.tr("Signs on the timeline"))
        self.setAccessibleDescription("; ".join(self._legend.words))

    def sizeHint(self) -> QSize:
        """Ask for all rows."""
        height = self._legend.height(_WIDTH) + 2 * _MARGIN
        return QSize(round(_WIDTH + 2 * _MARGIN), round(height))

    def minimumSizeHint(self) -> QSize:
        """Do with no less."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entries on the timeline's ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._base)
        self._legend.paint(painter, _MARGIN, _MARGIN, _WIDTH)
        painter.end()


class LegendDialog(QDialog):
    """Shows the legend, and in words what the letters of a label tell."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend-dialog")
        self.setWindowTitle(self.tr("Signs on the timeline"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(LegendSheet(style))
        words = QLabel(
            self.tr(
                "Bold titles are of events that matter most, grey ones of those that matter least. "
                "An arrow at a box's end: it began before, or went on after, and nobody says when. "
                "A dashed frame: about then. A mark stands in the middle of the time that is "
                "possible where that is too short to be drawn; zoom in to see all of it. A star: "
                "you bookmarked it."
            )
        )
        words.setWordWrap(True)
        column.addWidget(words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
