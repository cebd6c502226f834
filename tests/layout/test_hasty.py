"""Titles measured in haste, for a frame among many, and at leisure."""

from __future__ import annotations

import numpy as np

from explorer.layout.labels import Measured, Typesetter

TITLES = tuple(f"title number {number}" for number in range(50))


def measured() -> tuple[Measured, list[str]]:
    """Return titles whose letters are 7 px wide, and the list of those that were measured."""
    asked: list[str] = []

    def measure(text: str, _bold: bool) -> float:
        asked.append(text)
        return 7.0 * len(text)

    return Measured(TITLES, np.zeros(len(TITLES), dtype=np.bool_), Typesetter(measure)), asked


def test_haste_measures_a_few_titles_and_leaves_out_the_others() -> None:
    """Each frame goes on where the one before stopped, until all are known."""
    titles, asked = measured()
    titles.hasty = True
    rows = np.arange(len(TITLES))
    known = []
    while not known or known[-1] < len(TITLES):
        widths = titles.widths(rows)
        known.append(int(np.count_nonzero(widths)))
    assert known == sorted(known)
    assert 1 < len(known) < 10
    assert known[0] < len(TITLES)
    assert len(asked) == len(TITLES)
    assert (widths == [7.0 * len(title) for title in TITLES]).all()


def test_leisure_measures_all_that_haste_left_out() -> None:
    """What was left out in haste is there as soon as there is time."""
    titles, _ = measured()
    titles.hasty = True
    titles.widths(np.arange(len(TITLES)))
    titles.hasty = False
    assert titles.widths(np.arange(len(TITLES))).min() > 0


def test_haste_cuts_a_title_where_the_room_ends_without_measuring_it() -> None:
    """A cut in haste is not kept: at leisure the title ends with a whole letter."""
    titles, asked = measured()
    titles.hasty = True
    assert titles.cut(3, 50.0) == 50.0
    assert asked == []
    titles.hasty = False
    exact = titles.cut(3, 50.0)
    assert exact < 50.0
    assert exact % 7.0 == 0.0
    titles.hasty = True
    assert titles.cut(3, 50.0) == exact
