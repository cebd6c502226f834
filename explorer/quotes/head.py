"""The head of an event's page: title, date as printed and as read, type, summary, place."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.model.records import Dating, Event
from explorer.quotes.wording import importance_word
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import TypeMark, drawn_icon, vertical
from explorer.widgets.prose import Prose
from explorer.widgets.text import Label
from explorer.wording import bounds_wording, date_wording

_TITLE = 1.3
_SMALL = 0.92
_DAYS = re.compile(r"[\[{]?(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?:/|\.\.)?){2}[\]}]?")
"""Two whole days: the wording of such a date says already how early and late it may be."""


class EventHead(QWidget):
    """What an event is and when it was; the star marks and unmarks it."""

    def __init__(self, session: Session, theme: Theme, event: Event) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._event = event
        column = vertical(self, spacing=4)
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(Label(event.title, scale=_TITLE, bold=True), 1)
        self.star = QToolButton()
        self.star.setObjectName("star")
        self.star.setIconSize(QSize(20, 20))
        self.star.setAutoRaise(True)
        self.star.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.star.clicked.connect(self._toggle)
        title.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(title)
        self._add_date(column, event.date)
        column.addSpacing(4)
        self._add_type(column)
        if event.summary:
            column.addSpacing(4)
            column.addWidget(Prose(event.summary))
        self.show_star()

    def show_star(self) -> None:
        """Show whether the event is bookmarked."""
        marked = self._event.id in self._session.workspace.bookmark
        words = self.tr("Remove the bookmark") if marked else self.tr("Bookmark this event")
        self.star.setIcon(drawn_icon("star-filled" if marked else "star", self._theme))
        self.star.setToolTip(words)
        self.star.setAccessibleName(words)

    def _toggle(self) -> None:
        self._session.toggle_bookmark(self._event.id)

    def _add_date(self, column: QVBoxLayout, date: Dating) -> None:
        column.addWidget(Label(date_wording(date.value), scale=1.08, bold=True))
        muted = self._theme.muted
        basis = self._session.codebook.bases.get(date.basis, date.basis)
        read = [self.tr("as printed: “{words}”").format(words=date.text)] if date.text else []
        read.append(basis[:1].lower() + basis[1:])
        if not _DAYS.fullmatch(date.value.edtf):
            read.append(bounds_wording(date.value))
        words = " · ".join(word for word in read if word)
        column.addWidget(Label(words[:1].upper() + words[1:], muted, scale=_SMALL))
        if date.note:
            note = self.tr("Note: {note}").format(note=date.note)
            column.addWidget(Label(note, muted, scale=_SMALL))

    def _add_type(self, column: QVBoxLayout) -> None:
        codebook, event = self._session.codebook, self._event
        quad = codebook.quad_of(event.type)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(TypeMark(quad, self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        words = " · ".join(
            (codebook.type_name(event.type), quad.name, importance_word(event.importance))
        )
        row.addWidget(Label(words), 1)
        column.addLayout(row)
        where = self.tr("Place: {words}").format(words=event.place) if event.place else ""
        tags = self.tr("Tags: {words}").format(words=", ".join(event.tags)) if event.tags else ""
        if about := " · ".join(part for part in (where, tags) if part):
            column.addWidget(Label(about, self._theme.muted, scale=_SMALL))
