"""RestoreDialog: the copies of a workspace, what each holds, and one of them to bring back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.dialogs.contents import moment_words, seconds_words
from explorer.store.copies import Copy
from explorer.store.restoring import Content
from explorer.widgets.text import Label, plain_tip
from explorer.wording.faults import fault_words

_COUNTS = ("bookmarks", "notes", "attachments", "views")


class RestoreDialog(QDialog):
    """Lists what a workspace holds now and what its copies hold, the newest first.

    Signals:
        wanted(Copy, str): this copy is to be brought back, by a step of this name.
    """

    wanted = Signal(object, str)

    def __init__(
        self,
        path: Path,
        now: Content,
        copies: Sequence[tuple[Copy, Content]],
        read_only: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show the copies of `path`; with `read_only` none can be brought back, as it says."""
        super().__init__(parent)
        self.setObjectName("restore")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore an earlier copy"))
        self._copies = copies
        self._can = not read_only
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(Label(self._told(read_only)))
        self._table = self._made_table(now)
        column.addWidget(self._table, 1)
        column.addWidget(Label(str(path)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._bring = buttons.addButton(
            self.tr("&Bring this copy back"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._bring.setObjectName("bring")
        self._bring.clicked.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._table.itemSelectionChanged.connect(self._on_selected)
        self._table.itemDoubleClicked.connect(self._choose)
        if copies:
            self._table.selectRow(1)
        self._on_selected()
        self.resize(820, 180 + 30 * min(len(copies) + 1, 12))

    def _told(self, read_only: str) -> str:
        if read_only:
            return fault_words(read_only)
        if not self._copies:
            return self.tr(
                "There is no copy yet. One is kept of what the file held before, each hour, day "
                "and week in which you change something."
            )
        return self.tr(
            "Bringing a copy back is a step like any other: undo takes it back. What the file "
            "holds now is kept as a copy too."
        )

    def _made_table(self, now: Content) -> QTableWidget:
        heads = (
            self.tr("Written"),
            self.tr("Bookmarks"),
            self.tr("Notes"),
            self.tr("Texts"),
            self.tr("Views"),
            self.tr("Last mark"),
            self.tr("Size"),
            self.tr("Kept"),
        )
        table = QTableWidget(len(self._copies) + 1, len(heads))
        table.setObjectName("copies")
        table.setAccessibleName(self.tr("Copies and what they hold"))
        table.setHorizontalHeaderLabels(heads)
        _fill(table, 0, (self.tr("now"), *_counts(now), "", ""), now.fault)
        for row, (copy, content) in enumerate(self._copies, start=1):
            size = QLocale().formattedDataSize(copy.size)
            cells = (seconds_words(copy.written), *_counts(content), size, self._why(copy))
            _fill(table, row, cells, content.fault)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.setWordWrap(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        return table

    def _why(self, copy: Copy) -> str:
        if copy.label == "before the last save":
            return self.tr("before the last save")
        if copy.label.startswith("before-restore"):
            return self.tr("before a copy was brought back")
        return copy.label or self.tr("by time")

    def _on_selected(self) -> None:
        self._bring.setEnabled(self._can and self._chosen() is not None)

    def _chosen(self) -> Copy | None:
        row = self._table.currentRow() - 1
        if row < 0 or self._copies[row][1].fault:
            return None
        return self._copies[row][0]

    def _choose(self) -> None:
        copy = self._chosen()
        if copy is None or not self._can:
            return
        name = self.tr("Restore the copy of {moment}").format(moment=seconds_words(copy.written))
        self.accept()
        self.wanted.emit(copy, name)


def _counts(content: Content) -> tuple[str, ...]:
    if content.fault:
        return ("", "", "", "", fault_words(content.fault))
    numbers = [QLocale().toString(content.counts.get(name, 0)) for name in _COUNTS]
    return (*numbers, moment_words(content.latest))


def _fill(table: QTableWidget, row: int, cells: Sequence[str], fault: str) -> None:
    for column, text in enumerate(cells):
        item = QTableWidgetItem(text)
        item.setToolTip(plain_tip(fault_words(fault) or text))
        if 1 <= column <= len(_COUNTS) or column == len(_COUNTS) + 2:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setItem(row, column, item)
