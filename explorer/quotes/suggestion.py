"""A passage that is not proven: what is suggested for it, the words compared, the reader's word."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from explorer.session.session import Session
from explorer.sources.library import Reading
from explorer.sources.status import Status
from explorer.sources.word_diff import Change, word_diff
from explorer.theme import Theme
from explorer.widgets.boxes import Box, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.prose import Prose
from explorer.widgets.text import Label

_SMALL = 0.92


class SuggestionBox(Box):
    """Shows the suggested words beside those that were coded, and asks for the reader's word."""

    def __init__(self, session: Session, theme: Theme, reading: Reading) -> None:
        super().__init__(theme.base, theme.border, bar=theme.warning)
        self._session = session
        self._theme = theme
        self._passage = reading.passage
        text = session.library.text(session.chronicle.passage[reading.passage].article) or ""
        found = text[reading.start : reading.end]
        before = session.library.words_before(reading.passage)
        share = self.tr("Suggested: {share} % agrees.").format(share=round(reading.score * 100))
        self.column.addWidget(Label(share, theme.warning, scale=_SMALL, bold=True))
        self.column.addWidget(DiffText(word_diff(before or found, found), theme))
        if before:
            key = self.tr("Struck through: words of the passage as coded. Underlined: new here.")
        else:
            key = self.tr(
                "The coded words are not in hand, so no word can be compared; our summary stands "
                "below. Read the place in the article before you accept it."
            )
        self.column.addWidget(Label(key, theme.muted, scale=_SMALL))
        self._add_buttons()

    def _add_buttons(self) -> None:
        row = FlowLayout(across=2, down=2)
        accept = tool_button(self.tr("Accept"), "accept", self._theme)
        accept.setToolTip(self.tr("This is the passage, in other words. Your mark, not evidence"))
        accept.clicked.connect(self._accept)
        refuse = tool_button(self.tr("Refuse"), "close", self._theme)
        refuse.setToolTip(self.tr("This is not the passage: it is missing from this text"))
        refuse.clicked.connect(self._refuse)
        row.add(accept)
        row.add(refuse)
        self.column.addLayout(row)

    def _accept(self) -> None:
        self._session.decide(self._passage, accepted=True)

    def _refuse(self) -> None:
        self._session.decide(self._passage, accepted=False)


class DiffText(Prose):
    """Words compared: what went is struck through, what came is underlined."""

    def __init__(self, changes: list[Change], theme: Theme) -> None:
        super().__init__("".join(one.text for one in changes))
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        for one in changes:
            units = len(one.text.encode("utf-16-le")) // 2
            cursor.setPosition(cursor.position())
            cursor.setPosition(cursor.position() + units, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_format(one.kind, theme))
            cursor.setPosition(cursor.selectionEnd())


def _format(kind: str, theme: Theme) -> QTextCharFormat:
    style = QTextCharFormat()
    if kind == "gone":
        style.setFontStrikeOut(True)
        style.setForeground(QColor(theme.danger))
    elif kind == "new":
        style.setFontUnderline(True)
        style.setForeground(QColor(theme.good))
    else:
        style.setForeground(QColor(theme.text))
    return style


class WordGiven(QWidget):
    """What the reader decided on a suggestion, with the way to take it back."""

    def __init__(self, session: Session, theme: Theme, reading: Reading) -> None:
        super().__init__()
        self._session = session
        self._passage = reading.passage
        column = vertical(self, spacing=2)
        accepted = reading.status is Status.ACCEPTED
        if not accepted:
            words = self.tr("You refused the place that was suggested.")
            column.addWidget(Label(words, theme.muted, scale=_SMALL))
        row = FlowLayout(across=2, down=2)
        words = self.tr("Take back your acceptance") if accepted else self.tr("Look at it again")
        back = tool_button(words, "undo", theme)
        back.clicked.connect(self._reconsider)
        row.add(back)
        column.addLayout(row)

    def _reconsider(self) -> None:
        self._session.reconsider(self._passage)


def pending_parts(session: Session, theme: Theme, passage: str) -> QWidget | None:
    """Return what a card shows of a passage that waits for the reader's word, or has got it."""
    reading = session.library.reading(passage)
    if reading.status is Status.SUGGESTED:
        return SuggestionBox(session, theme, reading)
    sha256 = session.library.sha256_of(passage)
    decided = any(
        (one.passage, one.sha256) == (passage, sha256) for one in session.workspace.decisions
    )
    unproven = reading.status in (Status.ACCEPTED, Status.MISSING)
    return WordGiven(session, theme, reading) if decided and unproven else None
