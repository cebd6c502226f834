"""TimeScale: the straight line between seconds UTC and pixels, and powers of two near a number."""

from __future__ import annotations

from dataclasses import dataclass
from math import frexp, ldexp


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Where a moment falls: `start` (seconds UTC) lies at pixel 0, a pixel lasts `per_px` seconds.

    Raises ValueError when a pixel does not last any time.
    """

    start: float
    per_px: float

    def __post_init__(self) -> None:
        if not self.per_px > 0:
            raise ValueError(f"a pixel must last some time: {self.per_px!r} seconds")

    def to_px(self, moment: float) -> float:
        """Return the pixel of a moment in seconds UTC."""
        return (moment - self.start) / self.per_px

    def to_time(self, px: float) -> float:
        """Return the moment of a pixel, in seconds UTC."""
        return self.start + px * self.per_px

    @property
    def resolution(self) -> float:
        """The seconds of a pixel, rounded up to a power of two."""
        return ceil_pow2(self.per_px)


def floor_pow2(number: float) -> float:
    """Return the largest power of two that is not above a positive `number`."""
    _, exponent = frexp(number)
    return ldexp(1.0, exponent - 1)


def ceil_pow2(number: float) -> float:
    """Return the smallest power of two that is not below a positive `number`."""
    below = floor_pow2(number)
    return below if below == number else below * 2
