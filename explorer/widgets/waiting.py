"""Waiting: what stands in a panel's place while what it shows is being worked out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.busy import BusyBar
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, Link
from explorer.wording.faults import fault_words


class WaitingPage(QWidget):
    """Says what is worked out and how far that is; once given up, it offers to begin again.

    Its `bar` tells progress, `told` is what it says, `again` is the link that begins anew.
    """

    def __init__(self, title: str, told: str, theme: Theme) -> None:
        super().__init__()
        self.told = told
        column = vertical(self, spacing=8, margins=24)
        column.addStretch(1)
        column.addWidget(Label(title, scale=1.15, bold=True))
        self._label = Label(told, theme.muted)
        column.addWidget(self._label)
        self.bar = BusyBar()
        row = FlowLayout()
        row.add(self.bar)
        column.addLayout(row)
        self.again = Link(self.tr("Begin again"), theme.accent)
        column.addWidget(self.again)
        column.addStretch(2)

    def begin(self) -> None:
        """Say what is worked out."""
        self._label.setText(self.told)
        self.again.hide()

    def give_up(self, _why: object = "") -> None:
        """Say that it was given up, and offer to begin again."""
        self._label.setText(self.tr("Given up."))
        self.again.show()

    def fail(self, fault: str) -> None:
        """Say what hindered it, and offer to begin again."""
        self._label.setText(fault_words(fault))
        self.again.show()
