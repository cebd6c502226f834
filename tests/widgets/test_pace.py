"""Pace: the time left is told once there is telling, and steadily."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.widgets.pace import Pace, TimeLeft, rounded


def clock(*moments: float) -> Iterator[float]:
    """Yield moments one after another."""
    yield from moments


def pace(*moments: float) -> Pace:
    """Return the pace of work that is asked about at some moments."""
    return Pace(clock(*moments).__next__)


def test_nothing_is_told_before_there_is_telling() -> None:
    """Within the first second, before the first step and after the last, nothing is told."""
    assert pace(0.0, 0.5).seconds_left(5, 10) is None
    work = pace(0.0, 2.0, 3.0, 9.0)
    assert work.seconds_left(0, 10) is None
    assert work.seconds_left(2, 10) == pytest.approx(4.0)  # since the first step was begun
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


def test_the_next_stage_has_a_pace_of_its_own() -> None:
    """Slow steps of one kind say nothing of the quick ones after them, nor of a second round."""
    moments = [0.0]
    work = Pace(lambda: moments[0])
    for done in range(1, 101):
        moments[0] = done * 0.6
        work.seconds_left(done, 100)
    told = []
    for done in range(4):
        moments[0] = 60.0 + done * 1.5
        told.append(work.seconds_left(done, 40))
    assert told == [None, *map(pytest.approx, (58.5, 57.0, 55.5))]
    moments[0] = 100.0
    assert work.seconds_left(1, 40) is None
    moments[0] = 102.0
    assert work.seconds_left(3, 40) == pytest.approx(37.0)


def test_many_steps_within_a_moment_do_not_shake_it() -> None:
    """However often it is asked, the time told follows no faster: it is the seconds that count."""
    calm, hasty = pace(0.0, 2.0, 3.0), pace(0.0, 2.0, *(2.0 + at / 100 for at in range(1, 101)))
    calm.seconds_left(2, 100)
    hasty.seconds_left(2, 100)
    once = calm.seconds_left(50, 100)
    often = [hasty.seconds_left(50, 100) for _ in range(100)][-1]
    assert once == pytest.approx(often, rel=0.02)


def test_what_is_told_stands_for_a_second() -> None:
    """Steps that follow each other at once leave the words as they are."""
    work = pace(0.0, 2.0, 2.5, 2.9, 3.1)
    told = [work.left(done, 100) for done in (2, 20, 40, 60)]
    assert told[0] == TimeLeft(2, minutes=True)
    assert told[:3] == [told[0]] * 3
    assert told[3] != told[0]


def test_the_unit_does_not_go_to_and_fro() -> None:
    """About a minute and a half, seconds become minutes once; they come back below one minute."""
    seconds = (85.0, 91.0, 88.0, 92.0, 87.0, 61.0, 59.0, 61.0, 89.0)
    told: list[TimeLeft] = []
    for one in seconds:
        told.append(rounded(one, was_minutes=bool(told) and told[-1].minutes))
    assert [one.minutes for one in told] == [False, *[True] * 5, False, False, False]


@given(seconds=st.floats(0.0, 1e6), was_minutes=st.booleans())
def test_what_is_told_is_near_and_never_nothing(seconds: float, was_minutes: bool) -> None:
    """The number told is at most half a minute, or half its step, off, and at least one."""
    told = rounded(seconds, was_minutes=was_minutes)
    assert told.count >= 1
    off = abs(told.count * (60 if told.minutes else 1) - seconds)
    assert off <= (30 if told.minutes else 2.5 if seconds > 10 else 1)


@given(st.lists(st.tuples(st.floats(0.0, 50.0), st.integers(0, 60), st.integers(0, 60))))
def test_whatever_is_told_of_steps_no_time_is_below_nothing(
    steps: list[tuple[float, int, int]],
) -> None:
    """Steps that leap, stand still or go back never break it, and never tell a time below none."""
    moments = [0.0]
    work = Pace(lambda: moments[0])
    for passed, done, total in steps:
        moments[0] += passed
        left = work.left(done, total)
        assert left is None or left.count >= 1
        assert left is None or done < total
