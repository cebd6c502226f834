"""The words of the date model: precision, qualifier, and the error for a text that is no date."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from explorer.model.errors import QuotelineError
from explorer.model.said import said

_SHOWN = 48
"""Code points of a long text that an error message repeats."""


class Precision(StrEnum):
    """How much time one date names: the smallest named unit that surely holds all of it.

    With unspecified digits that unit is the one left of the first `X`: `201X` is a DECADE, `19XX`
    a CENTURY, `1XXX` and `XXXX-12-XX` a MILLENNIUM (a thousand years or more), `2004-XX` a YEAR,
    `2004-06-XX` a MONTH. Significant digits (`1950S2`) count alike. An interval `a/b` and a set
    have precisions of their own, as their parts may differ.
    """

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUADRIMESTER = "quadrimester"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    INTERVAL = "interval"
    SET = "set"


class Qualifier(StrEnum):
    """What the source doubts in a date: `?` uncertain, `~` approximate, `%` both.

    A date has the sum of the marks on its parts: `?2004-06-~11` is BOTH.
    """

    NONE = ""
    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    BOTH = "uncertain and approximate"


class DateError(QuotelineError):
    """A text that is not a date in EDTF.

    `problem` says what is wrong and what to write, `text` is the text as given, `position` the
    index of the code point in it where reading stopped (the text's length: at its end).
    """

    def __init__(self, problem: str, text: str, position: int) -> None:
        super().__init__(problem, text, position)
        self.problem = problem
        self.text = text
        self.position = position

    @property
    def said(self) -> str:
        """The message: the text (shortened when long), the problem, and where it is."""
        if self.position < len(self.text):
            place = said("at character {number}", number=self.position + 1)
        else:
            place = said("at the end")
        start = max(0, min(self.position - _SHOWN // 2, len(self.text) - _SHOWN))
        stop = start + _SHOWN
        shown = self.text[start:stop]
        shown = f"{'…' if start else ''}{shown}{'…' if stop < len(self.text) else ''}"
        return said(
            "date {text!r}, {place}: {problem}", text=shown, place=place, problem=self.problem
        )


class Reading(NamedTuple):
    """What a text says, apart from the text: the fields of `Date` in their order, `edtf` left out.

    `start_latest` and `end_earliest` are the inner two of the four points of a stretch of time.
    """

    earliest: int | None
    latest: int | None
    precision: Precision
    qualifier: Qualifier
    is_interval: bool = False
    is_set: bool = False
    core: tuple[int, int] | None = None
    seconds: tuple[float, float] | None = None
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    start_latest: int | None = None
    end_earliest: int | None = None


class Point(NamedTuple):
    """One date without time of day: its first and last day since 1970-01-01, both known.

    `doubt` adds 1 for `?` and 2 for `~` anywhere in it; it indexes `QUALIFIERS`.
    """

    earliest: int
    latest: int
    precision: Precision
    doubt: int


QUALIFIERS = (Qualifier.NONE, Qualifier.UNCERTAIN, Qualifier.APPROXIMATE, Qualifier.BOTH)
DOUBT = {None: 0, "": 0, "?": 1, "~": 2, "%": 3}
"""The bits of a qualifier mark, for the places of a pattern where it may be missing."""
