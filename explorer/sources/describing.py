"""Describing: the selector of a passage, with as much context as tells it from all its twins."""

from __future__ import annotations

from explorer.sources.folded_quotes import Quoted

LEAST = 32
"""Code points of context that a selector has on either side, where the text has them."""

MOST = 512
"""Those beyond which it grows no more: two copies of a chapter are told apart by their place."""


def describe(text: str, start: int, end: int) -> Quoted:
    """Return the words at [start, end) of a text, in code points, and what stands around them.

    The context is cut between words. It grows, on both sides alike, until words and context
    together stand only once in the text (W3C Web Annotation Data Model, section 4.2.4, asks for
    it), or to `MOST`. Raises ValueError where [start, end) is no stretch of the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}) is no stretch of a text of {len(text)} code points")
    size = LEAST
    while True:
        first, last = _back(text, start, size), _on(text, end, size)
        found = text[first:last]
        grown = size >= MOST or (first == 0 and last == len(text))
        if grown or text.find(found, text.find(found) + 1) < 0:
            return Quoted(text[start:end], text[first:start], text[end:last], start)
        size *= 2


def _back(text: str, start: int, size: int) -> int:
    """Return where the context before a passage begins: at most `size` back, between words."""
    first = max(0, start - size)
    if first == 0 or not _within_word(text, first):
        return first
    for at in range(first, start):
        if not _within_word(text, at):
            return at
    return first


def _on(text: str, end: int, size: int) -> int:
    last = min(len(text), end + size)
    if last == len(text) or not _within_word(text, last):
        return last
    for at in range(last, end, -1):
        if not _within_word(text, at):
            return at
    return last


def _within_word(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at].isspace()
