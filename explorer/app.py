"""The graphical program: the one place that joins the layers, from command line to window."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from explorer import __version__
from explorer.commands.codebooks import open_codebook
from explorer.model.codebook import Codebook
from explorer.model.errors import QuotelineError
from explorer.preflight import obstacle
from explorer.store.folders import Folders, resource

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType
    from PySide6.QtWidgets import QApplication

    from explorer.desk import Desk
    from explorer.theme import Theme
    from explorer.window import MainWindow

_LOG = logging.getLogger("quoteline")
_FAULT = 2


def main(arguments: argparse.Namespace) -> int:
    """Run the window, or draw what `snapshot` and `picture` ask for; return the exit status.

    The status is 2 when the environment does not let a window open.
    """
    draws = getattr(arguments, "command", "") in ("snapshot", "picture")
    if draws:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if fault := obstacle():
        sys.stderr.write(f"quoteline: {fault}\n")
        return _FAULT
    try:
        codebook = open_codebook(arguments.codebook)
        folders = Folders.of_reader()
        if draws:
            return _draw(codebook, arguments)
        return _run(codebook, folders, arguments)
    except QuotelineError as error:
        sys.stderr.write(f"quoteline: {error}\n")
        return _FAULT


def _draw(codebook: Codebook, arguments: argparse.Namespace) -> int:
    """Write the picture that a command asks for, of the window or of the whole timeline."""
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415

    _LOG.addHandler(logging.NullHandler())
    qInstallMessageHandler(_log_qt)
    qt = application()
    if arguments.command == "picture":
        from explorer.pictures.command import draw  # noqa: PLC0415

        return draw(codebook, arguments)
    from explorer.snapshot import snapshot  # noqa: PLC0415

    return snapshot(qt, codebook, arguments)


def application() -> QApplication:
    """Return the one QApplication, made on first call."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # noqa: PLC0415
    from PySide6.QtGui import QIcon  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    made = QApplication(["quoteline"])
    made.setApplicationName("quoteline")
    made.setApplicationDisplayName("Quoteline")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("quoteline")
    made.setWindowIcon(QIcon(str(resource("quoteline.svg"))))
    made.setStyle("fusion")
    own = str(resource("i18n"))
    for locale, name, place in (
        (QLocale(), "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (QLocale("en"), "quoteline", own),  # English plurals; other languages go over it
        (QLocale(), "quoteline", own),
    ):
        words = QTranslator(made)
        if words.load(locale, name, "_", place):
            made.installTranslator(words)
    return made


def assemble(codebook: Codebook, settings: QSettings, colours: Theme) -> tuple[MainWindow, Desk]:
    """Make a window and the desk that opens, attaches and saves for it, and join them."""
    from explorer.desk import Desk  # noqa: PLC0415
    from explorer.minding import Minding  # noqa: PLC0415
    from explorer.session.session import Session  # noqa: PLC0415
    from explorer.window import MainWindow  # noqa: PLC0415

    session = Session(codebook)
    window = MainWindow(session, settings, colours)
    desk = Desk(session, parent=window)
    window.open_asked.connect(desk.open)
    window.attach_asked.connect(desk.attach)
    window.share_asked.connect(desk.share)
    window.redaction_accepted.connect(partial(desk.share, redact=True))
    window.report_asked.connect(desk.report)
    window.report_file_asked.connect(desk.save_report)
    window.closing.connect(desk.stop)
    desk.furnish_asked.connect(window.furnish_once)
    desk.replacing.connect(window.save_typing)
    desk.attached.connect(window.show_attached)
    desk.failed.connect(window.show_failed)
    desk.given_up.connect(window.show_given_up)
    desk.reported.connect(window.show_report)
    desk.wording_left.connect(window.offer_redaction)
    desk.busy.connect(window.busy.show_work)
    desk.told.connect(window.busy.show_progress)
    window.busy.cancelled.connect(desk.cancel)
    desk.broken.connect(_raise)
    Minding(window, desk)
    return window, desk


def _run(codebook: Codebook, folders: Folders, arguments: argparse.Namespace) -> int:
    """Show the frame at once, then bring panels and chronicle; return Qt's exit status."""
    qt = application()
    from PySide6.QtCore import QSettings, qInstallMessageHandler  # noqa: PLC0415

    from explorer.theme import theme  # noqa: PLC0415

    _start_log(folders.state)
    qInstallMessageHandler(_log_qt)
    settings = QSettings(str(folders.config / "quoteline.ini"), QSettings.Format.IniFormat)
    window, desk = assemble(codebook, settings, theme(_theme_name(qt, settings)))
    _catch_bugs(window, desk)
    window.restore_window()
    window.painted.connect(
        lambda: desk.open(arguments.chronicle, arguments.workspace, arguments.articles)
    )
    window.session.chronicle_changed.connect(window.welcome)
    window.show()
    status = qt.exec()
    sys.excepthook = sys.__excepthook__
    qInstallMessageHandler(None)
    return status


def _raise(error: BaseException) -> None:
    raise error


def _theme_name(qt: QApplication, settings: QSettings) -> str:
    """Return the theme the reader chose, else the one the system wears."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    chosen = settings.value("theme")
    if chosen in ("light", "dark"):
        return str(chosen)
    return "dark" if qt.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _start_log(folder: Path) -> None:
    """Write what happens to a file of the state folder; without one, nowhere."""
    _LOG.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        keeper = RotatingFileHandler(
            folder / "quoteline.log", maxBytes=500_000, backupCount=3, encoding="utf-8"
        )
    except OSError as error:
        sys.stderr.write(f"quoteline: no log is kept ({error}).\n")
        return
    keeper.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(keeper)
    _LOG.info("quoteline %s started", __version__)


def _log_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _LOG.warning("Qt: %s", message)


def _catch_bugs(window: MainWindow, desk: Desk) -> None:
    """Show any bug in the crash dialog, after what the reader made is saved."""
    told: set[str] = set()

    def on_bug(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        if isinstance(error, QuotelineError):
            # What the world did wrong is no bug, wherever it shows.
            if str(error) not in told:
                told.add(str(error))
                _LOG.error("%s", error)
                window.show_failed(error.said)
            return
        _LOG.critical("bug", exc_info=(kind, error, trace))
        _quietly(window.save_typing)
        _quietly(desk.save)
        own = desk.keeper.own if desk.keeper else None
        window.show_crash(kind, error, trace, own.unsaved.said if own and own.unsaved else "")

    sys.excepthook = on_bug


def _quietly(saving: Callable[[], None]) -> None:
    """Save what can be saved while a bug is being told; a second fault goes to the log."""
    try:
        saving()
    except Exception:  # noqa: BLE001 - the bug being told matters more than this one
        _LOG.exception("saving before the crash dialog failed")
