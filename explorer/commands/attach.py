"""Attach: `quoteline attach` recognises articles in files and keeps their texts for the reader."""

from __future__ import annotations

import argparse
from pathlib import Path

from explorer.commands.study import counted
from explorer.model.errors import QuotelineError
from explorer.opening import attach_texts, open_study
from explorer.sources.attaching import attach_paths
from explorer.sources.library import Library, Status
from explorer.store.workspaces import save_workspace


def run(arguments: argparse.Namespace) -> int:
    """Attach the articles that the files hold; return 1 when none was recognised.

    Raises QuotelineError when no file is named, or when texts or workspace cannot be written.
    """
    chronicle, paths = divided(arguments.paths)
    if arguments.articles is not None:
        paths.append(arguments.articles)
    if not paths:
        raise QuotelineError("attach needs the files or folders that hold the articles.")
    study = open_study(chronicle, arguments.workspace, write=True)
    report = attach_paths(study.chronicle, paths)
    for line in report.lines():
        print(line)
    workspace = attach_texts(report, study.workspace, study.texts)
    if workspace != study.workspace:
        save_workspace(workspace, study.workspace_path)
    print(_summary(study.library_for(workspace)))
    return 0 if report.matched else 1


def divided(words: list[Path]) -> tuple[Path | None, list[Path]]:
    """Divide what was named into the chronicle, which ends in .json and comes first, and texts."""
    if words and words[0].suffix.lower() == ".json":
        return words[0], list(words[1:])
    return None, list(words)


def _summary(library: Library) -> str:
    articles = library.chronicle.published
    in_hand = sum(1 for one in articles if library.is_attached(one.id))
    counts = library.counts().values()
    told = ", ".join(f"{sum(some[status] for some in counts)} {status}" for status in Status)
    return f"{in_hand} of {counted(len(articles), 'article')} in hand; passages: {told}."
