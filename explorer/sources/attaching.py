"""Attaching: which article a file holds, told by its content and never by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.sources.anchoring import Status, anchor
from explorer.sources.files import LARGEST, FileError, read_one, texts_of_folder, too_large
from explorer.sources.library import edition_of, text_sha256
from explorer.sources.text import decode_text

_LEAST_FOUND = 3
_LEAST_SHARE = 3
"""An unknown text is taken for an article when it holds a third of its passages."""


class Kind(StrEnum):
    """What a file turned out to be, for a window that says it in its own language."""

    EDITION = "edition"
    OTHER_EDITION = "other edition"
    UNRELATED = "unrelated"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    NOT_TEXT = "not text"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


_NO_COUNTS: Mapping[Status, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file and the article it holds; `article` is empty when that is none of the chronicle's.

    `sha256` is that of the text as read, and `counts` tells how many of the article's passages
    have which status in it. `message` is the outcome in one line of English.
    """

    name: str
    kind: Kind
    article: str = ""
    sha256: str = ""
    text: str = field(default="", repr=False)
    counts: Mapping[Status, int] = field(default_factory=lambda: _NO_COUNTS)
    message: str = ""

    @property
    def found(self) -> int:
        """Passages of the article that stand in the text."""
        return self.counts.get(Status.EXACT, 0) + self.counts.get(Status.MOVED, 0)


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that could not be read as text, and why, in one line of English."""

    name: str
    kind: Kind
    message: str


@dataclass(frozen=True, slots=True)
class AttachReport:
    """What became of every file that was given, in the order given."""

    matched: tuple[Recognised, ...] = ()
    unmatched: tuple[Recognised, ...] = ()
    faults: tuple[Fault, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Return the report for people, one line a file."""
        known = (*self.matched, *self.unmatched)
        return (*(one.message for one in known), *(fault.message for fault in self.faults))


def recognise(chronicle: Chronicle, name: str, raw: bytes) -> Recognised:
    """Tell which published article the bytes of a file hold.

    That is the one with an edition of this very text, or else the one of whose passages most are
    found: at least three and a third of them, or all where it has fewer than three. A file that
    is empty, too large or no text is told by its kind; nothing is raised.
    """
    if len(raw) > LARGEST:
        return Recognised(name, Kind.TOO_LARGE, message=str(too_large(name)))
    try:
        text = decode_text(raw, name)
    except QuotelineError as error:
        return Recognised(name, Kind.NOT_TEXT, message=str(error))
    if not text.strip():
        message = (
            f"{name}: holds no text. Save the article as plain UTF-8 text and attach it again."
        )
        return Recognised(name, Kind.EMPTY, message=message)
    sha256 = text_sha256(text)
    edition = edition_of(chronicle, text)
    counts = _counts(chronicle, text, edition)
    article = chronicle.edition[edition].article if edition else ""
    if article in counts:
        return _recognised(Recognised(name, Kind.EDITION, article, sha256, text, counts[article]))
    article = _most_found(counts)
    if article:
        kind = Kind.OTHER_EDITION
        return _recognised(Recognised(name, kind, article, sha256, text, counts[article]))
    message = (
        f"{name}: not one of this chronicle's articles; too few of their passages stand in it."
    )
    return Recognised(name, Kind.UNRELATED, "", sha256, text, message=message)


def _counts(chronicle: Chronicle, text: str, edition: str) -> dict[str, Mapping[Status, int]]:
    published = [article.id for article in chronicle.published]
    passages = [one for one in chronicle.passages if one.article in set(published)]
    found = anchor(passages, text, edition)
    counts = {article: dict.fromkeys(Status, 0) for article in published}
    for passage in passages:
        counts[passage.article][found[passage.id].status] += 1
    return {article: MappingProxyType(some) for article, some in counts.items()}


def _most_found(counts: Mapping[str, Mapping[Status, int]]) -> str:
    best, most = "", 0
    for article, some in counts.items():
        found, total = some[Status.EXACT] + some[Status.MOVED], sum(some.values())
        needed = min(total, max(_LEAST_FOUND, -(-total // _LEAST_SHARE)))
        if found > most and found >= needed:
            best, most = article, found
    return best


def _recognised(one: Recognised) -> Recognised:
    total = sum(one.counts.values())
    told = ", ".join(f"{number} {status}" for status, number in one.counts.items() if number)
    which = "the edition known" if one.kind is Kind.EDITION else "another edition"
    message = f"{one.name}: {one.article} ({which}); {total} passages: {told or 'none'}."
    return replace(one, message=message)


def read_files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes | QuotelineError]]:
    """Yield the name and the bytes of each file, or the fault that kept it from being read.

    A folder stands for the text files in it (.txt, .text, .md), in the order of their names;
    hidden ones and folders within it are left out. A file named twice is read once.
    """
    seen: set[Path] = set()
    for path in paths:
        try:
            files = texts_of_folder(path) if path.is_dir() else [path]
        except FileError as fault:
            yield path.name, fault
            continue
        for file in files:
            whole = file.absolute()
            if whole not in seen:
                seen.add(whole)
                yield file.name, read_one(file)


def attach_paths(chronicle: Chronicle, paths: Iterable[Path]) -> AttachReport:
    """Read files and folders, and recognise the article in each. Nothing is stored."""
    return report(
        _unreadable(name, raw)
        if isinstance(raw, QuotelineError)
        else recognise(chronicle, name, raw)
        for name, raw in read_files(paths)
    )


def _unreadable(name: str, fault: QuotelineError) -> Recognised:
    large = isinstance(fault, FileError) and fault.too_large
    return Recognised(name, Kind.TOO_LARGE if large else Kind.UNREADABLE, message=str(fault))


def report(outcomes: Iterable[Recognised]) -> AttachReport:
    """Sort outcomes of `recognise` into the matched, the unrelated and the faulty."""
    known = list(outcomes)
    return AttachReport(
        tuple(one for one in known if one.article),
        tuple(one for one in known if one.kind is Kind.UNRELATED),
        tuple(
            Fault(one.name, one.kind, one.message)
            for one in known
            if not one.article and one.kind is not Kind.UNRELATED
        ),
    )
