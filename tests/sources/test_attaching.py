"""Files are recognised by their content, and everything else ends as one clear line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.model.chronicle import Chronicle
from explorer.sources.anchoring import Status
from explorer.sources.attaching import Kind, attach_paths, read_files, recognise
from explorer.sources.files import LARGEST
from tests.sources.made_up import COURIER, HERALD

UNRELATED = "A recipe for bread.\n\nTake flour, water, salt and time.\n"


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
        ("é".encode("latin-1"), Kind.NOT_TEXT, "not UTF-8"),
        (b"GIF89a\x00\x01", Kind.NOT_TEXT, "binary"),
        ("text".encode("utf-16"), Kind.NOT_TEXT, "UTF-16"),
        (b" " * (LARGEST + 1), Kind.TOO_LARGE, "larger than 20 MB"),
    ],
    ids=["nothing", "blank", "latin-1", "binary", "utf-16", "huge"],
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


def test_a_folder_stands_for_its_text_files(tmp_path: Path) -> None:
    """Text files in the order of their names; hidden, other and nested files are left out."""
    for name in ("b.TXT", "a.md", "c.text", ".hidden.txt", "articles.json", "d.pdf"):
        (tmp_path / name).write_text(name)
    (tmp_path / "nested.txt").mkdir()
    (tmp_path / "nested.txt" / "deep.txt").write_text("deep")
    read = list(read_files([tmp_path, tmp_path / "a.md"]))
    assert read == [("a.md", b"a.md"), ("b.TXT", b"b.TXT"), ("c.text", b"c.text")]


def test_a_file_named_outright_is_read_whatever_its_ending(tmp_path: Path) -> None:
    """Endings choose among a folder's files only."""
    path = tmp_path / "article.saved"
    path.write_bytes(b"words")
    assert list(read_files([path])) == [("article.saved", b"words")]


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


def test_two_articles_are_found_among_strangers(lighthouse: Chronicle, tmp_path: Path) -> None:
    """In a folder of unrelated files the articles are matched and the others listed."""
    for number in range(5):
        (tmp_path / f"x{number}.txt").write_text(UNRELATED + str(number), encoding="utf-8")
    (tmp_path / "one.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "two.md").write_text("Ahead.\n" + COURIER, encoding="utf-8")
    report = attach_paths(lighthouse, [tmp_path])
    matched = [(one.name, one.article) for one in report.matched]
    assert matched == [("one.txt", "herald-2001"), ("two.md", "courier-2001")]
    assert len(report.unmatched) == 5
    assert len(report.lines()) == 7
