"""Note: what the reader writes on an event, a passage, an actor, an article or a span of time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from explorer.model.records import Extra, no_extra
from explorer.model.span import TimeSpan

NoteKind = Literal["event", "passage", "actor", "article", "span"]

NOTE_KINDS: tuple[NoteKind, ...] = ("event", "passage", "actor", "article", "span")
"""What a note may be on."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words in Markdown on one thing; `written` is an ISO 8601 moment in UTC.

    `target` is the id of the thing; of a span its start and end, see `span_target`.
    """

    kind: NoteKind
    target: str
    words: str
    written: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)

    @property
    def key(self) -> tuple[NoteKind, str]:
        """What tells two notes apart: a thing has one note."""
        return self.kind, self.target


def span_target(span: TimeSpan) -> str:
    """Return a span as the target of a note: whole seconds UTC, `start/end`, outwards rounded."""
    return f"{int(span.start // 1)}/{int(-(-span.end // 1))}"


def target_span(target: str) -> TimeSpan | None:
    """Return the span that a note's target stands for, None where it is none."""
    start, _, end = target.partition("/")
    try:
        if max(len(start), len(end)) > 20:
            return None
        return TimeSpan(float(int(start)), float(int(end)))
    except ValueError:
        return None
