"""Workspace: what the reader adds to a chronicle, kept apart from the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar

from explorer.model.collecting import Collection
from explorer.model.marks import Edit, Marks
from explorer.model.notes import Note, NoteKind
from explorer.model.ratings import Rating, RatingKind
from explorer.model.records import Extra, no_extra
from explorer.model.tags import TagColour


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A mark on an event. `created` is an ISO 8601 moment in UTC; `note` and `tags` are free."""

    event: str
    created: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text the reader attached: of which article, its SHA-256, the file's name, and when.

    `reading` tells which of the file's texts it is, where a page holds its body and more; it is
    empty for a plain text.
    """

    article: str
    sha256: str
    name: str = ""
    attached: str = ""
    reading: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """The reader's word on a suggested place for a passage in one text: accepted, or refused.

    `sha256` names the text as `Attachment` does; `start` and `end` are half-open code points of it.
    """

    passage: str
    sha256: str
    start: int
    end: int
    accepted: bool
    decided: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Resolution:
    """How the reader settles a disagreement, in words of the reader's own; the evidence stays.

    `disagreement` is the id of a coded one, or the one that was made up for a derived one;
    `resolved` is an ISO 8601 moment in UTC.
    """

    disagreement: str
    note: str
    resolved: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named place to come back to: the viewport in seconds UTC, filters and tracks as plain data.

    `arrangement` holds what the tracks are and what time means, where either is not as usual.
    """

    name: str
    start: float
    end: float
    filters: Mapping[str, object] = field(default_factory=no_extra)
    arrangement: Mapping[str, object] = field(default_factory=no_extra)
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What to look for, under a name: filters as plain data. Where one looks is left as it is."""

    name: str
    filters: Mapping[str, object] = field(default_factory=no_extra)
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True)
class Workspace:
    """All that the reader adds to one chronicle, from bookmarks to collections.

    Of several texts attached for one article, the last one is shown.
    """

    chronicle: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    views: tuple[SavedView, ...] = ()
    decisions: tuple[Decision, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    notes: tuple[Note, ...] = ()
    ratings: tuple[Rating, ...] = ()
    tag_colours: tuple[TagColour, ...] = ()
    collections: tuple[Collection, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    extra: Extra = field(default_factory=no_extra, compare=False)

    edit: ClassVar[Edit | None] = None
    """How the bookmarks were made from others, where one change made them; spares a comparison."""

    @cached_property
    def bookmark(self) -> Marks[Bookmark]:
        """Bookmarks by event id."""
        return Marks(self.bookmarks)

    def with_bookmark(self, bookmark: Bookmark) -> Workspace:
        """Return a workspace in which `bookmark` stands for its event, in its old place if any."""
        at = self.bookmark.place(bookmark.event)
        if at is None:
            return self.with_bookmarks(len(self.bookmarks), 0, (bookmark,))
        return self.with_bookmarks(at, 1, (bookmark,))

    def without_bookmark(self, event: str) -> Workspace:
        """Return a workspace without a bookmark on `event`."""
        at = self.bookmark.place(event)
        return self if at is None else self.with_bookmarks(at, 1, ())

    def with_bookmarks(self, at: int, removed: int, added: tuple[Bookmark, ...]) -> Workspace:
        """Return a workspace in which so many bookmarks from place `at` on give way to others."""
        before = self.bookmarks
        # Parts added up: where one is empty or all there is, Python copies nothing for it.
        made = replace(self, bookmarks=before[:at] + added + before[at + removed :])
        object.__setattr__(made, "edit", Edit(before, at, removed, len(added)))
        gone = [one.event for one in before[at : at + removed]]
        alike = gone == [one.event for one in added] or (not gone and at == len(before))
        if "bookmark" in self.__dict__ and len(added) == 1 and alike:
            made.__dict__["bookmark"] = self.bookmark.followed_by(made.bookmarks, at)
        return made

    def with_attachment(self, attachment: Attachment) -> Workspace:
        """Return a workspace with `attachment`, once; a later edition of an article stands last."""
        kept = tuple(
            old
            for old in self.attachments
            if (old.article, old.sha256) != (attachment.article, attachment.sha256)
        )
        return replace(self, attachments=(*kept, attachment))

    def without_attachment(self, article: str, sha256: str) -> Workspace:
        """Return a workspace in which that text of an article is not attached."""
        kept = tuple(
            one for one in self.attachments if (one.article, one.sha256) != (article, sha256)
        )
        return replace(self, attachments=kept)

    def showing(self, article: str, sha256: str) -> Workspace:
        """Return a workspace in which that text is the one shown of an article.

        Raises KeyError when it is not attached.
        """
        for one in self.attachments:
            if (one.article, one.sha256) == (article, sha256):
                return self.with_attachment(one)
        raise KeyError(sha256)

    def with_decision(self, decision: Decision) -> Workspace:
        """Return a workspace with the reader's word on a passage in a text, its old one gone."""
        kept = self.without_decision(decision.passage, decision.sha256)
        return replace(kept, decisions=(*kept.decisions, decision))

    def without_decision(self, passage: str, sha256: str) -> Workspace:
        """Return a workspace with no word on a passage in a text."""
        kept = tuple(
            one for one in self.decisions if (one.passage, one.sha256) != (passage, sha256)
        )
        return replace(self, decisions=kept)

    @cached_property
    def resolution(self) -> Mapping[str, Resolution]:
        """Resolutions by the id of the disagreement."""
        return MappingProxyType({one.disagreement: one for one in self.resolutions})

    def with_resolution(self, resolution: Resolution) -> Workspace:
        """Return a workspace in which a disagreement is resolved so, its old resolution gone."""
        kept = self.without_resolution(resolution.disagreement)
        return replace(kept, resolutions=(*kept.resolutions, resolution))

    def without_resolution(self, disagreement: str) -> Workspace:
        """Return a workspace in which a disagreement is not resolved."""
        kept = tuple(one for one in self.resolutions if one.disagreement != disagreement)
        return replace(self, resolutions=kept)

    @cached_property
    def note(self) -> Mapping[tuple[NoteKind, str], Note]:
        """Notes by kind and target."""
        return MappingProxyType({one.key: one for one in self.notes})

    def with_note(self, note: Note) -> Workspace:
        """Return a workspace with a note on its target, in the old one's place if there is one."""
        if note.key not in self.note:
            return replace(self, notes=(*self.notes, note))
        return replace(self, notes=tuple(note if o.key == note.key else o for o in self.notes))

    def without_note(self, kind: NoteKind, target: str) -> Workspace:
        """Return a workspace without a note on that target."""
        return replace(self, notes=tuple(o for o in self.notes if o.key != (kind, target)))

    @cached_property
    def rating(self) -> Mapping[tuple[RatingKind, str], Rating]:
        """Ratings by kind and target."""
        return MappingProxyType({one.key: one for one in self.ratings})

    def with_rating(self, rating: Rating) -> Workspace:
        """Return a workspace with a mark on its target, in the old one's place if there is one."""
        if rating.key not in self.rating:
            return replace(self, ratings=(*self.ratings, rating))
        marked = tuple(rating if one.key == rating.key else one for one in self.ratings)
        return replace(self, ratings=marked)

    def without_rating(self, kind: RatingKind, target: str) -> Workspace:
        """Return a workspace without a mark of that kind on that target."""
        kept = tuple(one for one in self.ratings if one.key != (kind, target))
        return replace(self, ratings=kept)

    @cached_property
    def colour(self) -> Mapping[str, str]:
        """The names of colours by tag."""
        return MappingProxyType({one.tag: one.colour for one in self.tag_colours})

    @cached_property
    def collection(self) -> Mapping[str, Collection]:
        """Collections by name, in the reader's order."""
        return MappingProxyType({one.name: one for one in self.collections})

    @cached_property
    def collected(self) -> Mapping[str, tuple[tuple[Collection, int], ...]]:
        """The collections that an event is in, with its place from 0 in each, by event."""
        found: dict[str, list[tuple[Collection, int]]] = {}
        for one in self.collections:
            for place, entry in enumerate(one.entries):
                found.setdefault(entry.event, []).append((one, place))
        return MappingProxyType({event: tuple(some) for event, some in found.items()})

    def with_collection(self, collection: Collection, name: str = "") -> Workspace:
        """Return a workspace with a collection in the place of the one of its name, or of `name`.

        Where there is none, it comes last.
        """
        name = name or collection.name
        if name not in self.collection:
            return replace(self, collections=(*self.collections, collection))
        told = tuple(collection if one.name == name else one for one in self.collections)
        return replace(self, collections=told)

    def without_collection(self, name: str) -> Workspace:
        """Return a workspace without the collection of a name."""
        return replace(self, collections=tuple(o for o in self.collections if o.name != name))

    def with_search(self, search: SavedSearch) -> Workspace:
        """Return a workspace in which `search` replaces the one of its name."""
        kept = self.without_search(search.name)
        return replace(kept, searches=(*kept.searches, search))

    def without_search(self, name: str) -> Workspace:
        """Return a workspace without the saved search of a name."""
        return replace(self, searches=tuple(one for one in self.searches if one.name != name))

    def with_view(self, view: SavedView) -> Workspace:
        """Return a workspace in which `view` replaces the one of its name."""
        return replace(self, views=(*(v for v in self.views if v.name != view.name), view))
