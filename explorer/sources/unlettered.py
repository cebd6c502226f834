"""Unlettered: quotes of nothing but spaces, dashes and quotation marks, which folding drops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explorer.sources.folded_quotes import Quoted
from explorer.sources.found import Found
from explorer.sources.neighbours import Home, Neighbours, vouched
from explorer.sources.status import Status


def find_unlettered(
    quotes: Sequence[Quoted], text: str, found: Mapping[int, Found]
) -> dict[int, Found]:
    """Find the quotes not found yet whose very signs stand in their context, or where expected."""
    left = [n for n, one in enumerate(quotes) if n not in found and not _lettered(one.exact)]
    if not left:
        return {}
    neighbours = Neighbours(
        Home(start, one.start)
        for number, one in found.items()
        if one.status is not Status.SUGGESTED and (start := quotes[number].start) is not None
    )
    places = ((number, _place(quotes[number], text, neighbours)) for number in left)
    return {number: _found(quotes[number], place) for number, place in places if place is not None}


def _lettered(exact: str) -> bool:
    return any(one.isalnum() for one in exact)


def _found(quote: Quoted, place: int) -> Found:
    status = Status.EXACT if place == quote.start else Status.MOVED
    return Found(status, place, place + len(quote.exact))


def _place(quote: Quoted, text: str, neighbours: Neighbours) -> int | None:
    whole = quote.prefix + quote.exact + quote.suffix
    stands = quote.start is not None and text.startswith(quote.exact, quote.start)
    if stands and quote.start is not None:
        around = quote.start - len(quote.prefix)
        if around >= 0 and text.startswith(whole, around):
            return quote.start
    if len(whole) > len(quote.exact):
        at = text.find(whole)
        if at >= 0 and text.find(whole, at + 1) < 0:
            return at + len(quote.prefix)
    if quote.start is None:
        return None
    expected = neighbours.expected(quote.start)
    for one in expected:
        if (
            text.startswith(quote.exact, max(0, one.place))
            and len(vouched(one.place, expected)) > 1
        ):
            return one.place
    return None
