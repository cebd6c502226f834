"""The legend in the window: every colour, shape and sign is explained, in both themes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from explorer.model.codebook import read_codebook
from explorer.pictures.legend_dialog import LegendDialog, LegendSheet
from explorer.theme import theme
from explorer.timeline.style import style_of

CODEBOOK = Path(__file__).parents[2] / "resources" / "codebook.toml"


def opened(qtbot: QtBot, colours: str) -> LegendDialog:
    """Return the dialog in a theme, shown."""
    codebook = read_codebook(CODEBOOK.read_text(encoding="utf-8"), CODEBOOK.name)
    dialog = LegendDialog(style_of(theme(colours), codebook, QApplication.font()))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_sign_is_painted_and_told(qtbot: QtBot, colours: str) -> None:
    """In as many colours as there are kinds, and in words for who cannot see them."""
    dialog = opened(qtbot, colours)
    sheet = dialog.findChild(LegendSheet, "legend")
    assert sheet is not None
    image = sheet.grab().toImage()
    shades = {
        image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }
    assert len(shades) > 12
    told = sheet.accessibleDescription()
    for words in ("Verbal cooperation", "approximate date", "sources differ", "counted as one"):
        assert words in told


def test_it_closes(qtbot: QtBot) -> None:
    """By its only button."""
    dialog = opened(qtbot, "light")
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    (button,) = box.findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
