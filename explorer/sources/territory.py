"""Territory: finds that cannot be, since what stands at the place belongs to another passage.

Passages that stand together as they did before own the text between them: had anything been moved
in there, it would have pushed them apart. What is found inside, and comes from elsewhere, is a
twin in its own old place. And no two passages from different places share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

_JITTER = 3
"""Code points by which passages of one stretch may differ in their shift."""

_CUT = 400
"""Code points that may be gone from between two passages that still stand together."""

_OPEN = 4
"""Blocks that a find may go on with: the latest."""

_COMPARED = 6
"""Finds that each is compared with, in the order of the text, for sharing a place."""


class Claim(NamedTuple):
    """A find: where it begins and ends now, where it began once, and what speaks for it.

    `weight` is how much does in all, `around` how many signs of context agree; `embedded` tells
    that both contexts stand beside it and its words nowhere else.
    """

    now: int
    end: int
    was: int
    weight: int
    around: int
    quote: int
    embedded: bool = False

    @property
    def shift(self) -> int:
        """How far it stands from where it stood."""
        return self.now - self.was


class _Block(NamedTuple):
    """Finds that stand in their old order with little put in or taken out between them."""

    number: int
    claims: list[Claim]

    def goes_on(self, one: Claim) -> bool:
        """Tell whether a find that came later in the old text goes on with this block."""
        last = self.claims[-1]
        old, new = one.was - last.was, one.now - last.now
        return new >= 0 and abs(new - old) <= _CUT + old // 4


def intruders(claims: Iterable[Claim], single: Iterable[Claim] = ()) -> set[int]:
    """Return the quotes whose finds sit in a territory of other passages with more evidence.

    Those of `single` form no territory together: each stands for itself.
    """
    blocks = _blocks(claims)
    blocks += [_Block(len(blocks) + at, [one]) for at, one in enumerate(single)]
    if len(blocks) == 1:
        return set()
    weights = [sum(one.weight for one in block.claims) for block in blocks]
    stretches = sorted(
        (left.now, right.end, weights[block.number], left, right)
        for block in blocks
        for left, right in _stretches(block.claims)
    )
    found: set[int] = set()
    heaviest: list[tuple[int, int, Claim, Claim]] = []
    at = 0
    for one, own in sorted(
        (one, weights[block.number]) for block in blocks for one in block.claims
    ):
        while at < len(stretches) and stretches[at][0] <= one.now:
            _, end, weight, left, right = stretches[at]
            heappush(heaviest, (-weight, -end, left, right))
            at += 1
        while heaviest and -heaviest[0][1] <= one.now:
            heappop(heaviest)
        if heaviest and -heaviest[0][0] > own and _owned(one, *heaviest[0][2:]):
            found.add(one.quote)
    return found


def _stretches(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    yield from ((one, one) for one in claims)
    yield from pairwise(claims)


def _owned(one: Claim, left: Claim, right: Claim) -> bool:
    """Tell whether a stretch between two finds leaves no room for one that comes from elsewhere.

    Where something was taken out, there is room for less than that. One that is embedded may have
    come in for it, so that there must be no change at all.
    """
    if left.was <= one.was <= right.was or _kin(one, left) or _kin(one, right):
        return False
    extent = 0 if one.embedded else one.end - one.now + one.around
    return right.shift - left.shift <= max(_JITTER, extent // 2)


def _kin(one: Claim, other: Claim) -> bool:
    return abs(one.shift - other.shift) <= _JITTER + abs(one.was - other.was) // 2


def _blocks(claims: Iterable[Claim]) -> list[_Block]:
    """Return the blocks of finds; one that jumps out of its block does not end it."""
    blocks: list[_Block] = []
    recent: list[_Block] = []
    for one in sorted(claims, key=lambda claim: (claim.was, claim.now)):
        own = next((block for block in reversed(recent) if block.goes_on(one)), None)
        if own is None:
            own = _Block(len(blocks), [])
            blocks.append(own)
        else:
            recent.remove(own)
        own.claims.append(one)
        recent = [*recent[1 - _OPEN :], own]
    return blocks


def contested(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Return the pairs of finds that share a place though they come from different ones."""
    ordered = sorted(claims)
    pairs = []
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 : number + 1 + _COMPARED]:
            if other.now >= one.end:
                break
            lap = min(one.end, other.end) - other.now
            if 2 * lap > min(one.end - one.now, other.end - other.now) and _differ(one, other):
                pairs.append((one, other))
    return pairs


def _differ(one: Claim, other: Claim) -> bool:
    """Tell whether two finds that share a place stood apart before."""
    apart = abs(one.shift - other.shift)
    return apart > _JITTER + max(one.end - one.now, other.end - other.now) // 4
