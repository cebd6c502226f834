"""Survey: the table of events is found where it stands, in files of any shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.store.chronicle_tables import tables_of
from explorer.store.rolled import survey as surveying
from explorer.store.rolled.survey import PlacedFile, Survey, section_of, survey
from explorer.store.storage import bytes_of
from explorer.store.unusual import UnusualError
from tests.generate import chronicle

RAW = bytes_of(tables_of(chronicle(300)), Path("a.json"))


@pytest.fixture(autouse=True)
def _many_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make runs and pieces small, so that a small file has many."""
    for name, size in (("_RUN", 3_000), ("_PIECE", 700), ("_PROBE", 90)):
        monkeypatch.setattr(surveying, name, size)


def of(path: Path, raw: bytes) -> Survey | None:
    """Write a file and look where its events stand."""
    path.write_bytes(raw)
    with PlacedFile(path) as file:
        return survey(file)


def joined(found: Survey, raw: bytes) -> bytes:
    """Return what runs hold, put together again."""
    return b"\n".join(raw[start:end] for start, end in found.runs)


def test_runs_are_the_lines_of_the_table(tmp_path: Path) -> None:
    """Runs make up the table line by line; before and behind make up the rest."""
    found = of(tmp_path / "a.json", RAW)
    assert found is not None
    assert found.section == section_of(RAW, "events")
    assert found.before + RAW[found.section.start : found.section.end] + found.behind == RAW
    assert joined(found, RAW) == RAW[found.section.start + 2 : found.section.end - 2]
    assert found.count == 300
    assert len(found.runs) > 10


def test_lines_of_a_large_table_are_reckoned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large table not all is read; how many lines it has is known about."""
    monkeypatch.setattr(surveying, "_COUNTED", 1_000)
    monkeypatch.setattr(surveying, "_PROBE", 2_000)
    found = of(tmp_path / "a.json", RAW)
    assert found is not None
    assert found.count == pytest.approx(300, rel=0.1)


@pytest.mark.parametrize("behind", [b',\n"more": {}\n}\n', b"\n}", b',\n"links": {"1": {}}}'])
def test_other_tables_may_follow(tmp_path: Path, behind: bytes) -> None:
    """Where the table is followed by other tables than usual, or by none, it is found as well."""
    section = section_of(RAW, "events")
    assert section is not None
    raw = RAW[: section.end] + behind
    found = of(tmp_path / "a.json", raw)
    assert found is not None
    assert found.section == section
    assert found.before + raw[section.start : section.end] + found.behind == raw


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b'{\n"events": {}\n}',
        b'{\n"events": {\n',
        b'{\n"links": {}, "events": {\n"1": {}',
        RAW.replace(b'\n"events": {\n', b'\n"events": {'),
    ],
)
def test_a_file_without_such_a_table_has_none(tmp_path: Path, raw: bytes) -> None:
    """A file that is empty, cut off or written otherwise has no table that could be taken."""
    assert of(tmp_path / "a.json", raw) is None


def test_a_line_s_end_that_is_none_is_told(tmp_path: Path) -> None:
    """A comma too few or too many at the end of a run is no table of documents, one a line."""
    found = of(tmp_path / "a.json", RAW)
    assert found is not None
    within, end = found.runs[0][1] - 1, found.section.end - 2
    for raw in (RAW[:end] + b"," + RAW[end:], RAW[:within] + b" " + RAW[within + 1 :]):
        with pytest.raises(ValueError, match="comma"):
            of(tmp_path / "b.json", raw)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, 200))
def test_no_file_breaks_it(tmp_path: Path, raw: bytes, at: int) -> None:
    """Whatever is in a file, the table found lies in it, or none is found."""
    whole = raw[:at] + b'\n"events": {\n' + raw[at:] + b'\n},\n"links": {}}'
    try:
        found = of(tmp_path / "a.json", whole)
    except ValueError:
        return
    if found is not None:
        assert found.before + whole[found.section.start : found.section.end] + found.behind == whole


def test_another_file_in_its_place_is_told(tmp_path: Path) -> None:
    """A file that was written to, or replaced, is not taken for the one that was looked at."""
    path = tmp_path / "a.json"
    path.write_bytes(RAW)
    with PlacedFile(path) as file:
        stamp = file.stamp
    with PlacedFile(path, stamp) as file:
        assert file.read(0, 10) == RAW[:10]
        with pytest.raises(ValueError, match="ends before"):
            file.read(len(RAW) - 1, len(RAW) + 1)
    path.write_bytes(RAW + b"\n")
    with pytest.raises(UnusualError):
        PlacedFile(path, stamp)
