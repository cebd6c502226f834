"""FlowLayout: items side by side, in as many rows as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays its items out as words on a page; an item wider than a row gets the whole row."""

    def __init__(self, across: int = 8, down: int = 4) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._across = across
        self._down = down
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget) -> None:
        """Append a widget."""
        self.addWidget(widget)
        self.invalidate()

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Return the height in pixels of the rows in `area`; put the items there if asked to."""
        x, y, row = area.x(), area.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), area.width())
            height = hint.height()
            if item.hasHeightForWidth() and width < hint.width():
                height = item.heightForWidth(width)
            if x > area.x() and x + width > area.right() + 1:
                x, y, row = area.x(), y + row + self._down, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self._across
            row = max(row, height)
        return y + row - area.y()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, or None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that rows depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of all rows at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._heights = {}
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:
        """Put the items in place."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """Ask for the widest item's room."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Make do with the narrowest the items can be."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size
