"""Filters: within a facet any value will do, all facets must agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.filters import Filters, Matcher, lifted, only_actor, words_of
from tests.builders import a_chronicle, an_actor, an_event


def day(iso: str) -> int:
    """Return the day number of an ISO day."""
    first = parse_date(iso).earliest
    assert first is not None
    return first


@pytest.fixture
def chronicle() -> Chronicle:
    """Three events with different types, actors, articles and dates."""
    return a_chronicle(
        an_event(
            "2016-04", "appeal", actors=("armenia", "csto"), passages=("one.1", "two.1"),
            type="REQUEST", tags=("appeal",), title="Armenia turns to its allies",
        ),
        an_event("2016-04-05", "truce", actors=("azerbaijan",), passages=("one.2",), type="AGREE"),
        an_event("2021/2023", "border", claimed_by="armenia", passages=("two.2",), type="ASSAULT"),
        actors=(an_actor("azerbaijan", aliases=("Baku", "Azərbaycan")),),
    )  # fmt: skip


def shown(
    chronicle: Chronicle, bookmarked: frozenset[str] = frozenset(), **chosen: object
) -> set[str]:
    """Return the ids of the events that pass."""
    words = words_of(chronicle, {"two.2": "Shots were heard at the “line”"})
    filters = Filters(**chosen)  # type: ignore[arg-type]
    return {event.id for event in Matcher(chronicle, filters, words, bookmarked).events()}


def test_no_choice_lets_everything_through(chronicle: Chronicle) -> None:
    """Empty filters are no filters."""
    assert shown(chronicle) == {"appeal", "truce", "border"}
    assert not Filters()
    assert Filters(text="x")


@pytest.mark.parametrize(
    ("chosen", "passing"),
    [
        ({"types": frozenset({"REQUEST", "AGREE"})}, {"appeal", "truce"}),
        ({"actors": frozenset({"armenia"})}, {"appeal", "border"}),
        ({"actors": frozenset({"armenia", "azerbaijan"})}, {"appeal", "truce", "border"}),
        ({"articles": frozenset({"two"})}, {"appeal", "border"}),
        ({"tags": frozenset({"appeal"})}, {"appeal"}),
        ({"bookmarked_only": True}, {"truce"}),
        ({"articles": frozenset({"two"}), "types": frozenset({"REQUEST"})}, {"appeal"}),
        ({"text": "ALLIES"}, {"appeal"}),
        ({"text": "baku"}, {"truce"}),
        ({"text": "azarbaycan"}, {"truce"}),
        ({"text": 'at the "line"'}, {"border"}),
        ({"text": "armenia allies"}, {"appeal"}),
        ({"text": "nowhere"}, set()),
    ],
)
def test_each_facet_narrows_what_is_seen(
    chronicle: Chronicle, chosen: dict[str, object], passing: set[str]
) -> None:
    """Types, actors (claims too), articles, tags, marks and words each let the right ones by."""
    assert shown(chronicle, frozenset({"truce"}), **chosen) == passing


def test_an_event_lies_in_a_range_when_its_date_may_fall_into_it(chronicle: Chronicle) -> None:
    """A month-long uncertainty is not cut off by a range that begins in its middle."""
    assert shown(chronicle, first_day=day("2016-04-10")) == {"appeal", "border"}
    assert shown(chronicle, last_day=day("2016-04-04")) == {"appeal"}
    assert shown(chronicle, first_day=day("2022-01-01"), last_day=day("2022-01-02")) == {"border"}


def test_only_actor_replaces_the_actors_and_keeps_the_rest() -> None:
    """Narrowing to one actor leaves the other facets as they are."""
    before = Filters(text="x", actors=frozenset({"a", "b"}))
    assert only_actor(before, "c") == Filters(text="x", actors=frozenset({"c"}))


names = st.frozensets(st.text(min_size=1), max_size=3)
days = st.none() | st.integers(-10_000, 10_000)


@given(st.builds(Filters, st.text(), names, names, names, names, days, days, st.booleans()))
def test_filters_survive_as_plain_data(filters: Filters) -> None:
    """What a saved view keeps of the filters brings the same filters back."""
    assert Filters.from_data(filters.as_data()) == filters


@given(
    st.dictionaries(st.sampled_from(["text", "types", "first_day", "odd"]), st.none() | st.floats())
)
def test_foreign_data_never_breaks_a_saved_view(data: dict[str, object]) -> None:
    """Values of a wrong type leave their facet open."""
    assert Filters.from_data(data) == Filters()


FACETS = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(["truce", "zzz", "-armenia"]),
        "types": st.sampled_from([frozenset({"AGREE"}), frozenset({"REQUEST", "AGREE"})]),
        "actors": st.just(frozenset({"csto"})),
        "articles": st.just(frozenset({"one"})),
        "tags": st.just(frozenset({"appeal"})),
        "first_day": st.just(day("2016-04-03")),
        "bookmarked_only": st.booleans(),
    },
)


@given(FACETS)
def test_what_hides_an_event_is_named_and_lifting_it_shows_the_event(
    chosen: dict[str, object],
) -> None:
    """An event passes when and only when nothing hides it; lifted, just that lets it through."""
    record = a_chronicle(
        an_event("2016-04-01", "appeal", actors=("armenia", "csto"), passages=("one.1",)),
        an_event("2016-04-05", "truce", type="AGREE", tags=("appeal",)),
    )
    filters = Filters(**chosen)  # type: ignore[arg-type]
    words = words_of(record, {})
    marked = frozenset({"truce"})
    matcher = Matcher(record, filters, words, marked)
    for event in record.events:
        hiding = matcher.hiding(event)
        assert matcher.matches(event) == (not hiding)
        assert Matcher(record, lifted(filters, hiding), words, marked).matches(event)
        for facet in hiding:
            assert lifted(filters, [facet]) != filters
