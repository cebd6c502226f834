"""Makes the pictures of README.md, without the articles, so that no publisher's words are in them.

    QT_QPA_PLATFORM=offscreen python tests/pictures/readme_pictures.py docs/pictures [NAME ...]

Afterwards they may be made smaller: `mogrify -colors 256 -define png:compression-level=9 *.png`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QElapsedTimer, QEvent, QSettings
from PySide6.QtWidgets import QWidget

from explorer.app import application
from explorer.commands.codebooks import open_codebook
from explorer.model.calendar import day_number
from explorer.model.selection import ActorSelected, NoSelection
from explorer.model.span import DAY, TimeSpan
from explorer.model.tracks import Tracks
from explorer.model.workspace import Workspace
from explorer.opening import open_study
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.theme import theme
from explorer.timeline.view import TimelineView
from explorer.window import MainWindow
from tests import generate

_APPEAL = "armenia-appeals-2016-04"
_SIZE = (1596, 972)


class Studio:
    """A window on the bundled chronicle, and a way to take a picture of it."""

    def __init__(self, folder: Path, *, dark: bool = False) -> None:
        """Open it, settled."""
        study = open_study(None, None, None, write=False)
        settings = QSettings(str(folder / "none.ini"), QSettings.Format.IniFormat)
        self.session = Session(open_codebook(None))
        self.window = MainWindow(self.session, settings, theme("dark" if dark else "light"))
        self.window.resize(*_SIZE)
        self.window.show()
        self.window.furnish_once()
        self.session.open(study.chronicle, study.workspace, study.library)
        settle()

    def take(self, path: Path, widget: QWidget | None = None) -> None:
        """Save a picture of the window, or of a part of it."""
        settle()
        (widget or self.window).grab().save(str(path))

    def show_days(self, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
        """Show a span of days."""
        self.session.show(TimeSpan(day_number(*first) * DAY, day_number(*last) * DAY))


def settle(milliseconds: int = 500) -> None:
    """Let the window lay itself out."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        _QT.processEvents()
        _QT.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def light(out: Path, folder: Path) -> None:
    """An event of April 2016 with what attests it."""
    studio = Studio(folder)
    studio.session.reveal(_APPEAL)
    studio.take(out / "light.png")


def dark(out: Path, folder: Path) -> None:
    """The same in the dark, its tracks by actor."""
    studio = Studio(folder, dark=True)
    studio.session.set_tracks(Tracks("actor"))
    studio.session.reveal(_APPEAL)
    studio.take(out / "dark.png")


def actor(out: Path, folder: Path) -> None:
    """An actor's page."""
    studio = Studio(folder)
    studio.session.select(ActorSelected("armenia", _APPEAL))
    studio.take(out / "actor.png", studio.window.docks["actors"])


def relations(out: Path, folder: Path) -> None:
    """The network of actors beside the bands of memberships."""
    studio = Studio(folder)
    studio.window.standings.choose("csto")
    studio.window.do_relations()
    settle()
    studio.window.docks["relations"].widget().tabs.setCurrentIndex(1)
    studio.take(out / "relations.png")


def april(out: Path, folder: Path) -> None:
    """April 2016 at three zooms: within its years, its month, its week."""
    studio = Studio(folder)
    studio.window.resize(_SIZE[0], 620)
    studio.session.select(NoSelection())
    for name, first, last in (
        ("years", (2013, 1, 1), (2019, 1, 1)),
        ("month", (2016, 3, 20), (2016, 5, 5)),
        ("week", (2016, 3, 31), (2016, 4, 9)),
    ):
        studio.show_days(first, last)
        studio.take(out / f"april-2016-{name}.png", studio.window.timeline)


def million(out: Path, _folder: Path) -> None:
    """A million made-up events."""
    columns = generate.columns(1_000_000, tracks=12)
    session = Session(open_codebook(None))
    few = generate.chronicle(12)
    session.open(few, Workspace(few.id), make_library(few))
    view = TimelineView(session, theme("light"))
    view.resize(1060, 620)
    view.use_columns(columns)
    session.show(TimeSpan(columns.first, columns.last).padded(0.04))
    view.show()
    settle()
    view.grab().save(str(out / "million.png"))


_ALL: dict[str, Callable[[Path, Path], None]] = {
    "light": light,
    "dark": dark,
    "actor": actor,
    "relations": relations,
    "april": april,
    "million": million,
}

_QT = application()

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["QUOTELINE_HOME"] = home
        for name in sys.argv[2:] or _ALL:
            _ALL[name](Path(sys.argv[1]), Path(home))
    os._exit(0)  # pictures are on the disk; nothing else is worth tidying up
