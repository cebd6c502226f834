"""What a frame of the timeline costs at any number of events, against an empty pyqtgraph plot.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_timeline.py [EVENTS ...]
        [--records] [--by-actor | --by-type | --by-article | --by-tag]

Everything runs in one process on the raster painter at 1600 by 900 px, labels on. A frame is a step
of the session (a pan by 8 px, a zoom by a seventh of a power of two about the centre) with all that
follows from it: new scenes where they are needed, the repaint of the whole widget through Qt, and
the events that it left. The floors, a blit of a picture of that size and the same pan in an empty
plot of pyqtgraph, take a step before each step of the timeline. Times are a clock's, and those for
which the processor was busy with them, which say more on a machine that others use as well.
With `--records` the events are records of a chronicle's file, not columns alone; with `--by-...`
they stand in tracks with headers, an event of several actors in each of theirs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from explorer.layout.columns import Columns
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.model.span import DAY, TimeSpan
from explorer.model.tracks import GROUPINGS, Grouping, Tracks
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.chronicle_tables import tables_of
from explorer.store.chronicles import open_chronicle
from explorer.store.folders import resource
from explorer.store.storage import bytes_of
from explorer.theme import theme
from explorer.timeline.view import TimelineView
from tests import generate

_STEPS = 60
_TRACKS = 50


class Blit(QWidget):
    """A widget that shows a picture."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap(1600, 900)
        self._picture.fill(Qt.GlobalColor.white)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


@dataclass(frozen=True)
class Taken:
    """Milliseconds of some frames: as a clock has it, and as the processor was busy with them."""

    clock: list[float]
    busy: list[float]


class Timer:
    """Times the frames of widgets in turn, a step of each after the other.

    On a machine that others use as well, only what was measured side by side can be compared.
    """

    def __init__(self) -> None:
        self.blit, self.plot = Blit(), pg.PlotWidget()
        for widget in (self.blit, self.plot):
            widget.resize(1600, 900)
            widget.show()
        QApplication.processEvents()

    def _pan_plot(self, number: int) -> None:
        self.plot.setXRange(8 * number, 1600 + 8 * number, padding=0)

    def frames(self, step: Callable[[int], None], widget: QWidget) -> tuple[Taken, Taken, Taken]:
        """Return what some steps took: of the blit, of the empty plot, and of the widget."""
        works = (
            (lambda _: None, self.blit),
            (self._pan_plot, self.plot.viewport()),
            (step, widget),
        )
        taken = Taken([], []), Taken([], []), Taken([], [])
        for number in range(_STEPS):
            for (work, shown), times in zip(works, taken, strict=True):
                clock, busy = perf_counter(), thread_time()
                work(number)
                shown.repaint()
                QApplication.processEvents()
                times.clock.append((perf_counter() - clock) * 1000)
                times.busy.append((thread_time() - busy) * 1000)
        return taken


def once(name: str, work: Callable[[], object]) -> None:
    """Print the milliseconds of something done once."""
    start = perf_counter()
    work()
    print(f"  {name:<34}{(perf_counter() - start) * 1000:9.2f} ms once", flush=True)


class Bench:
    """A timeline of some events on screen."""

    def __init__(self, count: int, records: bool) -> None:
        self.timer = Timer()
        path = resource("codebook.toml")
        self.session = Session(read_codebook(path.read_text(encoding="utf-8"), path.name))
        chronicle = self._chronicle(count if records else 12)
        self.columns: Columns | None = None if records else generate.columns(count, tracks=_TRACKS)
        self._open(chronicle)
        self.view = TimelineView(self.session, theme("light"))
        self.view.resize(1600, 900)
        if self.columns is not None:
            self.view.use_columns(self.columns)
        self.session.show(self.whole())
        self.ratios: list[float] = []
        self.busy: list[float] = []

    @staticmethod
    def _chronicle(count: int) -> Chronicle:
        """Return a chronicle as it is opened from its file."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "made.chronicle.json"
            path.write_bytes(bytes_of(tables_of(generate.chronicle(count)), path))
            return open_chronicle(path, Path(folder) / "cache")

    def group(self, by: Grouping) -> None:
        """Put the events into tracks with headers."""
        self.session.set_tracks(Tracks(by=by))

    def _open(self, chronicle: Chronicle) -> None:
        self.session.open(chronicle, Workspace(chronicle.id), make_library(chronicle))

    def whole(self) -> TimeSpan:
        """Return a viewport on all events."""
        if self.columns is None:
            return self.session.viewport
        return TimeSpan(self.columns.first, self.columns.last).padded(0.04)

    def measure(self, name: str, step: Callable[[int], None]) -> None:
        """Time some steps and print medians and 95th percentiles."""
        blit, plot, own = self.timer.frames(step, self.view.viewport())
        ground, busy = median(plot.clock), median(plot.busy)
        middle, slow = median(own.clock), quantiles(own.clock, n=20)[-1]
        self.ratios.append(middle / ground)
        self.busy.append(median(own.busy))
        print(
            f"| {name:<24} | {median(blit.clock):5.1f} | {ground:5.1f} | {middle:5.1f}"
            f" | {slow:5.1f} | {middle / ground:5.2f} | {busy:5.1f} | {median(own.busy):5.1f}"
            f" | {quantiles(own.busy, n=20)[-1]:5.1f} | {median(own.busy) / busy:5.2f} |",
            flush=True,
        )

    def pan(self, number: int) -> None:
        """Move 8 px there, and back again."""
        px = self.session.viewport.length / 1600
        self.session.show(self.session.viewport.moved((8 if number < _STEPS / 2 else -8) * px))

    def fling(self, number: int) -> None:
        """Move a notch of the wheel."""
        px = self.session.viewport.length / 1600
        self.session.show(self.session.viewport.moved((90 if number < _STEPS / 2 else -90) * px))

    def zoom(self, number: int) -> None:
        """Zoom in for half of the steps, then out."""
        way = 0.9 if number < _STEPS / 2 else 1 / 0.9
        self.session.show(self.session.viewport.zoomed(way, self.session.viewport.centre))

    def scroll(self, number: int) -> None:
        """Move two lanes down, or up."""
        self.view.scroll(52 if number < _STEPS / 2 else -52)

    def hover(self, number: int) -> None:
        """Point at one event after the other."""
        pieces = self.view.frame.scene.pieces[:_STEPS]
        ids = [piece.event for piece in pieces if hasattr(piece, "event")]
        self.session.hover(ids[number % len(ids)] if ids else "")


_HEAD = """
| ms a frame               |  blit |  plot | frame |   p95 | times |  plot | frame |   p95 | times |
|                          |       |       |       |       |       |  busy |  busy |  busy |  busy |
|--------------------------|-------|-------|-------|-------|-------|-------|-------|-------|-------|
"""


def bench(count: int, records: bool, group: Grouping) -> tuple[float, float]:
    """Print what a timeline of so many events costs; return means of the ratios and of the ms."""
    print(f"{count:,} events{' (records)' if records else ''}")
    made = Bench(count, records)
    view, session = made.view, made.session
    if group != "none":
        made.group(group)
        print(f"in tracks by {group}, with headers")
    once("lanes, pyramid, scene", view.counts)
    view.show()
    once("first frame", QApplication.processEvents)
    counts = view.counts()
    print(
        f"  lanes {view.frame.lanes.count}, fanned out {len(view.frame.lanes.fanned):,}; {counts}"
    )
    print(_HEAD, end="")
    made.measure("pan, all", made.pan)
    made.measure("zoom 30 times and back", made.zoom)
    middle = session.viewport.centre + session.viewport.length * 0.13
    for name, days in (("2 years", 730), ("2 months", 60), ("3 days", 3)):
        session.show(TimeSpan(middle, middle + days * DAY))
        QApplication.processEvents()
        made.measure(f"pan, {name}", made.pan)
        made.measure(f"pan by a notch, {name}", made.fling)
        made.measure(f"zoom, {name}", made.zoom)
    session.show(TimeSpan(middle, middle + 730 * DAY))
    QApplication.processEvents()
    made.measure("scroll lanes, 2 years", made.scroll)
    scene = view.frame.scene
    made.measure("hover, 2 years", made.hover)
    print(f"hovering made {'no' if view.frame.scene is scene else 'a'} new scene")
    view.hide()
    view.deleteLater()
    return sum(made.ratios) / len(made.ratios), sum(made.busy) / len(made.busy)


def main() -> None:
    """Print the table for the numbers of events on the command line."""
    QApplication([])
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    sizes = [int(float(word)) for word in words] or [100, 10_000, 1_000_000, 10_000_000]
    group = next(one for one in reversed(GROUPINGS) if f"--by-{one}" in [*sys.argv, "--by-none"])
    records = "--records" in sys.argv or group != "none"
    means = {size: bench(size, records, group) for size in sizes}
    print("\nmean of all medians: times the empty plot beside it, and ms busy")
    for size, (ratio, busy) in means.items():
        print(f"  {size:>12,}{ratio:7.2f} x{busy:8.2f} ms")


if __name__ == "__main__":
    main()
