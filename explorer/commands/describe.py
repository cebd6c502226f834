"""Describe: `quoteline describe` prints the selectors of stretches of a text, as JSON lines."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping

from explorer.commands.anchor_check import lines_of, read_text
from explorer.model.errors import QuotelineError
from explorer.sources.describing import describe
from explorer.sources.offsets import Offsets, Unit


def run(arguments: argparse.Namespace) -> int:
    """Print a selector for each stretch, in the order given, as `anchor-check` reads it; return 0.

    Raises QuotelineError naming the file, the line and the field that cannot be read.
    """
    text = read_text(arguments.text)
    offsets = Offsets(text, Unit(arguments.offsets))
    for name, data, where in lines_of(arguments.stretches):
        start, end = (_offset(offsets, data, field, where) for field in ("start", "end"))
        try:
            one = describe(text, start, end)
        except ValueError as error:
            raise QuotelineError(f"{where}: {error}.") from error
        line = {"id": name, "exact": one.exact, "prefix": one.prefix, "suffix": one.suffix}
        print(json.dumps({**line, "start": start}, ensure_ascii=False))
    return 0


def _offset(offsets: Offsets, data: Mapping[str, object], field: str, where: str) -> int:
    value = data.get(field)
    if isinstance(value, bool) or not isinstance(value, int):
        raise QuotelineError(f"{where}: field '{field}' must be a whole number.")
    try:
        return offsets.code_point(value)
    except ValueError as error:
        raise QuotelineError(f"{where}: field '{field}': {error}.") from error
