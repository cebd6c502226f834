"""A whole window for tests, used as a person uses it: with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from explorer.app import assemble
from explorer.commands.codebooks import open_codebook
from explorer.desk import Desk
from explorer.store.rolled import kept, opening
from explorer.theme import theme
from explorer.window import MainWindow


def open_rolled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open every chronicle as one of very many events, and keep what was worked out of it."""
    monkeypatch.setattr(opening, "LEAST_EVENTS", 1)
    monkeypatch.setattr(opening, "_LEAST_BYTES", 0)
    monkeypatch.setattr(kept, "_SETTLED", -1.0)


class Person:
    """Somebody in front of the window, with a mouse and a keyboard."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self.qtbot = qtbot
        self.home = home
        self.window: MainWindow
        self.desk: Desk

    def launch(self, articles: Path | None = None) -> None:
        """Start the program and wait until the bundled chronicle is on screen."""
        self.start(articles)
        self.qtbot.waitUntil(lambda: bool(self.window.session.chronicle.events), timeout=15_000)
        self.qtbot.wait(80)

    def start(self, articles: Path | None = None) -> None:
        """Start the program without waiting for anything but its frame."""
        settings = QSettings(str(self.home / "quoteline.ini"), QSettings.Format.IniFormat)
        self.window, self.desk = assemble(open_codebook(None), settings, theme("light"))
        self.window.resize(1600, 1000)
        self.window.restore_window()
        self.window.painted.connect(lambda: self.desk.open(None, None, articles))
        self.window.show()
        self.qtbot.waitExposed(self.window)

    def quit(self) -> None:
        """Leave with Ctrl+Q."""
        QTest.keyClick(self.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=5_000)
        self.forget()

    def forget(self) -> None:
        """Let the closed window go, and all that belongs to it."""
        self.window.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Let Qt do what is due."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.qtbot.wait(200)

    def search(self, text: str) -> None:
        """Go to the search box with Ctrl+F and type."""
        self.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        box = QApplication.focusWidget()
        assert isinstance(box, QLineEdit)
        box.selectAll()
        self.type(text)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click with the left button, in the middle unless told where."""
        QTest.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            widget.rect().center() if place is None else place,
        )
        self.settle()

    def click_on_timeline(self, event: str) -> None:
        """Click the mark of an event that is drawn apart."""
        rect = self.window.timeline.place_of(event)
        assert rect is not None, f"{event} is not drawn"
        self.click(self.window.timeline.viewport(), rect.center().toPoint())

    def rows(self) -> list[str]:
        """Read the titles in the events list."""
        table = self.window.events.findChild(QTableView)
        assert table is not None
        model = table.model()
        return [model.index(row, 2).data() for row in range(model.rowCount())]

    def texts(self, panel: QWidget) -> str:
        """Read all that a panel shows."""
        seen = []
        for one in panel.findChildren(QWidget):
            if not one.isVisibleTo(panel):
                continue
            for read in (lambda w: w.words, lambda w: w.text(), lambda w: w.toPlainText()):
                said = _read(read, one)
                if said is not None:
                    seen.append(said)
                    break
        return "\n".join(seen).replace("\u200b", "")


def _read(read: Callable[[Any], object], widget: QWidget) -> str | None:
    """Return what a widget says, or None where it does not say it that way."""
    try:
        said = read(widget)
    except (AttributeError, TypeError):
        return None
    return said if isinstance(said, str) else None
