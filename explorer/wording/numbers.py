"""Numbers for people: grouped as the language of the interface groups them."""

from __future__ import annotations

from explorer.wording.dates import interface_locale


def number(value: int) -> str:
    """Return a whole number in words' company: "1,000,000"."""
    return interface_locale().toString(value)
