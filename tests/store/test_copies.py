from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.workspace import Bookmark
from explorer.store.copies import Copy, Limits, copies_folder, copies_of, keep_copy, kept_of
from explorer.store.files import copy_path
from explorer.store.journalled import OpenWorkspace

NOW = datetime(2026, 11, 23, 12, 30, tzinfo=UTC).timestamp()
HOUR, DAY = 3_600, 86_400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of some moment."""
    path = tmp_path / "test.workspace.json"
    path.write_bytes(b"now")
    os.utime(path, (NOW, NOW))
    return path


def a_copy(written: float, size: int = 10) -> Copy:
    """Return a copy of that moment."""
    return Copy(Path(f"{written}"), written, size)


def test_a_copy_is_named_after_the_moment_of_its_content(path: Path) -> None:
    """It lies in the folder beside the file, and can be told by its name."""
    kept = keep_copy(path, path)
    assert kept == copies_folder(path) / "test.workspace.json.20261123T123000Z"
    assert kept.read_bytes() == b"now"
    (found,) = copies_of(path)
    assert (found.path, found.written, found.size, found.label) == (kept, NOW, 3, "")


def test_one_copy_an_hour_is_enough(path: Path) -> None:
    """Content of the same hour is not kept twice, that of an hour later is."""
    keep_copy(path, path)
    for seconds, kept in ((600, False), (3_599, False), (3_600, True), (5_000, False)):
        path.write_bytes(f"{seconds}".encode())
        os.utime(path, (NOW, NOW + seconds))
        assert (keep_copy(path, path) is not None) is kept


def test_a_copy_with_a_reason_is_kept_whenever_and_never_thinned(path: Path) -> None:
    """What is kept before an upgrade or a repair stays, twice if need be."""
    first = keep_copy(path, path, "schema-1")
    second = keep_copy(path, path, "schema-1", Limits(0, 0, 0, 0))
    assert first is not None
    assert second is not None
    assert first != second
    assert {one.path for one in copies_of(path)} == {first, second}


def test_files_of_another_name_are_not_copies(path: Path) -> None:
    """A neighbour's copies, and what people put there, are left alone."""
    keep_copy(path, path)
    for name in ("other.json.20261123T123000Z", "test.workspace.json.txt", "notes"):
        (copies_folder(path) / name).write_bytes(b"x")
    assert len(copies_of(path)) == 1


def test_hours_days_and_weeks_are_kept() -> None:
    """Of a year of hourly copies the last day is kept by hours, then days, then weeks."""
    copies = [a_copy(NOW - hours * HOUR) for hours in range(365 * 24)]
    kept = kept_of(copies, Limits(hours=24, days=14, weeks=12))
    ages = [round((NOW - one.written) / HOUR) for one in kept]
    assert ages[:24] == list(range(24))
    assert len(kept) <= 24 + 14 + 12
    assert 13 * 24 >= ages[-13] >= 24
    assert 12 * 7 * 24 >= ages[-1] >= 10 * 7 * 24


@given(st.lists(st.integers(0, 400 * 24).map(lambda hours: NOW - hours * HOUR), unique=True))
def test_thinning_again_removes_nothing_more(moments: list[float]) -> None:
    """What was kept is kept again, the newest always; so no series of thinnings empties it."""
    copies = [a_copy(moment) for moment in moments]
    kept = kept_of(copies, Limits())
    assert kept_of(kept, Limits()) == kept
    assert [one.written for one in kept[:1]] == sorted(moments)[-1:]


def test_the_size_limit_drops_the_oldest_but_never_the_newest() -> None:
    """A limit smaller than one copy leaves one; otherwise as many as fit."""
    copies = [a_copy(NOW - days * DAY, 100) for days in range(5)]
    assert kept_of(copies, Limits(size=1)) == copies[:1]
    assert kept_of(copies, Limits(size=350)) == copies[:3]


def test_a_folding_keeps_what_the_file_held(tmp_path: Path) -> None:
    """Copies come by themselves, an hour apart, and are not changed with the file."""
    path = tmp_path / "test.workspace.json"
    opened = OpenWorkspace.open(path, "test")
    contents = []
    for number in range(4):
        opened.commit(opened.workspace.with_bookmark(Bookmark(f"e{number}")), "Bookmark")
        opened.fold()
        contents.append(path.read_bytes())
        os.utime(path, (NOW, NOW + number * 1_800))
    opened.close()
    kept = [one for one in copies_of(path) if not one.label]
    assert [one.path.read_bytes() for one in kept] == [contents[2], contents[0]]
    assert copy_path(path).read_bytes() == contents[2]
    path.write_bytes(b"overwritten in place by something else")
    assert [one.path.read_bytes() for one in kept] == [contents[2], contents[0]]
