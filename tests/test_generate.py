from __future__ import annotations

import numpy as np
import pytest

from explorer.layout.columns import Sign, columns_of
from explorer.model.span import DAY
from tests import generate


def test_the_same_seed_makes_the_same_chronicle() -> None:
    """A figure or a fault can be had again; another seed makes another chronicle."""
    one, same, other = generate.columns(500), generate.columns(500), generate.columns(500, seed=2)
    assert one.start.tolist() == same.start.tolist()
    assert one.start.tolist() != other.start.tolist()
    assert generate.events(50) == generate.events(50)


def test_events_have_the_shape_of_real_ones() -> None:
    """Months, long spans, doubts, disputes, crowded days: all of them are there, none rules."""
    columns = generate.columns(20_000, tracks=50)
    length = (columns.end - columns.start) / DAY
    assert 0.07 < ((length >= 28) & (length <= 31)).mean() < 0.2
    assert 0.005 < (length > 60).mean() < 0.05
    assert 0 < ((columns.signs & Sign.DISPUTED) > 0).mean() < 0.05
    assert 0.01 < ((columns.signs & (Sign.APPROXIMATE | Sign.UNCERTAIN)) > 0).mean() < 0.1
    days, held = np.unique(columns.start[length == 1], return_counts=True)
    assert held.max() > 20 * held.mean()
    assert len(days) > 3_000
    shares = np.sort(np.bincount(columns.track))[::-1] / len(columns)
    assert len(shares) == 50
    assert shares[0] > 5 * shares[25]


def test_columns_are_in_the_order_of_time() -> None:
    """They keep the promise that layout relies on."""
    columns = generate.columns(3_000)
    assert (np.diff(columns.start) >= 0).all()
    assert (columns.end > columns.start).all()


def test_titles_are_made_when_looked_at() -> None:
    """A sequence of a million titles holds none; it reads like any other."""
    columns = generate.columns(1_000)
    assert columns.titles[7].endswith("no. 7")
    assert columns.titles[3:5] == [columns.titles[3], columns.titles[4]]
    assert len(list(columns.ids)) == len(columns.ids) == 1_000
    assert columns.row_of["e999"] == 999
    with pytest.raises(IndexError):
        columns.titles[1_000]


def test_a_chronicle_has_as_many_events_as_asked_for() -> None:
    """Its records can be laid out, and every actor that takes part is there."""
    made = generate.chronicle(400)
    assert len(made.events) == 400
    assert len(columns_of(made.events, made.extent, len)) == 400
    named = {part.actor for event in made.events for part in event.participants}
    assert named <= set(made.actor)
