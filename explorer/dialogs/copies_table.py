"""CopiesTable: what a workspace or a chronicle holds now and what its copies hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from explorer.dialogs.contents import moment_words, seconds_words
from explorer.store.copies import Copy
from explorer.store.restoring import BEFORE_RESTORE, Content, Listed
from explorer.widgets.text import plain_tip
from explorer.wording.faults import fault_words


class CopiesTable(QTableWidget):
    """A row for what the file holds now, then one for each copy, the newest first."""

    def __init__(
        self, listed: Listed, names: Sequence[str], heads: Sequence[str], parent: QWidget
    ) -> None:
        """Show the counts of these names under these heads; the latest moment where one is told."""
        self._names = names
        self._dated = any(one.latest for one in (listed.now, *(one for _, one in listed.copies)))
        all_heads = [self.tr("Written"), *heads]
        all_heads += [self.tr("Last mark")] if self._dated else []
        all_heads += [self.tr("Size"), self.tr("Kept")]
        super().__init__(len(listed.copies) + 1, len(all_heads), parent)
        self._copies = listed.copies
        self.setHorizontalHeaderLabels(all_heads)
        size = QLocale().formattedDataSize(listed.size) if listed.size else ""
        self._fill(0, self._now_words(listed), listed.now, size, "")
        for row, (copy, content) in enumerate(listed.copies, start=1):
            size = QLocale().formattedDataSize(copy.size)
            self._fill(row, seconds_words(copy.written), content, size, self._why(copy))
        self._set_up()
        if listed.copies:
            self.selectRow(1)

    def chosen(self) -> Copy | None:
        """Return the copy of the current row, None where it cannot be brought back."""
        row = self.currentRow() - 1
        if row < 0 or self._copies[row][1].fault:
            return None
        return self._copies[row][0]

    def _set_up(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)

    def _now_words(self, listed: Listed) -> str:
        if not listed.written:
            return self.tr("now")
        return self.tr("now ({moment})").format(moment=seconds_words(listed.written))

    def _why(self, copy: Copy) -> str:
        if copy.label == "before the last save":
            return self.tr("before the last save")
        if copy.label.startswith(BEFORE_RESTORE):
            return self.tr("before a copy was brought back")
        return copy.label or self.tr("by time")

    def _fill(self, row: int, written: str, content: Content, size: str, why: str) -> None:
        counts = [QLocale().toString(content.counts.get(name, 0)) for name in self._names]
        if content.fault:
            counts = [""] * len(self._names)
        told = [moment_words(content.latest)] if self._dated else []
        if content.fault:
            why = self.tr("does not open: {fault}").format(fault=fault_words(content.fault))
        cells = (written, *counts, *told, size, why)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(fault_words(content.fault) or text))
            if 1 <= column <= len(self._names) or column == len(cells) - 2:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
