"""NetworkView: the actors of some events, tied where they take part in one together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.analysis.network import Point, Room, places_of, spread
from explorer.analysis.relations import Tie
from explorer.model.counting import party_counts
from explorer.model.records import Event
from explorer.relations.brush import paint
from explorer.relations.drawing import Drawing, Mark, drawing_of, radius_of
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.text import plain_tip
from explorer.wording.actors import actor_name

_FILLED = 0.65
"""The share of the room that marks and names may take up; further actors get no room for a name."""

_REST = 60
"""Milliseconds after the last change of size until all is placed anew."""

_CLICK = 4
"""How far, in px, the pointer may go between press and release of a click."""


class NetworkView(pg.GraphicsView):
    """A network to zoom with the wheel and to drag; pyqtgraph keeps the stretch in view.

    Signals:
        actor_chosen(str): an actor's mark or name was clicked.
        tie_chosen(Tie): a line was clicked.
    """

    actor_chosen = Signal(str)
    tie_chosen = Signal(object)

    _is_made = False
    """The base class resizes itself while it is being made."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._session = session
        self._theme = theme
        self._ties: tuple[Tie, ...] = ()
        self._counts: Counter[str] = Counter()
        self._raw: dict[str, Point] = {}
        self._places: dict[str, Point] = {}
        self._hovered: Mark | None = None
        self._press = QPointF()
        self.drawing = Drawing()
        self._room = pg.ViewBox(invertY=True, enableMenu=False, defaultPadding=0.0)
        self.setCentralItem(self._room)
        self._room.sigTransformChanged.connect(self._arrange)
        self.setAntialiasing(True)
        self.setMouseTracking(True)
        self._resized = QTimer(self, singleShot=True, interval=_REST)
        self._resized.timeout.connect(self.fit)
        self._is_made = True
        self.setAccessibleName(self.tr("Network of actors"))

    def show_network(self, events: Sequence[Event], ties: Sequence[Tie]) -> None:
        """Show the actors of `ties`, sized by their number of `events`."""
        tied = {actor for tie in ties for actor in (tie.one, tie.other)}
        actors = sorted(tied)
        counts = party_counts(events)
        self._counts = Counter({actor: counts.get(actor, 0) for actor in actors})
        self._ties = tuple(ties)
        self._raw = places_of(actors, ties)
        self._hovered = None
        words = self.tr("{actors} actors, {ties} ties; the table beside it lists them.")
        self.setAccessibleDescription(words.format(actors=len(actors), ties=len(ties)))
        self.fit()

    def fit(self) -> None:
        """Bring all actors on screen, spread over all the room there is."""
        width, height = float(self.viewport().width()), float(self.viewport().height())
        order = self._order()
        self._places = dict(zip(order, self._spread(order, width, height), strict=True))
        self._room.setRange(QRectF(0.0, 0.0, max(width, 1.0), max(height, 1.0)), padding=0.0)
        self._arrange()

    def _order(self) -> list[str]:
        """Return the actors with those of most events first."""
        return sorted(self._raw, key=lambda actor: (-self._counts[actor], actor))

    def _spread(self, order: Sequence[str], width: float, height: float) -> list[Point]:
        """Return places in px for actors and, as far as there is room, for names beside them."""
        if not order:
            return []
        xs, ys = zip(*(self._raw[actor] for actor in order), strict=True)
        across, down = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
        middles = [
            ((x - min(xs)) / across * width, (y - min(ys)) / down * height)
            for x, y in zip(xs, ys, strict=True)
        ]
        rooms, left = [], width * height * _FILLED
        for mark in (self._mark(actor, QPointF()) for actor in order):
            side = mark.radius + 2.0
            name, line = self._size(mark.name)
            room = Room(-side, -max(side, line / 2), 2 * side + name + 4, max(2 * side, line))
            if room.width * room.height > left:
                room = Room(-side, -side, 2 * side, 2 * side)
            left -= room.width * room.height
            rooms.append(room)
        return spread(middles, rooms, width, height)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.setBackground(QColor(theme.base))
        self.viewport().update()

    def _arrange(self) -> None:
        """Put marks, lines and names where the stretch in view has them."""
        order = [actor for actor in self._order() if actor in self._places]
        marks = [
            self._mark(
                actor,
                QPointF(
                    self.mapFromScene(self._room.mapViewToScene(QPointF(*self._places[actor])))
                ),
            )
            for actor in order
        ]
        area = Room(0.0, 0.0, self.viewport().width(), self.viewport().height())
        sizes = [self._size(mark.name) for mark in marks]
        self.drawing = drawing_of(marks, self._ties, sizes, area)
        self.viewport().update()

    def _size(self, name: str) -> tuple[float, float]:
        """Return a name's width and height in px."""
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(name) + 2.0, float(metrics.height())

    def _mark(self, actor: str, at: QPointF) -> Mark:
        chronicle = self._session.chronicle
        known = chronicle.actor.get(actor)
        count = self._counts[actor]
        most = max(self._counts.values(), default=1)
        return Mark(
            actor,
            actor_name(chronicle, actor, short=True),
            known.kind if known else "group",
            at.x(),
            at.y(),
            radius_of(count, most),
            count,
        )

    def _words_at(self, place: QPointF) -> str:
        if mark := self.drawing.mark_at(place.x(), place.y()):
            name = actor_name(self._session.chronicle, mark.actor)
            told: str = self.tr("{actor}: {count} events").format(actor=name, count=mark.events)
            return told
        if line := self.drawing.line_at(place.x(), place.y()):
            both: str = self.tr("{one} and {other}: {count} events together").format(
                one=actor_name(self._session.chronicle, line.tie.one, short=True),
                other=actor_name(self._session.chronicle, line.tie.other, short=True),
                count=len(line.tie.events),
            )
            return both
        return ""

    def viewportEvent(self, event: QEvent) -> bool:
        """Word what is under the pointer as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return bool(super().viewportEvent(event))

    def drawForeground(self, painter: QPainter, _area: QRectF) -> None:
        """Draw the network over the empty scene, in px of the viewport."""
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, self.drawing, self._theme, self._hovered.actor if self._hovered else "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show whom the actor under the pointer meets."""
        super().mouseMoveEvent(event)
        place = event.position()
        found = self.drawing.mark_at(place.x(), place.y())
        if found != self._hovered:
            self._hovered = found
            self.viewport().update()
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click began."""
        self._press = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on an actor or a line; a drag moves the network."""
        super().mouseReleaseEvent(event)
        place = event.position()
        still = (place - self._press).manhattanLength() < _CLICK
        if event.button() is not Qt.MouseButton.LeftButton or not still:
            return
        if mark := self.drawing.mark_at(place.x(), place.y()):
            self.actor_chosen.emit(mark.actor)
        elif line := self.drawing.line_at(place.x(), place.y()):
            self.tie_chosen.emit(line.tie)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring all actors on screen with a double click beside them."""
        super().mouseDoubleClickEvent(event)
        place = event.position()
        if self.drawing.mark_at(place.x(), place.y()) is None:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the network to its room, once the room has come to rest."""
        super().resizeEvent(event)
        if self._is_made:
            self._resized.start()
