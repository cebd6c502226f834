"""Edges: where a passage found by its folded signs begins and ends in the text itself.

Quotation marks, white space and dashes at the ends of a passage were dropped by folding; here they
are taken in again, as many as the passage has.
"""

from __future__ import annotations

from explorer.sources.fold import DOUBLE, MARK, SINGLE, SPACE, fold_sign

_FAR = 64
"""Code points that an end may be widened by."""

_FIXED = "\u00a0\u202f"
"""Spaces that French typesetting puts within quotation marks."""


def widened(text: str, start: int, end: int, lead: str, trail: str) -> tuple[int, int]:
    """Return [start, end) of `text` with what folding dropped from a passage's two ends.

    `lead` and `trail` are what the passage has there itself.
    """
    if lead:
        start -= _reach(text[max(0, start - _FAR) : start][::-1], lead[::-1])
    if trail:
        end += _reach(text[end : end + _FAR], trail)
    return start, end


def _reach(outside: str, wanted: str) -> int:
    """Return how many of the code points outside, nearest first, belong to an end."""
    if outside.startswith(wanted):
        return len(wanted)
    kinds = [kind for kind in map(_kind, wanted) if kind]
    open_ended = wanted[-1].isspace()
    spaced = any(one.isspace() for one in wanted)
    reached = at = 0
    for sign in outside:
        kind = _kind(sign)
        if sign.isspace() and not spaced and sign not in _FIXED:
            break
        if fold_sign(sign)[0] or (not kinds and (kind or not open_ended)):
            break
        at += 1
        if kind and kind == kinds[0]:
            kinds.pop(0)
            reached = at
        elif kind and kind != MARK:
            break
    return at if open_ended and not kinds else reached


def _kind(sign: str) -> int:
    """Return what kind of dropped sign this is: 0 for white space, unseen and kept ones."""
    kind = fold_sign(sign)[1]
    if kind & SPACE:
        return 0
    return DOUBLE if kind & (SINGLE | DOUBLE) else kind
