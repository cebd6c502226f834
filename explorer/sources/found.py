"""Found: the outcome of looking for one passage in a text."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.sources.status import Status


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome for one passage; a missing one keeps the offsets of its own edition.

    `score` runs from 0 to 1: 1 where it stands sign for sign, a little less where only what the
    normal form or folding levels is different, of a suggestion how alike it is, 0 when missing.
    """

    status: Status
    start: int
    end: int
    score: float = 1.0
