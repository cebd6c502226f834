"""Relations of actors, counted from events."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.relations import (
    actors_in,
    by_year,
    events_between,
    ties_of,
)
from explorer.commands.codebooks import open_codebook
from explorer.model.records import Event, Participation
from tests.builders import an_event

ACTORS = ("a", "b", "c", "d")
SETS = st.sets(st.sampled_from(ACTORS))
EVENTS = st.lists(
    st.tuples(SETS, st.sampled_from(["2016", "2016-04", "2016/2018", "../2015", "2020/.."]))
).map(lambda rows: [an_event(d, f"e{n}", actors=sorted(who)) for n, (who, d) in enumerate(rows)])


def test_a_pair_shares_the_events_of_both() -> None:
    """An event counts where an actor of each side takes part, whoever else does."""
    both, alone = an_event(id="x", actors=("a", "b", "c")), an_event(id="y", actors=("a",))
    assert events_between((both, alone), ("a",), ("b",)) == (both,)


def test_an_actor_on_both_sides_does_not_meet_itself() -> None:
    """Where the sides overlap, two different actors are needed."""
    alone, both = an_event(id="y", actors=("a",)), an_event(id="x", actors=("a", "b"))
    assert events_between((alone, both), ("a", "b"), ("a", "b")) == (both,)


def test_without_a_second_side_a_group_meets_within() -> None:
    """Two of the group are needed; a single actor has all its events."""
    events = (an_event(id="x", actors=("a",)), an_event(id="y", actors=("a", "b")))
    assert events_between(events, ("a", "b")) == events[1:]
    assert events_between(events, ("a",)) == events


def test_an_uncertain_year_stands_by_itself() -> None:
    """What may fall in several years is not counted in the first of them."""
    dates = ("2016-04", "2016/2018", "2016", "../2015", "2019/..")
    events = [an_event(one, f"e{n}") for n, one in enumerate(dates)]
    found = by_year(open_codebook(None), events, ()).years
    rows = [(one.first, one.last, len(one.events)) for one in found]
    assert rows == [(None, 2015, 1), (2016, 2016, 2), (2016, 2018, 1), (2019, None, 1)]


def test_sides_are_those_of_the_actors_asked_for() -> None:
    """The friendliest side stands first; what others take is not counted."""
    event = replace(
        an_event(id="x"),
        participants=(
            Participation("a", "speaker", "hostile"),
            Participation("b", "speaker", "neutral"),
            Participation("c", "speaker", "supportive"),
        ),
    )
    sides = by_year(open_codebook(None), (event,), ("a", "b")).whole.sides
    assert sides == {"neutral": ("x",), "hostile": ("x",)}
    assert list(sides) == ["neutral", "hostile"]


@given(EVENTS)
def test_no_event_is_lost_or_counted_twice(events: list[Event]) -> None:
    """Years and quad classes each hold every event once."""
    ids = sorted(event.id for event in events)
    found = by_year(open_codebook(None), events, ())
    assert sorted(one for row in found.years for one in row.events) == ids
    assert sorted(one for cell in found.whole.quads.values() for one in cell) == ids
    for quad, counted in found.whole.quads.items():
        in_years = [one for row in found.years for one in row.quads[quad]]
        assert sorted(in_years) == sorted(counted)


@given(EVENTS)
def test_a_tie_holds_what_its_pair_shares(events: list[Event]) -> None:
    """For every two actors the tie's events are those between them, and no tie is empty."""
    ties = {(tie.one, tie.other): tie.events for tie in ties_of(events)}
    for place, one in enumerate(ACTORS):
        for other in ACTORS[place + 1 :]:
            shared = tuple(event.id for event in events if {one, other} <= actors_in(event))
            assert ties.get((one, other), ()) == shared
            assert tuple(e.id for e in events_between(events, (one,), (other,))) == shared
    counts = [len(tie) for tie in ties.values()]
    assert counts == sorted(counts, reverse=True)
