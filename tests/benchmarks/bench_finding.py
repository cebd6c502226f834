"""Finding events by a query, next to a bare scan of the same words.

    python tests/benchmarks/bench_finding.py [EVENTS ...]

The floor asks of every event's words whether they hold one word; the real thing reads the query
and gives the events that pass, in the order of dates: of records, and of a roll, as the chronicle
opens where it has as many events. Medians of nine runs, in ms of processor time.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from explorer.model.chronicle import Chronicle
from explorer.model.filters import Filters, Matcher, words_of
from explorer.store.chronicle_tables import tables_of
from explorer.store.rolled.opening import rolled_chronicle
from explorer.store.storage import bytes_of
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


def rolled(chronicle: Chronicle, folder: Path) -> Chronicle:
    """Return a chronicle as it opens from its file where it has very many events."""
    path = folder / "made.chronicle.json"
    path.write_bytes(bytes_of(tables_of(chronicle), path))
    found = rolled_chronicle(path, folder / "cache", least=1)
    assert found is not None
    return found


def main() -> None:
    """Print a row for each number of events and query."""
    print("| events | query | found | floor | records | times | roll | times |")
    print("|---|---|---|---|---|---|---|---|")
    for count in [int(one) for one in sys.argv[1:]] or [10_000, 100_000]:
        chronicle = generate.chronicle(count)
        words = words_of(chronicle, {})
        texts = [words.of_event[event.id] for event in chronicle.events]
        floor = spent(lambda texts=texts: sum("truce" in text for text in texts))
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            roll = rolled(chronicle, Path(folder))
            for query in _QUERIES:
                whole = Matcher(chronicle, Filters(text=query), words)
                real = spent(whole.events)
                on_roll = Matcher(roll, Filters(text=query), words_of(roll, {}))
                swift = spent(on_roll.events)
                found = len(whole.events())
                assert found == len(on_roll.events())
                print(
                    f"| {count:,} | `{query}` | {found:,} | {floor:.1f} ms | {real:.1f} ms "
                    f"| {real / floor:.1f} | {swift:.1f} ms | {swift / floor:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
