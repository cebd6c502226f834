"""The sections of an actor's page: offices and memberships, counts, partners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.actors.profile import Profile
from explorer.model.date import Date
from explorer.model.selection import ActorSelected, PassageSelected, current_event
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import TypeMark, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, Link, Words
from explorer.wording import date_wording

_SMALL = 0.92
_FIRST_PARTNERS = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class Section(QWidget):
    """A titled part of an actor's page."""

    def __init__(self, session: Session, theme: Theme, title: str) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.title = title
        self._column = vertical(self, spacing=4)
        self._column.addWidget(Label(title, theme.muted, scale=_SMALL, bold=True))

    def _name(self, actor: str) -> str:
        known = self._session.chronicle.actor.get(actor)
        return known.name if known else actor

    def _go_to_actor(self, actor: str) -> None:
        self._session.select(ActorSelected(actor, current_event(self._session.selection)))


class Posts(Section):
    """An actor's offices or memberships with their dates and the passages that say so."""

    def add(self, title: str, of: str, dates: Date, support: Sequence[str]) -> None:
        """Add one post or membership in the actor `of`."""
        block = QWidget()
        column = vertical(block, spacing=0)
        column.addWidget(Label(title))
        row = FlowLayout(across=10, down=0)
        if of:
            link = Link(self._name(of), self._theme.accent, of, scale=_SMALL)
            link.followed.connect(self._go_to_actor)
            row.add(link)
        row.add(Words(date_wording(dates), self._theme.muted, scale=_SMALL))
        for passage in support:
            self._add_source(row, passage)
        column.addLayout(row)
        self._column.addWidget(block)

    def _add_source(self, row: FlowLayout, passage: str) -> None:
        chronicle = self._session.chronicle
        known = chronicle.passage.get(passage)
        if known is None or chronicle.article[known.article].kind != "published":
            return
        article = chronicle.article[known.article]
        words = self.tr("{article}, paragraph {number}").format(
            article=article.container_title or article.title, number=known.paragraph
        )
        link = Link(words, self._theme.accent, passage, scale=_SMALL)
        link.setToolTip(self.tr("Show the passage"))
        link.followed.connect(self._go_to_passage)
        row.add(link)

    def _go_to_passage(self, passage: str) -> None:
        events = self._session.chronicle.events_of_passage.get(passage, ())
        event = events[0].id if events else ""
        if event:
            self._session.reveal(event)
        self._session.select(PassageSelected(passage, event))


class Counts(Section):
    """How many events there are of each type and in each role."""

    def end(self) -> None:
        """Keep the rows together at the top."""
        self._column.addStretch(1)

    def add_types(self, profile: Profile) -> None:
        """Count by type, each with its shape and colour."""
        codebook = self._session.codebook
        rows = [
            (TypeMark(codebook.quad_of(kind), self._theme), codebook.type_name(kind), number)
            for kind, number in profile.types
        ]
        self._add_rows(rows)

    def add_roles(self, profile: Profile) -> None:
        """Count by role, claims last."""
        codebook = self._session.codebook
        rows: list[tuple[QWidget | None, str, int]] = [
            (None, codebook.role_name(role), number) for role, number in profile.roles
        ]
        if profile.claims:
            rows.append((None, self.tr("Claimant"), profile.claims))
        self._add_rows(rows)

    def _add_rows(self, rows: Iterable[tuple[QWidget | None, str, int]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (mark, name, number) in enumerate(rows):
            if mark is not None:
                grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Label(name), row, 1)
            grid.addWidget(Words(str(number), self._theme.muted), row, 2, _RIGHT)
        self._column.addLayout(grid)


class Partners(Section):
    """The actors that share events with this one, the most frequent first."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        title: str,
        partners: Sequence[tuple[str, int]],
        event: str,
    ) -> None:
        """List (actor id, number of events); `event` is where a chosen actor leads back to."""
        super().__init__(session, theme, title)
        self._event = event
        self._partners = partners
        self._flow = FlowLayout(across=12, down=3)
        self._column.addLayout(self._flow)
        self._add(partners[:_FIRST_PARTNERS])
        words = self.tr("Show all {count}").format(count=len(partners))
        self._more = Link(words, theme.muted)
        self._more.clicked.connect(self._show_all)
        self._flow.add(self._more)
        self._more.setVisible(len(partners) > _FIRST_PARTNERS)

    def _add(self, partners: Sequence[tuple[str, int]]) -> None:
        for actor, number in partners:
            words = self.tr("{name} ({count})").format(name=self._name(actor), count=number)
            link = Link(words, self._theme.accent, actor)
            link.followed.connect(self._go)
            self._flow.add(link)

    def _go(self, actor: str) -> None:
        self._session.select(ActorSelected(actor, self._event))

    def _show_all(self) -> None:
        self._more.hide()
        self._add(self._partners[_FIRST_PARTNERS:])
