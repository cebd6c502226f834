"""Opening a large chronicle: against msgspec alone, and against the chronicle that is bundled.

    python tests/benchmarks/bench_opening.py [EVENTS ...] [--runs 5]

Opening: the floor is msgspec decoding the events of the same file into typed records, in the same
process; cold makes the arrays that the timeline works on, with a process for each core where there
are very many events, warm finds them in the cache; seconds by the clock, so let nothing else run
(the least of the runs is printed beside the median). First frame: the whole window in a process of
its own, turn by turn with the bundled chronicle and with the large one opened before; seconds for
which the processor was busy until the timeline was painted, and the memory that the process then
has to itself (mapped files left out, Linux).
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from threading import enumerate as threads
from time import perf_counter, process_time, sleep

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer

from explorer.app import application, assemble
from explorer.commands.codebooks import open_codebook
from explorer.model.roll import Roll
from explorer.store.chronicle_tables import tables_of
from explorer.store.chronicles import open_chronicle
from explorer.store.rolled.survey import section_of
from explorer.store.shapes import EventShape
from explorer.store.storage import bytes_of
from explorer.theme import theme
from explorer.timeline.view import TimelineView
from tests import generate


def a_file(folder: Path, events: int) -> Path:
    """Write a chronicle of so many events and return its file."""
    path = folder / f"{events}.chronicle.json"
    path.write_bytes(bytes_of(tables_of(generate.chronicle(events)), path))
    sleep(2.5)  # so that its times tell of any change
    return path


def opening(path: Path, runs: int) -> None:
    """Print what opening takes, cold and warm, and what msgspec alone takes."""
    taken: dict[str, list[float]] = {"floor": [], "cold": [], "warm": []}
    cache = path.parent / "cache"
    gc.disable()  # as while a chronicle is opened; the floor has the same
    for _ in range(runs):
        shutil.rmtree(cache, ignore_errors=True)
        for name, seconds in taken.items():
            start = perf_counter()
            if name == "floor":
                raw = path.read_bytes()
                section = section_of(raw, "events")
                assert section is not None
                found = msgspec.json.decode(
                    memoryview(raw)[section.start : section.end], type=dict[str, EventShape]
                )
                count = len(found)
                del raw, found
            else:
                chronicle = open_chronicle(path, cache)
                count = len(chronicle.events)
                kind = "rolled" if isinstance(chronicle.events, Roll) else "whole"
                del chronicle
            seconds.append(perf_counter() - start)
            while [one for one in threads() if one.name == "cache"]:
                sleep(0.05)  # the cache is written while one works already
    gc.enable()
    floor = median(taken["floor"])
    told = ", ".join(
        f"{name} {median(some):.3f} s ({median(some) / floor:.2f} x; least {min(some):.3f} s)"
        for name, some in taken.items()
    )
    print(f"  {count:>9,} events, {path.stat().st_size / 1e6:,.0f} MB, {kind}: {told}")


def first_frames(path: Path, runs: int) -> None:
    """Print the processor's time until the first frame, of the bundled chronicle and of a file."""
    with tempfile.TemporaryDirectory() as home:
        _child(home, path)
        taken = [(_child(home, None), _child(home, path)) for _ in range(runs)]
    bundled, large = (median(one[0] for one in some) for some in zip(*taken, strict=True))
    mine = [max(one[1] for one in some) for some in zip(*taken, strict=True)]
    print(
        f"  first frame: bundled {bundled:.2f} s, large {large:.2f} s of the processor, "
        f"{large - bundled:+.2f} s; own memory {mine[0]:.0f} and {mine[1]:.0f} MB"
    )


def _child(home: str, path: Path | None) -> tuple[float, float]:
    """Return the seconds until the first frame in a process of its own, and its memory in MB."""
    told = subprocess.run(
        [sys.executable, __file__, "--show", str(path or "")],
        env={**os.environ, "QUOTELINE_HOME": home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    return float(told[-2]), float(told[-1])


def show(path: str) -> None:
    """Open a chronicle in the window, and print what it took until the timeline was painted."""

    class Painted(QObject):
        """Ends the program a turn after the timeline was painted with events on it."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """Look for the first frame."""
            is_view = isinstance(watched.parent(), TimelineView)
            if event.type() == QEvent.Type.Paint and is_view and window.session.chronicle.events:
                qt.removeEventFilter(self)
                QTimer.singleShot(0, tell)
            return False

    qt = application()
    settings = QSettings(
        str(Path(os.environ["QUOTELINE_HOME"]) / "bench.ini"), QSettings.Format.IniFormat
    )
    window, desk = assemble(open_codebook(None), settings, theme("light"))
    window.resize(1600, 900)
    window.painted.connect(lambda: desk.open(Path(path) if path else None, None, None))

    def tell() -> None:
        print(process_time(), _own_memory(), flush=True)
        desk.stop()
        os._exit(0)

    watch = Painted()
    qt.installEventFilter(watch)
    window.show()
    qt.exec()


def _own_memory() -> float:
    """Return the memory in MB that the process shares with no file, 0 where that is not told."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("RssAnon")]
    return int(found[0]) / 1024 if found else 0.0


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="*", type=int, default=[100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--show", default=None)
    arguments = parser.parse_args()
    if arguments.show is not None:
        show(arguments.show)
        return
    for events in arguments.events:
        with tempfile.TemporaryDirectory() as folder:
            path = a_file(Path(folder), events)
            opening(path, arguments.runs)
            first_frames(path, arguments.runs)


if __name__ == "__main__":
    main()
