"""Where to look next: spans and neighbours worked out from events, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, expm1, log

from explorer.model.records import Event
from explorer.model.roll import Roll, places_of
from explorer.model.span import DAY, TimeSpan, span_of

SHORTEST = 3_600.0
"""The shortest viewport, in seconds: one hour."""

LONGEST = 20_000 * 365.2425 * DAY
"""The longest viewport, in seconds: twenty thousand years, unless the events need more."""

_MARGIN = 0.04


def extent_of(events: Sequence[Event], whole: TimeSpan) -> TimeSpan:
    """Return the span that covers `events`, or `whole` when there are none."""
    if isinstance(events, Roll) and len(events):
        return events.extent
    spans = [span_of(event.date.value, whole) for event in events]
    if not spans:
        return whole
    return TimeSpan(min(span.start for span in spans), max(span.end for span in spans))


def fitted(span: TimeSpan) -> TimeSpan:
    """Return a viewport in which `span` shows whole, with a margin and at least a month long."""
    month = 30 * DAY
    if span.length < month:
        span = TimeSpan(span.centre - month / 2, span.centre + month / 2)
    return span.padded(_MARGIN)


def limited(span: TimeSpan, extent: TimeSpan) -> TimeSpan:
    """Return `span` kept between the shortest and the longest viewport, its centre in place."""
    longest = max(LONGEST, fitted(extent).length)
    length = min(max(span.length, SHORTEST), longest)
    if length == span.length:
        return span
    return TimeSpan(span.centre - length / 2, span.centre + length / 2)


def on_the_way(first: TimeSpan, last: TimeSpan, share: float) -> TimeSpan:
    """Return the viewport a share (0 to 1) of the way from one to another.

    Each step zooms by the same factor, and a moment that keeps its place in both keeps it all
    along, so that nothing seems to swing out of sight and back.
    """
    zoom = log(last.length / first.length)
    part = share if abs(zoom) < 1e-6 else expm1(zoom * share) / expm1(zoom)
    start = first.start + (last.start - first.start) * part
    return TimeSpan(start, start + first.length * exp(zoom * share))


def brought_in(viewport: TimeSpan, event: Event, whole: TimeSpan) -> TimeSpan:
    """Return the viewport moved, and widened only if it must be, so that `event` shows in it."""
    span = span_of(event.date.value, whole)
    if viewport.start <= span.start and span.end <= viewport.end:
        return viewport
    if span.length > viewport.length * 0.8:
        return fitted(span)
    return viewport.moved(span.centre - viewport.centre)


def neighbour(events: Sequence[Event], current: str, step: int, viewport: TimeSpan) -> str:
    """Return the id of the event `step` places from `current` in time, staying at the ends.

    Without a current event the walk starts at the first event that begins in the viewport, or at
    the last one when going back; failing that, at one that reaches into it. Returns an empty
    string when there are no events.
    """
    if not events:
        return ""
    place = places_of(events)
    if current in place:
        return events[min(max(place[current] + step, 0), len(events) - 1)].id
    near = events.meeting(viewport) if isinstance(events, Roll) else events
    tests: tuple[Callable[[TimeSpan], bool], ...] = (
        lambda span: viewport.contains(span.start),
        viewport.overlaps,
    )
    for reaches in tests:
        along = iter(near) if step > 0 else reversed(near)
        found = next((one.id for one in along if reaches(span_of(one.date.value))), "")
        if found:
            return found
    return events[0 if step > 0 else -1].id
