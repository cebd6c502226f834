"""Snapshot: a picture of the whole window, drawn without a display."""

from __future__ import annotations

import argparse
import difflib
import tempfile
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.errors import QuotelineError
from explorer.opening import open_study
from explorer.session.session import Session
from explorer.theme import theme
from explorer.window import MainWindow

_SETTLING = 400
"""Milliseconds given to the window to lay itself out and to build its scene."""


def snapshot(qt: QApplication, codebook: Codebook, arguments: argparse.Namespace) -> int:
    """Write a picture of the window on a chronicle; nothing of the reader's is written.

    Raises QuotelineError when the chronicle cannot be opened, it has no event of the id asked for,
    or the picture cannot be written.
    """
    width, height = arguments.size
    study = open_study(arguments.chronicle, arguments.workspace, arguments.articles, write=False)
    selected = _known(study.chronicle, arguments.select)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "none.ini"), QSettings.Format.IniFormat)
        session = Session(codebook)
        window = MainWindow(session, settings, theme("dark" if arguments.dark else "light"))
        window.resize(width, height)
        window.show()
        window.furnish_once()
        session.open(study.chronicle, study.workspace, study.library)
        if selected:
            session.reveal(selected)
        _settle(qt)
        saved = window.grab().save(str(arguments.out))
        window.close()
        window.deleteLater()
        _settle(qt, 0)
    if not saved:
        raise QuotelineError(
            f"{arguments.out}: the picture cannot be written. Choose a folder that exists and may "
            "be written to, and a name that ends in .png, .jpg or .bmp."
        )
    return 0


def _known(chronicle: Chronicle, event: str | None) -> str:
    if not event or event in chronicle.event:
        return event or ""
    near = difflib.get_close_matches(event, chronicle.event, n=3, cutoff=0.4)
    hint = f" Near it: {', '.join(near)}." if near else ""
    raise QuotelineError(f"--select: the chronicle has no event '{event}'.{hint}")


def _settle(qt: QApplication, milliseconds: int = _SETTLING) -> None:
    clock = QElapsedTimer()
    clock.start()
    while True:
        qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if clock.elapsed() >= milliseconds:
            return
