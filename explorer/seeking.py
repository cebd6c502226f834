"""Seeking: the window's palette, and what becomes of what is taken from it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from explorer.model.query import Field, rendered
from explorer.model.selection import ActorSelected
from explorer.palette.entries import entries_of, events_called
from explorer.palette.palette import Palette
from explorer.palette.ranking import Entry
from explorer.welcoming import Welcoming

_KEPT = 12
"""How many of the entries used last are remembered."""


class Seeking(Welcoming):
    """The frame in which anything can be found by typing."""

    def do_palette(self) -> None:
        """Find something to do or to go to by typing."""
        recent = self._recent()
        entries = entries_of(self.session, self.actions_by_id, recent)
        called = partial(events_called, self.session)
        palette = Palette(entries, recent, self.colours, self, called)
        palette.taken.connect(self._take)
        palette.finished.connect(palette.deleteLater)
        palette.open()

    def open_article(self, article: str) -> None:
        """Show an article whole, at its first passage; the window that has the timeline does."""

    def _recent(self) -> list[str]:
        kept = self.settings.value("palette", [])
        return [str(one) for one in kept] if isinstance(kept, list) else []

    def _take(self, entry: Entry) -> None:
        """Do or show an entry, and remember it."""
        recent = [entry.key, *(key for key in self._recent() if key != entry.key)]
        self.settings.setValue("palette", recent[:_KEPT])
        match entry.kind:
            case "action":
                self.action(entry.id).trigger()
            case "event":
                self.session.reveal(entry.id)
            case "actor":
                self.session.select(ActorSelected(entry.id))
            case "article":
                self.open_article(entry.id)
            case "view":
                self.session.restore_view(entry.id)
            case "search":
                self.session.search_again(entry.id)
            case "tag":
                words = rendered(Field("tag", entry.id))
                self.session.set_filters(replace(self.session.filters, text=words))
            case "collection":
                self.do_collections()
                self.collected.emit(entry.id)
