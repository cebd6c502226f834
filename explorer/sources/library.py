"""Library: the texts in hand and what each passage of the chronicle reads in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import MappingProxyType

from explorer.model.chronicle import Chronicle
from explorer.model.records import Event, Passage
from explorer.model.workspace import Decision
from explorer.sources.anchoring import Found, anchor
from explorer.sources.status import Status

__all__ = ["Library", "Reading", "Status", "edition_of", "make_library", "text_sha256"]

_NOTHING_ATTACHED: Mapping[str, str] = MappingProxyType({})
_PROVEN = (Status.EXACT, Status.MOVED)


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage in the text in hand.

    `start` and `end` are half-open code points into that text, and `quote` is what stands there as
    read. Of a passage that is only suggested they tell the place, `score` (0 to 1) how much of it
    agrees, and there is no quote; a missing or unattached one keeps its locator's offsets.
    """

    passage: str
    status: Status
    start: int
    end: int
    quote: str = ""
    score: float = 1.0

    @property
    def in_hand(self) -> bool:
        """Tell whether the passage's words are here: proven, or accepted by the reader."""
        return self.status in _PROVEN or self.status is Status.ACCEPTED

    @property
    def needs_a_look(self) -> bool:
        """Tell whether the text is in hand but the passage is not proven in it."""
        return self.status in (Status.MISSING, Status.SUGGESTED)


@dataclass(frozen=True)
class Library:
    """A chronicle with the texts in hand; made by `make_library`, and never changed after.

    `texts` holds one text for each article id: of published ones those attached, of briefs always.
    `altered` names the articles whose kept text was changed by somebody else. `known_words` holds
    the words of passages that the text in hand does not prove, where another text does.
    """

    chronicle: Chronicle
    texts: Mapping[str, str]
    readings: Mapping[str, Reading] = field(repr=False)
    altered: frozenset[str] = frozenset()
    known_words: Mapping[str, str] = field(default_factory=dict, repr=False)

    def reading(self, passage: str) -> Reading:
        """Return what a passage reads. Raises KeyError when the chronicle has no such passage."""
        return self.readings[passage]

    def text(self, article: str) -> str | None:
        """Return an article's text in hand, or None."""
        return self.texts.get(article)

    def is_attached(self, article: str) -> bool:
        """Tell whether an article's text is in hand."""
        return article in self.texts

    def sha256_of(self, passage: str) -> str:
        """Return the SHA-256 of the text in hand that a passage is read in, or an empty string."""
        known = self.chronicle.passage.get(passage)
        text = self.texts.get(known.article) if known else None
        return "" if text is None else text_sha256(text)

    def words_before(self, passage: str) -> str:
        """Return the words of a passage as it was coded where they are known, else nothing."""
        quote = self.chronicle.passage[passage].quote
        return quote.exact if quote else self.known_words.get(passage, "")

    def unproven(self, event: Event) -> tuple[str, ...]:
        """Return the passages of an event that its texts in hand do not prove, in its order."""
        named = dict.fromkeys(support.passage for support in event.support)
        return tuple(one for one in named if self.readings[one].needs_a_look)

    def stand_in(self, event: Event, passage: str) -> Reading | None:
        """Return the brief's reading that retells a published passage of an event, if any."""
        retold = self.chronicle.retelling(event, passage)
        return None if retold is None else self.readings[retold.id]

    def in_hand(self) -> Mapping[str, str]:
        """Return the quotes of all passages whose words are in hand, by passage id."""
        return {one.passage: one.quote for one in self.readings.values() if one.in_hand}

    def counts(self) -> Mapping[str, Mapping[Status, int]]:
        """Return how many passages of each published article have which status, zeros included."""
        counted = {article.id: dict.fromkeys(Status, 0) for article in self.chronicle.published}
        for passage in self.chronicle.passages:
            if passage.article in counted:
                counted[passage.article][self.readings[passage.id].status] += 1
        return counted


def make_library(
    chronicle: Chronicle,
    attached: Mapping[str, str] = _NOTHING_ATTACHED,
    decisions: Iterable[Decision] = (),
    altered: Iterable[str] = (),
    others: Mapping[str, Iterable[str]] = MappingProxyType({}),
) -> Library:
    """Read every passage of `chronicle` in the texts in hand.

    `attached` holds texts of published articles as read, by article id; where a reader has several
    editions of one, the caller picks. Texts of articles that the chronicle lacks are left out.
    `decisions` are the reader's words on places that were suggested, in whatever text, and `others`
    further texts of an article, asked only for the words of passages that the one shown lacks.
    """
    briefs = {
        edition.article: edition.text for edition in chronicle.editions if edition.text is not None
    }
    given = {article: text for article, text in attached.items() if article in chronicle.article}
    texts = {**briefs, **given}
    words = {(one.sha256, one.passage): one for one in decisions}
    readings: dict[str, Reading] = {}
    for article in chronicle.articles:
        passages = chronicle.passages_of_article.get(article.id, ())
        readings.update(read_passages(chronicle, passages, texts.get(article.id), words))
    ordered = {passage.id: readings[passage.id] for passage in chronicle.passages}
    changed = frozenset(altered) & given.keys()
    known = _known_words(chronicle, ordered, others)
    return Library(chronicle, MappingProxyType(texts), MappingProxyType(ordered), changed, known)


def _known_words(
    chronicle: Chronicle, readings: Mapping[str, Reading], others: Mapping[str, Iterable[str]]
) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for article, texts in others.items():
        passages = chronicle.passages_of_article.get(article, ())
        unsure = (Status.SUGGESTED, Status.ACCEPTED, Status.MISSING)
        lacking = [one for one in passages if readings[one.id].status in unsure]
        for text in texts if lacking else ():
            for passage, reading in read_passages(chronicle, lacking, text).items():
                if reading.in_hand:
                    found.setdefault(passage, reading.quote)
    return MappingProxyType(found)


def read_passages(
    chronicle: Chronicle,
    passages: Iterable[Passage],
    text: str | None,
    decisions: Mapping[tuple[str, str], Decision] = MappingProxyType({}),
) -> dict[str, Reading]:
    """Return what passages of one article read in a text of it, by passage id.

    `decisions` holds the reader's words by the text's SHA-256 and the passage's id.
    """
    known = list(passages)
    if text is None:
        return {one.id: Reading(one.id, Status.UNATTACHED, one.start, one.end) for one in known}
    found = anchor(known, text, edition_of(chronicle, text))
    sha256 = text_sha256(text) if decisions else ""
    readings = {}
    for one in known:
        decided = _decided(one, found[one.id], decisions.get((sha256, one.id)), len(text))
        readings[one.id] = _reading(one.id, decided, text)
    return readings


def _decided(passage: Passage, found: Found, word: Decision | None, length: int) -> Found:
    """Return what becomes of a place that is not proven when the reader has spoken of it."""
    if word is None or found.status in _PROVEN:
        return found
    if word.accepted and word.start < word.end <= length:
        return Found(Status.ACCEPTED, word.start, word.end, found.score)
    if not word.accepted and (word.start, word.end) == (found.start, found.end):
        return Found(Status.MISSING, passage.start, passage.end, 0.0)
    return found


def _reading(passage: str, found: Found, text: str) -> Reading:
    reading = Reading(passage, found.status, found.start, found.end, "", found.score)
    return replace(reading, quote=text[found.start : found.end]) if reading.in_hand else reading


def text_sha256(text: str) -> str:
    """Return the SHA-256 (hex) by which an edition's text is known: of its UTF-8, as read."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def edition_of(chronicle: Chronicle, text: str) -> str:
    """Return the id of the edition that has this very text, or an empty string."""
    digest = text_sha256(text)
    return next((one.id for one in chronicle.editions if one.sha256 == digest), "")
