"""The words to show of a passage: the article's own where they are in hand, else a brief's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.sources.library import Library
from explorer.sources.status import Status


@dataclass(frozen=True, slots=True)
class InWords:
    """A passage's words, whether they are `ours` (a brief's), and the passage's own status."""

    words: str
    ours: bool
    status: Status


def in_words(library: Library, passage: str, events: Iterable[str] = ()) -> InWords:
    """Return the words to show of a passage; none where neither its text nor a brief has them.

    The brief is looked for among the passages of `events` first, then of all that it bears on.
    """
    chronicle = library.chronicle
    reading = library.reading(passage)
    if reading.in_hand:
        return InWords(reading.quote, False, reading.status)
    bearing = [one.id for one in chronicle.events_of_passage.get(passage, ())]
    for event in dict.fromkeys((*events, *bearing)):
        brief = library.stand_in(chronicle.event[event], passage)
        if brief is not None and brief.in_hand:
            return InWords(brief.quote, True, reading.status)
    return InWords("", True, reading.status)
