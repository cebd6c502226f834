"""Pair: two articles side by side, passage by passage, joined where they tell of the same event."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from explorer.analysis.coverage import BEARS, Bearing, Coverage, Row
from explorer.coverage.words import article_name, bearing_colour, bearing_words
from explorer.model.selection import PassageSelected
from explorer.session.session import Session
from explorer.sources.in_words import in_words
from explorer.theme import Theme
from explorer.widgets.boxes import Badge, Box, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.prose import Prose
from explorer.widgets.text import Label, Link, Words, styled
from explorer.wording import date_wording
from explorer.wording.standing import status_words

_SMALL = 0.92
_MOST = 80
"""Events that are shown at once; the filters narrow them further."""


class Pair(QWidget):
    """Every event that both articles bear on, and under it what each of them says.

    The page is made when it is looked at.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._coverage = Coverage()
        self._is_stale = True
        self.first = self._choice(self.tr("First article"))
        self.second = self._choice(self.tr("Second article"))
        self.count = Label("")
        self._page = QScrollArea()
        self._page.setWidgetResizable(True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setAccessibleName(self.tr("The passages of both articles"))
        bar = FlowLayout(across=8, down=4)
        bar.add(self.first)
        bar.add(self.second)
        column = vertical(self, spacing=6)
        column.addLayout(bar)
        column.addWidget(self.count)
        column.addWidget(self._page, 1)
        session.filters_changed.connect(self._show)
        session.library_changed.connect(self._show)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._show()

    def show_coverage(self, coverage: Coverage) -> None:
        """Compare articles of another coverage, the first two to begin with."""
        self._coverage = coverage
        for place, box in enumerate((self.first, self.second)):
            box.clear()
            for one in coverage.articles:
                box.addItem(article_name(one.article), one.article.id)
            box.setCurrentIndex(min(place, len(coverage.articles) - 1))
        self._show()

    def shared(self) -> tuple[Row, ...]:
        """Return the events that pass the filters and on which both articles bear."""
        both = (str(self.first.currentData() or ""), str(self.second.currentData() or ""))
        return tuple(
            row
            for row in self._coverage.among(self._session.visible_ids())
            if all(self._coverage.bearing(row, article) in BEARS for article in both)
        )

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.activated.connect(self._show)
        return box

    def _show(self) -> None:
        """Make the page anew, if it is on screen."""
        self._is_stale = True
        if self.isVisible():
            self._make()

    def _make(self) -> None:
        self._is_stale = False
        rows = self.shared()
        words = self.tr("Told by both: {count}").format(count=len(rows))
        if len(rows) > _MOST:
            words += " " + self.tr("(The first {most}; narrow the filters.)").format(most=_MOST)
        self.count.setText(words)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        both = (self.first.currentData(), self.second.currentData())
        for place, row in enumerate(rows[:_MOST]):
            link = Link(self._heading(row), self._theme.accent, row.id, bold=True)
            link.followed.connect(self._session.reveal)
            grid.addWidget(link, 2 * place, 0, 1, 2)
            for side, article in enumerate(both):
                grid.addWidget(self._box(row, article), 2 * place + 1, side)
        grid.setRowStretch(2 * len(rows) + 1, 1)
        old = self._page.takeWidget()
        self._page.setWidget(page)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _heading(self, row: Row) -> str:
        return f"{date_wording(row.date, short=True)}  ·  {row.event.title}"

    def _box(self, row: Row, article: str) -> Box:
        theme, session = self._theme, self._session
        gravest = bearing_colour(self._coverage.bearing(row, article), theme)
        box = Box(theme.base, theme.border, bar=gravest)
        for support in session.chronicle.support_by_article(row.event)[article]:
            read = in_words(session.library, support.passage, (row.id,))
            status = status_words(read.status, theme)
            line = FlowLayout()
            bearing = Bearing(support.stance)
            line.add(Words(bearing_words(bearing), bearing_colour(bearing, theme), scale=_SMALL))
            line.add(Badge(status.word, status.colour, status.sentence))
            number = session.chronicle.passage[support.passage].paragraph
            where = self.tr("Paragraph {number}").format(number=number)
            link = Link(where, theme.accent, f"{row.id}\n{support.passage}", scale=_SMALL)
            link.followed.connect(self._go)
            line.add(link)
            box.column.addLayout(line)
            box.column.addWidget(self._words(read.words, ours=read.ours))
        box.column.addStretch(1)
        return box

    def _words(self, words: str, *, ours: bool) -> QWidget:
        if not words:
            none = self.tr("Neither the article's text nor a brief of it is in hand.")
            return Label(none, self._theme.muted)
        text = Prose(words if ours else self.tr("“{quote}”").format(quote=words))
        text.setAccessibleName(self.tr("Our words") if ours else self.tr("Passage"))
        if ours:
            text.setFont(styled(text.font(), italic=True))
        return text

    def _go(self, target: str) -> None:
        event, _, passage = target.partition("\n")
        self._session.reveal(event)
        self._session.select(PassageSelected(passage, event))

    def showEvent(self, shown: object) -> None:
        """Make the page when it is first looked at."""
        super().showEvent(shown)  # type: ignore[arg-type]
        if self._is_stale:
            self._make()
