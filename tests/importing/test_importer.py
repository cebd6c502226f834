"""Files are read apart from the program, and whatever becomes of that is one line."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading

import pytest

from explorer.importing import starting
from explorer.importing.importer import Cancelled, Importer, Limits
from explorer.importing.reading import read_texts
from explorer.importing.texts import ImportFault, ReadAs, Trouble
from tests.importing.made_pages import with_everything

PAGE = with_everything(
    "Tale", ["The harbour guild asked the council for two boats – “at once”. " * 3]
)

MISBEHAVING = """
import os, time
import explorer.importing.worker as worker
read = worker.read_texts
def misread(raw, name):
    if name == "slow.html":
        time.sleep(600)
    if name == "fatal.html":
        os._exit(3)
    if name == "bug.html":
        raise RuntimeError("a bug")
    if name == "talkative.html":
        print("noise on the standard output")
    if name == "hungry.html":
        bytearray(1 << 30)
    return read(raw, name)
worker.read_texts = misread
"""


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the process misbehave on files of certain names."""
    start = starting._START
    main = "sys.exit("
    assert start.count(main) == 1
    monkeypatch.setattr(starting, "_START", start.replace(main, f"{MISBEHAVING}\n{main}"))


def fault_of(importer: Importer, name: str) -> str:
    """Return the line that a file ends as."""
    with pytest.raises(ImportFault) as caught:
        importer.read(PAGE.encode(), name)
    assert caught.value.trouble is Trouble.UNREADABLE
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_is_read_apart_as_it_would_be_here() -> None:
    """Texts, encoding and guess come back whole, for one file after another."""
    with Importer() as importer:
        for raw in (PAGE.encode(), PAGE.encode("cp1252"), PAGE.encode("utf-16")):
            assert importer.read(raw, "a.html") == read_texts(raw, "a.html")


def test_a_fault_comes_back_as_it_was_told() -> None:
    """Its kind and its line are those of the reading."""
    with Importer() as importer, pytest.raises(ImportFault, match=r"a\.html: holds no text") as one:
        importer.read(b"<html><p></p>", "a.html")
    assert one.value.trouble is Trouble.EMPTY


def test_plain_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """UTF-8 text, and what is refused by its first bytes, cost no more than reading them."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Importer() as importer:
        assert importer.read(b"words", "a.txt").texts[0].read_as is ReadAs.PLAIN
        with pytest.raises(ImportFault, match="PDF"):
            importer.read(b"%PDF-1.7", "a.html")


def test_a_process_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an interpreter to be found the file ends as a line."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Importer() as importer:
        assert "the importing process ended" in fault_of(importer, "a.html")


@pytest.mark.usefixtures("misbehaving")
def test_a_file_that_takes_too_long_is_given_up() -> None:
    """The process is ended, and the next file is read by a new one."""
    with Importer(Limits(seconds=3)) as importer:
        assert "slow.html: not read, since it takes more than 3 seconds" in fault_of(
            importer, "slow.html"
        )
        assert importer.read(PAGE.encode(), "a.html").texts


@pytest.mark.usefixtures("misbehaving")
def test_a_process_that_ends_is_started_again() -> None:
    """A crash costs the one file only."""
    with Importer() as importer:
        for _ in range(2):
            assert "ended over it" in fault_of(importer, "fatal.html")
            assert importer.read(PAGE.encode(), "a.html").texts


@pytest.mark.usefixtures("misbehaving")
def test_a_bug_is_logged_and_told(caplog: pytest.LogCaptureFixture) -> None:
    """The file ends as a line, and the log has what is needed to find the bug."""
    with caplog.at_level(logging.ERROR, "quoteline"), Importer() as importer:
        assert "failed on it" in fault_of(importer, "bug.html")
        assert importer.read(PAGE.encode(), "a.html").texts
    assert "RuntimeError: a bug" in caplog.text


@pytest.mark.usefixtures("misbehaving")
def test_what_a_library_prints_disturbs_nothing() -> None:
    """The answer does not go over the standard output that libraries write to."""
    with Importer() as importer:
        assert importer.read(PAGE.encode(), "talkative.html").texts


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to it")
@pytest.mark.usefixtures("misbehaving")
def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    """Memory has its limit, also that which the parser takes."""
    with Importer(Limits(memory=200 << 20)) as importer:
        assert "more than 200 MB of memory" in fault_of(importer, "hungry.html")
        assert importer.read(PAGE.encode(), "a.html").texts
    large = b"<p>" + b"many words. " * 1_300_000
    with (
        Importer(Limits(memory=20 << 20)) as importer,
        pytest.raises(ImportFault, match="more than 20 MB of memory"),
    ):
        importer.read(large, "a.html")


@pytest.mark.usefixtures("misbehaving")
def test_waiting_can_be_given_up() -> None:
    """Once the reader has enough, the process is ended and the wait with it."""
    asked = threading.Event()

    def enough() -> bool:
        was = asked.is_set()
        asked.set()
        return was

    with Importer(cancelled=enough) as importer, pytest.raises(Cancelled):
        importer.read(PAGE.encode(), "slow.html")


def test_no_process_is_left() -> None:
    """The process ends with the importer."""
    with Importer() as importer:
        importer.read(PAGE.encode(), "a.html")
        process = importer._worker
        assert process is not None
        assert process.poll() is None
    assert process.poll() is not None


def test_the_process_loads_neither_window_nor_database() -> None:
    """What the process imports is kept to what reading needs, and the program is not run."""
    code = (
        "import sys; import explorer.importing.worker, explorer.importing.pages;"
        "print([n for n in ('PySide6', 'tinydb', 'numpy', 'pyqtgraph', 'explorer.app', "
        "'explorer.__main__', 'explorer.sources') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
