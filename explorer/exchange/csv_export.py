"""CSV: events with their evidence as a table (RFC 4180), written whole or not at all.

A table has a row for every event and published passage that bears on it, or one for every event.

By passage, `stance` is the passage's, and the columns from `article_id` to `quote_is` say where it
stands. Passages follow the event's own order; an event that no published passage bears on has one
row in which those columns are empty.

- The article's text is in hand and the passage proven (`exact`, `moved`): `char_start` and
  `char_end` are half-open code points into that text as read, and `quote` is what stands there.
- The text is in hand but the passage is not in it (`missing`): offsets and quote are empty, since
  none would be true of that text; `paragraph` is the one in the edition the chronicle knows.
- The text is not in hand (`unattached`): the passage of the brief that retells it stands in. The
  article's columns are those of the brief, offsets count in its text, `quote_is` is `brief`. Where
  no brief retells it, the row is like a missing one.

By event, those columns hold what each passage has there, joined with `; ` in the order of the
passages and left empty where all have nothing: so the third entry of `paragraph`, `char_start`,
`char_end`, `passage_status`, `stance` and `quote_is` belongs to the third passage. Quotes are
joined with a line feed instead, and so are notes. From `article_id` to `published` each article
has one entry, at its first passage; several authors of one article are themselves joined with `; `.
"""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from explorer.exchange.csv_marks import collection_cells, note_cells
from explorer.model.chronicle import Chronicle
from explorer.model.date import iso_day
from explorer.model.errors import QuotelineError
from explorer.model.records import Article, Event, Support
from explorer.model.roll import Roll
from explorer.model.said import said
from explorer.model.workspace import Bookmark, Workspace
from explorer.sources.library import Library, Reading, Status
from explorer.sources.text import paragraphs
from explorer.store.files import write_atomically

HEADER = (
    "event_id", "title", "summary", "type", "date_edtf", "date_earliest", "date_latest",
    "date_precision", "date_basis", "date_text", "participants", "claimed_by", "stance",
    "article_id", "article_title", "authors", "publication", "published", "url", "paragraph",
    "char_start", "char_end", "passage_status", "quote", "quote_is", "bookmarked", "note", "tags",
    "note_on_event", "notes_on_passages", "notes_on_actors", "notes_on_articles",
    "trust_in_claim", "trust_in_sources", "collections", "collection_positions",
    "collection_headings", "collection_remarks",
)  # fmt: skip

RowsBy = Literal["event", "passage"]

_BETWEEN = "; "
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class _Entry:
    """The cells of one passage; `article` is whose words `quote` holds or would hold."""

    article: Article
    stance: str
    paragraph: int
    status: Status
    start: str = ""
    end: str = ""
    quote: str = ""

    @property
    def quote_is(self) -> str:
        return "brief" if self.article.kind == "brief" else "original"


def rows(
    chronicle: Chronicle,
    library: Library,
    workspace: Workspace,
    events: Iterable[Event],
    by: RowsBy,
) -> Iterator[list[str]]:
    """Yield the cells of each row, in the order of HEADER and of `events`, as they are."""
    for event in events:
        own = _event_cells(chronicle, event) | _own_cells(event, workspace.bookmark.get(event.id))
        own |= note_cells(chronicle, workspace, event) | collection_cells(workspace, event)
        entries = _entries(chronicle, library, event)
        if by == "event" or not entries:
            told = [_joined(entries)]
        else:
            told = [_joined([entry]) for entry in entries]
        for cells in told:
            row = own | cells
            yield [row.get(name, "") for name in HEADER]


def count_rows(chronicle: Chronicle, events: Sequence[Event], by: RowsBy) -> int:
    """Return how many rows `rows` yields; the texts in hand make no difference to it.

    Of very many events, an event that names a passage twice counts one row for it.
    """
    if by == "event":
        return len(events)
    if isinstance(events, Roll):
        published = {one.id for one in chronicle.published}
        told = {one.id for one in chronicle.passages if one.article in published}
        return events.pairs("passage", told)
    return sum(max(1, len(_published(chronicle, event))) for event in events)


def _published(chronicle: Chronicle, event: Event) -> list[Support]:
    articles = ((one, chronicle.passage[one.passage].article) for one in event.support)
    return [one for one, article in articles if chronicle.article[article].kind == "published"]


def _event_cells(chronicle: Chronicle, event: Event) -> dict[str, str]:
    dating = event.date
    value = dating.value
    parts = (f"{_name(chronicle, one.actor)}[{one.role}]" for one in event.participants)
    return {
        "event_id": event.id,
        "title": event.title,
        "summary": event.summary,
        "type": event.type,
        "date_edtf": value.edtf,
        "date_earliest": "" if value.earliest is None else iso_day(value.earliest),
        "date_latest": "" if value.latest is None else iso_day(value.latest),
        "date_precision": value.precision.value,
        "date_basis": dating.basis,
        "date_text": dating.text,
        "participants": _BETWEEN.join(parts),
        "claimed_by": _name(chronicle, event.claimed_by),
    }


def _name(chronicle: Chronicle, actor: str) -> str:
    known = chronicle.actor.get(actor)
    return actor if known is None else known.name


def _own_cells(event: Event, mark: Bookmark | None) -> dict[str, str]:
    """Return what the reader adds; the event's own tags come before those of the bookmark."""
    tags = dict.fromkeys((*event.tags, *(mark.tags if mark else ())))
    return {
        "bookmarked": "yes" if mark else "no",
        "note": mark.note if mark else "",
        "tags": _BETWEEN.join(tags),
    }


def _entries(chronicle: Chronicle, library: Library, event: Event) -> list[_Entry]:
    return [_entry(chronicle, library, event, one) for one in _published(chronicle, event)]


def _entry(chronicle: Chronicle, library: Library, event: Event, support: Support) -> _Entry:
    passage = chronicle.passage[support.passage]
    reading = library.reading(passage.id)
    shown = reading
    if reading.status is Status.UNATTACHED:
        retold = library.stand_in(event, passage.id)
        # Words of a brief that were not found in its own text are no more shown than others.
        shown = retold if retold is not None and retold.in_hand else reading
    told = chronicle.passage[shown.passage]
    article = chronicle.article[told.article]
    number = told.paragraph
    if not shown.in_hand:
        return _Entry(article, support.stance, number, reading.status)
    if shown.status is Status.MOVED:
        number = _paragraph_in(library.texts[article.id], shown)
    start, end = str(shown.start), str(shown.end)
    return _Entry(article, support.stance, number, reading.status, start, end, shown.quote)


def _paragraph_in(text: str, reading: Reading) -> int:
    """Return the number, from 1, of the paragraph in which a reading begins."""
    return max(1, sum(1 for one in paragraphs(text) if one.start <= reading.start))


def _joined(entries: Sequence[_Entry]) -> dict[str, str]:
    articles = list({entry.article.id: entry.article for entry in entries}.values())
    of_article: dict[str, Callable[[Article], str]] = {
        "article_id": lambda one: one.id,
        "article_title": lambda one: one.title,
        "authors": _authors,
        "publication": lambda one: one.container_title or one.publisher,
        "published": lambda one: one.issued.edtf if one.issued else "",
        "url": lambda one: one.url,
    }
    of_passage: dict[str, Callable[[_Entry], str]] = {
        "stance": lambda one: one.stance,
        "paragraph": lambda one: str(one.paragraph),
        "char_start": lambda one: one.start,
        "char_end": lambda one: one.end,
        "passage_status": lambda one: one.status.value,
        "quote_is": lambda one: one.quote_is,
    }
    return {
        **{name: _list(map(cell, articles)) for name, cell in of_article.items()},
        **{name: _list(map(cell, entries)) for name, cell in of_passage.items()},
        "quote": _list((entry.quote for entry in entries), "\n"),
    }


def _list(items: Iterable[str], between: str = _BETWEEN) -> str:
    listed = list(items)
    return between.join(listed) if any(listed) else ""


def _authors(article: Article) -> str:
    names = (", ".join(filter(None, (one.family, one.given))) for one in article.authors)
    return _BETWEEN.join(names)


def encoded(lines: Iterable[Sequence[str]], *, exact: bool, bom: bool = False) -> Iterator[bytes]:
    """Yield the header and each row as the bytes of one record (RFC 4180, UTF-8, CRLF).

    Unless `exact`, a cell that a spreadsheet may take for a formula (it begins with = + - @, TAB
    or CR) gets an apostrophe before it. `bom` puts a byte order mark first.

    Raises QuotelineError naming the event whose cell is no whole text.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    yield (_BOM if bom else "").encode() + ",".join(HEADER).encode() + b"\r\n"
    for line in lines:
        writer.writerow(line if exact else [neutral(cell) for cell in line])
        record = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        try:
            raw = record.encode()
        except UnicodeEncodeError as error:
            raise QuotelineError(
                said(
                    "event '{line}': one of its cells holds half a character (a lone surrogate). "
                    "Correct its texts or the note on it and export again.",
                    line=line[0],
                )
            ) from error
        yield raw


def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe before it."""
    return f"'{cell}" if cell.lstrip(_BOM).startswith(_RISKY) else cell


def write_csv(
    path: Path, lines: Iterable[Sequence[str]], *, exact: bool = False, bom: bool = False
) -> int:
    """Write the table to a file and return the number of its rows, the header left out.

    A file in its place is replaced, whole or not at all; what is no ordinary file (a pipe, a
    device) is written to as it stands. Raises QuotelineError, and leaves no half file, when the
    path is a folder, the disk is full or the place may not be written.
    """
    records = list(encoded(lines, exact=exact, bom=bom))
    if _is_stream(path):
        _write_through(path, records)
    else:
        write_atomically(path, b"".join(records))
    return len(records) - 1


def _is_stream(path: Path) -> bool:
    """Tell whether a pipe or a device stands there, which must not be replaced by a file."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _write_through(path: Path, records: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as handle:
            handle.writelines(records)
    except OSError as error:
        raise QuotelineError(
            said("{path}: cannot be written to ({reason}).", path=path, reason=error.strerror)
        ) from error
