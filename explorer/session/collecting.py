"""Collecting: the gestures by which the reader makes collections and puts them in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from explorer.model.collecting import Collection, Entry
from explorer.session.tagging import Tagging

_TEXTS = (
    QT_TRANSLATE_NOOP("Session", "New collection"),
    QT_TRANSLATE_NOOP("Session", "Add to a collection"),
    QT_TRANSLATE_NOOP("Session", "Remove from a collection"),
    QT_TRANSLATE_NOOP("Session", "Reorder a collection"),
    QT_TRANSLATE_NOOP("Session", "Rename a collection"),
    QT_TRANSLATE_NOOP("Session", "Delete a collection"),
    QT_TRANSLATE_NOOP("Session", "Write a heading"),
    QT_TRANSLATE_NOOP("Session", "Write a remark"),
)


def _say(text: str) -> str:
    return QCoreApplication.translate("Session", text)


class Collecting(Tagging):
    """The facts with the reader's collections; each gesture is a step that can be undone."""

    def collect(self, name: str, events: Iterable[str] = ()) -> None:
        """Add events to the end of a collection, which is made where there is none of that name.

        Those that are in it keep their places; those the chronicle does not have are passed over.
        """
        name = " ".join(name.split())
        if not name:
            return
        known = self._workspace.collection.get(name)
        step = "Add to a collection" if known else "New collection"
        if known is None:
            known = Collection(name, datetime.now(UTC).isoformat(timespec="seconds"))
        added = known.with_events(one for one in events if one in self._chronicle.event)
        self._put(added, step)

    def take_out(self, name: str, events: Iterable[str]) -> None:
        """Take events out of a collection."""
        if known := self._workspace.collection.get(name):
            self._put(known.without_events(frozenset(events)), "Remove from a collection")

    def reorder(self, name: str, event: str, place: int) -> None:
        """Move an event to a place from 0 in a collection."""
        if known := self._workspace.collection.get(name):
            self._put(known.moved(event, place), "Reorder a collection")

    def rename_collection(self, name: str, other: str) -> None:
        """Give a collection another name; nothing happens where a collection has it already."""
        other = " ".join(other.split())
        known = self._workspace.collection.get(name)
        if known is not None and other and other not in self._workspace.collection:
            renamed = self._workspace.with_collection(replace(known, name=other), name)
            self.change_workspace(renamed, _say("Rename a collection"))

    def delete_collection(self, name: str) -> None:
        """Take a collection away; its events and their bookmarks stay."""
        without = self._workspace.without_collection(name)
        self.change_workspace(without, _say("Delete a collection"))

    def set_heading(self, name: str, event: str, heading: str) -> None:
        """Put an event of a collection under a heading; an empty one takes it away."""
        if entry := self._entry(name, event):
            told = replace(entry, heading=" ".join(heading.split()))
            self._put(self._workspace.collection[name].with_entry(told), "Write a heading")

    def set_remark(self, name: str, event: str, remark: str) -> None:
        """Write a remark on an event for this collection alone; an empty one takes it away."""
        if entry := self._entry(name, event):
            told = replace(entry, remark=remark.strip())
            self._put(self._workspace.collection[name].with_entry(told), "Write a remark")

    def _entry(self, name: str, event: str) -> Entry | None:
        known = self._workspace.collection.get(name)
        return known.entry(event) if known else None

    def _put(self, collection: Collection, step: str) -> None:
        self.change_workspace(self._workspace.with_collection(collection), _say(step))
