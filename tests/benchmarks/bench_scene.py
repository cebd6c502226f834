"""What a frame of the timeline costs: layout, pan and zoom, against an empty pyqtgraph plot.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_scene.py [EVENTS ...]

Everything runs in one process on the raster painter at 1600 by 900 px, labels on. The floor is the
repaint of an empty plot of pyqtgraph after a pan by one px.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QWidget

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.model.date import parse_date
from explorer.model.records import Dating, Event
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.folders import resource
from explorer.theme import theme
from explorer.timeline.view import TimelineView

_STEPS = 60
_TITLE = "Delegates of {a} and {b} meet for talks on point {n}"
_PLACES = ("Yerevan", "Moscow", "Minsk", "Astana", "Baku", "Dushanbe", "Brussels")


def made_up(count: int) -> tuple[Event, ...]:
    """Return events over thirty years: bursts, months, spans and approximate dates among them."""
    chance = random.Random(count)  # noqa: S311 - a seeded picture, not a secret
    years = [*range(1991, 2025), 2016, 2016, 2020, 2020, 2021, 2021, 2022]
    return tuple(_event(chance, years, number) for number in range(count))


def _event(chance: random.Random, years: list[int], number: int) -> Event:
    year, month, day = chance.choice(years), chance.randint(1, 12), chance.randint(1, 28)
    date = f"{year}-{month:02d}-{day:02d}"
    kind = chance.random()
    if kind > 0.9:
        date = f"{year}-{month:02d}"
    elif kind > 0.88:
        date += "~"
    elif kind > 0.87:
        date = f"{date}/{year}-12-31"
    title = _TITLE.format(a=chance.choice(_PLACES), b=chance.choice(_PLACES), n=number)
    dating = Dating(parse_date(date), "stated")
    kinds = ("CONSULT", "REQUEST", "ASSAULT", "COOPERATE", "INSTITUTION")
    weight = chance.choice((1, 2, 2, 3))
    return Event(f"e{number}", title, "", dating, chance.choice(kinds), importance=weight)


def timed(step: Callable[[int], None], widget: QWidget) -> list[float]:
    """Return the milliseconds of each of some steps with the painting that follows it."""
    taken = []
    for number in range(_STEPS):
        start = perf_counter()
        step(number)
        widget.repaint()
        taken.append((perf_counter() - start) * 1000)
    return taken


def floor() -> list[float]:
    """Return the milliseconds of repainting an empty plot, panned one px at a time."""
    plot = pg.PlotWidget()
    plot.resize(1600, 900)
    plot.show()
    plot.setXRange(0, 1600, padding=0)
    QApplication.processEvents()

    def pan(number: int) -> None:
        plot.setXRange(number, 1600 + number, padding=0)

    taken = timed(pan, plot.viewport())
    plot.hide()
    return taken


def report(name: str, taken: list[float], ground: float) -> None:
    """Print the median and the 95th percentile, in milliseconds and as times the floor."""
    slow = quantiles(taken, n=20)[-1]
    print(f"  {name:<28}{median(taken):8.2f} ms{slow:9.2f} ms p95{median(taken) / ground:8.2f} x")


def once(name: str, work: Callable[[], object]) -> None:
    """Print the milliseconds of something done once."""
    start = perf_counter()
    work()
    print(f"  {name:<28}{(perf_counter() - start) * 1000:8.2f} ms once")


def bench(count: int, ground: float) -> None:
    """Print what a timeline of so many events costs."""
    print(f"{count:,} events")
    path = resource("codebook.toml")
    session = Session(read_codebook(path.read_text(encoding="utf-8"), path.name))
    chronicle = Chronicle("bench", "Bench", events=made_up(count))
    session.open(chronicle, Workspace("bench"), make_library(chronicle))
    view = TimelineView(session, theme("light"))
    view.resize(1600, 900)
    once("columns, lanes and scene", view.counts)
    view.show()
    QApplication.processEvents()
    area = view.viewport()
    counts = view.counts()
    print(f"  drawn apart {counts.apart}, in clusters {counts.clustered}")

    def pan(number: int) -> None:
        px = session.viewport.length / 1600
        session.show(session.viewport.moved((8 if number < _STEPS / 2 else -8) * px))

    def zoom(number: int) -> None:
        session.zoom(0.2 if number < _STEPS / 2 else -0.2)

    def hover(number: int) -> None:
        session.hover(chronicle.events[number].id)

    report("pan, all in view", timed(pan, area), ground)
    report("zoom in and out", timed(zoom, area), ground)
    session.zoom(6)
    report("pan, a 17th in view", timed(pan, area), ground)
    report("hover", timed(hover, area), ground)
    view.hide()


def main() -> None:
    """Print the table for the numbers of events on the command line."""
    QApplication([])
    taken = floor()
    print("empty pyqtgraph plot")
    report("pan", taken, median(taken))
    for count in [int(word) for word in sys.argv[1:]] or [60, 10_000, 100_000]:
        bench(count, median(taken))


if __name__ == "__main__":
    main()
