"""Dropping: files brought to a widget by the mouse."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop_on(widget: QWidget, paths: Sequence[Path], place: QPointF) -> bool:
    """Drag files over a place of a widget and let go; tell whether it would take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    with warnings.catch_warnings():
        # From 6.12 on Qt would have only the window system make these events; we stand in for it.
        warnings.simplefilter("ignore", DeprecationWarning)
        entered = QDragEnterEvent(place.toPoint(), copy, data, left, held)
    QApplication.sendEvent(widget, entered)
    dropped = QDropEvent(place, copy, data, left, held, QEvent.Type.Drop)
    QApplication.sendEvent(widget, dropped)
    return entered.isAccepted()
