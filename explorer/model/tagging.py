"""Tagging: the reader's tags over all bookmarks: how often each is used, its colour, its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from explorer.model.records import Event
from explorer.model.tags import TagColour
from explorer.model.workspace import Workspace


def tag_counts(workspace: Workspace) -> Mapping[str, int]:
    """Return how many bookmarks have each tag, by tag in alphabetical order.

    A tag that only has a colour is among them, with 0.
    """
    counts = Counter(tag for mark in workspace.bookmarks for tag in dict.fromkeys(mark.tags))
    tags = {*counts, *(one.tag for one in workspace.tag_colours)}
    return {tag: counts[tag] for tag in sorted(tags, key=lambda one: (one.casefold(), one))}


def shown_tags(workspace: Workspace, event: Event) -> tuple[str, ...]:
    """Return the tags of an event's bookmark, then those of the event that the reader coloured."""
    mark = workspace.bookmark.get(event.id)
    coloured = (tag for tag in event.tags if tag in workspace.colour)
    return tuple(dict.fromkeys((*(mark.tags if mark else ()), *coloured)))


def with_colour(workspace: Workspace, tag: str, colour: str) -> Workspace:
    """Return a workspace in which a tag has a colour; without one where `colour` is empty."""
    kept = tuple(one for one in workspace.tag_colours if one.tag != tag)
    if not colour:
        return replace(workspace, tag_colours=kept)
    known = next((one for one in workspace.tag_colours if one.tag == tag), None)
    if known is None:
        return replace(workspace, tag_colours=(*kept, TagColour(tag, colour)))
    recoloured = replace(known, colour=colour)
    told = tuple(recoloured if one.tag == tag else one for one in workspace.tag_colours)
    return replace(workspace, tag_colours=told)


def with_tag_renamed(workspace: Workspace, tag: str, name: str) -> Workspace:
    """Return a workspace in which every bookmark has `name` for `tag`.

    Where a bookmark has both they are one then, at the first one's place. A tag that is there
    already keeps its colour, else it takes that of the old one.
    """
    if tag == name or not name:
        return workspace
    renamed = _with_tags(workspace, tag, (name,))
    colours = {one.tag: one for one in workspace.tag_colours}
    own = colours.pop(tag, None)
    if own is not None and name not in colours:
        told = tuple(replace(one, tag=name) if one is own else one for one in workspace.tag_colours)
    else:
        told = tuple(one for one in workspace.tag_colours if one is not own)
    return replace(renamed, tag_colours=told)


def without_tag(workspace: Workspace, tag: str) -> Workspace:
    """Return a workspace in which no bookmark has a tag, and the tag no colour."""
    return with_colour(_with_tags(workspace, tag, ()), tag, "")


def _with_tags(workspace: Workspace, tag: str, instead: tuple[str, ...]) -> Workspace:
    """Return a workspace with other tags instead of one on every bookmark that has it."""
    if not any(tag in mark.tags for mark in workspace.bookmarks):
        return workspace
    marks = []
    for mark in workspace.bookmarks:
        if tag in mark.tags:
            each = (instead if one == tag else (one,) for one in mark.tags)
            tags = tuple(dict.fromkeys(new for some in each for new in some))
            mark = replace(mark, tags=tags)  # noqa: PLW2901 - the bookmark as it is now
        marks.append(mark)
    return replace(workspace, bookmarks=tuple(marks))
