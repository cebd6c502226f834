"""Attach: `quoteline attach` recognises articles in files and keeps their texts for the reader."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from explorer.commands.study import counted
from explorer.model.errors import QuotelineError
from explorer.model.workspace import Workspace
from explorer.opening import Study, attach_texts, open_study
from explorer.sources.attaching import attach_paths
from explorer.sources.library import Library, Status
from explorer.store.workspaces import save_workspace

_HASH = 12
"""Digits of a text's SHA-256 that are printed: enough to tell any two apart."""


def run(arguments: argparse.Namespace) -> int:
    """Attach the articles that the files hold; return 1 when none was recognised.

    With `--list`, tell what is attached instead, and return 1 when nothing is. Raises
    QuotelineError when no file is named, or when texts or workspace cannot be written.
    """
    chronicle, paths = divided(arguments.paths)
    if arguments.articles is not None:
        paths.append(arguments.articles)
    if arguments.list:
        if paths:
            raise QuotelineError("attach --list tells what is attached; it takes no other file.")
        return _list(open_study(chronicle, arguments.workspace))
    if not paths:
        raise QuotelineError("attach needs the files or folders that hold the articles.")
    study = open_study(chronicle, arguments.workspace, write=True)
    report = attach_paths(study.chronicle, paths, _teller())
    for line in report.lines():
        print(line)
    workspace = attach_texts(report, study.workspace, study.texts)
    if workspace != study.workspace:
        save_workspace(workspace, study.workspace_path, "Attach articles")
    print(_summary(study.library_for(workspace)))
    return 0 if report.matched else 1


def divided(words: list[Path]) -> tuple[Path | None, list[Path]]:
    """Divide what was named into the chronicle, which ends in .json and comes first, and texts."""
    if words and words[0].suffix.lower() == ".json":
        return words[0], list(words[1:])
    return None, list(words)


def _teller() -> Callable[[int, int, str], None] | None:
    """Return what prints how far the work is, on one line of a terminal; None without one."""
    return _tell if sys.stderr is not None and sys.stderr.isatty() else None


def _tell(done: int, total: int, name: str) -> None:
    width = shutil.get_terminal_size().columns - 1
    line = f"{done} of {total}: {name}"[:width] if name else ""
    sys.stderr.write(f"\r{line:<{width}}\r")
    sys.stderr.flush()


def _list(study: Study) -> int:
    for line in _attached(study.workspace):
        print(line)
    print(_summary(study.library_for(study.workspace)))
    return 0 if study.workspace.attachments else 1


def _attached(workspace: Workspace) -> Iterator[str]:
    """Yield a line for each text attached, those of an article together, the shown one marked."""
    shown = {one.article: one.sha256 for one in workspace.attachments}
    for article in sorted(shown):
        for one in workspace.attachments:
            if one.article == article:
                mark = "shown" if one.sha256 == shown[article] else "kept"
                told = (article, one.sha256[:_HASH], one.name or "-", one.attached or "-", mark)
                yield "  ".join(told)


def _summary(library: Library) -> str:
    articles = library.chronicle.published
    in_hand = sum(1 for one in articles if library.is_attached(one.id))
    counts = library.counts().values()
    told = ", ".join(f"{sum(some[status] for some in counts)} {status}" for status in Status)
    return f"{in_hand} of {counted(len(articles), 'article')} in hand; passages: {told}."
