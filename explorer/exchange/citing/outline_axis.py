"""The timeline of an outline as SVG: each event a link to its section.

Certain time is solid, possible time pale, an open end has an arrow, what is approximate is dashed.
Shapes and words follow the page's own style sheet, so that they are right in light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import inf

from explorer.exchange.citing.outline import Section
from explorer.exchange.citing.outline_words import Say
from explorer.layout.columns import Sign, core_of_date, signs_of_date
from explorer.layout.scale import TimeScale
from explorer.layout.ticks import axis, plain_label
from explorer.model.date import Date
from explorer.model.said import said
from explorer.model.span import TimeSpan, span_of

WIDTH = 1_200
_LANE, _TOP = 24.0, 46.0
_LETTER, _LONGEST = 6.4, 44
"""Px that a letter takes at most on average, and the letters of a title that are shown."""

_MARGIN = 0.03
"""Share of the time that is left free on both sides."""

_MONTH = 30 * 86_400.0


def outline_axis(sections: Sequence[Section], say: Say = str) -> str:
    """Return the timeline of the sections that have a date; empty where none has."""
    dated = [(number, one, one.date) for number, one in enumerate(sections, 1) if one.date]
    if not dated:
        return ""
    bare = [span_of(date) for _, _, date in dated]
    extent = TimeSpan(min(one.start for one in bare), max(one.end for one in bare))
    if extent.length < _MONTH:
        extent = TimeSpan(extent.centre - _MONTH / 2, extent.centre + _MONTH / 2)
    shown = extent.padded(_MARGIN)
    scale = TimeScale(shown.start, shown.length / WIDTH)
    drawings = [_Drawing(number, one, date, extent, scale) for number, one, date in dated]
    lanes = _lanes(drawings)
    height = _TOP + (max(lanes) + 1) * _LANE + 8
    name = escape(say(said("Timeline of {count} events", count=len(dated))))
    parts = [_axis(shown, scale, height)]
    parts += [one.svg(_TOP + lane * _LANE) for one, lane in zip(drawings, lanes, strict=True)]
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" height="{height:.0f}" '
        f'role="group" aria-label="{name}">'
        f"{''.join(parts)}</svg>"
    )


class _Drawing:
    """An event as a shape: where it lies in px, and how much room its title takes."""

    def __init__(
        self, number: int, section: Section, date: Date, extent: TimeSpan, scale: TimeScale
    ) -> None:
        self._number = number
        self._section = section
        span = span_of(date, extent)
        core = core_of_date(date, span)
        self.start, self.end = span.start, span.end
        self.left, self.right = scale.to_px(span.start), scale.to_px(span.end)
        self._core = (scale.to_px(core[0]), scale.to_px(core[1])) if core[0] != inf else None
        self._signs = signs_of_date(date)
        self.is_mark = self.right - self.left < 8
        if self.is_mark:
            middle = (self.left + self.right) / 2
            self.left, self.right = middle - 5, middle + 5
        title = section.head
        self._title = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
        self.room = len(self._title) * _LETTER + 8
        self._is_before = self.right + self.room > WIDTH and self.left - self.room > 0
        self._is_inside = self.right + self.room > WIDTH and not self._is_before

    @property
    def sides(self) -> tuple[float, float]:
        """The first and the last px of shape and title."""
        if self._is_before:
            return self.left - self.room, self.right
        return self.left, self.right + (0.0 if self._is_inside else self.room)

    def svg(self, top: float) -> str:
        """Return the shape with its title, as a link to the event."""
        section, middle = self._section, top + _LANE / 2
        told = f"{section.head}, {section.when}" if section.when else section.head
        x = self.left - 4 if self._is_before else self.right + 4
        if self._is_inside:
            x = max(self.left, 0.0) + 10
        anchor = ' text-anchor="end"' if self._is_before else ""
        doubt = self._signs & (Sign.APPROXIMATE | Sign.UNCERTAIN)
        look = "event doubt" if doubt else "event"
        return (
            f'<a href="#event-{self._number}" class="{look}"><title>{escape(told)}</title>'
            f"{self._shape(middle)}{self._heads(middle)}"
            f'<text x="{x:.1f}" y="{middle + 4:.1f}"{anchor}>{escape(self._title)}</text></a>'
        )

    def _shape(self, middle: float) -> str:
        if self.is_mark:
            x = (self.left + self.right) / 2
            return f'<circle cx="{x:.1f}" cy="{middle:.1f}" r="5"/>'
        width = self.right - self.left
        shape = (
            f'<rect class="maybe" x="{self.left:.1f}" y="{middle - 6:.1f}" width="{width:.1f}" '
            'height="12" rx="3"/>'
        )
        if self._core is not None:
            left = max(self._core[0], self.left)
            wide = max(min(self._core[1], self.right) - left, 2.0)
            shape += (
                f'<rect x="{left:.1f}" y="{middle - 6:.1f}" width="{wide:.1f}" height="12" rx="3"/>'
            )
        return shape

    def _heads(self, middle: float) -> str:
        found = ""
        for sign, x, way in ((Sign.OPEN_START, self.left, 1), (Sign.OPEN_END, self.right, -1)):
            if self._signs & sign:
                found += (
                    f'<path class="head" d="M{x + 6 * way:.1f} {middle - 6:.1f}'
                    f'L{x:.1f} {middle:.1f}L{x + 6 * way:.1f} {middle + 6:.1f}"/>'
                )
        return found


def _lanes(drawings: Sequence[_Drawing]) -> list[int]:
    """Return the lane of each drawing; none touches another one in its lane."""
    order = sorted(range(len(drawings)), key=lambda at: drawings[at].sides)
    ends: list[float] = []
    lanes = [0] * len(drawings)
    for at in order:
        left, right = drawings[at].sides
        lane = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = right + 6
        lanes[at] = lane
    return lanes


def _axis(shown: TimeSpan, scale: TimeScale, height: float) -> str:
    made = axis(shown.start, shown.end, WIDTH, plain_label)
    parts = []
    for ticks, y in ((made.major, 16), (made.minor, 34)):
        for tick in ticks:
            x, end = scale.to_px(tick.start), min(scale.to_px(tick.end), float(WIDTH))
            left = max(x, 0.0)
            if x >= 0:
                parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y - 12}" y2="{height:.0f}"/>')
            if end - left >= len(tick.label) * _LETTER + 6:
                parts.append(f'<text x="{left + 3:.1f}" y="{y}">{escape(tick.label)}</text>')
    return f'<g class="axis" aria-hidden="true">{"".join(parts)}</g>'
