"""What a step costs until it is on the disk, and what opening costs, against bare floors.

    python tests/benchmarks/bench_store.py [--steps 300] [--folder DIR] [--events 1000 100000]

Steps: the floor adds the same bytes to a file and syncs it, turn by turn with the step itself, so
that both meet the same disk. Opening: the floor is msgspec decoding the same file into typed
records. Both run in one process; quote ratios. Stalls: how late a thread that ticks 60 times a
second, as a window does, comes at worst while another thread folds; its floor is nothing going on.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from explorer.model.workspace import Bookmark, Workspace
from explorer.store.chronicle_tables import tables_of
from explorer.store.chronicles import open_chronicle
from explorer.store.journal import journal_path
from explorer.store.journalled import Kind, OpenWorkspace
from explorer.store.storage import bytes_of
from explorer.store.workspaces import save_workspace
from tests.builders import a_chronicle, an_event


def marked(count: int) -> Workspace:
    """Return a workspace with so many bookmarks with notes."""
    return Workspace(
        "test", tuple(Bookmark(f"e{at}", "2026-01-02T03:04:05Z", "A note.") for at in range(count))
    )


def steps(folder: Path, bookmarks: int, count: int, *, held: bool = False) -> None:
    """Print what a bookmark and a note cost in a workspace that already has so many.

    With `held` the earlier workspaces are, as the window's undo stack holds them; else the one
    before is let go of within each step.
    """
    folder = Path(tempfile.mkdtemp(dir=folder))
    path = folder / "test.workspace.json"
    save_workspace(marked(bookmarks), path)
    opened = OpenWorkspace.open(path, "test")
    opened.commit(opened.workspace.with_bookmark(Bookmark("first")), "Bookmark")
    journal = journal_path(path)
    chance = random.Random(1)  # noqa: S311 - seeded on purpose
    taken: dict[str, list[float]] = {"bookmark": [], "note": []}
    bare: list[float] = []
    making: list[float] = []
    earlier: list[Workspace] = []
    handle = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(count):
        name = ("bookmark", "note")[number % 2]
        event = f"new{number}" if name == "bookmark" else f"e{chance.randrange(bookmarks)}"
        start = perf_counter()
        after = opened.workspace.with_bookmark(Bookmark(event, note=f"Seen, check {number}."))
        making.append(perf_counter() - start)
        if held:
            earlier.append(opened.workspace)
        size = journal.stat().st_size
        start = perf_counter()
        opened.commit(after, "Bookmark")
        taken[name].append(perf_counter() - start)
        line = b"x" * (journal.stat().st_size - size)
        start = perf_counter()
        os.write(handle, line)
        os.fsync(handle)
        bare.append(perf_counter() - start)
    os.close(handle)
    floor = median(bare)
    back_made, back = taken_back(opened, min(count, 100))
    opened.close()
    print(f"  {bookmarks:>9,} bookmarks: bare append and sync {floor * 1e3:.3f} ms", end="")
    for name, some in taken.items():
        slow = quantiles(some, n=20)[-1] * 1e3
        told = f"{median(some) * 1e3:.3f} ms ({median(some) / floor:.1f} x, p95 {slow:.2f} ms)"
        print(f"; {name} {told}", end="")
    print(f"; making the workspace, before it, {median(making) * 1e3:.3f} ms", end="")
    print(f"; taking back: made {back_made * 1e3:.3f} ms, written {back * 1e3:.3f} ms", end="")
    print(f" ({back / floor:.1f} x)")


def taken_back(opened: OpenWorkspace, count: int) -> tuple[float, float]:
    """Return the median seconds to make and to write what taking back so many steps leads to."""
    making, written = [], []
    opened.stack()
    for _ in range(count):
        start = perf_counter()
        before = opened.undone()
        made = perf_counter()
        opened.commit(before, "Bookmark", Kind.UNDO)
        written.append(perf_counter() - made)
        making.append(made - start)
    return median(making), median(written)


def a_file(folder: Path, events: int) -> Path:
    """Write a chronicle of so many events, with their actors and passages, and return its file."""
    path = folder / f"{events}.chronicle.json"
    chance = random.Random(events)  # noqa: S311 - seeded on purpose
    actors = [f"actor-{number}" for number in range(40)]
    made = [
        an_event(
            f"{chance.randint(1900, 2020)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            f"event-{number}",
            actors=chance.sample(actors, 2),
            passages=(f"article.{number % 500}",),
            summary="What happened there, in a sentence of some length, as one writes them.",
        )
        for number in range(events)
    ]
    path.write_bytes(bytes_of(tables_of(a_chronicle(*made)), path))
    return path


def a_large_file(folder: Path, events: int) -> Path:
    """Write a chronicle of so many like events and return its file."""
    path = folder / "test.chronicle.json"
    like = a_file(folder, 1).read_bytes()
    head, line, rest = like.partition(b'"1": {"id": "event-0"')
    body, end, rest = rest.partition(b"\n}")
    with path.open("wb") as handle:
        handle.write(head)
        for number in range(events):
            ids = line.replace(b'"1"', b'"%d"' % (number + 1)).replace(b"-0", b"-%d" % number)
            handle.write((b",\n" if number else b"") + ids + body)
        handle.write(end + rest)
    return path


def decoder() -> Callable[[bytes], Any]:
    """Return msgspec's decoder into typed records of the tables that weigh."""
    import msgspec  # noqa: PLC0415 - only this floor needs it

    class Dating(msgspec.Struct, gc=False):
        edtf: str
        basis: str
        text: str = ""

    class Part(msgspec.Struct, gc=False):
        actor: str
        role: str

    class Support(msgspec.Struct, gc=False):
        passage: str
        stance: str = "supports"

    class Event(msgspec.Struct, gc=False):
        id: str
        title: str
        date: Dating
        type: str
        summary: str = ""
        participants: tuple[Part, ...] = ()
        support: tuple[Support, ...] = ()
        importance: int = 2

    class File(msgspec.Struct):
        events: dict[str, Event]

    # msgspec looks the names up in the module, which these local classes are not in.
    globals().update(Dating=Dating, Part=Part, Support=Support, Event=Event)
    return msgspec.json.Decoder(File).decode


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Return the median seconds of some runs, the collector's work between them left out."""
    taken = []
    for _ in range(times):
        gc.collect()
        start = perf_counter()
        found = work()
        taken.append(perf_counter() - start)
        del found
    return median(taken)


def opening(folder: Path, events: int) -> None:
    """Print what opening a chronicle costs, cold in this program's sense: nothing kept from before.

    The system's own cache of the file is warm in both cases.
    """
    path = a_file(folder, events)
    decode = decoder()
    floor = timed(lambda: decode(path.read_bytes()))
    ours = timed(lambda: open_chronicle(path))
    size = path.stat().st_size / 2**20
    print(
        f"  {events:>9,} events, {size:.1f} MiB: msgspec {floor:.3f} s; open_chronicle {ours:.3f} s"
        f" ({ours / floor:.1f} x)"
    )
    path.unlink()


def folding(folder: Path, bookmarks: int) -> None:
    """Print what one folding costs, against writing and syncing the same bytes."""
    path = folder / "fold.workspace.json"
    save_workspace(marked(bookmarks), path)
    opened = OpenWorkspace.open(path, "test")
    taken, bare = [], []
    for number in range(5):
        opened.commit(opened.workspace.with_bookmark(Bookmark(f"n{number}")), "Bookmark")
        start = perf_counter()
        opened.fold()
        taken.append(perf_counter() - start)
        raw = path.read_bytes()
        start = perf_counter()
        with (folder / "bare").open("wb") as handle:
            handle.write(raw)
            handle.flush()
            os.fsync(handle.fileno())
        bare.append(perf_counter() - start)
    opened.close()
    print(
        f"  {bookmarks:>9,} bookmarks: bare write and sync {median(bare) * 1e3:.2f} ms; "
        f"folding {median(taken) * 1e3:.2f} ms, in another thread"
    )


def latest(going_on: Callable[[], bool]) -> float:
    """Return by how many seconds the latest of 60 ticks a second came too late."""
    worst = 0.0
    while going_on():
        start = perf_counter()
        sleep(1 / 60)
        worst = max(worst, perf_counter() - start - 1 / 60)
    return worst


def stalls(folder: Path, bookmarks: int) -> None:
    """Print the longest stall of a ticking thread while a workspace is folded in another."""
    path = folder / "stall.workspace.json"
    save_workspace(marked(bookmarks), path)
    opened = OpenWorkspace.open(path, "test")
    folds, idle = [], []
    for number in range(5):
        end = perf_counter() + 1
        idle.append(latest(lambda end=end: perf_counter() < end))  # type: ignore[misc]
        opened.commit(opened.workspace.with_bookmark(Bookmark(f"n{number}")), "Bookmark")
        fold = threading.Thread(target=opened.fold)
        fold.start()
        folds.append(latest(fold.is_alive))
    opened.close()
    print(
        f"  {bookmarks:>9,} bookmarks: latest tick with nothing going on "
        f"{median(idle) * 1e3:.1f} ms; while folding {median(folds) * 1e3:.1f} ms, "
        f"at worst {max(folds) * 1e3:.1f} ms"
    )


def main() -> None:
    """Run all of it and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--events", type=int, nargs="*", default=[1_000, 100_000])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as place:
        folder = Path(place)
        print("A step, until it is on the disk")
        for bookmarks in (10, 1_000, 10_000, 100_000):
            steps(folder, bookmarks, arguments.steps)
        print("A step, while those before are held, as the window's undo stack holds them")
        steps(folder, 100_000, arguments.steps, held=True)
        print("A step, beside a chronicle of some size (it is never read or written for it)")
        for events in (1_000, 1_000_000):
            path = a_large_file(folder, events)
            print(f"  {events:,} events, {path.stat().st_size / 2**20:.1f} MiB")
            steps(folder, 1_000, arguments.steps)
            path.unlink()
        print("A folding")
        for bookmarks in (10, 10_000):
            folding(folder, bookmarks)
        print("The longest stall of another thread")
        stalls(folder, 100_000)
        print("Opening a chronicle")
        for events in arguments.events:
            opening(folder, events)


if __name__ == "__main__":
    main()
