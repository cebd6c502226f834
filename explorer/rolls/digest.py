"""Digest: what is asked of all events of a chronicle at once, as arrays in date order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.model.span import TimeSpan
from explorer.rolls.texts import Block
from explorer.rolls.ties import Ties

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer[Any]]

NO_EARLIEST, NO_LATEST = -(2**62), 2**62
"""What stands for a day that a date leaves open or does not know."""


@dataclass(frozen=True, eq=False)
class Digest:
    """Events as arrays, in the order of `Chronicle.events`.

    `earliest` and `latest` are days since 1970-01-01. `start`, `end`, `core_start`, `core_end` are
    seconds UTC and `signs` what a drawing shows, as layout/columns.py has them, with open ends cut
    at `extent`; a dispute is among the signs where a passage disputes the event, and a single
    source where just one published article bears on it. `by_start` lists the events in the order
    in which columns have them. `parties` are the actors that take part, `actors` these and who
    claims the event. `words` are the folded words of title, summary, place and tags, each with a
    line's end behind it, `traits` are bits as rolls/traits.py has them. `first` and `last`
    bound the bytes of each event's document in the file.
    """

    ids: Block
    titles: Block
    words: Block
    importance: Ints
    earliest: Ints
    latest: Ints
    start: Floats
    end: Floats
    core_start: Floats
    core_end: Floats
    signs: Ints
    traits: Ints
    by_start: Ints
    first: Ints
    last: Ints
    types: Ties
    actors: Ties
    parties: Ties
    articles: Ties
    passages: Ties
    tags: Ties
    places: Ties
    extent: TimeSpan

    def __len__(self) -> int:
        return len(self.importance)
