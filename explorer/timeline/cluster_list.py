"""ClusterList: the members of a cluster, in a list that opens where the cluster is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.layout.pieces import Cluster
from explorer.model.records import Event
from explorer.timeline.frame import Frame
from explorer.widgets.event_list import EventList
from explorer.wording.numbers import number


def cluster_of(frame: Frame, event: str) -> Cluster | None:
    """Return the cluster that counts an event, or on which its mark stands."""
    found = frame.scene.piece_of(event) if event else None
    if found is None:
        return None
    left, right, middle = found.left, found.right, (found.lane + 0.5) * frame.lane
    for piece in frame.scene.between(left, right, middle, middle):
        if isinstance(piece, Cluster) and piece.left < right and piece.right > left:
            return piece
    return None


class ClusterList(QFrame):
    """A list of events that closes once one is picked, with Esc, or with a click elsewhere.

    Signals:
        picked(str): the reader chose an event (its id).
        zoom_asked(): the reader wants to see the members drawn apart.
    """

    picked = Signal(str)
    zoom_asked = Signal()

    def __init__(self, events: Sequence[Event], parent: QWidget) -> None:
        """List `events`, the first one current."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet("ClusterList { border: 1px solid palette(mid); }")
        title = QLabel(self.tr("{count} events").format(count=number(len(events))))
        title.setStyleSheet("font-weight: 600")
        zoom = QPushButton(self.tr("&Zoom to these"))
        zoom.setAutoDefault(False)
        zoom.clicked.connect(self._zoom)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(zoom)
        self.list = EventList(events, rows=12, parent=self)
        self.list.setAccessibleName(self.tr("Events of the cluster"))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.picked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self.list)
        self.setFixedWidth(min(460, max(280, parent.width() - 16)))

    def open_at(self, place: QPoint) -> None:
        """Open with the corner at `place` (global px), moved as far as to stay on the screen."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        x = min(place.x(), area.right() - self.width())
        y = place.y()
        if y + self.height() > area.bottom():
            y = max(area.top(), y - self.height() - 28)
        self.move(max(x, area.left()), y)
        self.show()
        self.list.setFocus()

    def _pick(self, event: str) -> None:
        self.close()
        self.picked.emit(event)

    def _zoom(self) -> None:
        self.close()
        self.zoom_asked.emit()

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Close with Esc."""
        if key_event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(key_event)
