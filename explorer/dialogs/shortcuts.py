"""The sheet of shortcuts, made from the same table as the menus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Row = tuple[str, str, str]
"""Group, what it does, keys or gesture."""


class ShortcutSheet(QDialog):
    """Shows every action with its keys, by menu, in two columns."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        """Show `rows`; rows of a group follow one another."""
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(self.tr("Shortcuts"))
        groups = [(name, list(some)) for name, some in groupby(rows, key=lambda row: row[0])]
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setSpacing(40)
        for half in _halves(groups):
            column = QVBoxLayout()
            for name, some in half:
                column.addLayout(self._group(name, some))
                column.addSpacing(14)
            column.addStretch(1)
            columns.addLayout(column)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(area, 1)
        whole.addWidget(buttons)
        hint = sheet.sizeHint()
        self.resize(hint.width() + 60, min(hint.height() + 90, 720))

    def _group(self, name: str, rows: Sequence[Row]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        title = QLabel(name)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        grid.addWidget(title, 0, 0, 1, 2)
        for number, (_, text, keys) in enumerate(rows, 1):
            said = QLabel(keys, textFormat=Qt.TextFormat.PlainText)
            said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(QLabel(text, textFormat=Qt.TextFormat.PlainText), number, 0)
            grid.addWidget(said, number, 1)
        grid.setColumnStretch(0, 1)
        return grid


def _halves(
    groups: Sequence[tuple[str, list[Row]]],
) -> tuple[list[tuple[str, list[Row]]], list[tuple[str, list[Row]]]]:
    """Divide groups into two columns of about equal height, their order kept."""
    total = sum(len(rows) + 2 for _, rows in groups)
    left: list[tuple[str, list[Row]]] = []
    height = 0
    for group in groups:
        if height and height + (len(group[1]) + 2) / 2 > total / 2:
            break
        left.append(group)
        height += len(group[1]) + 2
    return left, list(groups[len(left) :])
