"""Agreement: `quoteline agreement` compares what two coders found in the same articles."""

from __future__ import annotations

import argparse
import json

from explorer.commands.codebooks import open_codebook
from explorer.commands.study import read_study
from explorer.commands.verify import aligned
from explorer.sources.agreement import compare
from explorer.sources.agreement_report import (
    agreement_data,
    differing_lines,
    finds_table,
    readings_table,
)
from explorer.sources.agreement_sheets import read_coding
from explorer.sources.text import paragraphs, sentences


def run(arguments: argparse.Namespace) -> int:
    """Print how far the two codings agree; with --articles also over all their sentences.

    Raises QuotelineError listing what is wrong with the sheets.
    """
    first, second = read_coding(arguments.first), read_coding(arguments.second)
    total = None if arguments.articles is None else _sentences(arguments)
    one = compare(first, second, open_codebook(arguments.codebook), total)
    if arguments.json:
        print(json.dumps(agreement_data(one), ensure_ascii=False, indent=2))
        return 0
    for line in (*aligned(finds_table(one)), "", *aligned(readings_table(one))):
        print(line)
    if arguments.list:
        print()
        for line in differing_lines(one):
            print(line)
    return 0


def _sentences(arguments: argparse.Namespace) -> dict[str, int]:
    """Return how many sentences each published article in hand has."""
    library = read_study(arguments).library
    texts = {article.id: library.text(article.id) for article in library.chronicle.published}
    return {
        article: sum(len(sentences(text, one)) for one in paragraphs(text))
        for article, text in texts.items()
        if text is not None
    }
