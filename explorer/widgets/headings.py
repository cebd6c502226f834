"""Headings of tables: columns never narrower than what stands above them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

_AROUND = 12
"""Px beside the words of a heading."""


def column_width(header: QHeaderView, column: int, wanted: int) -> int:
    """Return the width `wanted` for a column, or what its heading needs where that is more."""
    words = str(header.model().headerData(column, Qt.Orientation.Horizontal) or "")
    needed = max(header.fontMetrics().horizontalAdvance(line) for line in f"{words}\n".split("\n"))
    return max(wanted, needed + _AROUND)
