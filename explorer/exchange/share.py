"""Share: a chronicle made fit to be passed on, without any text that belongs to others.

Texts of published articles and the quotes of their passages are taken out; a fingerprint for each
passage stays, so that whoever has the article finds every passage again by attaching it. Whatever
text is left is then looked through for the wording of the texts given up and of those in hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from explorer.exchange.runs import RUN, WordRuns, first_words
from explorer.exchange.spots import FieldPath, Spot, spots_that
from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.records import Passage, TextQuote
from explorer.model.said import Said, joined, said
from explorer.model.violation import short
from explorer.sources.library import text_sha256
from explorer.sources.locators import fingerprint, locate, normalise, passage_hash
from explorer.sources.normal import folded_words
from explorer.sources.shingles import SIZE, UNKNOWN, shingle
from explorer.sources.text import Stretch
from explorer.store.chronicle_tables import chronicle_of, tables_of
from explorer.store.migrations import Tables

_KEPT = 5
"""Words that stay of a field which must not be empty."""

_MUST_STAY = frozenset({"title", "name", "status", "note"})
"""Fields that are cut, not emptied; of these a note is needed by disagreements only."""

_STRUCTURE = frozenset({
    "about", "actor", "answer", "article", "basis", "claimed_by", "dates", "derived_from",
    "edition", "edtf", "event", "events", "format", "from", "id", "issued", "kind", "of",
    "passage", "retells", "role", "sha256", "stance", "support", "to", "type",
})  # fmt: skip
"""Fields by which records name each other or what they are; no word of them can be left out."""


class WordingError(QuotelineError):
    """Fields of a chronicle that share wording with an article; `spots` are theirs."""

    def __init__(self, message: str, left: tuple[Spot, ...]) -> None:
        super().__init__(message)
        self.spots = left


@dataclass(frozen=True, slots=True)
class Shared:
    """A chronicle to pass on, and what was done to make it one.

    `editions` names the editions whose text was taken out, `quotes` the passages whose quote was,
    `redacted` the fields that were cut or emptied. `compared` counts the texts and quotes with
    whose wording the copy was compared: with none of them, nothing is known of its wording.
    """

    chronicle: Chronicle
    editions: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    redacted: tuple[Spot, ...] = ()
    compared: int = 0


def shareable(chronicle: Chronicle, texts: Iterable[str], *, redact: bool = False) -> Chronicle:
    """Return a chronicle without any text of others; see `share`."""
    return share(chronicle, texts, redact=redact).chronicle


def share(chronicle: Chronicle, texts: Iterable[str], *, redact: bool = False) -> Shared:
    """Make a chronicle that holds no text of others.

    `texts` are the texts of published articles in hand, in any edition; those that the chronicle
    itself carries are known. With `redact`, a field that shares ten words in a row with one of
    them is emptied, or where it must not be empty cut to its first five words.

    Raises WordingError naming table, id and field of what shares wording and is not, or cannot be,
    redacted; QuotelineError naming the passages for which there is neither fingerprint nor words.
    """
    known = list(dict.fromkeys(texts))
    bare = _without_texts(chronicle, known)
    others = list(_of_others(chronicle, known))
    runs = WordRuns(others)
    tables = tables_of(bare)
    left = list(spots_that(runs.stand_in, tables))
    if left and not redact:
        raise WordingError(_told(left, said("Put it in your own words, or redact it")), tuple(left))
    for spot in left:
        _redact(tables, spot)
    still = list(spots_that(runs.stand_in, tables)) if left else []
    if still:
        raise WordingError(_told(still, said("This cannot be redacted; change it")), tuple(still))
    return Shared(
        chronicle_of(tables, Path("shareable copy")) if left else bare,
        tuple(one.id for one in chronicle.editions if _given_up(chronicle, one.article, one.text)),
        tuple(one.id for one in chronicle.passages if _given_up(chronicle, one.article, one.quote)),
        tuple(left),
        len(others),
    )


def _given_up(chronicle: Chronicle, article: str, words: object) -> bool:
    return words is not None and chronicle.article[article].kind == "published"


def _of_others(chronicle: Chronicle, texts: Iterable[str]) -> Iterator[str]:
    """Yield every text of a published article that is known, whole or in quotes."""
    ours = {
        one.sha256 for one in chronicle.editions if chronicle.article[one.article].kind == "brief"
    }
    yield from (text for text in texts if text_sha256(text) not in ours)
    for edition in chronicle.editions:
        if edition.text and _given_up(chronicle, edition.article, edition.text):
            yield edition.text
    for passage in chronicle.passages:
        if passage.quote and _given_up(chronicle, passage.article, passage.quote):
            yield f"{passage.quote.prefix}{passage.quote.exact}{passage.quote.suffix}"


def _without_texts(chronicle: Chronicle, texts: Iterable[str]) -> Chronicle:
    by_hash = {text_sha256(text): text for text in texts}
    in_hand = {
        one.id: one.text if one.text is not None else by_hash.get(one.sha256)
        for one in chronicle.editions
    }
    made = _fingerprints(chronicle, in_hand)
    editions = tuple(
        replace(one, text=None) if _given_up(chronicle, one.article, one.text) else one
        for one in chronicle.editions
    )
    passages = tuple(
        replace(
            one,
            fingerprint=one.fingerprint or made[one.id],
            quote=None if _given_up(chronicle, one.article, one.quote) else one.quote,
        )
        for one in chronicle.passages
    )
    return replace(chronicle, editions=editions, passages=passages)


def _fingerprints(
    chronicle: Chronicle, in_hand: Mapping[str, str | None]
) -> Mapping[str, tuple[int, ...]]:
    """Return a fingerprint for each passage that has none."""
    bare: dict[str, list[Passage]] = defaultdict(list)
    for one in chronicle.passages:
        if not one.fingerprint:
            bare[one.edition].append(one)
    made: dict[str, tuple[int, ...]] = {}
    lost: list[str] = []
    for edition, some in bare.items():
        text = in_hand[edition] or ""
        standing = [one for one in some if _stands(one, text)]
        located = locate(text, [Stretch(one.start, one.end) for one in standing])
        made.update(
            (one.id, found.fingerprint) for one, found in zip(standing, located, strict=True)
        )
        for one in some:
            if one.id not in made and one.quote and passage_hash(one.quote.exact) == one.sha256:
                made[one.id] = _of_quote(one.quote)
            elif one.id not in made:
                lost.append(one.id)
    if lost:
        raise QuotelineError(
            said(
                "table 'passages', id {named}: no fingerprint, and neither the text of the "
                "edition nor the quote to make one from. Attach the article and share again.",
                named=_named(lost),
            )
        )
    return made


def _stands(passage: Passage, text: str) -> bool:
    if not 0 <= passage.start < passage.end <= len(text):
        return False
    return passage_hash(text[passage.start : passage.end]) == passage.sha256


def _of_quote(quote: TextQuote) -> tuple[int, ...]:
    """Return the fingerprint of a quote; a context of fewer words than a shingle has tells none."""
    before = folded_words(normalise(quote.prefix))
    after = folded_words(normalise(quote.suffix))
    return fingerprint(
        quote.exact,
        before=shingle(before[-SIZE:]) if len(before) >= SIZE else UNKNOWN,
        after=shingle(after[:SIZE]) if len(after) >= SIZE else UNKNOWN,
    )


def _redact(tables: Tables, spot: Spot) -> None:
    """Empty a field, or cut it where it must stay; structure is left as it is."""
    if not spot.path or spot.path[-1] in _STRUCTURE:
        return
    document = tables[spot.table][spot.number]
    path = ("quote",) if spot.path[0] == "quote" else spot.path
    tables[spot.table][spot.number] = _changed(document, path, _cut(spot))


def _changed(value: object, path: FieldPath, put: str) -> object:
    """Return a copy of a document in which a field holds `put`, or is gone where that is empty."""
    if not path:
        return put
    step, *rest = path
    if isinstance(value, Mapping):
        inner = {key: one for key, one in value.items() if key != step or rest or put}
    elif isinstance(value, list | tuple):
        return [
            _changed(one, tuple(rest), put) if at == step else one for at, one in enumerate(value)
        ]
    else:
        return value
    return {
        key: _changed(one, tuple(rest), put) if key == step else one for key, one in inner.items()
    }


def _cut(spot: Spot) -> str:
    return first_words(spot.text, _KEPT) if _must_stay(spot) else ""


def _must_stay(spot: Spot) -> bool:
    if spot.path[-1] == "note":
        return spot.table == "disagreements"
    return spot.path[-1] in _MUST_STAY


def _told(left: list[Spot], remedy: str) -> str:
    if len(left) == 1:
        head = said("1 field shares {run} words in a row or more with an article.", run=RUN)
    else:
        head = said(
            "{count} fields share {run} words in a row or more with an article.",
            count=len(left),
            run=RUN,
        )
    lines = [said("{head} {remedy}:", head=head, remedy=remedy), *map(_line, left)]
    return joined("\n", lines)


def _line(spot: Spot) -> Said:
    parts = {"table": spot.table, "id": short(spot.id), "field": spot.field}
    if spot.path:
        return said("  table '{table}', id '{id}', field '{field}'", **parts)
    return said("  table '{table}', id '{id}', from one field into the next", **parts)


def _named(ids: list[str]) -> str:
    shown = ", ".join(f"'{one}'" for one in ids[:5])
    more = len(ids) - 5
    return said("{ids} and {more} more", ids=shown, more=more) if more > 0 else shown
