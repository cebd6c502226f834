"""Finding events by a query, next to a bare scan of the same words.

    python tests/benchmarks/bench_finding.py [EVENTS ...]

The floor asks of every event's words whether they hold one word; the real thing reads the query
and gives the events that pass, in the order of dates. Medians of nine runs, in ms of
processor time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from explorer.model.filters import Filters, Matcher, words_of
from tests import generate

_QUERIES = ("truce", "truce -minsk", '"border clash"', "actor:yerevan", "date:2016 truce OR minsk*")
_RUNS = 9


def spent(work: Callable[[], object]) -> float:
    """Return the ms of processor time of a piece of work, the median of some runs."""
    taken = []
    for _ in range(_RUNS):
        start = process_time()
        work()
        taken.append((process_time() - start) * 1e3)
    return median(taken)


def main() -> None:
    """Print a row for each number of events and query."""
    print("| events | query | found | floor | finding | times |")
    print("|---|---|---|---|---|---|")
    for count in [int(one) for one in sys.argv[1:]] or [10_000, 100_000]:
        chronicle = generate.chronicle(count)
        words = words_of(chronicle, {})
        texts = list(words.of_event.values())
        floor = spent(lambda texts=texts: sum("truce" in text for text in texts))
        for query in _QUERIES:
            matcher = Matcher(chronicle, Filters(text=query), words)
            real = spent(matcher.events)
            found = len(matcher.events())
            print(
                f"| {count:,} | `{query}` | {found:,} | {floor:.1f} ms | {real:.1f} ms "
                f"| {real / floor:.1f} |"
            )


if __name__ == "__main__":
    main()
