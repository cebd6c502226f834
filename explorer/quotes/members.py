"""Pages and strips for other selections than one event: none, a cluster, several events."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.model.records import Event
from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.event_list import EventList
from explorer.widgets.text import Label
from explorer.wording.numbers import number

_ROWS_OF_SEVERAL = 6


class EmptyPage(QWidget):
    """Says what to do when no event is selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = vertical(self, spacing=8, margins=24)
        column.addStretch(1)
        column.addWidget(Label(self.tr("No event selected"), scale=1.15, bold=True))
        hint = self.tr(
            "Click an event on the timeline or in the list to read what the sources say of it, "
            "in their own words."
        )
        column.addWidget(Label(hint, theme.muted))
        column.addStretch(2)


class _EventsByTitle(QWidget):
    """A heading, a hint, and events in date order to click.

    Signals:
        picked(str): the reader chose an event (its id).
    """

    picked = Signal(str)

    def _fill(self, heading: Label, hint: Label, events: Sequence[Event], rows: int) -> None:
        column = vertical(self, spacing=4, margins=0 if rows else 12)
        column.addWidget(heading)
        column.addWidget(hint)
        self.list = EventList(events, rows)
        self.list.setAccessibleName(heading.accessibleName())
        self.list.picked.connect(self.picked)
        column.addWidget(self.list, 1)


class MembersPage(_EventsByTitle):
    """The members of a cluster, or the events in a stretch of time, in a list of any length."""

    def __init__(self, events: Sequence[Event], theme: Theme) -> None:
        super().__init__()
        words = self.tr("{count} events here").format(count=number(len(events)))
        if len(events) == 1:
            words = self.tr("One event here")
        hint = self.tr("Click one to read what the sources say of it.")
        self._fill(Label(words, scale=1.15, bold=True), Label(hint, theme.muted), events, 0)


class SeveralStrip(_EventsByTitle):
    """Several events picked one by one; the current one is marked and shown below."""

    def __init__(self, events: Sequence[Event], current: str, theme: Theme) -> None:
        super().__init__()
        words = self.tr("{count} events selected").format(count=number(len(events)))
        hint = self.tr("The one that is marked is shown below.")
        muted = Label(hint, theme.muted, scale=0.92)
        self._fill(Label(words, bold=True), muted, events, _ROWS_OF_SEVERAL)
        self.list.mark(current)
