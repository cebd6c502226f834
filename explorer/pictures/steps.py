"""Steps: how painting tells how far it is, and how it is given up half-way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtGui import QPainter

EVERY = 100
"""Pieces that are painted between two steps."""


def unwatched(_done: int, _total: int) -> None:
    """Go on."""


@contextmanager
def saved(painter: QPainter) -> Iterator[None]:
    """Leave a painter as it was, also where painting is given up."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


@contextmanager
def painting(device: Any) -> Iterator[QPainter]:
    """Paint on a device, which is let go of whatever becomes of it."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
