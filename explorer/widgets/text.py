"""Texts from files as widgets: labels and links that wrap at any width, never read as HTML."""

from __future__ import annotations

import html
import math
import re

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QWidget,
)

_LONG_WORD = re.compile(r"\S{25,}")
_HAIR = "\u200b"
WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def breakable(text: str) -> str:
    """Return `text` with invisible places to break in words too long for a narrow panel."""
    return _LONG_WORD.sub(lambda word: _HAIR.join(word.group()), text)


def plain_tip(text: str) -> str:
    """Return a tool tip that shows `text` as it is, wrapped; Qt takes some bare tips for HTML."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""


def coloured(widget: QWidget, colour: str) -> None:
    """Write a widget's text in `colour` (#RRGGBB) and leave the rest of its palette inherited."""
    palette = QPalette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(colour))
    widget.setPalette(palette)


def styled(font: QFont, *, scale: float = 1.0, bold: bool = False, italic: bool = False) -> QFont:
    """Return a font like `font`, `scale` times its size."""
    made = QFont(font)
    made.setPointSizeF(max(font.pointSizeF() * scale, 6.0))
    made.setBold(bold)
    made.setItalic(italic)
    return made


class Label(QLabel):
    """A plain text that wraps and never asks for more width than there is."""

    def __init__(
        self,
        text: str,
        colour: str = "",
        *,
        scale: float = 1.0,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(breakable(text))
        self.setAccessibleName(text)
        self.setFont(styled(self.font(), scale=scale, bold=bold))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if colour:
            coloured(self, colour)


class Words(Label):
    """A label for a flow: one line where it has the room, wrapped where it has not."""

    def __init__(self, text: str, colour: str = "", *, scale: float = 1.0) -> None:
        super().__init__(text, colour, scale=scale)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContentsMargins(0, 1, 0, 1)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 2)


class Link(QAbstractButton):
    """A button that looks like a link and wraps; Enter, Space and a click press it.

    `words` is its text: `text()` stays empty, as Qt would take an ampersand in it for a shortcut.

    Signals:
        followed(str): it was pressed; carries `target`, the id of what it leads to.
    """

    followed = Signal(str)

    def __init__(
        self,
        words: str,
        colour: str,
        target: str = "",
        *,
        scale: float = 1.0,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._heights: dict[int, int] = {}
        self.target = target
        self.clicked.connect(self._follow)
        self.setAccessibleName(words)
        self.setFont(styled(self.font(), scale=scale, bold=bold))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        coloured(self, colour)

    def _follow(self) -> None:
        self.followed.emit(self.target)

    def _laid_out(self, width: float) -> tuple[QTextLayout, float]:
        """Return the words broken into lines of at most `width` pixels, and their height."""
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        layout = QTextLayout(self.words.replace("\n", " "), font)
        option = QTextOption()
        option.setWrapMode(WRAP)
        layout.setTextOption(option)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0.0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the wrapped words."""
        if width not in self._heights:
            self._heights[width] = math.ceil(self._laid_out(width)[1]) + 2
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.words) + 3, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Make do with the width of a few letters."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.averageCharWidth() * 6, self.sizeHint().width()), metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a change of font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights = {}
            self.updateGeometry()

    def enterEvent(self, event: QEvent) -> None:
        """Underline the words under the pointer."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the underline away."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the link as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, and a frame around them when they have the focus."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout, _ = self._laid_out(self.width())
        layout.draw(painter, QPointF(0.0, 1.0))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self
            )
        painter.end()
