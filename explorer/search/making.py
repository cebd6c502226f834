"""Making a search: documents and their indexes; what was indexed before is taken over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.workspace import Workspace
from explorer.search.documents import Document, Kind, evidence, written
from explorer.search.index import Index
from explorer.search.keeping import kept_index, key_of
from explorer.search.names import Names
from explorer.search.search import Search
from explorer.sources.library import Library

Ticking = Callable[[int, int], None]


def make_search(
    chronicle: Chronicle,
    library: Library,
    workspace: Workspace,
    folder: Path | None,
    *,
    known: Search | None = None,
    ticking: Ticking | None = None,
) -> Search:
    """Return the search of all that is open.

    Indexes are kept in `folder`, those of the reader's own notes in memory alone; those of `known`
    that were made from the same words are used again. How many documents of how many are indexed
    goes to `ticking`, which may raise to give it up.
    """
    kinds = {**evidence(chronicle, library), **written(chronicle, workspace)}
    tables = {} if known is None else {index.key: index for index in known.indexes.values()}
    total = sum(map(len, kinds.values()))
    done = 0
    made: dict[Kind, Index] = {}
    for kind, documents in kinds.items():
        tick = None if ticking is None else _after(done, total, ticking)
        place = None if kind == "note" else folder
        made[kind] = _index(documents, place, tables, tick)
        done += len(documents)
    return Search(Names(chronicle), made)


def _index(
    documents: tuple[Document, ...],
    folder: Path | None,
    tables: dict[str, Index],
    ticking: Ticking | None,
) -> Index:
    key = key_of(documents)
    if there := tables.get(key):
        return Index(documents, there.table, key)
    return kept_index(documents, key, folder, ticking)


def _after(done: int, total: int, ticking: Ticking) -> Ticking:
    return lambda more, _all: ticking(done + more, total)
