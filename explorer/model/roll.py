"""Roll: a great number of events in date order, each decoded only when it is looked at."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

from explorer.model.records import Event
from explorer.model.span import TimeSpan

Shared = Literal["type", "actor", "party", "article", "passage", "tag", "place"]
"""What events may have in common; a party takes part, an actor may also claim only."""

Trait = Literal["claimed", "party", "asks", "asserts", "unsure", "disputed", "single-source"]
"""What may be said of an event: that it is only claimed, has participants, asks for something, that
its passages assert something of their own, that its date is not sure, that a passage disputes it,
that one published article alone bears on it."""


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
    def begun(self) -> tuple[int, ...]:
        """The first and the last day of all on which any event may first have begun.

        Days since 1970-01-01; of an event with an open beginning the last possible day counts.
        Nothing where no event has either.
        """

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
    def pairs(self, of: Shared, names: Collection[str]) -> int:
        """Return how often events have any of some names; one that has none counts once."""

    @abstractmethod
    def meetings(self) -> Mapping[tuple[str, str], Roll]:
        """Return the events in which two actors take part, by every two that do in any.

        The two stand in the order of their ids.
        """

    @abstractmethod
    def only(self, places: Sequence[int]) -> Roll:
        """Return the events at some places, which are given in rising order."""

    @abstractmethod
    def having(self, of: Shared, names: Collection[str]) -> Roll:
        """Return the events that have any of some types, actors, articles, tags or places."""

    @abstractmethod
    def being(self, trait: Trait) -> Roll:
        """Return the events of which something may be said."""

    @abstractmethod
    def named(self, ids: Collection[str]) -> Roll:
        """Return the events that have one of some ids."""

    @abstractmethod
    def worded(self, words: str, test: Callable[[str], bool] | None = None) -> Roll:
        """Return the events whose own folded words hold some, and pass a test if there is one.

        Their own words are title, summary, place and tags, in one line.
        """

    @abstractmethod
    def dated(self, first: int | None, last: int | None, *, whole: bool = False) -> Roll:
        """Return the events whose date may fall into some days since 1970-01-01, both inclusive.

        With `whole`, those whose date cannot lie outside of them. None leaves a side open.
        """

    @abstractmethod
    def plus(self, other: Roll) -> Roll:
        """Return these events and those of another roll of the same chronicle."""

    @abstractmethod
    def minus(self, other: Roll) -> Roll:
        """Return these events without those of another roll of the same chronicle."""

    @abstractmethod
    def meeting(self, span: TimeSpan) -> Roll:
        """Return the events whose time, open ends cut, may share any with a span."""


def places_of(events: Sequence[Event]) -> Mapping[str, int]:
    """Return the place of each of some events, by id."""
    if isinstance(events, Roll):
        return events.place
    return {event.id: place for place, event in enumerate(events)}
