"""Files are recognised by their content, and everything else ends as one clear line."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given

from explorer.importing import starting
from explorer.importing.reading import read_texts
from explorer.importing.texts import ReadAs
from explorer.model.chronicle import Chronicle
from explorer.model.records import Article, Edition
from explorer.sources.attaching import (
    Kind,
    Limits,
    attach_paths,
    recognise,
    recognise_texts,
    strength,
)
from explorer.sources.files import LARGEST
from explorer.sources.library import make_library, text_sha256
from explorer.sources.status import Status
from tests.importing.made_pages import MadePage, pages, with_everything
from tests.sources.editions import passages_of
from tests.sources.made_up import COURIER, HERALD

UNRELATED = "A recipe for bread.\n\nTake flour, water, salt and time.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    path = tmp_path / "given"
    path.mkdir()
    return path


def test_an_edition_is_recognised_whatever_its_name(lighthouse: Chronicle) -> None:
    """The very text of an edition is told by its hash, byte order mark and CRLF aside."""
    raw = b"\xef\xbb\xbf" + HERALD.replace("\n", "\r\n").encode()
    found = recognise(lighthouse, "shopping list.md", raw)
    assert (found.kind, found.article, found.text) == (Kind.EDITION, "herald-2001", HERALD)
    assert found.sha256 == lighthouse.editions[0].sha256
    assert (found.found, found.counts[Status.EXACT]) == (2, 2)
    assert "shopping list.md" in found.message
    assert "herald-2001" in found.message


def test_another_edition_is_recognised_by_its_passages(lighthouse: Chronicle) -> None:
    """A text in which an article's passages stand elsewhere is that article."""
    found = recognise(lighthouse, "a.txt", ("Share this!\n\n" + COURIER).encode())
    assert (found.kind, found.article) == (Kind.OTHER_EDITION, "courier-2001")
    assert found.counts[Status.MOVED] == 1


def test_an_unrelated_text_is_left_alone(lighthouse: Chronicle) -> None:
    """A text with too few passages is no article, and the line says so."""
    for text in (UNRELATED, "Ahead.\n" + HERALD.replace("said no", "said yes")):
        found = recognise(lighthouse, "b.txt", text.encode())
        assert (found.kind, found.article) == (Kind.UNRELATED, "")
        assert found.message.startswith("b.txt: not one of this chronicle's articles")


@pytest.mark.parametrize(
    ("raw", "kind", "told"),
    [
        (b"", Kind.EMPTY, "holds no text"),
        (b"\xef\xbb\xbf \n\n", Kind.EMPTY, "holds no text"),
        (b"GIF89a\x00\x01", Kind.NOT_TEXT, "picture"),
        (b"words\x00\x01", Kind.NOT_TEXT, "binary"),
        ("text".encode("utf-16-le"), Kind.NOT_TEXT, "UTF-16"),
        (b" " * (LARGEST + 1), Kind.TOO_LARGE, "larger than 20 MB"),
    ],
    ids=["nothing", "blank", "picture", "binary", "utf-16", "huge"],
)
def test_a_file_without_readable_text_is_one_clear_line(
    lighthouse: Chronicle, raw: bytes, kind: Kind, told: str
) -> None:
    """Nothing is raised: the kind and a line that names the file tell what is wrong."""
    found = recognise(lighthouse, "c.txt", raw)
    assert (found.kind, found.article) == (kind, "")
    assert found.message.startswith("c.txt: ")
    assert told in found.message
    assert "\n" not in found.message


HERALD_PARAGRAPHS = HERALD.strip().split("\n\n")
COURIER_PARAGRAPHS = COURIER.strip().split("\n\n")


def herald_page() -> str:
    """Return a saved page of the Herald's article, with the usual things around it."""
    return with_everything(HERALD_PARAGRAPHS[0], HERALD_PARAGRAPHS[1:], "The quay. Photo: Lind")


def test_a_saved_page_gives_two_texts_of_the_article(lighthouse: Chronicle) -> None:
    """Body and whole page are both told and kept; where both have every passage the body leads."""
    found = recognise_texts(lighthouse, "a.html", read_texts(herald_page().encode(), "a.html"))
    assert [one.reading for one in found] == [ReadAs.WHOLE_PAGE, ReadAs.READABLE]
    assert {(one.article, one.kind, one.found) for one in found} == {
        ("herald-2001", Kind.OTHER_EDITION, 2),
    }
    assert "Unwanted" in found[0].text
    assert "Unwanted" not in found[1].text
    assert "readable body" in found[1].message
    assert "all the text of the page" in found[0].message
    assert recognise(lighthouse, "a.html", herald_page().encode()) == found[-1]


def test_the_text_with_more_passages_leads(lighthouse: Chronicle) -> None:
    """Where the body lacks a passage that the page shows, the whole page is the better text."""
    aside = f"<aside><p>{HERALD_PARAGRAPHS[2]}</p></aside>"
    long = "<p>" + "A sentence that fills the page and no more. " * 9 + "</p>"
    source = f"<html><article><p>{HERALD_PARAGRAPHS[1]}</p>{long}{aside}</article>"
    found = recognise_texts(lighthouse, "a.html", read_texts(source.encode(), "a.html"))
    assert [(one.reading, one.found, one.article) for one in found] == [
        (ReadAs.READABLE, 1, "herald-2001"),
        (ReadAs.WHOLE_PAGE, 2, "herald-2001"),
    ]


def test_strength_ranks_the_texts_of_an_article(lighthouse: Chronicle) -> None:
    """More passages go before a known edition, and that before a text without the page around."""
    edition = recognise(lighthouse, "a.txt", HERALD.encode())
    other = replace(edition, kind=Kind.OTHER_EDITION)
    whole = replace(other, reading=ReadAs.WHOLE_PAGE)
    fewer = replace(edition, counts={Status.EXACT: 1})
    assert sorted([edition, fewer, other, whole], key=strength) == [fewer, whole, other, edition]


def test_a_markdown_edition_is_exact_and_its_rendering_kept(lighthouse: Chronicle) -> None:
    """The source that was coded is the edition; the same without markup is another."""
    source = HERALD.replace("May 2001", "*May* 2001")
    found = recognise_texts(lighthouse, "a.md", read_texts(source.encode(), "a.md"))
    assert [(one.reading, one.found) for one in found] == [
        (ReadAs.PLAIN, 1),
        (ReadAs.READABLE, 2),
    ]
    assert found[1].kind is Kind.EDITION


@given(made=pages())
def test_every_passage_is_found_in_a_page_around_it(made: MadePage) -> None:
    """Each paragraph of an article is found moved in the body of a page made around it."""
    chronicle = a_chronicle_of(made.paragraphs)
    body = read_texts(made.source.encode(), "a.html").texts[0]
    assert body.read_as is ReadAs.READABLE
    library = make_library(chronicle, {"a": body.text})
    for passage, paragraph in zip(chronicle.passages, made.paragraphs, strict=True):
        reading = library.reading(passage.id)
        assert reading.status in {Status.MOVED, Status.EXACT}
        assert reading.quote == body.text[reading.start : reading.end]
        assert " ".join(reading.quote.split()) == " ".join(paragraph.split())


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-16", "Its encoding: utf-16-le."),
        ("cp1252", "Its encoding was guessed: cp1252; look whether the letters are right."),
    ],
)
def test_an_encoding_other_than_utf8_is_told(
    lighthouse: Chronicle, encoding: str, told: str
) -> None:
    """The line and the outcome say how a file was read, and whether that was a guess."""
    found = recognise(lighthouse, "a.txt", COURIER.encode(encoding))
    assert (found.article, found.kind) == ("courier-2001", Kind.EDITION)
    assert (found.encoding in told, found.guessed) == (True, "guessed" in told)
    assert found.message.endswith(told)


def test_pages_in_a_folder_are_recognised(lighthouse: Chronicle, folder: Path) -> None:
    """Saved pages and texts below a folder are matched whatever they are called."""
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "page.htm").write_text(herald_page(), encoding="cp1252")
    (folder / "deep" / "er" / "page.text").write_text(
        with_everything(COURIER_PARAGRAPHS[0], COURIER_PARAGRAPHS[1:]), encoding="utf-16"
    )
    report = attach_paths(lighthouse, [folder])
    assert [(one.name, one.article, one.reading) for one in report.matched] == [
        ("page.htm", "herald-2001", ReadAs.WHOLE_PAGE),
        ("page.htm", "herald-2001", ReadAs.READABLE),
        ("deep/er/page.text", "courier-2001", ReadAs.WHOLE_PAGE),
        ("deep/er/page.text", "courier-2001", ReadAs.READABLE),
    ]
    assert (report.unmatched, report.faults) == ((), ())


def test_progress_is_told_for_every_file(lighthouse: Chronicle, folder: Path) -> None:
    """Before each file how many are done, of all; at the end that all are."""
    for name in "abc":
        (folder / f"{name}.txt").write_text(UNRELATED)
    told: list[tuple[int, int, str]] = []
    attach_paths(lighthouse, [folder], lambda *one: told.append(one))
    assert told == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt"), (3, 3, "")]


def test_what_was_found_before_giving_up_is_returned(lighthouse: Chronicle, folder: Path) -> None:
    """Once the reader has enough nothing more is read, and the report says how many are left."""
    (folder / "a.txt").write_text(HERALD)
    for name in "bcd":
        (folder / f"{name}.txt").write_text(UNRELATED)
    told: list[str] = []
    report = attach_paths(
        lighthouse, [folder], lambda *one: told.append(one[2]), lambda: "b.txt" in told
    )
    assert [one.name for one in report.matched] == ["a.txt"]
    assert (report.unmatched, report.faults, report.cancelled) == ((), (), 3)
    assert told == ["a.txt", "b.txt"]
    assert report.lines()[-1] == "Cancelled: 3 files were not examined."


def test_giving_up_ends_a_file_that_is_read_apart(
    lighthouse: Chronicle, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that takes its time is not waited for."""
    monkeypatch.setattr(starting, "_START", "import time; time.sleep(600)")
    (folder / "a.html").write_text(herald_page())
    asked: list[int] = []

    def enough() -> bool:
        asked.append(1)
        return len(asked) > 4

    report = attach_paths(lighthouse, [folder], cancelled=enough)
    assert (report.matched, report.faults, report.cancelled) == ((), (), 1)


def test_limits_end_a_file_and_not_the_batch(
    lighthouse: Chronicle, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that takes too long is one line, and the file after it is read."""
    monkeypatch.setattr(starting, "_START", "import time; time.sleep(600)")
    (folder / "a.html").write_text(herald_page())
    (folder / "b.txt").write_text(HERALD)
    report = attach_paths(lighthouse, [folder], limits=Limits(seconds=0.2))
    assert [one.name for one in report.matched] == ["b.txt"]
    (fault,) = report.faults
    assert (fault.name, fault.kind) == ("a.html", Kind.UNREADABLE)
    assert "more than 0.2 seconds" in fault.message


def test_hostile_files_end_as_one_line_each(lighthouse: Chronicle, folder: Path) -> None:
    """Amid them an article is found all the same, and none has more than its line."""
    with zipfile.ZipFile(folder / "bomb.html", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 10_000_000)
    attributes = " ".join(f"a{number}=''" for number in range(200_000))
    for name, source in {
        "nested.html": "<div>" * 200_000,
        "attributes.html": f"<div {attributes}>",
        "comments.html": "<!--" * 40_000,
        "links.html": "<a " * 40_000,
        "long.html": "<p>" + "A word and another. " * 800_000,
        "accents.txt": "a" + "\u0316\u0301" * 100_000,
        "picture.txt": "\x89PNG\r\n\x1a\n",
    }.items():
        (folder / name).write_text(source, encoding="latin-1" if "PNG" in source else "utf-8")
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(1 << 30)
    (folder / "z.html").write_text(herald_page(), encoding="utf-8")
    report = attach_paths(lighthouse, [folder])
    assert {one.name for one in report.matched} == {"z.html"}
    assert report.unmatched == ()
    told = {fault.name: fault.message for fault in report.faults}
    assert len(told) == len(report.faults) == 9
    for name, words in {
        "bomb.html": "a Word or office document",
        "nested.html": "nest too deep",
        "attributes.html": "attributes",
        "comments.html": "holds no text",
        "links.html": "holds no text",
        "long.html": "2,000,000 characters",
        "accents.txt": "accents",
        "picture.txt": "a picture",
        "sparse.txt": "larger than 20 MB",
    }.items():
        assert words in told[name]
        assert "\n" not in told[name]


def test_what_cannot_be_read_is_told(lighthouse: Chronicle, tmp_path: Path) -> None:
    """A file that is gone, a pipe, an oversized file and an empty folder end as a line each."""
    pipe, huge, empty = tmp_path / "pipe.txt", tmp_path / "huge.txt", tmp_path / "empty"
    os.mkfifo(pipe)
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    empty.mkdir()
    report = attach_paths(lighthouse, [tmp_path / "gone.txt", pipe, huge, empty])
    kinds = [fault.kind for fault in report.faults]
    assert kinds == [Kind.UNREADABLE, Kind.UNREADABLE, Kind.TOO_LARGE, Kind.UNREADABLE]
    for told, line in zip(
        ("gone.txt: cannot be read", "pipe.txt: not a regular", "huge.txt: larger", "no text file"),
        report.lines(),
        strict=True,
    ):
        assert told in line


def test_two_articles_are_found_among_strangers(lighthouse: Chronicle, folder: Path) -> None:
    """In a folder of unrelated files the articles are matched and the others listed."""
    for number in range(98):
        (folder / f"x{number}.txt").write_text(UNRELATED + str(number), encoding="utf-8")
    (folder / "one.txt").write_text(HERALD, encoding="utf-8")
    (folder / "two.md").write_text("Ahead.\n" + COURIER, encoding="utf-8")
    report = attach_paths(lighthouse, [folder])
    assert {(one.name, one.article) for one in report.matched} == {
        ("one.txt", "herald-2001"),
        ("two.md", "courier-2001"),
    }
    assert len(report.unmatched) == 98
    assert {one.text for one in report.unmatched} == {""}
    assert len(report.lines()) == 98 + len(report.matched)


def a_chronicle_of(paragraphs: tuple[str, ...]) -> Chronicle:
    """Return a chronicle of one article in which each paragraph is a passage."""
    text = "\n\n".join(paragraphs)
    ends = accumulate(len(one) + 2 for one in paragraphs)
    places = [(end - 2 - len(one), end - 2) for one, end in zip(paragraphs, ends, strict=True)]
    article = Article("a", "published", "A")
    edition = Edition("e", "a", text_sha256(text), len(text))
    passages = tuple(passages_of(text, places))
    return Chronicle("c", "C", articles=(article,), editions=(edition,), passages=passages)
