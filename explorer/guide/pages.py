"""PagesDialog: a text of ours to read, such as the help, with its headings to go to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

_BLOCK = Qt.ItemDataRole.UserRole
_DEEPEST = 2
"""Headings of this level and above stand in the list."""


class PagesDialog(QDialog):
    """Shows a Markdown text that comes with the program; nothing in it leads out of it."""

    def __init__(self, title: str, markdown: str, parent: QWidget | None = None) -> None:
        """Show `markdown`, a text of ours."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(title)
        self.text.document().setDocumentMargin(14)
        self.text.setMarkdown(markdown)
        self.headings = QListWidget()
        self.headings.setAccessibleName(self.tr("Headings"))
        self.headings.currentItemChanged.connect(self._go)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find on this page"))
        self.search.setAccessibleName(self.tr("Find on this page"))
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(self._find_first)
        self.search.returnPressed.connect(self._find_next)
        self._fill()
        self._lay_out()
        self.resize(860, 640)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.headings, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.text)
        split.setSizes([240, 620])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(split, 1)
        whole.addWidget(buttons)
        self.text.setFocus()

    def _fill(self) -> None:
        block = self.text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if 0 < level <= _DEEPEST and block.text():
                item = QListWidgetItem(("    " if level > 1 else "") + block.text())
                item.setData(_BLOCK, block.blockNumber())
                self.headings.addItem(item)
            block = block.next()

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._bring_up(self.text.document().findBlockByNumber(item.data(_BLOCK)))

    def _bring_up(self, block: QTextBlock) -> None:
        """Scroll a block to the top."""
        place = self.text.document().documentLayout().blockBoundingRect(block).top()
        self.text.verticalScrollBar().setValue(round(place) - 8)

    def _find_first(self, _text: str) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    def _find_next(self) -> None:
        """Mark the next place of what is sought, from the beginning after the last one."""
        words = self.search.text()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words, QTextDocument.FindFlag(0))
