"""Who took part in an event and which other events it is tied to, each a link to follow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from explorer.model.records import Event, Participation
from explorer.model.selection import ActorSelected
from explorer.quotes.wording import Related, related_events
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.text import Label, Link
from explorer.wording import date_wording

_SMALL = 0.92


class _Ties(QWidget):
    """A titled section of an event's page."""

    def __init__(self, session: Session, theme: Theme, event: Event) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._event = event
        self._column = vertical(self, spacing=3)

    def _heading(self, words: str) -> None:
        self._column.addWidget(Label(words, self._theme.muted, scale=_SMALL, bold=True))


class Participants(_Ties):
    """The actors of an event with role and stance, and whose claim it is, if only claimed."""

    def __init__(self, session: Session, theme: Theme, event: Event) -> None:
        super().__init__(session, theme, event)
        if event.claimed_by:
            self._add_claim(event.claimed_by)
        if event.participants:
            self._heading(self.tr("Participants"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(2)
            grid.setColumnStretch(0, 3)
            grid.setColumnStretch(1, 2)
            for row, part in enumerate(event.participants):
                self._add_row(grid, row, part)
            self._column.addLayout(grid)

    def _add_claim(self, actor: str) -> None:
        words = self.tr("Claim of {actor}").format(actor=self._name(actor))
        link = Link(words, self._theme.warning, actor, bold=True)
        link.setToolTip(self.tr("The sources report what this actor says; they do not confirm it."))
        link.followed.connect(self._go)
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_row(self, grid: QGridLayout, row: int, part: Participation) -> None:
        link = Link(self._name(part.actor), self._theme.accent, part.actor)
        link.followed.connect(self._go)
        grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignTop)
        role = self._session.codebook.role_name(part.role)
        words = f"{role} · {part.stance}" if part.stance else role
        grid.addWidget(Label(words, self._theme.muted), row, 1, Qt.AlignmentFlag.AlignTop)

    def _name(self, actor: str) -> str:
        known = self._session.chronicle.actor.get(actor)
        return known.name if known else actor

    def _go(self, actor: str) -> None:
        self._session.select(ActorSelected(actor, self._event.id))


class RelatedEvents(_Ties):
    """The events that this one answers, belongs to, leads to or contradicts, and the reverse."""

    def __init__(self, session: Session, theme: Theme, event: Event) -> None:
        super().__init__(session, theme, event)
        related = related_events(session.chronicle, event, codebook=session.codebook)
        if related:
            self._heading(self.tr("Related events"))
        word = ""
        for one in related:
            if one.word != word:
                word = one.word
                self._column.addSpacing(2)
                self._column.addWidget(Label(word, scale=_SMALL))
            self._add(one)

    def _add(self, related: Related) -> None:
        block = QWidget()
        column = vertical(block, spacing=0)
        column.setContentsMargins(10, 0, 0, 2)
        link = Link(related.event.title, self._theme.accent, related.event.id)
        link.followed.connect(self._session.reveal)
        column.addWidget(link)
        dated = date_wording(related.event.date.value)
        words = [related.answer, dated, related.distance, related.note]
        about = " · ".join(word for word in words if word)
        column.addWidget(Label(about, self._theme.muted, scale=_SMALL))
        self._column.addWidget(block)
