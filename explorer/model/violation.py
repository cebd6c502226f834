"""Violation: one thing in a chronicle or a workspace that is not as it must be."""

from __future__ import annotations

from dataclasses import dataclass

_SHOWN = 40
"""Code points of a value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong, where it stands, and what to do about it; `field` may be empty."""

    rule: str
    table: str
    id: str
    field: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """Return the violation in one line."""
        field = f", {self.field}" if self.field else ""
        return f"{self.table} {short(self.id)}{field}: {self.problem}; {self.remedy}"


def short(value: str) -> str:
    """Return a value fit for one line: cut when it is long, control signs escaped."""
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown)
