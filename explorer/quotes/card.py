"""ArticleCard: what one article says of an event: its citation and the passages that prove it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from explorer.quotes.editions import EditionButton
from explorer.quotes.evidence import Evidence, Exhibit
from explorer.quotes.passage_text import PassageText
from explorer.quotes.suggestion import pending_parts
from explorer.quotes.wording import assertion_lines, copied, paragraph_word, status_words
from explorer.session.session import Session
from explorer.sources.library import Status
from explorer.theme import Theme
from explorer.widgets.boxes import Badge, Box, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.note_editor import NoteEditor
from explorer.widgets.rating_box import RatingBox
from explorer.widgets.text import Label, Words, plain_tip
from explorer.wording.citations import authors, issued, publication

_SMALL = 0.92


def is_web_address(url: str) -> bool:
    """Tell whether an address may be opened: http and https only."""
    return url.lower().startswith(("http://", "https://"))


class ExhibitView(QWidget):
    """One passage (or several of one paragraph) with its status, words and buttons.

    Signals:
        article_requested(str): show the article at this passage (its id).
    """

    article_requested = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, evidence: Evidence, exhibit: Exhibit
    ) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._evidence = evidence
        self.exhibit = exhibit
        self._column = vertical(self, spacing=6)
        self._add_line()
        self._add_words()
        for assertion in exhibit.asserts:
            lines = assertion_lines(assertion)
            said = "\n".join((self.tr("As we read this source:"), *lines))
            self._column.addWidget(Label(said, theme.warning, scale=_SMALL))
        self._add_buttons()
        note = NoteEditor(session, theme, "passage", exhibit.passages[0])
        self._column.addWidget(note)

    def copy(self) -> None:
        """Put the words with their citation on the clipboard."""
        text = copied(self._evidence, self.exhibit)
        if text:
            QGuiApplication.clipboard().setText(text)
            self._session.notice.emit(self.tr("Copied with its citation."))

    def _add_line(self) -> None:
        exhibit = self.exhibit
        words = status_words(exhibit.status, self._theme)
        row = FlowLayout()
        row.add(Badge(words.word, words.colour, words.sentence))
        for stance in exhibit.stances:
            if exhibit.stances != ("supports",):
                words_of_it = self._session.codebook.stances.get(stance, stance)
                colour = self._theme.danger if stance == "disputes" else self._theme.muted
                row.add(Badge(words_of_it, colour))
        where = paragraph_word(exhibit.paragraph)
        row.add(Words(where[:1].upper() + where[1:], self._theme.muted, scale=_SMALL))
        self._column.addLayout(row)
        if exhibit.status not in (Status.EXACT, Status.UNATTACHED):
            self._column.addWidget(Label(words.sentence, words.colour, scale=_SMALL))
        for passage in exhibit.passages:
            part = pending_parts(self._session, self._theme, passage)
            if part is not None:
                self._column.addWidget(part)

    def _add_words(self) -> None:
        context = self.exhibit.context
        theme = self._theme
        if context is None:
            none = self.tr("Neither the article's text nor a brief of it is in hand.")
            self._column.addWidget(Label(none, theme.muted))
            return
        if self.exhibit.ours:
            box = Box(theme.brief, theme.border, dashed=True)
            heading = self.tr("Our words, not a quotation")
            box.column.addWidget(Label(heading, theme.muted, scale=_SMALL, bold=True))
        else:
            box = Box(theme.base, theme.border, bar=theme.accent)
        text = PassageText(context, theme, ours=self.exhibit.ours)
        text.setAccessibleName(
            self.tr("Our words") if self.exhibit.ours else self.tr("Passage in its paragraph")
        )
        box.column.addWidget(text)
        self._column.addWidget(box)

    def _add_buttons(self) -> None:
        if self.exhibit.context is None:
            return
        row = FlowLayout(across=2, down=2)
        words = self.tr("Show in article") if self._evidence.attached else self.tr("Show in brief")
        show = tool_button(words, "book", self._theme)
        show.clicked.connect(self._ask_article)
        copy = tool_button(self.tr("Copy with citation"), "copy", self._theme)
        copy.clicked.connect(self.copy)
        row.add(show)
        row.add(copy)
        self._column.addLayout(row)

    def _ask_article(self) -> None:
        self.article_requested.emit(self.exhibit.passages[0])


class ArticleCard(Box):
    """Everything one article says of an event.

    Signals:
        article_requested(str, str): show the article (its id) at a passage (its id).
        attach_requested(str): the reader wants to attach the article (its id).
    """

    article_requested = Signal(str, str)
    attach_requested = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, evidence: Evidence, opener: Callable[[str], None]
    ) -> None:
        super().__init__(theme.alternate, theme.border)
        self._theme = theme
        self._opener = opener
        self._session = session
        self._article = evidence.article
        self._add_citation(self.column)
        if self._article.id in session.library.altered:
            changed = self.tr(
                "The kept copy of this text was changed outside Quoteline. Each passage below is "
                "checked against what the copy holds now; attach the article again to mend it."
            )
            self.column.addWidget(Label(changed, theme.danger, scale=_SMALL))
        self.exhibits: list[ExhibitView] = []
        for number, exhibit in enumerate(evidence.exhibits):
            if number:
                self.column.addSpacing(6)
            view = ExhibitView(session, theme, evidence, exhibit)
            view.article_requested.connect(self._ask_article)
            self.exhibits.append(view)
            self.column.addWidget(view)
        self._add_buttons(evidence)
        for kind in ("source", "reading"):
            self.column.addWidget(RatingBox(session, theme, kind, self._article.id))
        note = NoteEditor(session, theme, "article", self._article.id)
        self.column.addWidget(note)

    def _add_citation(self, column: QVBoxLayout) -> None:
        article = self._article
        column.addWidget(Label(article.title, bold=True))
        parts = (authors(article), publication(article), issued(article))
        about = " · ".join(part for part in parts if part)
        column.addWidget(Label(about, self._theme.muted, scale=_SMALL))

    def _add_buttons(self, evidence: Evidence) -> None:
        row = FlowLayout(across=2, down=2)
        if not evidence.attached:
            attach = tool_button(self.tr("Attach the article…"), "attach", self._theme)
            attach.setToolTip(self.tr("Choose the file with this article, to read its own words"))
            attach.clicked.connect(self._ask_attach)
            row.add(attach)
        else:
            edition = EditionButton(self._session, self._theme, self._article.id)
            edition.attach_requested.connect(self.attach_requested)
            row.add(edition)
        if is_web_address(self._article.url):
            row.add(self._link_button())
        if row.count():
            self.column.addLayout(row)

    def _link_button(self) -> QToolButton:
        button = tool_button(
            self.tr("Open link"), "link", self._theme, plain_tip(self._article.url)
        )
        button.clicked.connect(self._open)
        return button

    def _open(self) -> None:
        self._opener(self._article.url)

    def _ask_attach(self) -> None:
        self.attach_requested.emit(self._article.id)

    def _ask_article(self, passage: str) -> None:
        self.article_requested.emit(self._article.id, passage)
