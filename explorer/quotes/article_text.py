"""ArticleText: a whole text, read-only, in which marked passages can be pointed at and clicked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from explorer.quotes.marked import Mark, MarkedText
from explorer.quotes.offsets import Offsets
from explorer.theme import Theme
from explorer.widgets.text import plain_tip

_LINE_HEIGHT = 130.0
_PARAGRAPH_GAP = 8.0
_MARGIN = 12.0
_BAR = Qt.ScrollBarPolicy
_NEVER_FITS = 8_000
"""Code points of which no screen shows all: a bar that came late would have them laid out twice."""


class ArticleText(QTextEdit):
    """Shows a marked text. The words go in as plain text; marks are formats laid over them.

    Signals:
        pressed(int, QPoint): the reader clicked, or pressed Enter, on a marked passage: the code
            point, and the place on screen.
    """

    pressed = Signal(int, QPoint)

    def __init__(self, theme: Theme, tip: Callable[[int], str], parent: QWidget | None = None):
        """Make an empty view; `tip` words what a code point of the text is marked for."""
        super().__init__(parent)
        self._theme = theme
        self._tip = tip
        self._marked: MarkedText | None = None
        self._offsets = Offsets("")
        self._current: tuple[Mark, ...] = ()
        self._own: QTextDocument | None = None
        self._press = QPoint()
        self._follows = True
        self.setAcceptRichText(False)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_marked(self, marked: MarkedText, theme: Theme) -> None:
        """Show another text, or the same in another theme."""
        if marked == self._marked and theme == self._theme:
            return
        self._marked = marked
        self._theme = theme
        self._offsets = Offsets(marked.text)
        self._current = ()
        self.setExtraSelections([])
        scrolls = len(marked.text) > _NEVER_FITS
        always, needed = _BAR.ScrollBarAlwaysOn, _BAR.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(always if scrolls else needed)
        old, self._own = self._own, self._filled(marked)
        self.setDocument(self._own)
        if old is not None:
            old.deleteLater()

    def _filled(self, marked: MarkedText) -> QTextDocument:
        """Return a document with the text and its marks; once it is shown, it is laid out once."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setDefaultTextOption(self.document().defaultTextOption())
        document.setDocumentMargin(_MARGIN)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(_paragraph_format(marked.text))
        cursor.insertText(marked.text, QTextCharFormat())
        style = self._style(faint=True)
        for mark in marked.marks:
            self._place(cursor, mark)
            cursor.mergeCharFormat(style)
        return document

    def show_current(self, marks: Sequence[Mark]) -> None:
        """Make some marks stand out and scroll to the first of them."""
        if tuple(marks) == self._current:
            return
        self._current = tuple(marks)
        selections = []
        for mark in sorted(marks, key=lambda one: not one.passage):  # what was found lies on top
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            self._place(cursor, mark)
            selection.cursor = cursor
            selection.format = self._style(faint=False) if mark.passage else self._found_style()
            selections.append(selection)
        self.setExtraSelections(selections)
        self._follows = True
        self._scroll_to_current()

    def point_at(self, place: QPoint) -> int:
        """Return the code point whose letter is drawn at a place of the viewport; -1 for none."""
        x = place.x() + self.horizontalScrollBar().value()
        y = place.y() + self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        unit = layout.hitTest(QPoint(x, y).toPointF(), Qt.HitTestAccuracy.ExactHit)
        return -1 if unit < 0 else self._offsets.to_points(unit)

    def place_of(self, point: int) -> QPoint:
        """Return the middle of a code point's letter in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_units(point))
        before = self.cursorRect(cursor)
        cursor.setPosition(self._offsets.to_units(point + 1))
        after = self.cursorRect(cursor)
        if after.top() != before.top():
            return before.center() + QPoint(2, 0)
        return QPoint((before.left() + after.left()) // 2, before.center().y())

    def _place(self, cursor: QTextCursor, mark: Mark) -> None:
        cursor.setPosition(self._offsets.to_units(mark.start))
        cursor.setPosition(self._offsets.to_units(mark.end), QTextCursor.MoveMode.KeepAnchor)

    def _style(self, *, faint: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        colour = QColor(self._theme.highlight)
        if faint:
            colour = _between(colour, QColor(self._theme.base))
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            style.setUnderlineColor(QColor(self._theme.muted))
        else:
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            style.setUnderlineColor(QColor(self._theme.accent))
        style.setBackground(colour)
        return style

    def _found_style(self) -> QTextCharFormat:
        """Return how words that a search found are marked: otherwise than any passage."""
        style = QTextCharFormat()
        style.setForeground(QColor(self._theme.base))
        style.setBackground(QColor(self._theme.accent))
        return style

    def _scroll_to_current(self) -> None:
        """Bring the first current mark to the upper third of the view."""
        if not self._current or not self._follows:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_units(self._current[0].start))
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() + bar.value()
        bar.setValue(max(0, top - self.viewport().height() // 4))

    def _is_marked(self, point: int) -> bool:
        return point >= 0 and self._marked is not None and bool(self._marked.at(point))

    def viewportEvent(self, event: QEvent) -> bool:
        """Word the passage under the pointer as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = self.point_at(event.pos())
            words = self._tip(point) if self._is_marked(point) else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll once the size is known."""
        super().showEvent(event)
        self._scroll_to_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current passage in view until the reader scrolls."""
        super().resizeEvent(event)
        self._scroll_to_current()

    def wheelEvent(self, event: QEvent) -> None:
        """Let the reader lead from now on."""
        self._follows = False
        super().wheelEvent(event)  # type: ignore[arg-type]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click began."""
        self._follows = False
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        marked = self._is_marked(self.point_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if marked else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on a passage; a drag selects words as everywhere."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        still = (place - self._press).manhattanLength() < QApplication.startDragDistance()
        if event.button() is not Qt.MouseButton.LeftButton or not still:
            return
        point = self.point_at(place)
        if self._is_marked(point):
            self.pressed.emit(point, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter pick the passage in which the text cursor stands."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            point = self._offsets.to_points(self.textCursor().position())
            if self._is_marked(point):
                place = self.cursorRect().bottomLeft()
                self.pressed.emit(point, self.viewport().mapToGlobal(place))
                return
        super().keyPressEvent(event)


def _paragraph_format(text: str) -> QTextBlockFormat:
    """Return the format of a paragraph, set off from the next unless blank lines do that."""
    style = QTextBlockFormat()
    style.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    style.setBottomMargin(0.0 if "\n\n" in text else _PARAGRAPH_GAP)
    return style


def _between(first: QColor, second: QColor) -> QColor:
    return QColor(
        (first.red() + second.red()) // 2,
        (first.green() + second.green()) // 2,
        (first.blue() + second.blue()) // 2,
    )
