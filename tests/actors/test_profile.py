"""An actor's figures, without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.actors.profile import Bar, Profile, activity, profile_of
from explorer.analysis.actor_tally import begun, tally_of
from explorer.model.chronicle import Chronicle
from explorer.model.records import Event, Participation
from tests.builders import a_chronicle, an_event
from tests.quotes.sample import chronicle

YEARS = st.lists(st.integers(1, 9_999), min_size=1, max_size=30)


def profile(opened: Chronicle, actor: str) -> Profile:
    """Return the figures of an actor."""
    return profile_of(opened, actor, tally_of(opened, actor))


def years(events: Sequence[Event]) -> Counter[int | None]:
    """Count events by the year in which they began."""
    return Counter(map(begun, events))


def test_an_unknown_actor_has_no_profile() -> None:
    """An id the chronicle lacks is told."""
    with pytest.raises(KeyError):
        profile(chronicle(), "nobody")


def test_events_are_counted_by_type_and_role() -> None:
    """Each event counts once for its type and once for each role the actor has in it."""
    found = profile(chronicle(), "hills")
    assert [event.id for event in found.events] == ["appeal", "answer", "protest"]
    assert found.types == (("ACCUSE", 1), ("REJECT", 1), ("REQUEST", 1))
    assert found.roles == (("initiator", 2), ("addressee", 1))


def test_claims_are_counted_apart() -> None:
    """What only the actor says counts as a claim of that actor."""
    found = profile(chronicle(), "zas")
    assert found.claims == 1


def test_partners_are_ranked_by_shared_events() -> None:
    """An actor who takes two roles in one event is one partner in it."""
    both = (
        Participation("a", "host"),
        Participation("b", "speaker"),
        Participation("b", "target"),
        Participation("c", "observer"),
    )
    opened = a_chronicle(
        an_event("2001", "one", participants=both),
        an_event("2002", "two", actors=("a", "c")),
    )
    found = profile(opened, "a")
    assert found.partners == (("c", 2), ("b", 1))


def test_an_event_counts_in_the_year_it_may_first_have_begun() -> None:
    """A span of years counts once, at its start; without one, at its end."""
    events = (an_event("2001/2005"), an_event("2001-04"), an_event("../2003"))
    found = activity(years(events), events)
    assert found.bars == (Bar(2001, 2001, 2), Bar(2002, 2002, 0), Bar(2003, 2003, 1))
    assert found.highest == 2


def test_bars_reach_over_the_whole_chronicle() -> None:
    """An actor of one year is shown against all years, so that actors compare."""
    whole = (an_event("1992"), an_event("2024"))
    found = activity(years(whole[:1]), whole)
    assert (found.bars[0].first, found.bars[-1].last, found.highest) == (1992, 2024, 1)


def test_a_long_time_takes_years_together() -> None:
    """Two thousand years are shown by fifties, beginning at a round year."""
    events = (an_event("0017"), an_event("2016"))
    bars = activity(years(events), events).bars
    assert bars[0] == Bar(0, 49, 1)
    assert len(bars) <= 60


def test_without_events_there_are_no_bars() -> None:
    """Nothing is drawn for an actor in an empty chronicle."""
    assert activity({}, ()).bars == ()


@given(YEARS)
def test_no_event_is_lost_among_the_bars(begun_in: list[int]) -> None:
    """The bars add up to the events, are few, and follow one another without gaps."""
    events = tuple(an_event(f"{year:04}", f"e{n}") for n, year in enumerate(begun_in))
    bars = activity(years(events), events).bars
    assert sum(bar.count for bar in bars) == len(events)
    assert len(bars) <= 60
    assert all(one.last + 1 == two.first for one, two in pairwise(bars))
