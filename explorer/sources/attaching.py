"""Attaching: which article a file holds, told by its content and never by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from explorer.importing.importer import Cancelled, Importer, Limits
from explorer.importing.reading import read_texts
from explorer.importing.texts import Imported, ImportFault, ReadAs, ReadText
from explorer.model.chronicle import Chronicle
from explorer.sources.anchoring import anchor
from explorer.sources.files import LARGEST, FileError, Given, find_files, read_one, too_large
from explorer.sources.library import edition_of, text_sha256
from explorer.sources.outcome import article_line, left_line, stranger_line, with_encoding
from explorer.sources.status import Status

__all__ = [
    "AttachReport", "Fault", "Kind", "Limits", "ReadAs", "Recognised", "attach_paths",
    "recognise", "recognise_texts", "report", "strength",
]  # fmt: skip

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
    """A text of a file and the article it holds; `article` is empty when that is none.

    `sha256` is that of the text as read, and `counts` tells how many of the article's passages
    have which status in it. `reading` tells which of the file's texts it is; `encoding` is how its
    bytes were decoded, `guessed` where the file left that open. `message` is the outcome in one
    line of English.
    """

    name: str
    kind: Kind
    article: str = ""
    sha256: str = ""
    text: str = field(default="", repr=False)
    counts: Mapping[Status, int] = field(default_factory=lambda: _NO_COUNTS)
    message: str = ""
    reading: ReadAs = ReadAs.PLAIN
    encoding: str = "utf-8"
    guessed: bool = False

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
    """What became of every file that was given, in the order given.

    A page or a Markdown text that holds an article is matched once for each of its texts, the
    better one last; any other file stands here once. `cancelled` is how many files were left when
    the reader had enough.
    """

    matched: tuple[Recognised, ...] = ()
    unmatched: tuple[Recognised, ...] = ()
    faults: tuple[Fault, ...] = ()
    cancelled: int = 0

    def lines(self) -> tuple[str, ...]:
        """Return the report for people, one line a file."""
        known = (*self.matched, *self.unmatched)
        lines = [one.message for one in known] + [fault.message for fault in self.faults]
        if self.cancelled:
            lines.append(left_line(self.cancelled))
        return tuple(lines)


def strength(one: Recognised) -> tuple[int, bool, bool]:
    """Return what ranks texts of one article: passages proven, a known edition, no page around."""
    return one.found, one.kind is Kind.EDITION, one.reading is not ReadAs.WHOLE_PAGE


def recognise(chronicle: Chronicle, name: str, raw: bytes) -> Recognised:
    """Tell which published article the bytes of a file hold, by the best of its texts.

    A file that is empty, too large or no text is told by its kind; nothing is raised. The bytes
    are read here and now: `attach_paths` is for files that nobody vouches for.
    """
    if len(raw) > LARGEST:
        return Recognised(name, Kind.TOO_LARGE, message=too_large(name).said)
    try:
        return recognise_texts(chronicle, name, read_texts(raw, name))[-1]
    except ImportFault as fault:
        return _faulty(name, fault)


def recognise_texts(chronicle: Chronicle, name: str, found: Imported) -> tuple[Recognised, ...]:
    """Tell which published article the texts of a file hold: one outcome for each, the best last.

    An article is told by an edition of this very text, or else it is the one of whose passages
    most are found: at least three and a third of them, or all where it has fewer than three. The
    other texts of the file are then that article's too, if any of its passages stands in them.
    Where no text is an article's, the first one stands for the file.
    """
    judged = [_judged(chronicle, name, found, one) for one in found.texts]
    best = max(judged, key=lambda one: (bool(one.article), strength(one)))
    if not best.article:
        return (_told(judged[0]),)
    others = [
        one if one.article == best.article else _judged(chronicle, name, found, text, best.article)
        for one, text in zip(judged, found.texts, strict=True)
        if one is not best
    ]
    same = sorted((one for one in others if one.found), key=strength)
    return tuple(_told(one) for one in (*same, best))


def _judged(
    chronicle: Chronicle, name: str, found: Imported, one: ReadText, known: str = ""
) -> Recognised:
    """Tell which article one text holds; it is `known` when that is named."""
    edition = edition_of(chronicle, one.text)
    counts = _counts(chronicle, one.text, edition)
    article = chronicle.edition[edition].article if edition else ""
    kind = Kind.EDITION
    if article not in counts:
        article = known or _most_found(counts)
        kind = Kind.OTHER_EDITION if article else Kind.UNRELATED
    return Recognised(
        name,
        kind,
        article,
        text_sha256(one.text),
        one.text,
        counts.get(article, _NO_COUNTS),
        reading=one.read_as,
        encoding=found.encoding,
        guessed=found.guessed,
    )


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


def _told(one: Recognised) -> Recognised:
    """Return the outcome with its line."""
    if one.article:
        known = one.kind is Kind.EDITION
        line = article_line(one.name, one.article, one.reading, one.counts, known=known)
    else:
        line = stranger_line(one.name)
    return replace(one, message=with_encoding(line, one.encoding, guessed=one.guessed))


def attach_paths(
    chronicle: Chronicle,
    paths: Iterable[Path],
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    limits: Limits | None = None,
) -> AttachReport:
    """Read files and folders, and recognise the article in each. Nothing is stored.

    `progress` is called with the number of files done, of all files, and the name of the next one
    (empty at the end); `cancelled` is asked often, and what was found until it says so is
    returned. Files are read within `limits` of time and memory each, in a process of their own
    unless they are plain UTF-8. Both are called in the thread this is called in.
    """
    stop = cancelled or _never
    given = list(find_files(paths, stop))
    outcomes: list[Recognised] = []
    done = 0
    with Importer(limits, stop) as importer:
        for done, one in enumerate(given):
            if progress is not None:
                progress(done, len(given), one.name)
            try:
                if stop():
                    break
                outcomes += _examined(chronicle, one, importer)
            except Cancelled:
                break
        else:
            done = len(given)
            if progress is not None:
                progress(done, done, "")
    return replace(report(outcomes), cancelled=len(given) - done)


def _examined(chronicle: Chronicle, one: Given, importer: Importer) -> Sequence[Recognised]:
    raw = one.fault or read_one(one.path, one.name)
    if isinstance(raw, FileError):
        return (_faulty(one.name, raw),)
    try:
        found = recognise_texts(chronicle, one.name, importer.read(raw, one.name))
    except ImportFault as fault:
        return (_faulty(one.name, fault),)
    # Texts of strangers are not wanted any more; a folder may be full of them.
    return found if found[-1].article else [replace(found[-1], text="")]


def _faulty(name: str, fault: FileError | ImportFault) -> Recognised:
    if isinstance(fault, ImportFault):
        return Recognised(name, Kind(fault.trouble.value), message=fault.said)
    kind = Kind.TOO_LARGE if fault.too_large else Kind.UNREADABLE
    return Recognised(name, kind, message=fault.said)


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


def _never() -> bool:
    return False
