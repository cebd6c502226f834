from __future__ import annotations

from explorer.layout.density import density
from tests.layout.made_up import DAY, columns_from


def test_an_event_counts_in_every_part_it_touches() -> None:
    """Three days starting at the second of five days count in the parts two to four."""
    columns = columns_from([(1, 3, 2), (2, 1, 2)])
    assert density(columns, 0, 5 * DAY, 5).tolist() == [0, 1, 2, 1, 0]


def test_what_lies_outside_counts_nowhere() -> None:
    """An event before or after the span is not moved into it; one across it fills it."""
    columns = columns_from([(-3, 1, 2), (9, 1, 2), (-3, 20, 2)])
    assert density(columns, 0, 4 * DAY, 4).tolist() == [1, 1, 1, 1]


def test_nothing_is_dense_nowhere() -> None:
    """Without events or without px there is nothing to count."""
    assert density(columns_from([]), 0, DAY, 3).tolist() == [0, 0, 0]
    assert density(columns_from([(0, 1, 1)]), 0, DAY, 0).tolist() == []
