from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.store.changes import Hunk, Swap
from explorer.store.journal_records import Head, Kind, Mark, Record, Step, line_of, lines_of
from tests.store.strategies import json_values, texts

PATH = Path("test.journal")
documents = st.dictionaries(texts, json_values, max_size=3)
hunks = st.builds(
    Hunk,
    texts.filter(bool),
    st.integers(0, 99),
    st.lists(documents, max_size=2).map(tuple),
    st.lists(documents, max_size=2).map(tuple),
)
swaps = st.builds(Swap, texts.filter(bool), st.none() | documents, st.none() | documents)
steps = st.builds(
    Step,
    st.integers(0, 2**53),
    st.sampled_from(Kind),
    texts,
    st.just("2026-01-02T03:04:05Z"),
    st.lists(hunks | swaps, max_size=3).map(tuple),
)
records = (
    steps
    | st.builds(Mark, st.integers(0, 2**53), texts)
    | st.builds(Head, texts, st.integers(0, 9), texts.filter(bool), st.integers(1, 9))
)


def found(raw: bytes) -> list[Record | None]:
    """Return the records of the lines in some bytes."""
    return [line.record for line in lines_of(raw, PATH)[0]]


@given(st.lists(records, max_size=4))
@settings(max_examples=150)
def test_records_come_back_as_they_were(some: list[Record]) -> None:
    """Any steps, marks and heads, in any script, are read as they were written, one a line."""
    raw = b"".join(map(line_of, some))
    assert found(raw) == some
    assert raw.count(b"\n") == len(some)
    assert lines_of(raw, PATH)[1] == 0


@given(st.lists(records, min_size=1, max_size=3), st.data())
@settings(max_examples=100)
def test_a_write_cut_off_anywhere_leaves_the_lines_before_it(
    some: list[Record], data: st.DataObject
) -> None:
    """Whatever length is left, whole lines are read and the rest is counted as torn."""
    raw = b"".join(map(line_of, some))
    length = data.draw(st.integers(0, len(raw)))
    lines, torn = lines_of(raw[:length], PATH)
    assert [line.record for line in lines] == some[: len(lines)]
    assert sum(line.length for line in lines) + torn == length


def test_any_flipped_bit_is_seen() -> None:
    """One bit changed anywhere in a line makes it no record, or a line too many, never another."""
    step = Step(1, Kind.DO, "Bookmark", "now", (Hunk("bookmarks", 0, (), ({"event": "a"},)),))
    raw = line_of(step)
    for bit in range(len(raw) * 8):
        changed = bytearray(raw)
        changed[bit // 8] ^= 1 << bit % 8
        assert step not in found(bytes(changed))
        assert all(one is None for one in found(bytes(changed)))


def test_zeros_at_the_end_are_a_torn_write() -> None:
    """After a power cut a file may have its length and not its content: that is no line."""
    raw = line_of(Mark(1, "x"))
    lines, torn = lines_of(raw + bytes(4096), PATH)
    assert ([line.record for line in lines], torn) == ([Mark(1, "x")], 4096)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"is": "do"},
        {"is": "dance", "sequence": 1, "moment": "x"},
        {"is": "do", "sequence": "1", "moment": "x"},
        {"is": "do", "sequence": 10**30, "moment": "x"},
        {"is": "do", "sequence": 1, "moment": "x", "changes": {}},
        {"is": "do", "sequence": 1, "moment": "x", "changes": [{"table": "b", "at": -1}]},
        {
            "is": "do",
            "sequence": 1,
            "moment": "x",
            "changes": [{"table": "b", "at": 0, "added": [1]}],
        },
        {"is": "head", "sequence": 1, "schema": 1, "version": 1, "chronicle": ["x"]},
    ],
)
def test_a_line_of_the_wrong_shape_is_no_record(wrong: dict[str, Any]) -> None:
    """A checksum that is right does not make a record of what has the wrong types."""
    from binascii import crc32  # noqa: PLC0415

    from explorer.store.storage import json_text  # noqa: PLC0415

    text = json_text(wrong).encode()
    assert found(b"%08x %b\n" % (crc32(text), text)) == [None]


def test_a_line_nested_without_end_is_no_record() -> None:
    """Ten thousand brackets with a right checksum neither hang nor end the program."""
    from binascii import crc32  # noqa: PLC0415

    text = b'{"is": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"
    assert found(b"%08x %b\n" % (crc32(text), text)) == [None]
