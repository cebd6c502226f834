"""A second opinion: the bounds of the `edtf` package, where docs/edtf-oracle.md finds it right."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.calendar import civil, day_number, iso_day
from explorer.model.date import parse_date

Bounds = tuple[tuple[int, ...], tuple[int, ...]]

DAYS = st.integers(day_number(-9_999, 1, 1), day_number(9_999, 12, 31)).map(iso_day)
PLAIN = DAYS | DAYS.map(lambda text: text[:-3]) | DAYS.map(lambda text: text[:-6])
QUALIFIED = st.builds("{}{}".format, PLAIN, st.sampled_from(("", "?", "~", "%")))
MASKED = st.builds(
    lambda year, form: form.format(year=f"{year:04d}", tens=f"{year:04d}"[:3]),
    st.integers(1, 9_999),
    st.sampled_from(("{tens}X", "{year}-XX", "{year}-02-XX", "{year}-06-XX", "{tens}X-12-25")),
)
SEASONS = st.builds(
    "{:04d}-{}".format,
    st.integers(1, 9_999),
    st.sampled_from((21, 22, 23, 25, 26, 27, 29, 31, 32, *range(33, 42))),
)
LONG = st.builds("Y{}{}".format, st.sampled_from(("", "-")), st.integers(10_000, 10**8))


@pytest.fixture(scope="module")
def oracle() -> Callable[[str], Bounds]:
    """The other parser: the first and last (year, month, day) of a text, silenced."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        edtf = pytest.importorskip("edtf")

    def read(text: str) -> Bounds:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            value = edtf.parse_edtf(text)
            return tuple(value.lower_strict()[:3]), tuple(value.upper_strict()[:3])

    return read


def ours(text: str) -> Bounds:
    """Return the first and last (year, month, day) of a text as we read it."""
    date = parse_date(text)
    assert date.earliest is not None
    assert date.latest is not None
    return civil(date.earliest), civil(date.latest)


@pytest.mark.parametrize(
    "text",
    [
        "1985-04-12",
        "0000-02-29",
        "-0004-02",
        "-0044-03-15",
        "1985-04-12T23:20:30Z",
        "1985-04-12T23:20:30",
        "1964/2008",
        "-0044-03/-0043",
        "2004-06-~01/2004-06-~20",
        "2004-06-XX/2004-07-03",
        "1984~/2004-06",
        "2001-21/2003",
        "Y170000002",
        "Y-17E7",
        "20XX",
        "-1XXX",
        "1XXX-XX",
        "XXXX-12-XX",
        "15X6-XX-21",
        "156X-12-25",
        "2021-XX-31",
        "2004-06~-11",
        "?2004-06-~11",
        "2004-%06-11",
        "2001-29",
        "2001-39",
        "[1667,1668,1670..1672]",
        "[1667,1760-12]",
        "{1960,1961-12}",
    ],
)
def test_table_agrees(oracle: Callable[[str], Bounds], text: str) -> None:
    """On one date of every kind both parsers find the same first and last day."""
    assert ours(text) == oracle(text)


@settings(max_examples=60, deadline=None)
@given(text=QUALIFIED | MASKED | SEASONS | LONG)
def test_single_dates_agree(oracle: Callable[[str], Bounds], text: str) -> None:
    """On any single date both parsers find the same first and last day."""
    assert ours(text) == oracle(text)


@settings(max_examples=30, deadline=None)
@given(ends=st.lists(QUALIFIED, min_size=2, max_size=2))
def test_intervals_agree(oracle: Callable[[str], Bounds], ends: list[str]) -> None:
    """On any forward interval both parsers find the same first and last day."""
    text = "/".join(sorted(ends, key=lambda end: ours(end)[0]))
    assert ours(text) == oracle(text)


@settings(max_examples=12, deadline=None)
@given(members=st.lists(DAYS | DAYS.map(lambda text: text[:-3]), min_size=2, max_size=2))
def test_sets_agree(oracle: Callable[[str], Bounds], members: list[str]) -> None:
    """On any set of days and months both parsers find the same first and last day."""
    text = f"[{','.join(members)}]"
    assert ours(text) == oracle(text)
