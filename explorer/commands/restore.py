"""Restore: `quoteline restore` shows what the copies of a file hold and brings one back."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.store.codec_fields import short
from explorer.store.copies import Copy, copies_of
from explorer.store.restoring import Content, bring_back, content_of


def run(arguments: argparse.Namespace) -> int:
    """List the copies of a file, or put the one with a number in its place; 1 if there is none.

    Raises QuotelineError when there is no such copy, it does not open, or the file is in use.
    """
    path: Path = arguments.file
    copies = copies_of(path)
    if arguments.copy is None:
        return _list(path, copies)
    if not 1 <= arguments.copy <= len(copies):
        raise QuotelineError(
            f"{path}: there is no copy {arguments.copy}; `quoteline restore {path}` lists the "
            f"{len(copies)} there are."
        )
    chosen = copies[arguments.copy - 1]
    kept = bring_back(path, chosen)
    print(f"{path}: brought back copy {arguments.copy}, {_told(chosen, content_of(path))}")
    for one in kept:
        print(f"kept what was replaced: {one}")
    return 0


def _list(path: Path, copies: tuple[Copy, ...]) -> int:
    if path.exists():
        print(f"   now  {_content(content_of(path))}")
    for number, copy in enumerate(copies, start=1):
        print(f"{number:>6}  {_told(copy, content_of(copy.path))}")
    if not copies:
        print(f"{path}: there are no copies.")
        return 1
    print(f"Bring one back with: quoteline restore {path} --copy N")
    return 0


def _told(copy: Copy, content: Content) -> str:
    written = datetime.fromtimestamp(copy.written, UTC).strftime("%Y-%m-%d %H:%M UTC")
    label = f" ({short(copy.label)})" if copy.label else ""
    return f"{written}{label}: {_content(content)}; {copy.size:,} bytes"


def _content(content: Content) -> str:
    if content.fault:
        return f"does not open: {content.fault}"
    counts = ", ".join(f"{count} {table}" for table, count in content.counts.items())
    return counts + (f", last change {short(content.latest)}" if content.latest else "")
