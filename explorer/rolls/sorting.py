"""Sorting: what the events of a roll are put in order by, with nothing decoded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from explorer.model.folding import fold
from explorer.model.roll import Shared
from explorer.rolls.roll import DigestRoll
from explorer.rolls.texts import Texts


def title_keys(roll: DigestRoll) -> list[str]:
    """Return the folded titles."""
    return list(map(fold, Texts(roll.digest.titles, roll.rows)))


def sizes(roll: DigestRoll, of: Shared) -> list[int]:
    """Return how many types, actors, articles or tags each event has."""
    found = roll.ties(of).sizes
    return (found if roll.rows is None else found[roll.rows]).tolist()  # type: ignore[no-any-return]


def named_keys(
    roll: DigestRoll, of: Shared, words: Callable[[Sequence[str]], str]
) -> Sequence[int]:
    """Return numbers that stand in the order of the folded words for what each event has.

    `words` are asked once for each set of names that occurs.
    """
    ties = roll.ties(of)
    codes, ends = ties.codes.tolist(), ties.ends.tolist()
    rows = np.arange(len(roll.digest)) if roll.rows is None else roll.rows
    sets = [tuple(codes[ends[row] : ends[row + 1]]) for row in rows.tolist()]
    told = {one: fold(words([ties.names[code] for code in one])) for one in dict.fromkeys(sets)}
    rank = {text: at for at, text in enumerate(sorted(set(told.values())))}
    number = {one: rank[text] for one, text in told.items()}
    return [number[one] for one in sets]
