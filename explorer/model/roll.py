"""Roll: a great number of events in date order, each decoded only when it is looked at."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

from explorer.model.records import Event
from explorer.model.span import TimeSpan

Shared = Literal["type", "actor", "article", "tag"]
"""What events may have in common."""


class Roll(Sequence[Event]):
    """Events in date order; what is asked of all of them at once is known without decoding any.

    Going through all of them decodes all of them: ask by the methods where there is one.
    """

    @property
    @abstractmethod
    def ids(self) -> Sequence[str]:
        """The ids of the events."""

    @property
    @abstractmethod
    def place(self) -> Mapping[str, int]:
        """The place of each event, by id."""

    @property
    @abstractmethod
    def by_id(self) -> Mapping[str, Event]:
        """The events by id."""

    @property
    @abstractmethod
    def extent(self) -> TimeSpan:
        """The span that covers all the time the events may cover, open ends cut."""

    @property
    @abstractmethod
    def of_actor(self) -> Mapping[str, Roll]:
        """Events in which an actor takes part or which it claims, by actor id."""

    @property
    @abstractmethod
    def of_passage(self) -> Mapping[str, Roll]:
        """Events on which a passage bears, by passage id."""

    @abstractmethod
    def counts(self, of: Shared) -> Mapping[str, int]:
        """Return how many events have each type, actor (claims count), article or tag."""

    @abstractmethod
    def only(self, places: Sequence[int]) -> Roll:
        """Return the events at some places, which are given in rising order."""

    @abstractmethod
    def where(
        self,
        *,
        types: Collection[str] = (),
        actors: Collection[str] = (),
        articles: Collection[str] = (),
        tags: Collection[str] = (),
        days: tuple[int | None, int | None] = (None, None),
        ids: Collection[str] | None = None,
    ) -> Roll:
        """Return the events that have any of the values asked for, of each kind one.

        Nothing asked of a kind lets all through. `days` are the first and last day since
        1970-01-01 that the date may fall into, `ids` the events that are let through at all.
        """

    @abstractmethod
    def meeting(self, span: TimeSpan) -> Roll:
        """Return the events whose time, open ends cut, may share any with a span."""

    def holding(self, test: Callable[[Event], bool]) -> Roll:
        """Return the events that pass a test; every one is decoded."""
        return self.only([place for place, event in enumerate(self) if test(event)])


def places_of(events: Sequence[Event]) -> Mapping[str, int]:
    """Return the place of each of some events, by id."""
    if isinstance(events, Roll):
        return events.place
    return {event.id: place for place, event in enumerate(events)}
