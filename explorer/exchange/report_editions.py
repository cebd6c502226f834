"""The passages of each article in every text of it that is in hand, for the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from explorer.model.errors import QuotelineError
from explorer.model.records import Passage
from explorer.model.said import said
from explorer.model.violation import Violation
from explorer.model.workspace import Attachment, Workspace
from explorer.sources.library import Library, edition_of, read_passages, text_sha256
from explorer.sources.status import Status
from explorer.store.texts import AlteredText, TextStore

Editions = Mapping[str, Sequence[tuple[Attachment, str]]]
"""The texts in hand of each published article, each as it was attached; the last one is shown."""

WANTING = (Status.ACCEPTED, Status.SUGGESTED, Status.MISSING)
"""What the report lists passage by passage: all that is in hand and not proven by its words."""


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A passage that is not proven in a text: where it stood, or stands if the reader is right.

    `start` and `end` are half-open code points, of the text in hand where the passage was accepted
    or suggested there, else of the edition the chronicle knows. `events` are those it bears on.
    """

    passage: str
    status: Status
    paragraph: int
    start: int
    end: int
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionLine:
    """How many passages of an article have which status in one text of it.

    `sha256` and `name` are empty where no text is in hand, `edition` where the chronicle does not
    know this very text. `shown` tells the one that the window shows.
    """

    article: str
    title: str
    counts: Mapping[Status, int]
    sha256: str = ""
    name: str = ""
    edition: str = ""
    shown: bool = False
    wanting: tuple[PassageLine, ...] = ()

    @property
    def total(self) -> int:
        """All passages of the article."""
        return sum(self.counts.values())


def editions_in_hand(
    workspace: Workspace, texts: TextStore, given: Mapping[str, str] = MappingProxyType({})
) -> Editions:
    """Return every attached text, and after them those `given` for one run, by article id.

    A text that was changed by somebody else is there as it is now, one that is lost is left out;
    `make_report` tells of both.
    """
    found: dict[str, dict[str, tuple[Attachment, str]]] = {}
    for one in workspace.attachments:
        try:
            text = texts.get(one.sha256)
        except AlteredText as altered:
            text = altered.text
        except QuotelineError:
            continue
        found.setdefault(one.article, {})[one.sha256] = (one, text)
    for article, text in given.items():
        here = found.setdefault(article, {})
        sha256 = text_sha256(text)
        here[sha256] = here.pop(sha256, (Attachment(article, sha256), text))
    return {article: tuple(some.values()) for article, some in found.items()}


def editions_shown(library: Library, workspace: Workspace) -> Editions:
    """Return the one text of each published article that the library shows."""
    names = {(one.article, one.sha256): one for one in workspace.attachments}
    found: dict[str, tuple[tuple[Attachment, str], ...]] = {}
    for article in library.chronicle.published:
        text = library.text(article.id)
        if text is not None:
            sha256 = text_sha256(text)
            known = names.get((article.id, sha256)) or Attachment(article.id, sha256)
            found[article.id] = ((known, text),)
    return found


def edition_lines(
    library: Library, workspace: Workspace, editions: Editions
) -> Iterator[EditionLine]:
    """Yield a line for each text of each published article, and for each article without one."""
    passages = library.chronicle.passages_of_article
    for article in library.chronicle.published:
        own = passages.get(article.id, ())
        in_hand = editions.get(article.id, ())
        if not in_hand:
            counts = {**dict.fromkeys(Status, 0), Status.UNATTACHED: len(own)}
            yield EditionLine(article.id, article.title, MappingProxyType(counts))
        for attached, text in in_hand:
            yield _line(library, workspace, own, attached, text)


def _line(
    library: Library,
    workspace: Workspace,
    passages: Sequence[Passage],
    attached: Attachment,
    text: str,
) -> EditionLine:
    chronicle = library.chronicle
    shown = library.text(attached.article) == text
    edition = edition_of(chronicle, text)
    lines = _read(library, workspace, passages, text)
    counts = dict.fromkeys(Status, 0)
    for one in lines:
        counts[one.status] += 1
    return EditionLine(
        attached.article,
        chronicle.article[attached.article].title,
        MappingProxyType(counts),
        attached.sha256,
        attached.name,
        edition,
        shown,
        tuple(one for one in lines if one.status in WANTING),
    )


def _read(
    library: Library, workspace: Workspace, passages: Sequence[Passage], text: str
) -> list[PassageLine]:
    """Read each passage in a text, the reader's word on suggested places included."""
    chronicle = library.chronicle
    words = {(one.sha256, one.passage): one for one in workspace.decisions}
    readings = read_passages(chronicle, passages, text, words)
    lines = []
    for one in passages:
        here = readings[one.id]
        events = tuple(event.id for event in chronicle.events_of_passage.get(one.id, ()))
        lines.append(PassageLine(one.id, here.status, one.paragraph, here.start, here.end, events))
    return lines


def unproven(lines: Sequence[EditionLine]) -> Iterator[Violation]:
    """Yield a violation for each passage that is missing or only suggested in a text in hand."""
    for line in lines:
        for one in line.wanting:
            if one.status is Status.ACCEPTED:
                continue
            told = line.name or line.edition or line.sha256[:8]
            missing = one.status is Status.MISSING
            yield Violation(
                str(one.status),
                "passages",
                one.passage,
                "",
                said(
                    "paragraph {paragraph} of {article}, is {status} in {text}",
                    paragraph=one.paragraph,
                    article=line.article,
                    status=said("missing") if missing else said("suggested"),
                    text=told,
                ),
                said("attach an edition that has it, or see whether the text was altered")
                if missing
                else said("look at the place suggested, and accept or refuse it"),
            )
