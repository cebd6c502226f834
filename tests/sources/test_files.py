"""Files are found below folders, once each, and read without ever waiting for one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.sources import files
from explorer.sources.files import LARGEST, FileError, find_files, read_one


def names(*paths: Path) -> list[str]:
    """Return the names of the files found, and the faults."""
    return [str(one.fault) if one.fault else one.name for one in find_files(paths)]


def test_a_folder_stands_for_the_texts_below_it(tmp_path: Path) -> None:
    """In the order of names, a folder's own files first; hidden and other files are left out."""
    for name in ("b.TXT", "a.md", "c.text", "d.HTM", ".hidden.txt", "articles.json", "d.pdf"):
        (tmp_path / name).write_text(name)
    for folder in ("z", "nested.txt", ".git", "z/deep"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "in.xhtml").write_text("in")
    found = ["a.md", "b.TXT", "c.text", "d.HTM"]
    found += ["nested.txt/in.xhtml", "z/in.xhtml", "z/deep/in.xhtml"]
    assert names(tmp_path) == found
    assert names(tmp_path, tmp_path / "a.md", tmp_path / "z") == found


def test_a_file_named_outright_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    """Endings choose among a folder's files only."""
    (tmp_path / ".article.saved").write_bytes(b"words")
    assert names(tmp_path / ".article.saved") == [".article.saved"]
    assert read_one(tmp_path / ".article.saved") == b"words"


def test_the_parts_of_a_saved_page_are_left_out(tmp_path: Path) -> None:
    """Browsers put frames and pictures of "name.html" into "name_files"."""
    for folder in ("page_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text("<p>ad")
    (tmp_path / "page.html").write_text("<p>words")
    assert names(tmp_path) == ["page.html", "other_files/frame.html"]


def test_folders_that_lead_in_circles_are_searched_once(tmp_path: Path) -> None:
    """Links are followed, but neither to where the search has been nor to the same file twice."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("words")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "y.txt").symlink_to(tmp_path / "a" / "x.txt")
    (tmp_path / "z.txt").symlink_to("z.txt")
    assert names(tmp_path) == ["y.txt", "z.txt"]
    fault = read_one(tmp_path / "z.txt")
    assert isinstance(fault, FileError)
    assert "z.txt: cannot be read (Too many levels" in str(fault)


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    """One line for the folder that was named, also where folders in it lead in circles."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "up").symlink_to(tmp_path)
    (told,) = names(tmp_path)
    assert f"{tmp_path.name}: holds no text file" in told
    assert ".html" in told


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of the search goes on."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "wide").mkdir()
    (tmp_path / "wide" / "a.txt").write_text("words")
    real = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(files.os, "scandir", scandir)
    assert names(tmp_path) == ["shut: cannot be listed (Permission denied).", "wide/a.txt"]


def test_limits_of_a_search_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many files, too many entries and folders too deep end the search with a line."""
    deep = tmp_path / "d"
    for number in range(5):
        deep.mkdir()
        (deep / f"{number}.txt").write_text("words")
        deep /= "d"
    everything = [f"{'d/' * (number + 1)}{number}.txt" for number in range(5)]
    assert names(tmp_path) == everything
    with monkeypatch.context() as patch:
        patch.setattr(files, "MOST_FILES", 3)
        *found, told = names(tmp_path)
        assert found == everything[:3]
        assert "more than 3 files" in told
    with monkeypatch.context() as patch:
        patch.setattr(files, "MOST_ENTRIES", 4)
        *found, told = names(tmp_path)
        assert found == everything[:2]
        assert "more than 4 files" in told
    with monkeypatch.context() as patch:
        patch.setattr(files, "DEEPEST", 2)
        *found, told = names(tmp_path)
        assert found == everything[:2]
        assert told == "d/d: the folders in it lie too deep and are not searched."


def test_names_are_fit_to_be_shown(tmp_path: Path) -> None:
    """Line ends, control characters and bytes that are no UTF-8 do not come into a report."""
    for name in ("a\nb.txt", "c\x1b[2J.txt", "d\udcff.txt"):
        (tmp_path / name).write_text("words")
    assert names(tmp_path) == ["a\ufffdb.txt", "c\ufffd[2J.txt", "d\ufffd.txt"]
    assert [read_one(one.path) for one in find_files([tmp_path])] == [b"words"] * 3


def test_a_search_can_be_given_up(tmp_path: Path) -> None:
    """Once the reader has enough no further folder is entered."""
    for folder in "abc":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(folder)
    asked: list[int] = []

    def enough() -> bool:
        asked.append(1)
        return len(asked) > 2

    assert [one.name for one in find_files([tmp_path], enough)] == ["a/x.txt"]


def told_of(path: Path) -> str:
    """Return the line of a file that is not read."""
    fault = read_one(path, "named so")
    assert isinstance(fault, FileError)
    return str(fault)


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A pipe, a device, a folder and a file that is gone are told, and nothing is waited for."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/zero")
    assert told_of(tmp_path / "pipe.txt") == "named so: not a regular file."
    assert told_of(tmp_path / "null.txt") == "named so: not a regular file."
    assert told_of(tmp_path) == "named so: not a regular file."
    assert told_of(tmp_path / "gone.txt").startswith("named so: cannot be read (No such file")
    assert told_of(Path("nul\0")).startswith("named so: cannot be read")


def test_a_file_that_turns_into_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking at a file and opening it another may take its place."""
    (tmp_path / "a.txt").write_text("words")
    state = (tmp_path / "a.txt").stat()
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.setattr(Path, "stat", lambda self, **_: state)
    assert told_of(tmp_path / "pipe.txt") == "named so: not a regular file."


def test_a_file_that_must_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's reason stands in the line."""
    (tmp_path / "a.txt").write_text("words")

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "_without_waiting", refuse)
    assert told_of(tmp_path / "a.txt") == "named so: cannot be read (Permission denied)."


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    """Its size tells, before anything is read; one of just the size is taken."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 30)
    fault = read_one(tmp_path / "a.txt")
    assert isinstance(fault, FileError)
    assert fault.too_large
    assert "larger than 20 MB" in str(fault)
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LARGEST)
    whole = read_one(tmp_path / "a.txt")
    assert isinstance(whole, bytes)
    assert len(whole) == LARGEST
