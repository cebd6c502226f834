"""Grouping: which tracks the session's events belong to, and what the tracks are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication

from explorer.layout.columns import Columns, Ints
from explorer.layout.rolled import rolled_rows
from explorer.layout.tracks import Track, Tracked, numbered, rows_by_key, tracked
from explorer.model.chronicle import Chronicle
from explorer.model.date import sort_key
from explorer.model.records import Event
from explorer.model.tracks import Grouping
from explorer.rolls.roll import DigestRoll
from explorer.session.session import Session
from explorer.wording.actors import actor_name

translate = QCoreApplication.translate


def tracked_of(session: Session, whole: Columns) -> Tracked:
    """Return the events of `whole`, each row once, in the tracks that the reader chose."""
    chosen = session.tracks
    found = _rows_on_roll(session, whole) or _rows(session, whole)
    ordered = chosen.arranged(_usual_order(session, {key: len(found[key]) for key in found}))
    tracks = [
        Track(
            key,
            name_of(session, key),
            found[key],
            0,
            is_collapsed=key in chosen.collapsed,
            is_pinned=key in chosen.pinned,
        )
        for key in ordered
    ]

    def words(event: str, key: str) -> str:
        role = role_in(session, event, key)
        return f" · {role}" if role else ""

    return tracked(whole, numbered(tracks, chosen.hidden), words)


def _rows(session: Session, whole: Columns) -> dict[str, Ints]:
    """Return the rows of each key."""
    chronicle, keys_of = session.chronicle, _keys(session)
    rows = rows_by_key(whole.ids, lambda id_: keys_of(chronicle.event[id_]))
    return {key: np.array(some, dtype=np.int64) for key, some in rows.items()}


def _rows_on_roll(session: Session, whole: Columns) -> dict[str, Ints]:
    """Return the rows of each key with nothing decoded; none where the events are on no roll."""
    events, by = session.timed(session.chronicle.events), session.tracks.by
    if not isinstance(events, DigestRoll) or by == "none":
        return {}
    marks = session.workspace.bookmarks if by == "tag" else ()
    marked = {mark.event: mark.tags for mark in marks}
    return rolled_rows(events, whole, "party" if by == "actor" else by, marked)


def name_of(session: Session, key: str) -> str:
    """Return what a track is called."""
    by, chronicle = session.tracks.by, session.chronicle
    if not key:
        return _without(by)
    if by == "actor":
        return actor_name(chronicle, key)
    if by == "type":
        return session.codebook.type_name(key)
    if by == "article" and (article := chronicle.article.get(key)):
        return article.container_title or article.title
    return key


def role_in(session: Session, event: str, key: str) -> str:
    """Return the roles that the actor of a track has in an event; empty in other tracks."""
    if session.tracks.by != "actor" or not key:
        return ""
    parts = session.chronicle.event[event].participants
    roles = dict.fromkeys(part.role for part in parts if part.actor == key)
    return ", ".join(session.codebook.role_name(role).lower() for role in roles)


def _keys(session: Session) -> Callable[[Event], Iterable[str]]:
    chronicle, marks = session.chronicle, session.workspace.bookmark
    by: Mapping[Grouping, Callable[[Event], Iterable[str]]] = {
        "actor": lambda event: (part.actor for part in event.participants),
        "type": lambda event: (event.type,),
        "article": chronicle.sources_of,
        "tag": lambda event: (
            *event.tags,
            *(marks[event.id].tags if event.id in marks else ()),
        ),
    }
    return by[session.tracks.by]


def _usual_order(session: Session, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the keys as they stand where the reader has not moved them; "" comes last."""
    by, chronicle = session.tracks.by, session.chronicle

    def place(key: str) -> tuple[object, ...]:
        if by == "actor":
            return (-counts[key], name_of(session, key))
        if by == "type":
            types = list(session.codebook.types)
            return (types.index(key) if key in types else len(types), key)
        if by == "article":
            return (_issued(chronicle, key), key)
        return (key.casefold(), key)

    return tuple(sorted(counts, key=lambda key: (not key, place(key) if key else ())))


def _issued(chronicle: Chronicle, article: str) -> tuple[object, ...]:
    known = chronicle.article.get(article)
    return (0, sort_key(known.issued)) if known and known.issued else (1,)


def _without(by: Grouping) -> str:
    return {
        "actor": translate("Timeline", "Without actors"),
        "type": translate("Timeline", "Without a type"),
        "article": translate("Timeline", "Without an article"),
        "tag": translate("Timeline", "Without tags"),
    }.get(by, "")
