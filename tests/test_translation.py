"""Strings people see: English plurals are there for every counted one."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
SAID = re.compile(r'\b_say\(\s*"([^"]+)"')
LISTED = re.compile(r'QT_TRANSLATE_NOOP\(\s*"\w+",\s*"([^"]+)"')
COUNTED = re.compile(r'"([^"]*%n[^"]*)"')


def test_every_counted_string_has_its_english_plural() -> None:
    """Each string with %n in the code stands, finished, in the English translation file."""
    known = (FOLDER / "quoteline_en.ts").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "explorer").rglob("*.py"))
    missing = [text for text in COUNTED.findall(code) if f"<source>{text}</source>" not in known]
    assert missing == []
    assert "unfinished" not in known


def test_strings_said_by_another_name_are_marked_for_translators() -> None:
    """What a module says by its own `_say`, which `lupdate` does not know, it lists as well."""
    missing = []
    for path in (ROOT / "explorer").rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        if "def _say(" in code:
            listed = set(LISTED.findall(code))
            missing += [(path.name, text) for text in SAID.findall(code) if text not in listed]
    assert missing == []


def test_one_row_is_not_told_as_rows(qtbot: QtBot) -> None:
    """The compiled file gives the singular for one and the plural for two."""
    words = QTranslator()
    assert words.load(str(FOLDER / "quoteline_en.qm"))
    QCoreApplication.installTranslator(words)
    try:
        told = [QCoreApplication.translate("ExportDialog", "%n row(s)", "", n) for n in (1, 2)]
    finally:
        QCoreApplication.removeTranslator(words)
    assert told == ["1 row", "2 rows"]
