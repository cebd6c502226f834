"""Build: `quoteline build` makes a chronicle from coding sheets, or checks one against them."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from explorer.commands.codebooks import open_codebook
from explorer.commands.study import counted
from explorer.model.chronicle import Chronicle
from explorer.sources.coding import build_chronicle, read_articles
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.files import read_whole

_SHOWN = 5
"""Ids that a line of differences names before it only counts."""


def run(arguments: argparse.Namespace) -> int:
    """Make the chronicle, or with --check return 1 when the file is not what would be made.

    Raises QuotelineError listing what is wrong with the sheets, or when the file cannot be
    read or written.
    """
    codebook = open_codebook(arguments.codebook)
    texts = read_articles(arguments.sheets, arguments.articles)
    made = build_chronicle(arguments.sheets, arguments.briefs, texts, codebook)
    if arguments.check:
        return _check(made, arguments.out)
    save_chronicle(made, arguments.out)
    print(f"{arguments.out}: {_counts(made)}")
    return 0


def _counts(chronicle: Chronicle) -> str:
    return ", ".join(
        counted(len(records), noun)
        for noun, records in (
            ("event", chronicle.events),
            ("actor", chronicle.actors),
            ("published article", chronicle.published),
            ("passage", chronicle.passages),
            ("link", chronicle.links),
        )
    )


def _check(made: Chronicle, path: Path) -> int:
    present = read_whole(path)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "made.chronicle.json"
        save_chronicle(made, fresh)
        same = read_whole(fresh) == present
        # Read back, since a save rounds off what a file does not hold.
        made = open_chronicle(fresh)
    if same:
        print(f"{path}: as its sheets make it ({_counts(made)})")
        return 0
    print(f"{path}: differs from what its sheets make. Build it again without --check.")
    for line in differences(open_chronicle(path), made):
        print(f"  {line}")
    return 1


def differences(old: Chronicle, new: Chronicle) -> list[str]:
    """Return in a line for each kind of record which ids were added, removed or changed."""
    pairs: tuple[tuple[str, Mapping[str, object], Mapping[str, object]], ...] = (
        ("articles", old.article, new.article),
        ("editions", old.edition, new.edition),
        ("passages", old.passage, new.passage),
        ("actors", old.actor, new.actor),
        ("events", old.event, new.event),
        ("links", {one.id: one for one in old.links}, {one.id: one for one in new.links}),
    )
    lines = []
    for table, before, after in pairs:
        changed = [one for one in before if one in after and before[one] != after[one]]
        told = [
            f"{len(ids)} {word} ({_named(ids)})"
            for word, ids in (
                ("added", [one for one in after if one not in before]),
                ("removed", [one for one in before if one not in after]),
                ("changed", changed),
            )
            if ids
        ]
        if told:
            lines.append(f"{table}: {'; '.join(told)}")
    return lines or ["the records agree; the title, the order or the layout of the file does not"]


def _named(ids: Iterable[str]) -> str:
    listed = list(ids)
    more = len(listed) - _SHOWN
    return ", ".join(listed[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
