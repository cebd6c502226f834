"""A workspace as the tables of its file, and back."""

from __future__ import annotations

from pathlib import Path

from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store import codec_workspace
from explorer.store.codec_fields import Place
from explorer.store.migrations import WORKSPACE_UPGRADES, Tables, newest
from explorer.store.tables import (
    META,
    Format,
    check_unique,
    meta_fields,
    meta_table,
    numbered,
    records,
    unknown_part,
    with_unknown,
)

NAME = "quoteline-workspace"
TABLES = (
    *("bookmarks", "attachments", "views", "decisions", "resolutions", "notes", "ratings"),
    *("tag_colours", "collections", "searches"),
)


def workspace_of(tables: Tables, path: Path) -> Workspace:
    """Return the workspace that the tables of the file `path` hold.

    Tables and fields that are not known stay in `extra`; a bookmark is kept whatever the chronicle
    holds. Raises DamagedFile naming the table, the id and the field that is wrong.
    """
    meta = meta_fields(tables, path)
    meta.text("format")
    workspace = Workspace(
        chronicle=meta.text("chronicle"),
        bookmarks=records(tables, "bookmarks", path, "event", codec_workspace.decode_bookmark),
        attachments=records(
            tables, "attachments", path, "article", codec_workspace.decode_attachment
        ),
        views=records(tables, "views", path, "name", codec_workspace.decode_view),
        decisions=records(tables, "decisions", path, "passage", codec_workspace.decode_decision),
        resolutions=records(
            tables, "resolutions", path, "disagreement", codec_workspace.decode_resolution
        ),
        notes=records(tables, "notes", path, "target", codec_workspace.decode_note),
        ratings=records(tables, "ratings", path, "target", codec_workspace.decode_rating),
        tag_colours=records(tables, "tag_colours", path, "tag", codec_workspace.decode_tag_colour),
        collections=records(tables, "collections", path, "name", codec_workspace.decode_collection),
        searches=records(tables, "searches", path, "name", codec_workspace.decode_search),
        extra=unknown_part(tables, TABLES, meta, newest(WORKSPACE_UPGRADES)),
    )
    _check(workspace, path)
    return workspace


def tables_of(workspace: Workspace) -> Tables:
    """Return a workspace as the tables of its file, what `extra` keeps included."""
    meta = {"format": NAME, "schema": 0, "chronicle": workspace.chronicle}
    known: Tables = {
        META: meta_table(meta, newest(WORKSPACE_UPGRADES), workspace.extra),
        "bookmarks": numbered(map(codec_workspace.encode_bookmark, workspace.bookmarks)),
        "attachments": numbered(map(codec_workspace.encode_attachment, workspace.attachments)),
        "views": numbered(map(codec_workspace.encode_view, workspace.views)),
        "decisions": numbered(map(codec_workspace.encode_decision, workspace.decisions)),
        "resolutions": numbered(map(codec_workspace.encode_resolution, workspace.resolutions)),
    }
    if workspace.notes:  # an older file stays as it was until there is one
        known["notes"] = numbered(map(codec_workspace.encode_note, workspace.notes))
    if workspace.ratings:
        known["ratings"] = numbered(map(codec_workspace.encode_rating, workspace.ratings))
    if workspace.tag_colours:
        known["tag_colours"] = numbered(
            map(codec_workspace.encode_tag_colour, workspace.tag_colours)
        )
    if workspace.collections:
        known["collections"] = numbered(
            map(codec_workspace.encode_collection, workspace.collections)
        )
    if workspace.searches:
        known["searches"] = numbered(map(codec_workspace.encode_search, workspace.searches))
    return with_unknown(known, workspace.extra)


def _check(workspace: Workspace, path: Path) -> None:
    check_unique(path, "bookmarks", (mark.event for mark in workspace.bookmarks))
    check_unique(path, "views", (view.name for view in workspace.views))
    check_unique(path, "searches", (search.name for search in workspace.searches))
    check_unique(path, "resolutions", (one.disagreement for one in workspace.resolutions))
    check_unique(path, "tag_colours", (one.tag for one in workspace.tag_colours))
    check_unique(path, "collections", (one.name for one in workspace.collections))
    attached = [(one.article, one.sha256) for one in workspace.attachments]
    _check_pairs(path, said("attachments"), attached, said("two documents attach the same text."))
    decided = [(one.passage, one.sha256) for one in workspace.decisions]
    _check_pairs(path, said("decisions"), decided, said("two documents decide on the same text."))
    for table, keys in (
        ("notes", [one.key for one in workspace.notes]),
        ("ratings", [one.key for one in workspace.ratings]),
    ):
        known: set[tuple[str, str]] = set()
        for key in keys:
            if key in known:
                raise Place(path, table, id=key[1]).fault(
                    "target", said("has two {table}.", table=table)
                )
            known.add(key)


def _check_pairs(path: Path, table: str, pairs: list[tuple[str, str]], problem: str) -> None:
    seen: set[tuple[str, str]] = set()
    for record, sha256 in pairs:
        if (record, sha256) in seen:
            raise Place(path, table, id=record).fault("sha256", problem)
        seen.add((record, sha256))


WORKSPACE = Format(NAME, WORKSPACE_UPGRADES, workspace_of)
"""The format of a workspace's file."""
