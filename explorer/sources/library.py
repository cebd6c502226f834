"""Library: the texts in hand and what each passage of the chronicle reads in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType

from explorer.model.chronicle import Chronicle
from explorer.model.records import Event, Passage
from explorer.sources.anchoring import Found, Status, anchor

__all__ = ["Library", "Reading", "Status", "edition_of", "make_library", "text_sha256"]

_NOTHING_ATTACHED: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage in the text in hand.

    `start` and `end` are half-open code points into that text, and `quote` is what stands there as
    read. A missing or unattached passage keeps its locator's offsets and has no quote.
    """

    passage: str
    status: Status
    start: int
    end: int
    quote: str = ""

    @property
    def in_hand(self) -> bool:
        """Tell whether the passage's words are here and proven."""
        return self.status in (Status.EXACT, Status.MOVED)


@dataclass(frozen=True)
class Library:
    """A chronicle with the texts in hand; made by `make_library`, and never changed after.

    `texts` holds one text for each article id: of published ones those attached, of briefs always.
    """

    chronicle: Chronicle
    texts: Mapping[str, str]
    readings: Mapping[str, Reading] = field(repr=False)

    def reading(self, passage: str) -> Reading:
        """Return what a passage reads. Raises KeyError when the chronicle has no such passage."""
        return self.readings[passage]

    def text(self, article: str) -> str | None:
        """Return an article's text in hand, or None."""
        return self.texts.get(article)

    def is_attached(self, article: str) -> bool:
        """Tell whether an article's text is in hand."""
        return article in self.texts

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


def make_library(chronicle: Chronicle, attached: Mapping[str, str] = _NOTHING_ATTACHED) -> Library:
    """Read every passage of `chronicle` in the texts in hand.

    `attached` holds texts of published articles as read, by article id; where a reader has several
    editions of one, the caller picks. Texts of articles that the chronicle lacks are left out.
    """
    briefs = {
        edition.article: edition.text for edition in chronicle.editions if edition.text is not None
    }
    given = {article: text for article, text in attached.items() if article in chronicle.article}
    texts = {**briefs, **given}
    readings: dict[str, Reading] = {}
    for article in chronicle.articles:
        passages = chronicle.passages_of_article.get(article.id, ())
        readings.update(_readings(chronicle, passages, texts.get(article.id)))
    ordered = {passage.id: readings[passage.id] for passage in chronicle.passages}
    return Library(chronicle, MappingProxyType(texts), MappingProxyType(ordered))


def _readings(
    chronicle: Chronicle, passages: tuple[Passage, ...], text: str | None
) -> dict[str, Reading]:
    if text is None:
        return {one.id: Reading(one.id, Status.UNATTACHED, one.start, one.end) for one in passages}
    found = anchor(passages, text, edition_of(chronicle, text))
    return {one.id: _reading(one.id, found[one.id], text) for one in passages}


def _reading(passage: str, found: Found, text: str) -> Reading:
    missing = found.status is Status.MISSING
    quote = "" if missing else text[found.start : found.end]
    return Reading(passage, found.status, found.start, found.end, quote)


def text_sha256(text: str) -> str:
    """Return the SHA-256 (hex) by which an edition's text is known: of its UTF-8, as read."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def edition_of(chronicle: Chronicle, text: str) -> str:
    """Return the id of the edition that has this very text, or an empty string."""
    digest = text_sha256(text)
    return next((one.id for one in chronicle.editions if one.sha256 == digest), "")
