"""What outlines say besides what is in them, for a `say` that says it in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

from explorer.model.said import Said, said

Say = Callable[[str], str]
"""Says a sentence in a language; `str` says it in English."""

LANGUAGE = said("en")
"""The code of the language of a page, which a translation replaces by its own."""

NOTES = said("Notes")
SOURCES = said("Sources")
RETOLD = said("retold")
NOT_AT_HAND = said("the words are not at hand")

_STANCES = {
    "supports": said("supports"),
    "disputes": said("disputes"),
    "mentions": said("mentions"),
}


def stance_words(stance: str) -> str:
    """Say how a passage bears on an event."""
    return _STANCES.get(stance, stance)


def listed(name: str, some: tuple[str, ...]) -> Said:
    """Say a list with its name before it."""
    return said("{name}: {list}", name=name, list=", ".join(some))
