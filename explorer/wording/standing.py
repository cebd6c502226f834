"""How a passage stands in the text in hand, and how passages differ, in words that panels share."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from explorer.model.records import Difference, Disagreement, Matter
from explorer.sources.status import Status
from explorer.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A status for people: a word, the sentence behind it, and its colour (#RRGGBB)."""

    word: str
    sentence: str
    colour: str


_STATUSES = {
    Status.EXACT: (
        QT_TRANSLATE_NOOP("Quotes", "✓ Exact"),
        QT_TRANSLATE_NOOP("Quotes", "Checked, word for word, against the attached article."),
    ),
    Status.MOVED: (
        QT_TRANSLATE_NOOP("Quotes", "↷ Moved"),
        QT_TRANSLATE_NOOP(
            "Quotes", "Found again, every word, at another place of the attached text."
        ),
    ),
    Status.ACCEPTED: (
        QT_TRANSLATE_NOOP("Quotes", "✓ Accepted by you"),
        QT_TRANSLATE_NOOP(
            "Quotes",
            "Not word for word the passage that was coded; you accepted this place for it.",
        ),
    ),
    Status.SUGGESTED: (
        QT_TRANSLATE_NOOP("Quotes", "? Suggested"),
        QT_TRANSLATE_NOOP(
            "Quotes",
            "The attached text does not hold the passage word for word, but this is much like it. "
            "Compare, then accept or refuse.",
        ),
    ),
    Status.MISSING: (
        QT_TRANSLATE_NOOP("Quotes", "✗ Missing"),
        QT_TRANSLATE_NOOP("Quotes", "The attached text does not hold this passage."),
    ),
    Status.UNATTACHED: (
        QT_TRANSLATE_NOOP("Quotes", "○ Not attached"),
        QT_TRANSLATE_NOOP("Quotes", "The article's text is not in hand."),
    ),
}


def status_words(status: Status, theme: Theme) -> StatusWords:
    """Word the status of a passage."""
    colour = {
        Status.EXACT: theme.good,
        Status.ACCEPTED: theme.accent,
        Status.MISSING: theme.danger,
        Status.UNATTACHED: theme.muted,
    }.get(status, theme.warning)
    word, sentence = (translate("Quotes", str(words)) for words in _STATUSES[status])
    return StatusWords(word, sentence, colour)


def kind_word(kind: Difference) -> str:
    """Name how passages differ."""
    return {
        "contradiction": translate("Quotes", "Contradiction"),
        "less precise": translate("Quotes", "Less precise"),
        "overtaken": translate("Quotes", "Overtaken by a later article"),
        "framing": translate("Quotes", "Told to another purpose"),
    }[kind]


def matter_word(matter: Matter) -> str:
    """Name in what passages differ."""
    return {
        "date": translate("Quotes", "the date"),
        "actor": translate("Quotes", "who"),
        "figure": translate("Quotes", "a figure"),
        "characterisation": translate("Quotes", "what it was"),
        "occurrence": translate("Quotes", "whether it happened"),
    }[matter]


def difference_word(difference: Disagreement) -> str:
    """Name how passages differ, and in what."""
    pattern = translate("Quotes", "{kind}: {matter}")
    return pattern.format(kind=kind_word(difference.kind), matter=matter_word(difference.about))
