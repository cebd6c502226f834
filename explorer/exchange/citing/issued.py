"""Issued: when an article appeared, in the pieces that citations and reference programs ask for."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model.calendar import civil
from explorer.model.date import Date, Precision, Qualifier

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Issued:
    """A date of publication: the year as a citation gives it, month and day where known.

    `first` and `last` bound the year. A year that the article does not print stands in brackets,
    as the Chicago Manual of Style has it (17th edition, 14.145).
    """

    first: int
    last: int
    month: int = 0
    day: int = 0
    sure: bool = True

    @property
    def year(self) -> str:
        """The year, bracketed where it was found in some other way than by reading it."""
        if self.first == self.last:
            return str(self.first) if self.sure else f"[{self.first}]"
        between = "or" if self.last == self.first + 1 else "to"
        return f"[{self.first} {between} {self.last}]"


def issued_of(date: Date | None) -> Issued | None:
    """Return when an article appeared; None where nothing bounds it on both sides."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    (first, month, day), (last, _, _) = civil(date.earliest), civil(date.latest)
    sure = date.qualifier is Qualifier.NONE and not date.is_set and not date.is_interval
    known = sure and first == last
    return Issued(
        first,
        last,
        month if known and date.precision in (Precision.DAY, Precision.MONTH) else 0,
        day if known and date.precision is Precision.DAY else 0,
        sure,
    )
