"""Subject: what a picture shows, in words: title, time, filters, sources, and when it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from PySide6.QtCore import QCoreApplication

from explorer import __version__
from explorer.events.active import active_filters
from explorer.events.ranges import range_edtf
from explorer.model.counting import source_counts
from explorer.model.date import parse_date
from explorer.model.errors import QuotelineError
from explorer.model.span import DAY, TimeSpan
from explorer.session.session import Session
from explorer.wording import citation, date_wording, interface_locale

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Subject:
    """The words of a picture, and the span of time that it covers.

    `is_cut` tells that some of the events reach beyond it, `tracks` what must be said of tracks.
    """

    title: str
    span: TimeSpan
    events: int
    total: int
    filters: tuple[str, ...]
    sources: tuple[str, ...]
    made: date
    is_cut: bool = False
    tracks: str = ""

    @property
    def when(self) -> str:
        """The days covered, in words."""
        return span_words(self.span.start, self.span.end)

    @property
    def count(self) -> str:
        """How many events there are, of how many."""
        spoken = interface_locale()
        shown, every = spoken.toString(self.events), spoken.toString(self.total)
        if self.events == self.total == 1:
            return translate("Picture", "1 event")
        if self.events == self.total:
            return translate("Picture", "All {count} events").format(count=shown)
        return translate("Picture", "{shown} of {total} events").format(shown=shown, total=every)

    @property
    def filtered(self) -> str:
        """The filters that are on, in one line; empty where none is."""
        if not self.filters:
            return ""
        words = translate("Picture", "Filtered: {filters}")
        return words.format(filters="; ".join(self.filters))

    @property
    def origin(self) -> str:
        """When it was made, and with what."""
        words = translate("Picture", "Made on {date} with Quoteline {version}")
        day = date_wording(parse_date(self.made.isoformat()))
        return words.format(date=day, version=__version__)


def subject_of(session: Session, made: date) -> Subject:
    """Return the words for what passes a session's filters now.

    Raises QuotelineError when nothing does.
    """
    events = session.visible_events()
    if not events:
        raise QuotelineError(
            translate("Picture", "No event passes the filters, so there is nothing to draw.")
        )
    chronicle, filters = session.chronicle, session.filters
    attesting = source_counts(chronicle, events)
    sources = [citation(one) for one in chronicle.published if one.id in attesting]
    words = [one.text for one in active_filters(filters, chronicle, session.codebook)]
    if filters.text:
        words.insert(0, translate("Picture", "with the words “{text}”").format(text=filters.text))
    span = _span(session)
    return Subject(
        title=chronicle.title,
        span=span,
        events=len(events),
        total=len(chronicle.events),
        filters=tuple(words),
        sources=tuple(sources),
        made=made,
        is_cut=span != session.extent(),
    )


def _span(session: Session) -> TimeSpan:
    """Return the time of the events that pass, cut where the filters cut it."""
    extent, filters = session.extent(), session.filters
    start, end = extent.start, extent.end
    if filters.first_day is not None:
        start = min(max(start, filters.first_day * DAY), end - DAY)
    if filters.last_day is not None:
        end = max(min(end, (filters.last_day + 1) * DAY), start + DAY)
    return TimeSpan(start, end)


def span_words(start: float, end: float) -> str:
    """Word the days that a stretch of time (seconds UTC) touches: "April 2016", "1991–2024"."""
    first = floor(start / DAY)
    last = max(ceil(end / DAY) - 1, first)
    return date_wording(parse_date(range_edtf(first, last)))
