"""Sides: the passages that differ, side by side, each with its article, status and words."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.analysis.disagreement import Differing, SideSaid
from explorer.model.selection import PassageSelected
from explorer.session.session import Session
from explorer.sources.in_words import InWords, in_words
from explorer.theme import Theme
from explorer.widgets.boxes import Badge, Box
from explorer.widgets.flow import FlowLayout
from explorer.widgets.prose import Prose
from explorer.widgets.text import Label, Link, Words, styled
from explorer.wording import date_wording
from explorer.wording.citations import authors, issued, publication
from explorer.wording.standing import status_words

_SMALL = 0.92
_LEAST = 230
"""Pixels that a side needs to be read beside another."""


class Sides(QWidget):
    """As many sides beside each other as there is room for."""

    def __init__(self, session: Session, theme: Theme, differing: Differing) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._differing = differing
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._boxes = [self._box(side) for side in differing.sides]
        self._arrange(2)

    def _arrange(self, across: int) -> None:
        across = max(1, min(across, len(self._boxes)))
        if across == self._across:
            return
        for column in range(self._across):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for place, box in enumerate(self._boxes):
            self._grid.removeWidget(box)
            self._grid.addWidget(box, place // across, place % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)

    def _box(self, side: SideSaid) -> Box:
        chronicle, theme = self._session.chronicle, self._theme
        passage = chronicle.passage[side.passage]
        article = chronicle.article[passage.article]
        read = in_words(self._session.library, side.passage, self._differing.events)
        box = Box(theme.brief if read.ours else theme.base, theme.border, bar=theme.accent)
        named = publication(article) or authors(article) or article.title
        when = date_wording(article.issued, short=True) if article.issued else issued(article)
        words = " · ".join((named, when))
        link = Link(words, theme.accent, side.passage, bold=True)
        link.setToolTip(self.tr("Show this passage"))
        link.followed.connect(self._show)
        box.column.addWidget(link)
        said = side.says
        if side.date is not None:
            said = self.tr("dates it: {date}").format(date=date_wording(side.date))
        if said:
            box.column.addWidget(Label(said))
        status = status_words(read.status, theme)
        row = FlowLayout()
        row.add(Badge(status.word, status.colour, status.sentence))
        where = self.tr("Paragraph {number}").format(number=passage.paragraph)
        row.add(Words(where, theme.muted, scale=_SMALL))
        if read.ours and read.words:
            row.add(Words(self.tr("our words, not a quotation"), theme.muted, scale=_SMALL))
        box.column.addLayout(row)
        box.column.addWidget(self._words(read))
        box.column.addStretch(1)
        return box

    def _words(self, read: InWords) -> QWidget:
        if not read.words:
            none = self.tr("Neither the article's text nor a brief of it is in hand.")
            return Label(none, self._theme.muted)
        text = Prose(read.words if read.ours else self.tr("“{quote}”").format(quote=read.words))
        text.setAccessibleName(self.tr("Our words") if read.ours else self.tr("Passage"))
        if read.ours:
            text.setFont(styled(text.font(), italic=True))
        return text

    def _show(self, passage: str) -> None:
        """Go to a passage, at the event of the disagreement that it bears on."""
        bearing = [event.id for event in self._session.chronicle.events_of_passage.get(passage, ())]
        common = [event for event in self._differing.events if event in bearing]
        event = (common or bearing or [""])[0]
        if event:
            self._session.reveal(event)
        self._session.select(PassageSelected(passage, event))

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Put as many sides beside each other as can be read so."""
        self._arrange(resize_event.size().width() // _LEAST)
        super().resizeEvent(resize_event)
