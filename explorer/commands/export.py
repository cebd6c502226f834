"""Export: `quoteline export` writes events with their evidence as CSV."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from explorer.commands.choices import chosen_collection, chosen_filters
from explorer.commands.codebooks import open_codebook
from explorer.commands.study import counted, read_study
from explorer.exchange.csv_export import encoded, rows, write_csv
from explorer.exchange.scope import Scope, scope_events
from explorer.model.errors import QuotelineError
from explorer.model.filters import Matcher, words_of
from explorer.model.records import Event
from explorer.opening import Study

_STDOUT = "-"
_FILTERS = {
    "actor": "--actor",
    "type": "--type",
    "article": "--article",
    "first": "--from",
    "last": "--to",
    "text": "--text",
}


def run(arguments: argparse.Namespace) -> int:
    """Write the table that the command line asks for.

    Raises QuotelineError when options contradict each other, name what the chronicle does not
    have, or the table cannot be written.
    """
    study = read_study(arguments)
    events = chosen_events(arguments, study)
    table = rows(study.chronicle, study.library, study.workspace, events, arguments.rows)
    events_told = counted(len(events), "event")
    if arguments.out == _STDOUT:
        number = _print(encoded(table, exact=arguments.exact, bom=arguments.bom))
        print(f"quoteline: {counted(number, 'row')} of {events_told}", file=sys.stderr)
        return 0
    out = Path(arguments.out)
    _spare(out, study)
    number = write_csv(out, table, exact=arguments.exact, bom=arguments.bom)
    print(f"{out}: {counted(number, 'row')} of {events_told}")
    return 0


def _print(records: Iterable[bytes]) -> int:
    """Write records to standard output and return their number, the header left out."""
    if sys.stdout is None:
        raise QuotelineError("--out -: there is no standard output. Give --out a file.")
    number = 0
    for number, record in enumerate(records):  # noqa: B007 - the last number is the count
        sys.stdout.buffer.write(record)
    return number


def chosen_scope(arguments: argparse.Namespace) -> Scope:
    """Return the scope asked for, or the one that the other options imply.

    Raises QuotelineError when they contradict each other.
    """
    narrowing = [option for name, option in _FILTERS.items() if getattr(arguments, name)]
    given = {
        Scope.IDS: ["--ids"] if arguments.ids is not None else [],
        Scope.COLLECTION: ["--collection"] if arguments.collection is not None else [],
        Scope.FILTER: narrowing,
    }
    implied = [one for one, options in given.items() if options]
    if len(implied) > 1:
        first, second = (given[one][0] for one in implied[:2])
        raise QuotelineError(f"{first} and {second} exclude each other. Leave one of them out.")
    scope = Scope(arguments.scope) if arguments.scope else (*implied, Scope.ALL)[0]
    if implied and scope is not implied[0]:
        told = f"--scope {scope} takes no {', '.join(given[implied[0]])}."
        raise QuotelineError(f"{told} Use --scope {implied[0]}, or leave the option out.")
    if scope is Scope.IDS and not arguments.ids:
        raise QuotelineError("--scope ids needs --ids with the ids of the events.")
    if scope is Scope.COLLECTION and not implied:
        raise QuotelineError("--scope collection needs --collection with the name of one.")
    return scope


def chosen_events(arguments: argparse.Namespace, study: Study) -> Sequence[Event]:
    """Return the events that the command line asks for. Raises QuotelineError as `run` does."""
    scope = chosen_scope(arguments)
    chronicle, marked = study.chronicle, frozenset(study.workspace.bookmark)
    matcher = None
    if scope is Scope.FILTER:
        filters = chosen_filters(arguments, chronicle, open_codebook(arguments.codebook))
        words = words_of(chronicle, study.library.in_hand())
        matcher = Matcher(chronicle, filters, words, marked)
    return scope_events(
        scope,
        chronicle,
        matcher=matcher,
        bookmarked=marked,
        ids=arguments.ids or (),
        collection=chosen_collection(arguments, study.workspace),
    )


def _spare(out: Path, study: Study) -> None:
    """Refuse to put the table in the place of the chronicle or the workspace it is made of."""
    for path in (study.chronicle_path, study.workspace_path):
        if out.exists() and path.exists() and out.samefile(path):
            raise QuotelineError(f"{out}: this is the file to export from. Give --out another one.")
