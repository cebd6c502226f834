"""Tables on the clipboard: rows as lines, cells apart by tabs, as spreadsheets take them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QGuiApplication


def tabbed(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a text; line ends and tabs within a cell become blanks."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def copy_table(rows: Iterable[Sequence[str]]) -> None:
    """Put rows on the clipboard."""
    QGuiApplication.clipboard().setText(tabbed(rows))
