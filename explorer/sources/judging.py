"""Judging: which place of a passage is accepted, by its context and by its neighbours.

The rules, and why they are as they are, stand in docs/anchoring.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.sources.neighbours import Expected, Home, distance, vouched
from explorer.sources.surroundings import PLENTY, WHOLE, Candidate, Verdict

_MARGIN = 6
"""How much weightier than the next a place must be to be clearly better."""

_LONG = 20
"""Folded signs of a passage's own that speak for a place where the context says nothing."""

_BARE = 12
"""Those that speak for a place where no context is given, or where they are a line of their own."""

_LONGER = 32
"""Those that outweigh a context which contradicts on one side and agrees on the other."""

_VERY_LONG = 48
"""Those that are hardly ever written twice."""

_TOLD = 6
"""Signs of context that must be known for their complete agreement to count."""

_SIDES = (16.0, 28.0, 40.0)
_WHOLE = 3.0
_OWN = 24
"""What no, one and two sides that agree, a complete context and its own signs add to evidence."""

_ENOUGH = 16
"""Signs, a passage's own and those of its context, that must agree in all."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of one quote in a text.

    `length` counts its folded signs, `lead` the code points before the first of them; `count` in
    how many places its words may stand, and `candidates` those worth a look, weightiest first.
    """

    length: int
    lead: int
    count: int
    candidates: Sequence[Candidate]
    around: str = ""
    closed_up: bool = False


def is_bare(one: Candidate) -> bool:
    """Tell whether nothing that stands beside a place speaks for it, though contexts are known."""
    return max(one.left, one.right) == Verdict.SILENT and not one.complete


def acceptable(one: Candidate, outlook: Outlook) -> bool:
    """Tell whether a place may be accepted for its context, if no other is as good."""
    best, worst = max(one.left, one.right), min(one.left, one.right)
    alone = _alone(one, outlook)
    if worst == Verdict.CONTRADICTS:
        agrees = best == Verdict.AGREES and one.support >= PLENTY
        return alone and agrees and outlook.length >= _LONGER
    if best == Verdict.SILENT:
        if one.complete or one.framed == 2:
            return alone and outlook.length >= _BARE
        return alone and outlook.length >= _LONG and not _gone(one, outlook)
    if one.complete and one.support >= _TOLD:
        return True
    return outlook.length + one.support >= _ENOUGH


def _alone(one: Candidate, outlook: Outlook) -> bool:
    """Tell whether a quote's words stand nowhere else but where another sentence holds them."""
    if len(outlook.candidates) < outlook.count:
        return False
    others = (other for other in outlook.candidates if other is not one)
    return all(Verdict.CONTRADICTS in {other.left, other.right} for other in others)


def embedded(one: Candidate, outlook: Outlook) -> bool:
    """Tell whether a quote's words stand nowhere else, and here with both contexts beside them."""
    return outlook.count == 1 and _flanked(one)


def _flanked(one: Candidate) -> bool:
    both = one.left == one.right == Verdict.AGREES
    return both and (one.complete or one.support >= 2 * PLENTY)


def certain(one: Candidate, outlook: Outlook, *, twin: bool) -> bool:
    """Tell whether a place is proven beyond what the passages around it may say.

    Both contexts stand beside it, or all of one that is of its own line, and no other place is as
    good; or its words stand nowhere else, and one context stands beside them, or lines end beside
    them as they did, or they are very long. `twin` tells that another passage has the same words.
    """
    if Verdict.CONTRADICTS in {one.left, one.right}:
        return False
    if _flanked(one):
        return True
    if one.bearing >= WHOLE and one.support >= PLENTY and leaders(outlook.candidates) == [one]:
        return True
    if twin or not _alone(one, outlook) or outlook.length < _BARE:
        return False
    if one.complete or one.support >= PLENTY:
        return outlook.length >= _LONG
    ends = one.framed + (outlook.length >= _VERY_LONG) + (outlook.length >= 2 * _VERY_LONG)
    return ends >= 2 and not _gone(one, outlook)


def _gone(one: Candidate, outlook: Outlook) -> bool:
    """Tell whether a quote was taken out where its contexts closed up.

    Where it is a line of its own here as it was there, the line may as well have been moved.
    """
    return outlook.closed_up and one.framed < 2


def leaders(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that no other is clearly better than."""
    if not candidates:
        return []
    top = candidates[0].weight
    complete = any(one.complete for one in candidates)
    return [
        one for one in candidates if one.weight > top - _MARGIN and (one.complete or not complete)
    ]


def plain(outlook: Outlook) -> Candidate | None:
    """Return the place that a quote's words and context alone prove, if there is one."""
    best = leaders(outlook.candidates)
    return best[0] if len(best) == 1 and acceptable(best[0], outlook) else None


@dataclass(frozen=True, slots=True)
class Hint:
    """What a passage's neighbours say of where it should be now.

    `around` are the nearest on both sides where they stand in order still, `span` the passage's
    own code points.
    """

    expected: Sequence[Expected]
    around: tuple[Home, Home] | None
    span: int

    @property
    def shrunk(self) -> bool:
        """Tell whether so much is gone between the neighbours that the passage may be, too."""
        if self.around is None:
            return False
        left, right = self.around
        return (right.now - left.now) - (right.was - left.was) <= -max(1, self.span // 2)

    def excuses(self, one: Candidate, place: int) -> bool:
        """Tell whether the neighbours vouch for a place that its context does not prove.

        A side that contradicts needs a neighbour on that very side: where a sentence is gone, the
        next one begins just where the neighbours before expect it.
        """
        sides = vouched(place, self.expected)
        if not sides:
            return False
        if one.left == Verdict.CONTRADICTS and not sides & {-1, 0}:
            return False
        if one.right == Verdict.CONTRADICTS and 1 not in sides:
            return False
        asked = {side.side for side in self.expected}
        return sides >= {-1, 1} or not self.shrunk or asked <= sides


def by_neighbours(outlook: Outlook, places: Sequence[int], hint: Hint) -> Candidate | None:
    """Return the candidate that the neighbours tell from all others, if they do.

    `places` are where the candidates begin, in code points of the text.
    """
    where = dict(zip(outlook.candidates, places, strict=True))
    fair = [one for one in leaders(outlook.candidates) if acceptable(one, outlook)]
    near = [one for one in fair if vouched(where[one], hint.expected)]
    if not near and hint.around is not None:
        left, right = hint.around
        sure = [one for one in fair if not hint.shrunk or one.left == one.right == Verdict.AGREES]
        within = [one for one in sure if left.now <= where[one] < right.now]
        if len(within) == 1:
            return within[0]
    if not near:
        near = leaders([one for one in where if hint.excuses(one, where[one])])
    if not near:
        return None
    first, *others = sorted(near, key=lambda one: distance(where[one], hint.expected))
    nearest = distance(where[first], hint.expected)
    clear = all(3 * nearest < distance(where[one], hint.expected) for one in others)
    return first if clear else None


def borne_out(one: Candidate, outlook: Outlook) -> bool:
    """Tell whether the context of a place speaks for it, be there others as good or not."""
    agrees = Verdict.AGREES in {one.left, one.right}
    contradicts = Verdict.CONTRADICTS in {one.left, one.right}
    return (agrees and not contradicts) or (outlook.count == 1 and acceptable(one, outlook))


def evidence(one: Candidate, outlook: Outlook) -> float:
    """Return what speaks for a place, to weigh it against the jumps that it would need.

    It is kept flat: a twin whose context was not edited must not outweigh all its neighbours.
    """
    sides = (one.left == Verdict.AGREES) + (one.right == Verdict.AGREES)
    return (
        _SIDES[sides]
        + _WHOLE * one.complete
        + one.bearing / 2
        + 2 * one.framed
        + min(outlook.length, _OWN) / 4
    )
