"""Actors named for people: in full, or by the letters that everybody knows them by."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from explorer.model.chronicle import Chronicle

translate = QCoreApplication.translate
_LONG = 20
"""A name of no more letters needs no short form."""

_ACRONYM = 8


def actor_name(chronicle: Chronicle, actor: str, *, short: bool = False) -> str:
    """Return an actor's name, or its id where the chronicle lacks it.

    `short` takes the first acronym among the aliases of an actor with a long name: "CSTO".
    """
    known = chronicle.actor.get(actor)
    if known is None:
        return actor
    if short and len(known.name) > _LONG:
        for alias in known.aliases:
            same_letters = alias.isascii() or not known.name.isascii()
            if alias.isupper() and len(alias) <= _ACRONYM and same_letters:
                return alias
    return known.name


def names_wording(chronicle: Chronicle, actors: Iterable[str], most: int = 3) -> str:
    """Name several actors in short, no more than `most` of them: "Armenia, Belarus and 16 more"."""
    names = [actor_name(chronicle, actor, short=True) for actor in actors]
    if len(names) <= most:
        return ", ".join(names)
    shown = names[: most - 1]
    return translate("Wording", "{names} and {count} more").format(
        names=", ".join(shown), count=len(names) - len(shown)
    )
