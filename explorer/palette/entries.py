"""Entries of the palette: what the session and the window's actions offer now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence

from explorer.palette.ranking import Entry
from explorer.session.session import Session
from explorer.wording import date_wording
from explorer.wording.citations import authors, issued

_NATIVE = QKeySequence.SequenceFormat.NativeText


def entries_of(session: Session, actions: Mapping[str, QAction]) -> list[Entry]:
    """Return all that can be done now and all that can be gone to, actions first."""
    chronicle = session.chronicle
    found = [
        Entry("action", id_, _bare(action.text()), action.shortcut().toString(_NATIVE))
        for id_, action in actions.items()
        if action.isEnabled() and id_ != "palette"
    ]
    found += [Entry("view", view.name, view.name) for view in session.workspace.views]
    found += [Entry("actor", one.id, one.name, aliases=one.aliases) for one in chronicle.actors]
    found += [
        Entry(
            "article",
            one.id,
            one.title,
            " · ".join(part for part in (one.container_title, issued(one)) if part),
            tuple(part for part in (one.container_title, authors(one)) if part),
        )
        for one in chronicle.published
    ]
    found += [
        Entry("event", one.id, one.title, date_wording(one.date.value, short=True))
        for one in chronicle.events
    ]
    return found


def _bare(text: str) -> str:
    """Return an action's words without the sign for its key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
