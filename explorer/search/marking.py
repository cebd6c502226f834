"""Marking: where the words sought stand in a text, and the snippet around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.search.terms import Term
from explorer.search.tokens import Token, latin_tokens_of, tokens_of

_LENGTH = 130
"""Code points of a snippet: as much as some lines of a narrow panel hold."""

_BLANK = re.compile(r"\s")

Range = tuple[int, int]
"""Half-open code points."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text with the ranges to mark in it; whether the text goes on at either end."""

    text: str = ""
    marks: tuple[Range, ...] = ()
    from_start: bool = True
    to_end: bool = True


def ranges_in(text: str, terms: Sequence[Term]) -> tuple[Range, ...]:
    """Return where any of some terms stand in a text, in order, apart from each other."""
    found: list[Range] = []
    whole = {term.words[0] for term in terms}
    begun = tuple(term.words[0] for term in terms if term.open and len(term.words) == 1)
    for tokens in (tokens_of(text), latin_tokens_of(text)):
        words = [token.word for token in tokens]
        for at, word in enumerate(words):
            if word in whole or word.startswith(begun):
                found += [_range(tokens, at, term) for term in terms if term.fits(words, at)]
    joined: list[Range] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def marked(text: str, terms: Sequence[Term]) -> Marked:
    """Return a whole text with what is sought in it marked."""
    return Marked(text, ranges_in(text, terms))


def snippet(text: str, ranges: Sequence[Range], length: int = _LENGTH) -> Marked:
    """Return about `length` code points of a text where most of the ranges stand close together.

    It begins and ends between words; line ends are blanks in it.
    """
    start, end = 0, len(text)
    if len(text) > length:
        start, end = _window(text, ranges, length)
    marks = tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in ranges
        if first < end and last > start
    )
    shown = _BLANK.sub(" ", text[start:end])
    return Marked(shown, marks, not text[:start].strip(), not text[end:].strip())


def _range(tokens: Sequence[Token], at: int, term: Term) -> Range:
    return tokens[at].start, tokens[at + len(term.words) - 1].end


def _window(text: str, ranges: Sequence[Range], length: int) -> Range:
    lead = length // 5
    best, most = 0, 0
    for at, (start, _) in enumerate(ranges):
        begin = max(start - lead, 0)
        inside = sum(1 for one in ranges[at:] if one[1] <= begin + length)
        if inside > most:
            best, most = begin, inside
    if best > 0 and (blank := _BLANK.search(text, best, best + lead)):
        best = blank.end()
    last = min(best + length, len(text))
    if last < len(text):
        blanks = [found.start() for found in _BLANK.finditer(text, last - lead, last)]
        last = blanks[-1] if blanks else last
    return best, max(last, best)
