"""Status: how far a passage is proven in the text in hand."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How far a passage is proven in the text in hand.

    Exact and moved are proven, word for word. Accepted is the reader's own word on a place that
    was only suggested; suggested is a place that nobody has looked at yet.
    """

    EXACT = "exact"
    MOVED = "moved"
    ACCEPTED = "accepted"
    SUGGESTED = "suggested"
    MISSING = "missing"
    UNATTACHED = "unattached"
