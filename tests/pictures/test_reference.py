"""Reference pictures: named states look as they did when somebody last looked at them.

Text is drawn in blocks (see block_font.py), so that neither fonts nor their hinting matter, and the
pictures are compared by the colours of small squares, so that a line smoothed otherwise by another
version of Qt does not matter either. `renew.py` draws them anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pictures.alike import difference
from tests.pictures.renew import FOLDER, renew_large
from tests.pictures.states import LARGE, STATES, take_font


@pytest.fixture
def blocks(qtbot: QtBot) -> Iterator[None]:
    """All text in blocks, as long as the test runs."""
    before = QApplication.font()
    take_font()
    yield
    QApplication.setFont(before)


def reference(name: str) -> QImage:
    """Return the picture that is kept of a state."""
    image = QImage(str(FOLDER / f"{name}.png"))
    assert not image.isNull(), f"there is no picture of {name}: run tests/pictures/renew.py"
    return image


@pytest.mark.parametrize("name", [name for name in STATES if not name.endswith(LARGE)])
def test_a_state_looks_as_it_did(blocks: None, tmp_path: Path, name: str) -> None:
    """Each named state is drawn as in the picture that is kept of it."""
    image = STATES[name]()
    image.save(str(tmp_path / f"{name}.png"))
    differs = difference(image, reference(name))
    assert differs == "", f"{name}: {differs}; what is drawn now: {tmp_path}"


def test_states_look_as_they_did_at_two_px_to_a_px(tmp_path: Path) -> None:
    """On a screen with two px to a px, they have twice the size and are drawn as sharp."""
    names = [name for name in STATES if name.endswith(LARGE)]
    renew_large(tmp_path, names)
    for name in names:
        image = QImage(str(tmp_path / f"{name}.png"))
        assert image.width() == 2 * reference(name.removesuffix(LARGE)).width()
        assert difference(image, reference(name)) == ""


def test_every_picture_that_is_kept_belongs_to_a_state() -> None:
    """Nothing is left of states that are no more, and all together stay small."""
    kept = list(FOLDER.glob("*.png"))
    assert {path.stem for path in kept} == set(STATES)
    assert sum(path.stat().st_size for path in kept) < 1_000_000


@pytest.mark.parametrize(
    ("left", "top", "width", "height"), [(300, 200, 12, 12), (40, 90, 120, 20), (0, 380, 640, 3)]
)
def test_a_mark_too_many_is_seen(left: int, top: int, width: int, height: int) -> None:
    """One mark, box or line that was not there makes a difference."""
    image = reference("april-light").copy()
    painter = QPainter(image)
    painter.fillRect(QRect(left, top, width, height), QColor("#C04A00"))
    painter.end()
    assert "of 255 off at x" in difference(image, reference("april-light"))


def test_smoothing_is_no_difference() -> None:
    """Every px a little lighter, as another version of Qt may smooth it, is let pass."""
    image = reference("april-light")
    lighter = QImage(image)
    painter = QPainter(lighter)
    painter.setOpacity(0.004)
    painter.fillRect(lighter.rect(), QColor("white"))
    painter.end()
    assert difference(image, lighter) == ""
    assert "the sizes differ" in difference(image, image.scaled(10, 10))
