"""Territory: what stands between passages that stand together is theirs."""

from __future__ import annotations

from explorer.sources.territory import Claim, contested, intruders


def claim(quote: int, was: int, now: int, weight: int = 50, length: int = 40) -> Claim:
    """Return a find of a passage of this length."""
    return Claim(now, now + length, was, weight, 20, quote)


def test_a_twin_within_other_s_territory_is_an_intruder() -> None:
    """A passage from far away cannot have been moved in where nothing was pushed apart."""
    block = [claim(number, number * 60, number * 60) for number in range(6)]
    stranger = claim(9, 5000, 80, weight=30, length=20)
    assert intruders([*block, stranger]) == {9}


def test_what_was_moved_in_pushed_the_others_apart() -> None:
    """Where there is room for it, a passage from elsewhere is none."""
    block = [claim(0, 0, 0), claim(1, 60, 60), claim(2, 120, 220), claim(3, 180, 280)]
    moved = claim(9, 5000, 130)
    assert intruders([*block, moved]) == set()


def test_one_block_has_no_intruders() -> None:
    """All passages of one stretch keep their places."""
    assert intruders([claim(number, number * 60, number * 60 + 7) for number in range(9)]) == set()


def test_two_homes_for_one_place_are_contested() -> None:
    """Passages that stood apart cannot stand on each other now."""
    one, other = claim(0, 0, 100), claim(1, 900, 105)
    assert contested([other, one]) == [(one, other)]


def test_passages_that_overlapped_before_may_overlap() -> None:
    """One within the other as it always was."""
    assert contested([claim(0, 0, 100), claim(1, 10, 110, length=20)]) == []
