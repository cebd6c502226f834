"""The axis: two levels of calendar-true ticks for any span from minutes to millennia."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from explorer.layout.steps import Step, Unit, choose, marks_between, moment_of

__all__ = ["Axis", "Level", "Moment", "Step", "Tick", "Unit", "axis", "plain_label"]


class Level(StrEnum):
    """The rank of a tick."""

    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Moment:
    """A calendar moment UTC: astronomical year (0 is 1 BC), month, day, hour and minute."""

    year: int
    month: int
    day: int
    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the axis with its words, which name `start` to `end` (seconds UTC)."""

    level: Level
    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The ticks of both levels in time order; each level covers the viewport it was made for."""

    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]


Formatter = Callable[[Level, Step, Moment, Moment], str]
"""Words for a tick: its level, that level's step, its own moment, and that of the next tick."""


def axis(start: float, end: float, width: float, words: Formatter, em: float = 13.0) -> Axis:
    """Return the ticks for `start` to `end` (seconds UTC) drawn `width` px wide.

    `em` is the height of the axis's letters in px: larger letters need wider steps. The first tick
    of each level lies at or before the start, so that its label can be shown at the left edge.
    """
    minor, major = choose(start, end, width, em)
    return Axis(
        _level(Level.MAJOR, major, start, end, words), _level(Level.MINOR, minor, start, end, words)
    )


def _level(
    level: Level, step: Step, start: float, end: float, words: Formatter
) -> tuple[Tick, ...]:
    times = marks_between(step, start, end)
    moments = [Moment(*moment_of(time)) for time in times]
    return tuple(
        Tick(level, first, last, words(level, step, moment, following))
        for (first, last), (moment, following) in zip(
            pairwise(times), pairwise(moments), strict=True
        )
    )


def plain_label(level: Level, step: Step, at: Moment, until: Moment) -> str:
    """Word a tick in figures alone, after ISO 8601; the default where no language is at hand."""
    if step.unit is Unit.YEAR:
        if level is Level.MAJOR and step.size > 1:
            return f"{at.year}/{until.year - 1}"
        return str(at.year)
    if step.unit is Unit.MONTH:
        return f"{at.year}-{at.month:02d}" if level is Level.MAJOR else f"{at.month:02d}"
    if step.unit is Unit.DAY:
        whole = f"{at.year}-{at.month:02d}-{at.day:02d}"
        return whole if level is Level.MAJOR else f"{at.day:02d}"
    return f"{at.hour:02d}:{at.minute:02d}"
