"""Unlettered: a passage of nothing but signs that folding drops is found by its very signs."""

from __future__ import annotations

from explorer.sources.folded_quotes import Quoted
from explorer.sources.found import Found
from explorer.sources.status import Status
from explorer.sources.unlettered import find_unlettered

TEXT = "One – two — three – four."


def place(quote: Quoted, text: str = TEXT) -> Found | None:
    """Return where a quote is found."""
    return find_unlettered([quote], text, {}).get(0)


def test_it_is_exact_at_home() -> None:
    """With its context around it."""
    assert place(Quoted("–", "One ", " two", 4)) == Found(Status.EXACT, 4, 5)


def test_it_moves_with_its_context() -> None:
    """Where signs and context together stand once."""
    assert place(Quoted("–", "three ", " four", 2)) == Found(Status.MOVED, 18, 19)


def test_without_context_it_is_not_guessed() -> None:
    """A dash may be any dash."""
    assert place(Quoted("–")) is None
    assert place(Quoted("–", "", "", 30)) is None


def test_neighbours_on_both_sides_vouch_for_it() -> None:
    """It stands just where those before and after it expect it."""
    quotes = [Quoted("One", "", "", 0), Quoted("–", "x", "y", 4), Quoted("two", "", "", 6)]
    found = {0: Found(Status.MOVED, 0, 3), 2: Found(Status.MOVED, 6, 9)}
    assert find_unlettered(quotes, TEXT, found)[1] == Found(Status.EXACT, 4, 5)


def test_lettered_quotes_are_left_alone() -> None:
    """They have been looked for before."""
    assert place(Quoted("One")) is None
