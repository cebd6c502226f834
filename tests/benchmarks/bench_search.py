"""Searching everything as it is typed, next to a bare query of SQLite's FTS5.

    python tests/benchmarks/bench_search.py [PASSAGES ...]

The floor asks a plain FTS5 table with the same texts for the 20 best by its own rank; the real
thing reads the query, widens names, counts by kind, weighs, and cuts snippets with the words
marked, 20 for each kind. Words are drawn as in a language: few are in most passages, most in few.
Medians of nine runs by the clock, in ms.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from explorer.model.chronicle import Chronicle
from explorer.model.filters import words_of
from explorer.model.finding import Ground
from explorer.search.documents import Document, Documents, Place, evidence
from explorer.search.index import Index
from explorer.search.keeping import key_of
from explorer.search.names import Names
from explorer.search.search import Search
from explorer.sources.library import make_library
from tests import generate

_RUNS = 9
_LENGTH = 45
_VOCABULARY = 30_000
_EVENTS = 5_000
"""Words of a passage, of all passages, and events of the chronicle."""


def vocabulary() -> list[str]:
    """Return made-up words, the most frequent first, the names of actors among them."""
    chance = np.random.default_rng(7)
    letters = np.array(list("abcdefghijklmnoprstuvwyz"))
    made = ["".join(chance.choice(letters, chance.integers(2, 11))) for _ in range(_VOCABULARY)]
    known = {0: "the", 1: "of", 5: "war", 60: "treaty", 300: "truce", 3_000: "heron"}
    known |= {61: "reed", 301: "marsh", 3_001: "wader"}
    return [known.get(at, word) for at, word in enumerate(made)]


def passages(count: int, words: list[str]) -> list[str]:
    """Draw passages."""
    chance = np.random.default_rng(1)
    weights = 1 / np.arange(1, len(words) + 1)
    drawn = chance.choice(len(words), (count, _LENGTH), p=weights / weights.sum())
    return [" ".join(words[at] for at in row) for row in drawn]


def documents(texts: list[str], chronicle: Chronicle) -> Documents:
    """Return the documents of a chronicle and of texts in hand, a passage to each paragraph."""
    events = [event.id for event in chronicle.events]
    found = []
    for at, text in enumerate(texts):
        place = Place(f"a{at % 50}", 0, len(text), at + 1)
        bears = (events[at % len(events)],)
        found.append(Document("text", place.article, "An article", text, "", bears, place))
    return {**evidence(chronicle, make_library(chronicle)), "text": tuple(found)}


def spent(work: Callable[[], object]) -> float:
    """Return the ms that a piece of work takes, the median of some runs."""
    taken = []
    for _ in range(_RUNS):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1e3)
    return median(taken)


def bare_table(texts: list[str]) -> sqlite3.Connection:
    """Return a plain FTS5 table of texts."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE bare USING fts5(text, content='')")
    rows = enumerate(texts, start=1)
    connection.executemany("INSERT INTO bare(rowid, text) VALUES (?, ?)", rows)
    return connection


def measure(count: int) -> None:
    """Print a row for each query at a number of passages."""
    words = vocabulary()
    texts = passages(count, words)
    chronicle = generate.chronicle(_EVENTS)
    first, *others = chronicle.actors
    named = replace(first, name="stork", aliases=("reed", "marsh", "wader"))
    chronicle = replace(chronicle, actors=(named, *others))
    bare = bare_table(texts)
    found = documents(texts, chronicle)
    start = perf_counter()
    indexes = {kind: Index.made(some) for kind, some in found.items()}
    built = perf_counter() - start
    raw = {kind: index.as_bytes() for kind, index in indexes.items()}
    start = perf_counter()
    for kind, some in found.items():
        key_of(some)
        Index.of_bytes(some, raw[kind])
    opened = perf_counter() - start
    size = sum(map(len, raw.values())) / 1e6
    search = Search(Names(chronicle), indexes)
    ground = Ground(chronicle, words_of(chronicle, {}))
    queries = {
        "heron": '"heron"*', "truce": '"truce"*', "war": '"war"*', "the": '"the"*',
        "t": '"t"*', "tr": '"tr"*', "treaty war": '"treaty"* "war"*',
        '"the war"': '"the war"', "truce -war": '"truce"* NOT "war"*',
        "war OR treaty": '"war"* OR "treaty"*',
        "stork": '"stork"* OR "reed"* OR "marsh"* OR "wader"*',
        "the of war": '"the"* "of"* "war"*', "date:2016 treaty": '"treaty"*',
        "date:2016": "", "-war": "", "the OR date:2016": "",
    }  # fmt: skip
    for query, said in queries.items():
        floor = spent(lambda said=said: ask(bare, said)) if said else float("nan")
        real = spent(lambda query=query: search.find(query, ground, 20))
        total = search.find(query, ground).total
        ratio = f"{real / floor:.1f}" if said else "-"
        told = f"{floor:.1f} ms" if said else "-"
        print(f"| {count:,} | `{query}` | {total:,} | {told} | {real:.1f} ms | {ratio} |")
    print(f"\nMade in {built:.1f} s, {size:.0f} MB; taken from the cache in {opened:.1f} s.")


def ask(bare: sqlite3.Connection, said: str) -> list[object]:
    """Return the 20 best rows of a plain table."""
    sql = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20"
    return bare.execute(sql, (said,)).fetchall()


def main() -> None:
    """Print a table."""
    print("| passages | query | found | floor | search | times |")
    print("|---|---|---|---|---|---|")
    for count in [int(one) for one in sys.argv[1:]] or [100_000]:
        measure(count)


if __name__ == "__main__":
    main()
