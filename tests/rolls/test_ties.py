"""Ties: which names rows have, asked both ways."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.rolls.ties import Numbers, Ties, ties_of

NAMED = st.lists(st.lists(st.sampled_from("abcd"), max_size=4), max_size=8)


def made(named: list[list[str]]) -> Ties:
    """Return the ties of rows to their names."""
    number = Numbers()
    codes = np.array([number[name] for names in named for name in names], dtype=np.int32)
    rows = np.repeat(np.arange(len(named)), [len(names) for names in named])
    return ties_of(tuple(number), codes, rows, len(named))


@given(named=NAMED)
def test_rows_have_each_name_once(named: list[list[str]]) -> None:
    """A row has the names it was given, in their order and none twice."""
    ties = made(named)
    ends = ties.ends.tolist()
    found = [
        [ties.names[code] for code in ties.codes[start:end].tolist()]
        for start, end in itertools.pairwise(ends)
    ]
    assert found == [list(dict.fromkeys(names)) for names in named]
    assert ties.sizes.tolist() == [len(set(names)) for names in named]


@given(named=NAMED, asked=st.sets(st.sampled_from("abcx")), some=st.sets(st.integers(0, 7)))
def test_names_lead_to_rows_and_counts(
    named: list[list[str]], asked: set[str], some: set[int]
) -> None:
    """Rows by name, rows with any of some names and counts are those of plain lists."""
    ties = made(named)
    for name in asked:
        assert ties.rows(name).tolist() == [at for at, one in enumerate(named) if name in one]
    assert ties.any_of(asked).tolist() == [bool(asked & set(one)) for one in named]
    rows = sorted(at for at in some if at < len(named))
    counted = {name: sum(name in named[at] for at in rows) for name in "abcd"}
    assert ties.counts(np.array(rows, dtype=np.int64)) == {
        name: count for name, count in counted.items() if count
    }
    assert ties.counts() == ties.counts(np.arange(len(named)))
