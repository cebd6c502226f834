"""The paragraph around marked passages, cut at words where it is very long."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 1_400
"""Code points of a paragraph that is still shown whole."""

_AROUND = 350
"""Code points to keep on either side of a passage in a paragraph longer than that."""


@dataclass(frozen=True, slots=True)
class Context:
    """A stretch of text around marked passages.

    `start` is the offset of `text` in the text it comes from and `marks` are half-open ranges
    within `text`, all in code points. The two flags tell that the paragraph goes on outside it.
    """

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def quote(self) -> str:
        """The marked words; words left out between them become an ellipsis in brackets."""
        words, before = "", self.marks[0][0]
        for start, end in self.marks:
            gap = self.text[before:start]
            words += f" […] {self.text[start:end]}" if gap.strip() else gap + self.text[start:end]
            before = end
        return words


def paragraph_number(text: str, offset: int) -> int:
    """Return the number, from 1, of the paragraph of `text` that holds a code-point offset."""
    return sum(1 for line in text[: offset + 1].split("\n") if line.strip()) or 1


def paragraph_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the paragraph (or paragraphs) that hold a range, in code points."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def context_of(
    text: str, paragraph: tuple[int, int], marks: tuple[tuple[int, int], ...]
) -> Context:
    """Return a paragraph with marks in it, cut at words around them when it is very long.

    Bounds and marks, in order and apart, are code-point offsets into `text`.
    """
    start, end = first, last = paragraph
    if last - first > _LONGEST:
        opening, close = marks[0][0], marks[-1][1]
        start = _word_start(text, max(first, opening - _AROUND), opening, first)
        end = _word_end(text, min(last, close + _AROUND), close, last)
    within = tuple((one - start, other - start) for one, other in marks)
    return Context(text[start:end], start, within, start > first, end < last)


def _word_start(text: str, at: int, limit: int, first: int) -> int:
    """Return `at` moved on to the start of a word, but not beyond `limit`."""
    if at <= first:
        return first
    while at < limit and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, limit: int, last: int) -> int:
    """Return `at` moved back to the end of a word, but not before `limit`."""
    if at >= last:
        return last
    while at > limit and not text[at].isspace():
        at -= 1
    return at
