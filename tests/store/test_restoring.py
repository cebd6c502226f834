"""Copies of a chronicle: what each holds, and one put in the place of the file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.copies import Copy, copies_of
from explorer.store.faults import Cause, GivenUpError, NotSaved
from explorer.store.files import copy_path
from explorer.store.lock import WriterLock
from explorer.store.restoring import bring_back, bring_chronicle_back, chronicle_copies
from explorer.store.rolled import lines
from tests.builders import a_chronicle, an_event
from tests.whole_window import open_rolled


def of(count: int) -> Chronicle:
    """Return a chronicle of so many events."""
    return a_chronicle(*(an_event("2016-04", f"e{at}", actors=("x",)) for at in range(count)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A chronicle of two events that had one before."""
    path = tmp_path / "own" / "test.chronicle.json"
    path.parent.mkdir()
    for count in (1, 2):
        save_chronicle(of(count), path)
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where arrays of large chronicles are kept."""
    return tmp_path / "cache"


def quiet(_done: int, _total: int) -> None:
    """Tell nobody."""


def the_copy(path: Path) -> Copy:
    """Return the copy that the last save kept."""
    return next(one for one in copies_of(path) if one.path == copy_path(path))


def test_each_copy_is_told_by_its_counts(path: Path, cache: Path) -> None:
    """Events, actors, articles and passages of now and before; a broken copy says what it is."""
    broken = path.parent / "copies" / f"{path.name}.20010909T014640Z"
    broken.parent.mkdir(exist_ok=True)
    broken.write_bytes(b"{")
    listed = chronicle_copies(path, open_chronicle(path), cache, quiet)
    assert listed.now.counts == {"events": 2, "actors": 1, "articles": 0, "passages": 0}
    assert (listed.written, listed.size) == (path.stat().st_mtime, path.stat().st_size)
    told = {copy.path: content for copy, content in listed.copies}
    assert told[copy_path(path)].counts["events"] == 1
    assert "ends too early" in told[broken].fault


def test_very_many_events_are_counted_without_making_one(
    path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy of a chronicle that opens as arrays has its lines counted; no record is made."""
    open_rolled(monkeypatch)

    def made(*_: object) -> None:
        pytest.fail("a record was made")

    for way in ("event", "events"):
        monkeypatch.setattr(lines.EventLines, way, made)
    now = open_chronicle(path, cache)
    listed = chronicle_copies(path, now, cache, quiet)
    counted = {copy.path: content.counts for copy, content in listed.copies}
    assert (listed.now.counts["events"], counted[copy_path(path)]["events"]) == (2, 1)


def test_looking_through_copies_can_be_given_up(path: Path, cache: Path) -> None:
    """What the reader gave up ends it, and is not taken for a damaged copy."""

    def enough(_done: int, _total: int) -> None:
        raise GivenUpError(path)

    with pytest.raises(GivenUpError):
        chronicle_copies(path, open_chronicle(path), cache, enough)


def test_a_copy_takes_the_place_and_what_it_replaces_is_a_copy(path: Path, cache: Path) -> None:
    """The file is the copy's bytes then; what it was can be brought back in the same way."""
    before, wanted = path.read_bytes(), copy_path(path).read_bytes()
    kept = bring_chronicle_back(path, the_copy(path), "test", cache)
    assert path.read_bytes() == wanted
    assert copy_path(path).read_bytes() == wanted
    assert kept is not None
    assert kept.read_bytes() == before
    (back,) = (one for one in copies_of(path) if one.path == kept)
    assert back.label.startswith("before-restore")
    bring_chronicle_back(path, back, "test", cache)
    assert path.read_bytes() == before
    assert len([one for one in copies_of(path) if one.label.startswith("before-restore")]) == 2


def test_a_file_that_is_gone_is_brought_back(path: Path, cache: Path) -> None:
    """Nothing is kept then, as there was nothing."""
    path.unlink()
    assert bring_chronicle_back(path, the_copy(path), "test", cache) is None
    assert len(open_chronicle(path).events) == 1


@pytest.mark.parametrize("other", ["damaged", "another"])
def test_a_copy_that_is_not_this_chronicle_is_refused(path: Path, cache: Path, other: str) -> None:
    """One that does not open or is of another chronicle changes nothing, and is named."""
    before, copy = path.read_bytes(), copy_path(path)
    if other == "damaged":
        copy.write_bytes(copy.read_bytes()[:-9])
    else:
        data = json.loads(copy.read_bytes())
        data["_meta"]["1"]["id"] = "another"
        copy.write_text(json.dumps(data), "utf-8")
    with pytest.raises(QuotelineError, match=r"\.bak: this copy was not used: .* Choose another"):
        bring_chronicle_back(path, the_copy(path), "test", cache)
    assert path.read_bytes() == before
    assert not any(one.label.startswith("before-restore") for one in copies_of(path))


def test_nobody_else_may_be_writing(path: Path, cache: Path) -> None:
    """While somebody holds the file both ways of bringing back say who, and change nothing."""
    before, lock = path.read_bytes(), WriterLock(path)
    assert lock.take()
    for bring in (
        lambda: bring_chronicle_back(path, the_copy(path), "test", cache),
        lambda: bring_back(path, the_copy(path)),
    ):
        with pytest.raises(NotSaved, match=f"process {os.getpid()}") as told:
            bring()
        assert told.value.cause is Cause.HELD
    lock.release()
    assert path.read_bytes() == before
