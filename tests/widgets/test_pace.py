"""Pace: the time left is told once there is telling, and steadily."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.widgets.pace import Pace, rounded


def clock(*moments: float) -> Iterator[float]:
    """Yield moments one after another."""
    yield from moments


def pace(*moments: float) -> Pace:
    """Return the pace of work that is asked about at some moments."""
    return Pace(clock(*moments).__next__)


def test_nothing_is_told_before_there_is_telling() -> None:
    """Within the first second, before the first step and after the last, nothing is told."""
    work = pace(0.0, 0.5, 2.0, 3.0, 9.0)
    assert work.seconds_left(5, 10) is None
    assert work.seconds_left(0, 10) is None
    assert work.seconds_left(2, 10) == pytest.approx(12.0)
    assert work.seconds_left(10, 10) is None


def test_even_work_is_told_as_it_is() -> None:
    """Of work that goes on evenly, what is left shrinks by what has passed."""
    work = pace(0.0, 2.0, 4.0, 6.0)
    assert [work.seconds_left(done, 10) for done in (2, 4, 6)] == pytest.approx([8.0, 6.0, 4.0])


def test_a_moment_of_haste_does_not_leap() -> None:
    """When it suddenly goes faster, the time told follows by and by."""
    work = pace(0.0, 2.0, 3.0)
    assert work.seconds_left(2, 100) == pytest.approx(98.0)
    told = work.seconds_left(50, 100)
    assert told is not None
    assert 3.0 < told < 97.0


@given(seconds=st.floats(0.0, 1e6))
def test_what_is_told_is_near_and_never_nothing(seconds: float) -> None:
    """The number told is at most half a minute, or half its step, off, and at least one."""
    number, minutes = rounded(seconds)
    assert number >= 1
    off = abs(number * (60 if minutes else 1) - seconds)
    assert off <= (30 if minutes else 2.5 if seconds > 10 else 1)
