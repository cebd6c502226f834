"""PNG: what is written is the image, pixel by pixel, with its texts and dots."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from explorer.pictures.png import png_of
from explorer.pictures.steps import unwatched


@settings(max_examples=30)
@given(st.integers(1, 90), st.integers(1, 150), st.randoms(use_true_random=False), st.text())
def test_what_is_written_is_read_again(width: int, height: int, chance: object, words: str) -> None:
    """Qt reads the same pixels, dots and texts, whatever the size: rows are padded in memory."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for y in range(height):
        for x in range(0, width, 7):
            image.setPixel(x, y, 0xFF000000 | chance.getrandbits(24))  # type: ignore[attr-defined]
    image.setDotsPerMeterX(3_780)
    image.setDotsPerMeterY(7_560)
    text = "".join(sign for sign in words if sign >= " " and not "\ud800" <= sign <= "\udfff")
    read = QImage.fromData(png_of(image, {"Title": text}, unwatched))
    assert read.convertToFormat(QImage.Format.Format_RGB32) == image
    assert (read.dotsPerMeterX(), read.dotsPerMeterY()) == (3_780, 7_560)
    assert read.text("Title").split() == text.split()


def test_rows_are_told_and_the_work_can_be_ended() -> None:
    """Each step tells the rows that are in; what it raises ends the work."""
    image = QImage(20, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    told: list[tuple[int, int]] = []
    png_of(image, {}, lambda done, total: told.append((done, total)))
    assert told == [(0, 200), (64, 200), (128, 200), (192, 200)]

    def end(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        png_of(image, {}, end)
