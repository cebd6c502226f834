"""Another language: all words go through the translation, and longer ones are not cut off."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.analysing import ANALYSIS
from explorer.model.selection import ActorSelected
from explorer.store.folders import bundled_chronicle
from tests.whole_window import Person

ROOT = Path(__file__).parents[1] / "explorer"
HELD = re.compile(r"(\{[^}]*\}|%n|%\d|&(?=\w)|<[^>]*>)")
"""What a translation keeps as it is."""

SAYS = {
    *("setText", "setToolTip", "setPlaceholderText", "setWindowTitle", "setAccessibleName"),
    *("setAccessibleDescription", "setTitle", "addMenu", "addAction", "addTab", "addItem"),
    *("showMessage", "setLabelText", "setHorizontalHeaderLabels", "setInformativeText", "emit"),
    *("QLabel", "Label", "Words", "Link", "Badge", "tool_button", "QPushButton", "QAction"),
    *("QCheckBox", "QRadioButton", "QGroupBox", "QDockWidget", "QToolBar", "addRow"),
}
"""Calls whose first argument people see."""

OWN_NAMES = {"Quoteline", "selected"}
"""Our name; and the value (not the words) of a choice."""


class Longer(QTranslator):
    """Makes every text two fifths longer, and shows where it begins and ends."""

    def translate(
        self, _context: str, text: str, _note: str | None = None, _count: int = -1
    ) -> str:
        """Return the text, longer."""
        letters = sum(len(part) for part in HELD.split(text)[::2])
        return f"[{text}{'·' * max(1, letters * 2 // 5)}]" if text else ""

    def isEmpty(self) -> bool:
        """Say that there are translations."""
        return False


@pytest.fixture
def person(qtbot: QtBot, home: Path) -> Iterator[Person]:
    """A person who reads a longer language."""
    longer = Longer()
    QCoreApplication.installTranslator(longer)
    someone = Person(qtbot, home)
    yield someone
    someone.window.close()
    someone.forget()
    QCoreApplication.removeTranslator(longer)


def cut_off(window: QWidget) -> list[str]:
    """Return what is on screen in less room than its words need."""
    found = []
    for one in window.findChildren(QWidget):
        here = QRect(one.mapTo(window, QPoint(0, 0)), one.size()) if one is not window else QRect()
        # Qt keeps the docks that lie behind another one beyond the window's edge.
        seen = one.isVisible() and one.window() is window and window.rect().intersects(here)
        if seen and one.width() > 1:
            found += [f"{type(one).__name__}: {words}" for words in _cut_words(one)]
    return found


def _cut_words(one: QWidget) -> Iterator[str]:
    letters = one.fontMetrics().horizontalAdvance
    match one:
        case QAbstractButton() if one.text() and one.sizeHint().width() > one.width() + 1:
            yield one.text()
        case QLabel() if one.text() and _is_cut(one):
            yield one.text()
        case QComboBox() if one.minimumContentsLength() == 0:
            if one.sizeHint().width() > one.width() + 1:
                yield one.currentText()
        case QLineEdit() if letters(one.placeholderText()) > one.width() - 12:
            yield one.placeholderText()
        case QTabBar():
            for tab in range(one.count()):
                if letters(one.tabText(tab).replace("&", "")) > one.tabRect(tab).width():
                    yield one.tabText(tab)
        case QHeaderView() if one.orientation() == Qt.Orientation.Horizontal:
            yield from _cut_headings(one)


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width() + 1


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    """Go through our own words in columns that do not stretch; names in headings are not ours."""
    for section in range(header.count()):
        head = header.model().headerData(section, Qt.Orientation.Horizontal)
        stretches = header.sectionResizeMode(section) == QHeaderView.ResizeMode.Stretch
        if stretches or header.isSectionHidden(section) or not str(head).startswith("["):
            continue
        if header.fontMetrics().horizontalAdvance(head) > header.sectionSize(section):
            yield head


@pytest.mark.parametrize("size", [(1600, 1000), (1024, 700)])
def test_longer_words_are_not_cut_off(person: Person, size: tuple[int, int]) -> None:
    """With an event, with an actor, and with each of the analyst's panels, in either size."""
    person.start()
    person.window.resize(*size)
    person.qtbot.waitUntil(lambda: bool(person.window.session.chronicle.events), timeout=15_000)
    person.window.session.select_event("armenia-appeals-2016-04")
    person.qtbot.wait(150)
    assert cut_off(person.window) == []
    person.window.session.select(ActorSelected("armenia"))
    for name in ANALYSIS:
        person.window.docks[name].show()
        person.window.docks[name].raise_()
        person.qtbot.wait(150)
        assert cut_off(person.window) == [], name


def test_large_letters_are_not_cut_off(qtbot: QtBot, home: Path) -> None:
    """With letters twice as large as usual, in the window that fits them, nothing is cut off."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    usual = app.font()
    large = app.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    app.setFont(large)
    someone = Person(qtbot, home)
    try:
        someone.launch()
        someone.window.resize(1900, 1100)
        someone.window.session.select_event("armenia-appeals-2016-04")
        someone.qtbot.wait(200)
        assert cut_off(someone.window) == []
        for name in ANALYSIS:
            someone.window.docks[name].show()
            someone.window.docks[name].raise_()
            someone.qtbot.wait(200)
            assert cut_off(someone.window) == [], name
    finally:
        app.setFont(usual)
        someone.window.close()
        someone.forget()


def a_fault(person: Person) -> str:
    """Wait for the dialog that tells of a fault, and return its words."""
    find = partial(person.window.findChildren, QMessageBox, "fault")
    person.qtbot.waitUntil(lambda: bool(find()), timeout=15_000)
    (box,) = find()
    told = str(box.text())
    box.close()
    person.settle()
    return told


def test_a_fault_is_told_in_the_language_and_its_file_by_its_name(
    person: Person, tmp_path: Path
) -> None:
    """Each sentence of what is wrong is translated; names, ids and values in it are as they are."""
    person.launch()
    path = tmp_path / "there is no such file {path}.chronicle.json"
    person.desk.open(path, None, None)
    told = a_fault(person)
    assert re.fullmatch(
        rf"\[{re.escape(str(path))}: there is no such file\. Check its name and its folder\.·+\]",
        told,
    )
    whole = bundled_chronicle().read_bytes()
    path.write_bytes(whole.replace(b'"id": "armenia"', b'"id": 7', 1))
    person.desk.open(path, None, None)
    told = a_fault(person)
    assert told.startswith(f"[{path}: ")
    assert re.search(r"\[\[\[table 'actors'·+\], document \d+·+\], field 'id'·+\]: ", told)
    assert re.search(r": \[must be a text, but it is \[the number 7·+\]\.·+\] ", told)
    assert re.search(r"Nothing was changed\. \[Correct that place .*·+\]·+\]$", told)


def test_menus_and_panels_are_all_translated(person: Person) -> None:
    """Every entry of every menu, and the title of every panel, is in the other language."""
    person.launch()
    menus = person.window.menuBar().findChildren(QMenu)
    entries = [action.text() for menu in menus for action in menu.actions() if action.text()]
    titles = [dock.windowTitle() for dock in person.window.docks.values()]
    organisations = {actor.name for actor in person.window.session.chronicle.actors}
    told = [words for words in (*entries, *titles) if words not in organisations]
    assert [words for words in told if not words.startswith("[")] == []


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: p.stem)
def test_no_words_bypass_the_translation(path: Path) -> None:
    """What is handed to a widget to be read is no bare text in the code."""
    bare = [
        f"{path.name}:{call.lineno} {ast.unparse(call.args[0])}"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and call.args and _called(call) in SAYS
        if _has_words(call.args[0])
    ]
    assert bare == []


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _has_words(node: ast.expr) -> bool:
    match node:
        case ast.Constant(str(text)):
            return bool(re.search(r"[^\W\d_]{2,}", text)) and text not in OWN_NAMES
        case ast.JoinedStr(parts):
            texts = [one.value for one in parts if isinstance(one, ast.Constant)]
            left = " ".join(str(one) for one in texts)
            for name in OWN_NAMES:
                left = left.replace(name, "")
            return bool(re.search(r"[^\W\d_]{2,}", left))
        case ast.IfExp(_, one, other) | ast.BinOp(one, _, other):
            return _has_words(one) or _has_words(other)
        case ast.List(parts) | ast.Tuple(parts):
            return any(map(_has_words, parts))
    return False
