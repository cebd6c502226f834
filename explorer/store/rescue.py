"""Rescue: where the reader's work goes when its own file cannot take it."""

from __future__ import annotations

import contextlib
import glob
import os
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from explorer.model.collecting import Collection
from explorer.model.errors import QuotelineError
from explorer.model.tagging import with_colour
from explorer.model.workspace import Workspace
from explorer.store.files import make_folder, write_atomically
from explorer.store.folders import Folders
from explorer.store.storage import bytes_of
from explorer.store.workspace_tables import tables_of


def rescue_folder() -> Path:
    """Return the folder of rescue files, which need not exist: in the reader's state folder."""
    return Folders.of_reader().state / "rescue"


def rescue(workspace: Workspace, path: Path) -> Path | None:
    """Put a workspace that its file `path` could not take where there is room, and return where.

    It is a workspace's file like any other. One run has one rescue file for a file. None is
    returned where even that cannot be written.
    """
    name = f"{_stem(path)}.{os.getpid()}.json"
    for folder in _folders():
        with contextlib.suppress(QuotelineError, OSError):
            make_folder(folder)
            folder.chmod(0o700)
            place = folder / name
            write_atomically(place, bytes_of(tables_of(workspace), place))
            return place
    return None


def rescues_of(path: Path) -> tuple[Path, ...]:
    """Return the rescue files that were left for a file, the newest first."""
    pattern = f"{glob.escape(_stem(path))}.*.json"
    found: list[tuple[float, Path]] = []
    for folder in _folders():
        with contextlib.suppress(OSError):
            found += [(-one.stat().st_mtime, one) for one in folder.glob(pattern)]
    return tuple(one for _, one in sorted(found))


def with_rescued(workspace: Workspace, rescued: Workspace) -> Workspace:
    """Return a workspace with what it lacks of a rescued one; nothing in it is lost.

    Where both have a note on one thing, the rescued one stands below the other.
    """
    for mark in rescued.bookmarks:
        known = workspace.bookmark.get(mark.event)
        if known is not None:
            notes = (known.note, mark.note if mark.note not in known.note else "")
            note = "\n\n".join(one for one in notes if one)
            tags = tuple(dict.fromkeys((*known.tags, *mark.tags)))
            mark = replace(known, note=note, tags=tags)  # noqa: PLW2901 - the two are one now
        workspace = workspace.with_bookmark(mark) if mark != known else workspace
    attached = {(one.article, one.sha256) for one in workspace.attachments}
    decided = {(one.passage, one.sha256) for one in workspace.decisions}
    views = {one.name for one in workspace.views}
    texts = [one for one in rescued.attachments if (one.article, one.sha256) not in attached]
    words = [one for one in rescued.decisions if (one.passage, one.sha256) not in decided]
    settled = [one for one in rescued.resolutions if one.disagreement not in workspace.resolution]
    for own in rescued.notes:
        held = workspace.note.get(own.key)
        if held is None:
            workspace = workspace.with_note(own)
        elif own.words not in held.words:
            both = replace(held, words=f"{held.words}\n\n{own.words}")
            workspace = workspace.with_note(both)
    workspace = _with_collected(workspace, rescued)
    return replace(
        workspace,
        attachments=(*texts, *workspace.attachments),
        decisions=(*workspace.decisions, *words),
        resolutions=(*workspace.resolutions, *settled),
        views=(*workspace.views, *(one for one in rescued.views if one.name not in views)),
    )


def _with_collected(workspace: Workspace, rescued: Workspace) -> Workspace:
    """Return a workspace with the ratings, colours, searches and collections that it lacks."""
    for rating in rescued.ratings:
        if rating.key not in workspace.rating:
            workspace = workspace.with_rating(rating)
    for one in rescued.tag_colours:
        if one.tag not in workspace.colour:
            workspace = with_colour(workspace, one.tag, one.colour)
    known = {one.name for one in workspace.searches}
    searches = (one for one in rescued.searches if one.name not in known)
    workspace = replace(workspace, searches=(*workspace.searches, *searches))
    for collection in rescued.collections:
        workspace = workspace.with_collection(_joined(workspace, collection))
    return workspace


def _joined(workspace: Workspace, rescued: Collection) -> Collection:
    """Return the collection of a rescued one's name with what it lacks of it at its end."""
    known = workspace.collection.get(rescued.name)
    if known is None:
        return rescued
    for entry in rescued.entries:
        own = known.entry(entry.event)
        if own is None:
            known = replace(known, entries=(*known.entries, entry))
        else:
            remark = entry.remark if entry.remark not in own.remark else ""
            both = "\n\n".join(one for one in (own.remark, remark) if one)
            heading = own.heading or entry.heading
            known = known.with_entry(replace(own, heading=heading, remark=both))
    return known


def _folders() -> tuple[Path, ...]:
    return rescue_folder(), Path(tempfile.gettempdir()) / f"quoteline-rescue-{_account()}"


def rescues_left(path: Path) -> tuple[Path, ...]:
    """Return the rescue files that runs left for a file and that none still working can need."""
    return tuple(one for one in rescues_of(path) if not _is_running(one.name.split(".")[-2]))


def _is_running(number: str) -> bool:
    if not number.isdecimal() or int(number) == os.getpid() or os.name == "nt":
        return False
    try:
        os.kill(int(number), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _stem(path: Path) -> str:
    # Files of one name in two folders must not share a rescue file.
    place = os.fsencode(path.resolve())
    return f"{path.name.removesuffix('.json')}.{sha256(place).hexdigest()[:8]}"


def _account() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "own"
