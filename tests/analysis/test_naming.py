"""Actors are found by their names and aliases."""

from __future__ import annotations

from explorer.analysis.naming import find_actors
from tests.builders import an_actor
from tests.quotes.sample import chronicle


def test_actors_are_found_without_diacritics() -> None:
    """Case and diacritics do not matter, in names and in aliases."""
    actors = chronicle().actors
    assert [one.actor for one in find_actors(actors, "ZAS")] == ["zas"]
    assert [one.actor for one in find_actors(actors, "aziz")] == ["azad"]
    (found,) = find_actors(actors, "բլուր")
    assert (found.name, found.alias) == ("Hill State", "Բլուրներ")


def test_the_beginning_of_a_name_comes_first() -> None:
    """Whole beginnings stand before beginnings of words, and these before the rest."""
    actors = [an_actor(name, name=name) for name in ("Earmark", "New Arm", "Armenia")]
    assert [one.name for one in find_actors(actors, "arm")] == ["Armenia", "New Arm", "Earmark"]


def test_nothing_is_found_for_nothing() -> None:
    """An empty field lists nobody."""
    assert find_actors(chronicle().actors, "  ") == ()
