"""The flow layout."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.widgets.flow import FlowLayout


def flow_of(qtbot: QtBot, *widths: int) -> tuple[QWidget, list[QWidget]]:
    """Return a widget with boxes of these widths, 20 pixels high, 10 pixels apart."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(across=10, down=5)
    boxes = []
    for width in widths:
        box = QWidget()
        box.setFixedSize(width, 20)
        flow.add(box)
        boxes.append(box)
    holder.setLayout(flow)
    return holder, boxes


def test_items_share_a_row_while_there_is_room(qtbot: QtBot) -> None:
    """Two boxes fit the width exactly, the third goes to the next row."""
    holder, boxes = flow_of(qtbot, 45, 45, 45)
    assert holder.heightForWidth(100) == 45
    assert holder.heightForWidth(99) == 70
    holder.layout().setGeometry(holder.rect().adjusted(0, 0, 100 - holder.width(), 0))
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (55, 0), (0, 25)]


def test_an_empty_flow_has_no_height(qtbot: QtBot) -> None:
    """Without items there is nothing to make room for."""
    holder, _ = flow_of(qtbot)
    assert holder.layout().heightForWidth(100) == 0


def test_a_hidden_item_takes_no_room(qtbot: QtBot) -> None:
    """What is hidden leaves its place to the next."""
    holder, boxes = flow_of(qtbot, 45, 45, 45)
    boxes[0].hide()
    assert holder.layout().heightForWidth(100) == 20


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    """Taking beyond the last gives nothing."""
    holder, boxes = flow_of(qtbot, 45)
    flow = holder.layout()
    assert flow.takeAt(0).widget() is boxes[0]
    assert flow.takeAt(0) is None
    assert flow.count() == 0
