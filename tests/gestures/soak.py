"""Random gestures on a whole window: what a person may do, without end, the same for a seed.

    QT_QPA_PLATFORM=offscreen python tests/gestures/soak.py [--minutes 30] [--seed 1] [--steps N]

Mouse, wheel and keys come as real Qt events to the timeline, the overview, the search box and the
list of events, over a chronicle opened from a file. Whatever Qt warns of, any exception, and counts
that do not add up end the run with status 1; so does memory that is more than a twentieth larger in
the last tenth of the run than in the tenth after the first third, in which caches fill.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QWidget

from explorer.app import application, assemble
from explorer.commands.codebooks import open_codebook
from explorer.model.workspace import Workspace
from explorer.sources.library import make_library
from explorer.store.chronicle_tables import tables_of
from explorer.store.chronicles import open_chronicle
from explorer.store.storage import bytes_of
from explorer.theme import theme
from tests import generate

Key, Held, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton

_KEYS = (
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Plus, Key.Key_Minus),
    *(Key.Key_Home, Key.Key_End, Key.Key_F, Key.Key_Return, Key.Key_Escape, Key.Key_Space),
    *(Key.Key_PageUp, Key.Key_PageDown, Key.Key_B, Key.Key_0, Key.Key_Menu),
)
_HELD = (Held.NoModifier, Held.ControlModifier, Held.ShiftModifier)
_WORDS = ("yerevan", "truce", "no. 77", "border clash", "actor 3", "zzz", "minsk talks")
_SAMPLE = 200
"""Steps between two looks at memory and counts."""

_GROWTH = 1.05
_NOISE = "This plugin does not support"
"""What the offscreen platform says of what it cannot do."""


@dataclass
class Found:
    """What a run saw: steps done, complaints, and the memory at every look, in MB."""

    steps: int = 0
    complaints: list[str] = field(default_factory=list)
    memory: list[tuple[int, float]] = field(default_factory=list)

    @property
    def settled(self) -> float:
        """The median MB in the tenth after the first third."""
        count = len(self.memory)
        return median(mb for _, mb in self.memory[count // 3 : count // 3 + max(count // 10, 1)])

    @property
    def last(self) -> float:
        """The median MB in the last tenth."""
        return median(mb for _, mb in self.memory[-max(len(self.memory) // 10, 1) :])

    @property
    def growth(self) -> float:
        """How many times as much memory there is in the end as once caches had filled."""
        return self.last / self.settled


class Soak:
    """A window on made-up events, and somebody restless in front of it."""

    def __init__(self, events: int, seed: int, folder: Path) -> None:
        application()
        self.found = Found()
        self._chance = Random(seed)  # noqa: S311 - for play, not for secrets
        settings = QSettings(str(folder / "soak.ini"), QSettings.Format.IniFormat)
        self.window, self.desk = assemble(open_codebook(None), settings, theme("light"))
        self.window.resize(1600, 900)
        self.window.show()
        self.window.furnish_once()
        path = folder / "soak.chronicle.json"
        path.write_bytes(bytes_of(tables_of(generate.chronicle(events)), path))
        chronicle = open_chronicle(path, folder / "cache")
        session = self.window.session
        session.open(chronicle, Workspace(chronicle.id), make_library(chronicle))
        self._watch = QTimer(interval=15)
        self._watch.timeout.connect(self._leave_dialogs)
        self._watch.start()
        self._opened: QWidget | None = None
        self._gestures: list[tuple[Callable[[], None], int]] = [
            (self._turn, 30),
            (self._swipe, 10),
            (self._move, 15),
            (self._drag, 12),
            (self._click, 12),
            (self._double_click, 2),
            (self._key, 25),
            (self._overview, 5),
            (self._pick_row, 3),
            (self._search, 1),
            (self._undo, 2),
            (self._resize, 1),
            (self._change_theme, 1),
            (self._group, 1),
        ]
        self.settle()

    def step(self) -> None:
        """Make one gesture and let everything follow that it leads to."""
        gestures, weights = zip(*self._gestures, strict=True)
        try:
            self._chance.choices(gestures, weights)[0]()
            self.settle()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the run is for
            self.found.complaints.append(f"step {self.found.steps}: {error!r}")
        self.found.steps += 1
        if self.found.steps % _SAMPLE == 0:
            self.look()

    def look(self) -> None:
        """Note the memory, and check that every event in view is counted."""
        self.found.memory.append((self.found.steps, resident_mb()))
        counts = self.window.timeline.counts()
        columns, viewport = self.window.timeline.frame.columns, self.window.session.viewport
        there = columns.count(viewport.start, viewport.end)
        if counts.in_view != there:
            self.found.complaints.append(
                f"step {self.found.steps}: {counts.in_view} of {there} events in view are counted"
            )

    def settle(self) -> None:
        """Let Qt do what is due."""
        for _ in range(2):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def leave(self) -> None:
        """Close the window and let go of it."""
        self._watch.stop()
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def _leave_dialogs(self) -> None:
        """Close what opened and stands since the last look, so that no step waits for an answer."""
        shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if shown is not None and shown is self._opened:
            if isinstance(shown, QDialog):
                shown.reject()
            else:
                shown.close()
        self._opened = shown

    @property
    def _face(self) -> QWidget:
        return self.window.timeline.viewport()

    def _place(self, widget: QWidget) -> QPoint:
        chance = self._chance
        return QPoint(chance.randrange(widget.width()), chance.randrange(widget.height()))

    def _wheel(self, pixels: QPoint, angle: QPoint, held: Qt.KeyboardModifier) -> None:
        at = QPointF(self._place(self._face))
        turned = QWheelEvent(
            at, self._face.mapToGlobal(at), pixels, angle, Button.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self._face, turned)

    def _turn(self) -> None:
        notches = self._chance.choice((-3, -1, -1, 1, 1, 3))
        self._wheel(QPoint(), QPoint(0, 120 * notches), self._chance.choice(_HELD))

    def _swipe(self) -> None:
        across, down = (self._chance.randrange(-60, 61) for _ in range(2))
        held = self._chance.choice(_HELD)
        self._wheel(QPoint(across, down), QPoint(across * 8, down * 8), held)

    def _move(self) -> None:
        QTest.mouseMove(self._face, self._place(self._face))

    def _drag(self) -> None:
        face, held = self._face, self._chance.choice(_HELD)
        start, end = self._place(face), self._place(face)
        QTest.mousePress(face, Button.LeftButton, held, start)
        for part in (0.3, 0.6, 1.0):
            QTest.mouseMove(face, start + (end - start) * part)
            QApplication.processEvents()
        QTest.mouseRelease(face, Button.LeftButton, held, end)

    def _click(self) -> None:
        held = self._chance.choice((Held.NoModifier, Held.NoModifier, Held.ControlModifier))
        QTest.mouseClick(self._face, Button.LeftButton, held, self._place(self._face))

    def _double_click(self) -> None:
        place = self._place(self._face)
        QTest.mouseDClick(self._face, Button.LeftButton, Held.NoModifier, place)

    def _key(self) -> None:
        self.window.timeline.setFocus()
        for _ in range(self._chance.choice((1, 1, 4))):
            QTest.keyClick(self.window.timeline, self._chance.choice(_KEYS))

    def _overview(self) -> None:
        strip = self.window.overview
        start, end = self._place(strip), self._place(strip)
        QTest.mousePress(strip, Button.LeftButton, Held.NoModifier, start)
        QTest.mouseMove(strip, end)
        QTest.mouseRelease(strip, Button.LeftButton, Held.NoModifier, end)

    def _pick_row(self) -> None:
        table = self.window.events.findChild(QAbstractItemView)
        if table is not None and table.isVisible():
            place = self._place(table.viewport())
            QTest.mouseClick(table.viewport(), Button.LeftButton, Held.NoModifier, place)

    def _search(self) -> None:
        box = self.window.events.findChild(QLineEdit)
        if box is not None and box.isVisible():
            box.setFocus()
            box.selectAll()
            if self._chance.random() < 0.4:
                QTest.keyClicks(box, self._chance.choice(_WORDS))
            else:
                QTest.keyClick(box, Key.Key_Delete)
            QTest.qWait(250)

    def _undo(self) -> None:
        key = self._chance.choice((Key.Key_Z, Key.Key_Y))
        QTest.keyClick(self.window, key, Held.ControlModifier)

    def _resize(self) -> None:
        wide, high = self._chance.randrange(900, 1_800), self._chance.randrange(600, 1_100)
        self.window.resize(wide, high)

    def _group(self) -> None:
        """Choose tracks from the menu; half of the time, none."""
        choices = [one for one in self.window.track_choices.actions() if one.isCheckable()]
        chosen = choices[0] if self._chance.random() < 0.5 else self._chance.choice(choices)
        chosen.trigger()

    def _change_theme(self) -> None:
        QTest.keyClick(self.window, Key.Key_D, Held.ControlModifier)


def soak(
    events: int, seed: int, folder: Path, go_on: Callable[[Found], bool], tell: bool = False
) -> Found:
    """Make gestures as long as `go_on` says so, and return what was seen."""
    soaked = Soak(events, seed, folder)
    found = soaked.found

    def on_message(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith(_NOISE):
            found.complaints.append(f"step {found.steps}: Qt: {message}")

    def on_bug(_kind: object, error: BaseException, _trace: object) -> None:
        found.complaints.append(f"step {found.steps}: {error!r}")

    before, hook = qInstallMessageHandler(on_message), sys.excepthook
    sys.excepthook = on_bug
    try:
        while go_on(found):
            soaked.step()
            if tell and found.steps % (10 * _SAMPLE) == 0:
                print(f"{found.steps:>9,} steps  {found.memory[-1][1]:8.1f} MB", flush=True)
        soaked.leave()
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(before)
    return found


def resident_mb() -> float:
    """Return the MB of memory that this process has in hand (Linux); 0 elsewhere."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Run as long as the command line says; return 1 when something was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--steps", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", type=int, default=100_000)
    asked = parser.parse_args()
    faulthandler.enable()  # a crash within Qt tells where it came from
    end = monotonic() + asked.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUOTELINE_HOME"] = folder
        found = soak(
            asked.events,
            asked.seed,
            Path(folder),
            lambda so_far: monotonic() < end and so_far.steps < asked.steps,
            tell=True,
        )
    for complaint in found.complaints[:40]:
        print(complaint)
    print(
        f"{found.steps:,} steps, seed {asked.seed}, {asked.events:,} events: "
        f"{len(found.complaints)} complaints; {found.settled:.1f} MB once caches had filled, "
        f"{found.last:.1f} MB in the end ({found.growth - 1:+.1%})"
    )
    return 1 if found.complaints or found.growth > _GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
