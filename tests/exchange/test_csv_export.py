from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.exchange.csv_export import (
    HEADER,
    RowsBy,
    count_rows,
    encoded,
    rows,
    write_csv,
)
from explorer.model.chronicle import Chronicle
from explorer.model.collecting import Collection, Entry
from explorer.model.date import parse_date
from explorer.model.errors import QuotelineError
from explorer.model.notes import Note
from explorer.model.ratings import Rating
from explorer.model.records import Author, Event
from explorer.model.workspace import Bookmark, Workspace
from explorer.quotes.evidence import evidence_of
from explorer.sources.library import make_library
from tests.builders import (
    a_chronicle,
    an_actor,
    an_article,
    an_event,
)
from tests.sources.made_up import COURIER, HERALD, coded

POSIX = pytest.mark.skipif(os.name == "nt", reason="named pipes and devices")
RISKY = ("=", "+", "-", "@", "\t", "\r")
NOTHING = Workspace("lighthouse")
BOTH = {"herald-2001": HERALD, "courier-2001": COURIER}

cells = st.text(
    st.sampled_from("=+-@\t\r\n\"',; '\ufeffaՀЖ日\u202e\u0000")
    | st.characters(exclude_categories=["Cs"]),
    max_size=12,
)
records = st.lists(cells, min_size=len(HEADER), max_size=len(HEADER))


@pytest.fixture(scope="module")
def lighthouse(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """Two events; the first with two published passages, the second with one."""
    return coded(tmp_path_factory.mktemp("coded")).build()


def told(
    chronicle: Chronicle,
    texts: dict[str, str] | None = None,
    workspace: Workspace = NOTHING,
    by: RowsBy = "passage",
) -> list[dict[str, str]]:
    """Return the rows of all events by column."""
    library = make_library(chronicle, texts or {})
    lines = rows(chronicle, library, workspace, chronicle.events, by)
    return [dict(zip(HEADER, line, strict=True)) for line in lines]


def of_event(event: Event, **fields: object) -> dict[str, str]:
    """Return the one row of an event without evidence."""
    (row,) = told(a_chronicle(event, **fields))
    return row


def parsed(raw: bytes) -> list[list[str]]:
    """Return the records of a CSV file as any reader of RFC 4180 sees them."""
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def written(lines: Iterable[Sequence[str]], *, exact: bool, bom: bool = False) -> bytes:
    """Return the whole file."""
    return b"".join(encoded(lines, exact=exact, bom=bom))


def row_of(**named: str) -> list[str]:
    """Return a row in which only the named cells are filled."""
    return [named.get(name, "") for name in HEADER]


def test_the_header_is_the_one_agreed() -> None:
    """Names and order of the columns are fixed, for the scripts that read them."""
    assert written([], exact=False) == (
        b"event_id,title,summary,type,date_edtf,date_earliest,date_latest,date_precision,"
        b"date_basis,date_text,participants,claimed_by,stance,article_id,article_title,authors,"
        b"publication,published,url,paragraph,char_start,char_end,passage_status,quote,quote_is,"
        b"bookmarked,note,tags,note_on_event,notes_on_passages,notes_on_actors,"
        b"notes_on_articles,trust_in_claim,trust_in_sources,collections,collection_positions,"
        b"collection_headings,collection_remarks\r\n"
    )


@given(st.lists(records, max_size=3), st.booleans())
@example([["\ufeff=1", *[""] * 27]], True)
def test_exact_mode_gives_back_every_sign(lines: list[list[str]], bom: bool) -> None:
    """What a reader parses is what was written, line ends, quotes and scripts included."""
    assert parsed(written(lines, exact=True, bom=bom))[1:] == lines


@given(st.lists(records, max_size=3))
def test_safe_mode_leaves_no_cell_that_is_a_formula(lines: list[list[str]]) -> None:
    """A cell that begins as a formula gets an apostrophe before it, no other cell changes."""
    for line, read in zip(lines, parsed(written(lines, exact=False))[1:], strict=True):
        for cell, safe in zip(line, read, strict=True):
            assert safe == (f"'{cell}" if cell.lstrip("\ufeff").startswith(RISKY) else cell)
            assert not safe.lstrip("\ufeff").startswith(RISKY)


@pytest.mark.parametrize("sign", RISKY)
def test_each_risky_sign_is_neutralised_in_safe_mode_only(sign: str) -> None:
    """= + - @ TAB and CR at the start are risky; exact mode does not touch them."""
    line = row_of(title=f"{sign}HYPERLINK(1)", note=f" {sign}1")
    safe, exact = (parsed(written([line], exact=mode))[1] for mode in (False, True))
    assert safe == row_of(title=f"'{sign}HYPERLINK(1)", note=f" {sign}1")
    assert exact == line


def test_records_end_with_crlf_and_quote_only_where_needed() -> None:
    """RFC 4180: CRLF after every record, quotes round cells with comma, quote or line end."""
    line = row_of(event_id="plain words", title='a "b", c', summary="d\ne", tags="x; y")
    raw = written([line], exact=True).split(b"\r\n", 1)[1]
    assert raw == b'plain words,"a ""b"", c","d\ne"' + b"," * 25 + b"x; y,,,,,,,,,,\r\n"


def test_the_byte_order_mark_is_optional() -> None:
    """With it a file begins with EF BB BF, and the rest is the same."""
    plain, marked = (written([], exact=True, bom=bom) for bom in (False, True))
    assert marked == b"\xef\xbb\xbf" + plain


def test_half_a_character_is_told_with_its_event() -> None:
    """A lone surrogate has no UTF-8; the fault names the event instead of dropping the sign."""
    with pytest.raises(QuotelineError, match=r"event 'e1'.*surrogate"):
        written([row_of(event_id="e1", note="\ud800")], exact=True)


def test_an_event_is_told_in_its_columns() -> None:
    """Date, bounds, precision, basis, participants with roles and the claimant's name."""
    event = an_event(
        "2016-04",
        "war",
        actors={"armenia": "initiator", "csto": "target"},
        claimed_by="baku",
        tags=("war", "border"),
    )
    dated = replace(event, date=replace(event.date, basis="relative", text="last month"))
    actors = (an_actor("armenia"), an_actor("csto", name="CSTO"), an_actor("baku", name="Bakı"))
    row = of_event(dated, actors=actors)
    assert row == dict(
        zip(HEADER, [""] * len(HEADER), strict=True),
        event_id="war",
        title="Title of war",
        summary="Summary of war.",
        type="STATEMENT",
        date_edtf="2016-04",
        date_earliest="2016-04-01",
        date_latest="2016-04-30",
        date_precision="month",
        date_basis="relative",
        date_text="last month",
        participants="Armenia[initiator]; CSTO[target]",
        claimed_by="Bakı",
        bookmarked="no",
        tags="war; border",
    )


def test_an_open_end_of_a_date_is_empty() -> None:
    """A date without latest day leaves that cell empty and fills the other."""
    row = of_event(an_event("1992-05-15/.."))
    assert (row["date_earliest"], row["date_latest"]) == ("1992-05-15", "")


def test_what_the_reader_adds_stands_last() -> None:
    """Bookmark, note, and the event's tags before the reader's own, each once."""
    chronicle = a_chronicle(an_event("2016", "war", tags=("war", "border")))
    mark = Bookmark("war", note="Check, please", tags=("own", "war"))
    (row,) = told(chronicle, workspace=Workspace("test", (mark,)))
    assert [row["bookmarked"], row["note"], row["tags"]] == [
        "yes",
        "Check, please",
        "war; border; own",
    ]


def test_notes_stand_with_the_events_they_bear_on(lighthouse: Chronicle) -> None:
    """A row has the note on its event, and those on its passages, actors and articles by id."""
    event = lighthouse.events[0]
    passage = event.support[0].passage
    actor = event.participants[0].actor
    article = lighthouse.passage[passage].article
    notes = (
        Note("event", event.id, "=Why?"),
        Note("passage", passage, "Read again"),
        Note("actor", actor, "Who?"),
        Note("article", article, "Dull"),
        Note("actor", "nobody", "Not shown"),
    )
    found = told(lighthouse, workspace=Workspace("test", notes=notes), by="event")
    assert [found[0][name] for name in HEADER[28:32]] == [
        "=Why?",
        f"{passage}: Read again",
        f"{actor}: Who?",
        f"{article}: Dull",
    ]
    assert found[1]["note_on_event"] == ""
    assert all("Not shown" not in cell for row in found for cell in row.values())


def test_the_readers_trust_is_spelled_out(lighthouse: Chronicle) -> None:
    """The mark on the claim stands with its label, those on sources after the articles' ids."""
    event = lighthouse.events[0]
    article = lighthouse.passage[event.support[0].passage].article
    ratings = (Rating("claim", event.id, "2"), Rating("source", article, "B"))
    found = told(lighthouse, workspace=Workspace("test", ratings=ratings), by="event")
    assert found[0]["trust_in_claim"] == "2 Probably true"
    assert found[0]["trust_in_sources"] == f"{article}: B Usually reliable"
    assert found[1]["trust_in_claim"] == ""


def test_each_event_has_its_places_in_the_collections(lighthouse: Chronicle) -> None:
    """Names and places from 1 in one order; headings and remarks after the collection's name."""
    first, second = lighthouse.events[:2]
    workspace = (
        Workspace("test")
        .with_collection(Collection("One", "", (Entry(second.id), Entry(first.id, "=Head"))))
        .with_collection(Collection("Two", "", (Entry(first.id, "", "Why?\nHow?"),)))
    )
    found = told(lighthouse, workspace=workspace, by="event")
    assert [found[0][name] for name in HEADER[-4:]] == [
        "One; Two",
        "2; 1",
        "One: =Head",
        "Two: Why?\nHow?",
    ]
    assert (found[1]["collections"], found[1]["collection_positions"]) == ("One", "1")
    assert all(row["collections"] == "" for row in found[2:])


def test_without_the_articles_the_briefs_stand_in(lighthouse: Chronicle) -> None:
    """Each published passage has a row with the brief's words, offsets, title and id."""
    found = told(lighthouse)
    assert [(row["event_id"], row["article_id"], row["stance"]) for row in found] == [
        ("guild-asks", "brief-herald-2001", "supports"),
        ("guild-asks", "brief-courier-2001", "disputes"),
        ("council-refuses", "brief-herald-2001", "supports"),
    ]
    texts = {edition.article: edition.text for edition in lighthouse.editions}
    for row in found:
        text = texts[row["article_id"]]
        assert text is not None
        assert row["quote"] == text[int(row["char_start"]) : int(row["char_end"])] != ""
        assert (row["quote_is"], row["passage_status"]) == ("brief", "unattached")
        assert (row["article_title"], row["paragraph"]) == (text.split("\n")[0], "2")


def test_with_the_articles_their_own_words_stand(lighthouse: Chronicle) -> None:
    """Quote and offsets are the article's, and its citation fills the columns."""
    found = told(lighthouse, BOTH)
    assert [row["article_id"] for row in found] == ["herald-2001", "courier-2001", "herald-2001"]
    for row in found:
        text = BOTH[row["article_id"]]
        assert row["quote"] == text[int(row["char_start"]) : int(row["char_end"])] != ""
        assert (row["quote_is"], row["passage_status"]) == ("original", "exact")
    assert [found[0][name] for name in ("authors", "publication", "published", "paragraph")] == [
        "Lind, Ada",
        "Herald",
        "2001-06-10",
        "2",
    ]


def test_one_article_at_hand_leaves_the_brief_of_the_other(lighthouse: Chronicle) -> None:
    """Standing in is decided for each article."""
    found = told(lighthouse, {"herald-2001": HERALD})
    assert [row["quote_is"] for row in found] == ["original", "brief", "original"]


def test_a_moved_passage_is_told_where_it_stands_now(lighthouse: Chronicle) -> None:
    """Offsets and paragraph count in the text that is attached, and the words are the same."""
    edition = HERALD.replace("\n\nIn May", "\n\nBy our own hand.\n\nIn May")
    before, after = told(lighthouse, BOTH)[0], told(lighthouse, {"herald-2001": edition})[0]
    assert (after["passage_status"], after["quote"]) == ("moved", before["quote"])
    assert edition[int(after["char_start"]) : int(after["char_end"])] == before["quote"]
    assert (before["paragraph"], after["paragraph"]) == ("2", "3")


def test_a_missing_passage_has_neither_words_nor_offsets(lighthouse: Chronicle) -> None:
    """Where the text is in hand no brief stands in, and nothing unproven is shown."""
    edition = HERALD.replace("the council said no", "the council said yes")
    row = told(lighthouse, {"herald-2001": edition})[2]
    assert [row[name] for name in ("char_start", "char_end", "quote")] == ["", "", ""]
    assert [row[name] for name in ("article_id", "passage_status", "quote_is", "paragraph")] == [
        "herald-2001",
        "missing",
        "original",
        "3",
    ]


def test_an_unattached_passage_that_no_brief_retells_has_a_row() -> None:
    """The published article is named, its words and offsets are left empty."""
    chronicle = a_chronicle(an_event("2016", passages=("report.1",)))
    (row,) = told(chronicle)
    names = ("article_id", "passage_status", "quote", "char_start", "quote_is")
    assert [row[name] for name in names] == ["report", "unattached", "", "", "original"]


def test_a_brief_that_lost_its_words_does_not_stand_in(lighthouse: Chronicle) -> None:
    """A brief's passage that is not proven in the brief's own text is not quoted."""
    altered = tuple(
        replace(one, text="Altered.") if one.text is not None else one
        for one in lighthouse.editions
    )
    row = told(replace(lighthouse, editions=altered))[0]
    assert (row["article_id"], row["quote"]) == ("herald-2001", "")


def test_an_event_without_support_has_one_row() -> None:
    """Everything that is a passage's stays empty, the stance too."""
    (row,) = told(a_chronicle(an_event("2016")))
    start, end = HEADER.index("stance"), HEADER.index("quote_is")
    assert [row[name] for name in HEADER[start : end + 1]] == [""] * (end - start + 1)


def test_support_by_a_brief_alone_is_no_row_of_its_own(lighthouse: Chronicle) -> None:
    """Only published passages make rows; the brief's support comes in as their stand-in."""
    event = lighthouse.event["guild-asks"]
    briefs = [one for one in event.support if one.passage.startswith("brief-")]
    assert len(briefs) == 2
    only = replace(event, support=tuple(briefs))
    (row,) = told(replace(lighthouse, events=(only,), links=()))
    assert row["article_id"] == ""


def both_of_herald(chronicle: Chronicle) -> Chronicle:
    """Return the chronicle with one event, on which both passages of the Herald bear.

    One sentence of its brief retells both.
    """
    first, second = (chronicle.event[one] for one in ("guild-asks", "council-refuses"))
    support = (first.support[0], replace(second.support[0], stance="mentions"), *second.support[1:])
    return replace(chronicle, events=(replace(first, support=support),), links=())


def test_passages_retold_together_keep_a_row_each(lighthouse: Chronicle) -> None:
    """One sentence of a brief may retell two passages; the number of rows stays the same."""
    one = both_of_herald(lighthouse)
    found = told(one)
    assert [(row["quote"], row["stance"]) for row in found] == [
        ("The guild asked and was refused.", "supports"),
        ("The guild asked and was refused.", "mentions"),
    ]
    assert len(told(one, BOTH)) == 2


def test_authors_are_family_and_given_names() -> None:
    """Several are parted by a semicolon; one with a single name stands alone."""
    authors = (Author("Հակոբյան", "Անի"), Author("Plato"))
    article = an_article("report", authors=authors, publisher="A House", url="https://example.org")
    chronicle = a_chronicle(
        an_event("2016", passages=("report.1",)),
        articles=(replace(article, issued=parse_date("[2016-04-03..2016-05]")),),
    )
    (row,) = told(chronicle)
    assert [row[name] for name in ("authors", "publication", "published", "url")] == [
        "Հակոբյան, Անի; Plato",
        "A House",
        "[2016-04-03..2016-05]",
        "https://example.org",
    ]


def test_by_event_the_passages_are_joined_in_one_row(lighthouse: Chronicle) -> None:
    """Lists run in step, an article without a date keeps its place, quotes have a line each."""
    first, second = told(lighthouse, BOTH, by="event")
    parts = told(lighthouse, BOTH)
    for name in ("stance", "paragraph", "char_start", "char_end", "passage_status", "quote_is"):
        assert first[name] == f"{parts[0][name]}; {parts[1][name]}"
    assert first["quote"] == f"{parts[0]['quote']}\n{parts[1]['quote']}"
    assert (first["article_id"], first["published"]) == (
        "herald-2001; courier-2001",
        "2001-06-10; ",
    )
    assert first["url"] == ""
    assert second == parts[2]


def test_by_event_an_article_is_named_once(lighthouse: Chronicle) -> None:
    """Two passages of one article give its title once and their places twice."""
    (row,) = told(both_of_herald(lighthouse), BOTH, by="event")
    assert (row["article_id"], row["article_title"]) == ("herald-2001", "The lighthouse dispute")
    assert (row["paragraph"], row["stance"]) == ("2; 3", "supports; mentions")


@pytest.mark.parametrize("by", ["event", "passage"])
@pytest.mark.parametrize("texts", [{}, BOTH, {"herald-2001": HERALD.replace("said", "sang")}])
def test_the_number_of_rows_does_not_depend_on_the_texts(
    lighthouse: Chronicle, by: RowsBy, texts: dict[str, str]
) -> None:
    """The count a dialog shows before the export is the count of rows, with and without texts."""
    assert len(told(lighthouse, texts, by=by)) == (2 if by == "event" else 3)
    assert count_rows(lighthouse, lighthouse.events, by) == (2 if by == "event" else 3)


@pytest.mark.parametrize("texts", [{}, BOTH, {"courier-2001": COURIER}])
def test_the_rows_hold_what_the_quote_viewer_shows(
    lighthouse: Chronicle, texts: dict[str, str]
) -> None:
    """Words, status and whose words they are agree with the cards, passage by passage."""
    library = make_library(lighthouse, texts)
    shown = [
        (exhibit.context.quote, exhibit.status.value, exhibit.ours)
        for event in lighthouse.events
        for card in evidence_of(lighthouse, library, event)
        for exhibit in card.exhibits
        if exhibit.context is not None
    ]
    rowed = [
        (row["quote"], row["passage_status"], row["quote_is"] == "brief")
        for row in told(lighthouse, texts)
    ]
    assert rowed == shown


def in_the_way(fault: int) -> Callable[..., None]:
    """Return a step that fails as the system does."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(fault, os.strerror(fault))

    return fail


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("fault", "said"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only")]
)
def test_a_fault_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: int, said: str
) -> None:
    """Whatever step fails, a file that was there is whole, one that was not is not there."""
    old = tmp_path / "old.csv"
    old.write_bytes(b"old")
    for path in (old, tmp_path / "new.csv"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, in_the_way(fault))
            with pytest.raises(QuotelineError, match=said):
                write_csv(path, [row_of(title="x")])
    assert [one.name for one in tmp_path.iterdir()] == ["old.csv"]
    assert old.read_bytes() == b"old"


def test_rows_that_fail_leave_the_old_file(tmp_path: Path) -> None:
    """A fault in the middle of the table comes before the file is touched."""
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    with pytest.raises(QuotelineError, match="surrogate"):
        write_csv(path, [row_of(event_id="e"), row_of(event_id="f", note="\udfff")])
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("place", [".", "missing/out.csv"])
def test_a_folder_or_a_lost_folder_is_told(tmp_path: Path, place: str) -> None:
    """A folder is no file, and a folder that is not there cannot hold one."""
    with pytest.raises(QuotelineError, match="folder"):
        write_csv(tmp_path / place, [])
    assert list(tmp_path.iterdir()) == []


def test_writing_returns_the_rows_and_replaces_the_file(tmp_path: Path) -> None:
    """The header does not count, and what was there before is gone."""
    path = tmp_path / "out.csv"
    path.write_bytes(b"something longer than what follows" * 99)
    assert write_csv(path, [row_of(title="=1"), row_of()], bom=True) == 2
    assert path.read_bytes() == written([row_of(title="'=1"), row_of()], exact=True, bom=True)
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


@POSIX
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    """What is no ordinary file is not replaced by one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_csv(pipe, [row_of(title="x")], exact=True)
        assert os.read(reader, 10_000) == written([row_of(title="x")], exact=True)
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@POSIX
def test_a_device_that_is_full_is_told() -> None:
    """A device's fault is a message, too."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(QuotelineError, match="cannot be written to"):
        write_csv(full, [row_of(title="x")])


def test_every_status_of_a_passage_has_its_row(lighthouse: Chronicle) -> None:
    """The statuses that texts alone bring about all come out as their own words."""
    edition = HERALD.replace("the council said no", "the council said yes")
    seen = {row["passage_status"] for row in told(lighthouse, {"herald-2001": edition})}
    seen |= {row["passage_status"] for row in told(lighthouse, {"herald-2001": "\n" + HERALD})}
    seen |= {row["passage_status"] for row in told(lighthouse, BOTH)}
    assert seen == {"exact", "moved", "missing", "unattached"}
