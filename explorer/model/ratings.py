"""Rating: how far the reader trusts a source or a claim, and how far an article is read.

Trust is told by the Admiralty system (NATO STANAG 2511): a letter for the reliability of a source,
a figure for the credibility of a claim, each by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from explorer.model.records import Extra, no_extra

RatingKind = Literal["source", "claim", "reading"]

RATING_KINDS: tuple[RatingKind, ...] = ("source", "claim", "reading")
"""What is rated: an article as a source, an event as a claim, an article as something to read."""

MARKS: Mapping[RatingKind, Mapping[str, str]] = MappingProxyType(
    {
        "source": {
            "A": "Completely reliable",
            "B": "Usually reliable",
            "C": "Fairly reliable",
            "D": "Not usually reliable",
            "E": "Unreliable",
            "F": "Reliability cannot be judged",
        },
        "claim": {
            "1": "Confirmed by other sources",
            "2": "Probably true",
            "3": "Possibly true",
            "4": "Doubtful",
            "5": "Improbable",
            "6": "Truth cannot be judged",
        },
        "reading": {"reading": "Being read", "read": "Read"},
    }
)
"""The marks of each kind with their labels, the best first."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The reader's mark on an article or an event, by id; `rated` is an ISO 8601 moment in UTC."""

    kind: RatingKind
    target: str
    mark: str
    rated: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)

    @property
    def key(self) -> tuple[RatingKind, str]:
        """What tells two ratings apart: a thing has one mark of each kind."""
        return self.kind, self.target


def label_of(kind: RatingKind, mark: str) -> str:
    """Return a mark with its label spelled out, the mark alone where it is not known."""
    label = MARKS[kind].get(mark, "")
    if kind == "reading":
        return label or mark
    return f"{mark} {label}" if label else mark
