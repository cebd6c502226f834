from __future__ import annotations

import pytest

from explorer.exchange.scope import Scope, nearest, scope_events
from explorer.model.errors import QuotelineError
from explorer.model.filters import Filters, Matcher
from explorer.model.finding import Words
from tests.builders import a_chronicle, an_event

CHRONICLE = a_chronicle(
    an_event("2020", "late", actors=("csto",)),
    an_event("1992", "early", actors=("armenia",)),
    an_event("2016", "middle", actors=("armenia",)),
)


def test_all_takes_every_event_in_date_order() -> None:
    """The order is that of the chronicle."""
    assert [one.id for one in scope_events(Scope.ALL, CHRONICLE)] == ["early", "middle", "late"]


def test_ids_are_put_in_date_order_each_once() -> None:
    """The order in which ids are named does not matter, nor does naming one twice."""
    found = scope_events(Scope.IDS, CHRONICLE, ids=("late", "early", "late"))
    assert [one.id for one in found] == ["early", "late"]


def test_an_unknown_id_is_named_with_those_near_it() -> None:
    """Nothing is exported in place of an event that is not there."""
    with pytest.raises(QuotelineError, match=r"no event 'erly', 'xyz'. Near it: early\."):
        scope_events(Scope.IDS, CHRONICLE, ids=("erly", "late", "xyz"))


def test_a_bookmark_on_an_event_that_is_gone_is_passed_over() -> None:
    """A newer chronicle may lack an event that the reader marked."""
    found = scope_events(Scope.BOOKMARKS, CHRONICLE, bookmarked={"middle", "gone"})
    assert [one.id for one in found] == ["middle"]


def test_the_filter_is_that_of_the_matcher() -> None:
    """What the list shows is what is exported; without a filter, everything."""
    matcher = Matcher(CHRONICLE, Filters(actors=frozenset({"armenia"})), Words({}))
    assert scope_events(Scope.FILTER, CHRONICLE, matcher=matcher) == matcher.events()
    assert len(matcher.events()) == 2
    assert scope_events(Scope.FILTER, CHRONICLE) == CHRONICLE.events


def test_nothing_is_near_a_word_unlike_all() -> None:
    """No hint is better than a wrong one."""
    assert nearest("qqqq", ["early", "late"]) == []
