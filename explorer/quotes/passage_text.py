"""PassageText: a paragraph with the passages in it highlighted."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from explorer.quotes.context import Context
from explorer.quotes.offsets import Offsets
from explorer.theme import Theme
from explorer.widgets.prose import Prose
from explorer.widgets.text import styled

_CUT = "… "


class PassageText(Prose):
    """Shows a context: the passage stands out, the rest of its paragraph is muted.

    Words of our own (`ours`) are set in italics and underlined by dots instead of highlighted.
    """

    def __init__(self, context: Context, theme: Theme, *, ours: bool) -> None:
        before = _CUT if context.cut_before else ""
        after = _CUT[::-1] if context.cut_after else ""
        super().__init__(f"{before}{context.text}{after}")
        if ours:
            self.setFont(styled(self.font(), italic=True))
        self._mark(context, len(before), theme, ours=ours)

    def _mark(self, context: Context, shift: int, theme: Theme, *, ours: bool) -> None:
        offsets = Offsets(context.text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        around = QTextCharFormat()
        around.setForeground(QColor(theme.muted))
        cursor.mergeCharFormat(around)
        style = QTextCharFormat()
        style.setForeground(QColor(theme.text))
        if ours:
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            style.setUnderlineColor(QColor(theme.muted))
        else:
            style.setBackground(QColor(theme.highlight))
        for start, end in context.marks:
            cursor.setPosition(shift + offsets.to_units(start))
            cursor.setPosition(shift + offsets.to_units(end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(style)
