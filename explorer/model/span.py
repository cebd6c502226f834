"""TimeSpan: a half-open stretch of time, the only measure of time that geometry knows."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model.date import Date

DAY = 86_400.0
"""Seconds in a civil day (UTC without leap seconds, as POSIX counts)."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A half-open span [start, end) in seconds UTC since 1970-01-01.

    Raises ValueError when the end does not come after the start.
    """

    start: float
    end: float

    def __post_init__(self) -> None:
        if not self.end > self.start:
            raise ValueError(f"a span must end after it starts: {self.start!r} .. {self.end!r}")

    @property
    def length(self) -> float:
        """Seconds from start to end."""
        return self.end - self.start

    @property
    def centre(self) -> float:
        """The moment half way, in seconds UTC."""
        return self.start + self.length / 2

    def contains(self, moment: float) -> bool:
        """Tell whether `moment` (seconds UTC) lies in the span."""
        return self.start <= moment < self.end

    def overlaps(self, other: TimeSpan) -> bool:
        """Tell whether the two spans share any time."""
        return self.start < other.end and other.start < self.end

    def moved(self, seconds: float) -> TimeSpan:
        """Return the span moved later by `seconds`."""
        return TimeSpan(self.start + seconds, self.end + seconds)

    def zoomed(self, factor: float, about: float) -> TimeSpan:
        """Return the span made `factor` times as long, the moment `about` staying in its place."""
        return TimeSpan(about - (about - self.start) * factor, about + (self.end - about) * factor)

    def padded(self, share: float) -> TimeSpan:
        """Return the span lengthened at both ends by `share` of its length."""
        return TimeSpan(self.start - self.length * share, self.end + self.length * share)

    def union(self, other: TimeSpan) -> TimeSpan:
        """Return the shortest span that covers both."""
        return TimeSpan(min(self.start, other.start), max(self.end, other.end))


def span_of(date: Date, extent: TimeSpan | None = None) -> TimeSpan:
    """Return all the time that `date` may cover.

    An end the date leaves open or unknown is cut at `extent`, an open beginning at a tenth of it
    before the end that is known; without an extent it falls a year beyond that end.
    """
    if date.seconds is not None:
        start, end = date.seconds
        return TimeSpan(start, max(end, start + 1.0))
    first = None if date.earliest is None else date.earliest * DAY
    last = None if date.latest is None else (date.latest + 1) * DAY
    year = 366 * DAY
    if first is None:
        known = last if last is not None else (extent.end if extent else year)
        # Further back there is no more reason to look for it than here: a stretch from the edge
        # of all time would only hide what is dated.
        first = known - max(extent.length / 10, DAY) if extent else known - year
    if last is None:
        last = max(extent.end, first + DAY) if extent else first + year
    return TimeSpan(first, last)
