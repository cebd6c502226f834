"""Prose: a longer text from a file, to read, select and copy; never read as HTML."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from explorer.widgets.text import WRAP


class Prose(QTextEdit):
    """A read-only plain text, as tall as its words need, that can be selected and copied."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, str, int], int] = {}
        self.setAcceptRichText(False)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(WRAP)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setPlainText(text)
        self.setAccessibleName(self.tr("Text"))

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the words at a width."""
        key = (width, self.font().key(), self.document().revision())
        if key not in self._heights:
            # A copy: the shown document would be laid out anew at each measuring. It has the marks
            # of the shown one, as letters of two formats stand a little further apart.
            measured = self.document().clone()
            measured.setTextWidth(width)
            self._heights[key] = math.ceil(measured.size().height())
        return self._heights[key]

    def sizeHint(self) -> QSize:
        """Ask for what the words need at the present width."""
        width = self.width() if self.width() > 100 else 300
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Make do with any width."""
        return QSize(0, self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a change of font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel, as there is nothing to scroll here."""
        event.ignore()
