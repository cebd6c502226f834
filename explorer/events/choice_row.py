"""ChoiceRow: how a value to tick is drawn, and what ticks it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.events.choices import COUNT_ROLE, ChoiceModel

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BOX = 13
_PAD = 6


class ChoiceRow(QStyledItemDelegate):
    """Draws a choice with its count at the right; a press anywhere on the row ticks it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Write headings small and bold."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.data(COUNT_ROLE) is None:
            font = QFont(option.font)
            font.setBold(True)
            option.font = font
            option.state |= QStyle.StateFlag.State_Enabled
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, muted)

    def sizeHint(self, option: QStyleOptionViewItem, index: _ANY_INDEX) -> QSize:
        """Make every row as tall, whether it has an icon or not."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 7)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY_INDEX) -> None:
        """Draw the box and the choice, then the count."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        style = drawn.widget.style() if drawn.widget else QApplication.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, drawn, painter, drawn.widget)
        count = index.data(COUNT_ROLE)
        words = "" if count is None else str(count)
        room = drawn.fontMetrics.horizontalAdvance(words) + 14 if words else 0
        whole = QRect(drawn.rect)
        indent = 2
        if words:
            ticked = drawn.checkState == Qt.CheckState.Checked
            top = whole.y() + (whole.height() - _BOX) / 2
            _draw_box(painter, QRectF(whole.x() + _PAD, top, _BOX, _BOX), drawn.palette, ticked)
            drawn.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
            indent = _PAD + _BOX + 3
        drawn.rect = whole.adjusted(indent, 0, -room, 0)
        item = QStyle.ControlElement.CE_ItemViewItem
        style.drawControl(item, drawn, painter, drawn.widget)
        if words:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setFont(drawn.font)
            painter.setPen(QColor(drawn.palette.color(QPalette.ColorRole.PlaceholderText)))
            painter.drawText(whole.adjusted(0, 0, -8, 0), right, words)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        index: _ANY_INDEX,
    ) -> bool:
        """Tick by a click anywhere on the row, by Space and by Enter."""
        pressed = isinstance(event, QKeyEvent) and event.key() in _TICKING
        pressed = pressed and event.type() == QEvent.Type.KeyPress
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        if (pressed or clicked) and isinstance(model, ChoiceModel):
            model.toggle(index)
            return True
        return False


def _draw_box(painter: QPainter, area: QRectF, palette: QPalette, ticked: bool) -> None:
    """Draw a box to tick; the style's own is all but invisible on dark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = palette.color(QPalette.ColorRole.Accent)
    base = palette.color(QPalette.ColorRole.Base)
    painter.setPen(accent if ticked else palette.color(QPalette.ColorRole.PlaceholderText))
    painter.setBrush(accent if ticked else base)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if ticked:
        painter.setPen(QPen(base, 2))
        corners = ((0.24, 0.52), (0.44, 0.72), (0.78, 0.30))
        left, top, side = area.x(), area.y(), area.width()
        painter.drawPolyline(
            QPolygonF([QPointF(left + x * side, top + y * side) for x, y in corners])
        )
    painter.restore()
