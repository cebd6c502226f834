"""Stop: one place of the window that the guide points at, and what it says there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Stop:
    """A widget of the window, a title and a sentence or two on what to do there."""

    place: QWidget
    title: str
    text: str
