"""Cite: `quoteline cite` writes events with numbered citations, or the articles cited."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from explorer.commands.choices import chosen_collection
from explorer.commands.export import chosen_events
from explorer.commands.outputs import spare_sources
from explorer.commands.study import counted, read_study
from explorer.exchange.citing.formats import Format, cited, format_of, written
from explorer.exchange.citing.outline import Outline, make_outline
from explorer.exchange.citing.styles import Style
from explorer.model.errors import QuotelineError
from explorer.store.files import write_atomically


def run(arguments: argparse.Namespace) -> int:
    """Write what the command line asks for; return 0.

    Raises QuotelineError when options contradict each other, name what the chronicle does not
    have, or the file cannot be written.
    """
    form = _format(arguments)
    study = read_study(arguments)
    events = chosen_events(arguments, study)
    collection = chosen_collection(arguments, study.workspace)

    def outline() -> Outline:
        return make_outline(
            study.chronicle,
            study.library,
            study.workspace,
            events,
            Style(arguments.style),
            collection=collection,
        )

    articles = cited(study.chronicle, events, in_order=collection is not None)
    raw = written(form, outline, lambda: articles)
    told = f"{counted(len(events), 'event')}, {counted(len(articles), 'article')}"
    if arguments.out == "-":
        sys.stdout.buffer.write(raw)
        print(f"quoteline: {told}", file=sys.stderr)
        return 0
    out = Path(arguments.out)
    spare_sources(out, study, "--out")
    write_atomically(out, raw)
    print(f"{out}: {told}")
    return 0


def _format(arguments: argparse.Namespace) -> Format:
    if arguments.format:
        return Format(arguments.format)
    found = format_of(arguments.out)
    if found is None:
        known = ", ".join(one.suffix for one in Format)
        raise QuotelineError(
            f"--out {arguments.out}: the ending does not tell the format. Use one of {known}, or "
            "add --format."
        )
    return found
