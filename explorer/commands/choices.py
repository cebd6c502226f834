"""Choices: the words given for actors, types, articles and dates, turned into filters."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence

from explorer.exchange.scope import nearest
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.collecting import Collection
from explorer.model.date import DateError, parse_date
from explorer.model.errors import QuotelineError
from explorer.model.filters import Filters
from explorer.model.folding import fold
from explorer.model.workspace import Workspace

_SHOWN = 4
"""Ids that a message offers for one that is not known."""


def chosen_filters(
    arguments: argparse.Namespace, chronicle: Chronicle, codebook: Codebook
) -> Filters:
    """Return the filters that --actor, --type, --article, --from, --to and --text stand for.

    An option given several times lets any of its values through. Raises QuotelineError naming the
    option and its value when the chronicle does not have it, with what comes near.
    """
    first = _day("--from", arguments.first)
    last = _day("--to", arguments.last)
    if first is not None and last is not None and first > last:
        raise QuotelineError(f"--from {arguments.first} comes after --to {arguments.last}.")
    articles = {one.id: (one.title,) for one in chronicle.published}
    return Filters(
        text=arguments.text or "",
        types=_all("--type", arguments.type, _types(chronicle, codebook)),
        actors=_all("--actor", arguments.actor, _actors(chronicle)),
        articles=_all("--article", arguments.article, articles),
        first_day=first,
        last_day=last,
    )


def chosen_collection(arguments: argparse.Namespace, workspace: Workspace) -> Collection | None:
    """Return the collection that --collection names; case and diacritics do not count.

    Raises QuotelineError when the workspace does not have it, with what comes near.
    """
    if arguments.collection is None:
        return None
    if not workspace.collections:
        raise QuotelineError(
            f"--collection {arguments.collection}: the workspace has no collection. Make one in "
            "the window, or name another file with --workspace."
        )
    names = {one.name: () for one in workspace.collections}
    return workspace.collection[
        _one("--collection", arguments.collection, names, among="workspace")
    ]


def _types(chronicle: Chronicle, codebook: Codebook) -> dict[str, tuple[str, ...]]:
    used = dict.fromkeys(event.type for event in chronicle.events)
    return {one: (codebook.type_name(one),) for one in (*codebook.types, *used)}


def _actors(chronicle: Chronicle) -> dict[str, tuple[str, ...]]:
    return {one.id: (one.name, *one.aliases) for one in chronicle.actors}


def _all(
    option: str, values: Iterable[str] | None, names: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    return frozenset(_one(option, value, names) for value in values or ())


def _one(
    option: str, value: str, names: Mapping[str, Sequence[str]], among: str = "chronicle"
) -> str:
    """Return the id that is meant: the value itself, else that of the one so named.

    Case and diacritics do not count, and a record's own name, its first, goes before aliases.
    """
    if value in names:
        return value
    wanted = fold(value)
    own = [one for one, some in names.items() if wanted in map(fold, (one, *some[:1]))]
    found = own or [one for one, some in names.items() if wanted in map(fold, some)]
    if wanted and len(found) == 1:
        return found[0]
    if wanted and found:
        raise QuotelineError(f"{option} {value}: several are so named: {', '.join(found)}.")
    close = _near(wanted, names) if wanted else []
    hint = f" Near it: {', '.join(close)}." if close else ""
    if not close and among == "workspace":  # where there are few, all that there are may help
        hint = f" It has: {', '.join([*names][:_SHOWN])}."
    raise QuotelineError(f"{option} {value}: the {among} has none such.{hint}")


def _near(wanted: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids of those whose names hold the words wanted or come nearest to them."""
    called = [(fold(name), one) for one, some in names.items() for name in (one, *some)]
    holding = [one for name, one in called if wanted in name]
    alike = set(nearest(wanted, [name for name, _ in called]))
    close = [one for name, one in called if name in alike]
    return list(dict.fromkeys((*holding, *close)))[:_SHOWN]


def _day(option: str, value: str | None) -> int | None:
    """Return the first day that --from names or the last that --to names."""
    if value is None:
        return None
    try:
        date = parse_date(value)
    except DateError as error:
        raise QuotelineError(f"{option}: {error}") from error
    day = date.earliest if option == "--from" else date.latest
    if day is None:
        side = "beginning" if option == "--from" else "end"
        raise QuotelineError(f"{option} {value}: this date has no {side}. Give a day or a year.")
    return day
