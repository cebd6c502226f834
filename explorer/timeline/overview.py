"""OverviewStrip: the density of the whole extent, with the viewport as a window to drag on it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.layout.columns import Columns, Ints, columns_of
from explorer.layout.rolled import rolled_columns
from explorer.layout.scale import TimeScale
from explorer.model.selection import SpanSelected, selected_events
from explorer.model.span import TimeSpan
from explorer.rolls.roll import DigestRoll
from explorer.session.navigation import fitted
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.timeline.moments import Moments
from explorer.timeline.overview_paint import Strip, bars_of, paint_strip
from explorer.timeline.style import style_of
from explorer.timeline.words import AxisWords

_HEIGHT = 64
_GRIP = 6.0
"""Px beside an edge of the window in which it can be taken hold of."""

_LEAST = 8.0
"""Px that the window has at least, so that it can be seen and held."""

_STEP = 0.2
"""Share of the viewport that an arrow key moves."""

_CURSORS = {
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "window": Qt.CursorShape.OpenHandCursor,
    "outside": Qt.CursorShape.CrossCursor,
}


class OverviewStrip(QWidget):
    """The strip under the timeline.

    Dragging the window moves the viewport, dragging an edge of it resizes it; a click outside
    centres the viewport there, and a drag outside draws it anew.
    """

    def __init__(self, session: Session, colours: Theme, parent: QWidget | None = None) -> None:
        """Show `session` in a theme."""
        super().__init__(parent)
        self._session = session
        self._style = style_of(colours, session.codebook, self.font())
        self._words = AxisWords()
        self._moments = Moments(session)
        self._columns: Columns | None = None
        self._counted: tuple[tuple[TimeScale, int], Ints] | None = None
        self._visible: AbstractSet[str] = frozenset()
        self._part = ""
        self._pressed = 0.0
        self._taken = session.viewport
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("Overview"))
        self.setAccessibleDescription(
            self.tr(
                "All events, and the part of them on the timeline. Left and Right move that part, "
                "plus and minus change its length, Home shows all."
            )
        )
        self.setToolTip(
            self.tr("Drag the window or its edges; click or drag beside it to go elsewhere")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.chronicle_changed.connect(self._on_events)
        session.filters_changed.connect(self._on_events)
        session.clock_changed.connect(self._on_events)
        session.selection_changed.connect(self._on_change)
        session.viewport_changed.connect(self._on_change)
        session.workspace_changed.connect(self._on_change)

    def set_theme(self, colours: Theme) -> None:
        """Wear another theme."""
        self._style = style_of(colours, self._session.codebook, self.font())
        self.update()

    def scale(self) -> TimeScale:
        """Return where moments lie: the span of all events, filtered or not, with a margin."""
        whole = fitted(self._session.whole())
        return TimeScale(whole.start, whole.length / max(self.width(), 1))

    def view_rect(self) -> QRectF:
        """Return the viewport's place on the strip, widened to what can be seen."""
        scale, viewport = self.scale(), self._session.viewport
        left, right = scale.to_px(viewport.start), scale.to_px(viewport.end)
        short = max(_LEAST - (right - left), 0.0) / 2
        return QRectF(left - short, 0, right - left + 2 * short, self.height())

    def part_at(self, x: float) -> str:
        """Name the part at a px: the `left` or `right` edge, the `window`, or `outside`."""
        view = self.view_rect()
        inner = min(_GRIP, view.width() / 4)
        if view.left() - _GRIP <= x <= view.left() + inner:
            return "left"
        if view.right() - inner <= x <= view.right() + _GRIP:
            return "right"
        return "window" if view.left() < x < view.right() else "outside"

    def _on_events(self, _changed: object) -> None:
        self._columns = self._counted = None
        self.update()

    def _on_change(self, _changed: object) -> None:
        self.update()

    def _events(self) -> Columns:
        """Return the events that pass the filters; their kinds do not matter here."""
        if self._columns is None:
            session = self._session
            events = session.timed(session.visible_events())
            if isinstance(events, DigestRoll):
                self._columns = rolled_columns(events, _any_kind)
            else:
                self._columns = columns_of(events, session.whole(), _any_kind)
            self._visible = session.visible_ids()
        return self._columns

    def use_columns(self, columns: Columns) -> None:
        """Show columns that are ready, as long as the chronicle and the filters stay as they are.

        They must be those of the events that pass the filters.
        """
        self._columns, self._counted = columns, None
        self._visible = self._session.visible_ids()
        self.update()

    def _bars(self) -> Ints:
        """Return the heights of the bars, counted anew only when events or width are others."""
        columns, key = self._events(), (self.scale(), self.width())
        if self._counted is None or self._counted[0] != key:
            self._counted = (key, bars_of(columns, *key))
        return self._counted[1]

    def _centres(self, events: Iterable[str]) -> tuple[float, ...]:
        """Return the middle moments of those events that pass the filters, in seconds UTC."""
        session, visible = self._session, self._visible
        return tuple(
            session.time_of(session.chronicle.event[one]).centre for one in events if one in visible
        )

    def _show(self, start: float, end: float) -> None:
        """Show a span, its centre kept on the strip."""
        scale = self.scale()
        centre = min(max((start + end) / 2, scale.start), scale.to_time(self.width()))
        half = (end - start) / 2
        self._session.show(TimeSpan(centre - half, centre + half))

    def _drag_to(self, x: float) -> None:
        scale, taken = self.scale(), self._taken
        way = (x - self._pressed) * scale.per_px
        least = _LEAST * scale.per_px
        if self._part == "window":
            self._show(taken.start + way, taken.end + way)
        elif self._part == "left":
            self._session.show(TimeSpan(min(taken.start + way, taken.end - least), taken.end))
        elif self._part == "right":
            self._session.show(TimeSpan(taken.start, max(taken.end + way, taken.start + least)))
        elif abs(x - self._pressed) >= _LEAST:
            first, last = sorted((scale.to_time(self._pressed), scale.to_time(x)))
            self._session.show(TimeSpan(first, last))

    def sizeHint(self) -> QSize:
        """Return a height for bars, and labels under them."""
        return QSize(400, _HEIGHT)

    def mousePressEvent(self, mouse_event: QMouseEvent) -> None:
        """Take hold of a part."""
        if mouse_event.button() == Qt.MouseButton.LeftButton:
            self._pressed = mouse_event.position().x()
            self._part = self.part_at(self._pressed)
            self._taken = self._session.viewport
            self.update()

    def mouseMoveEvent(self, mouse_event: QMouseEvent) -> None:
        """Drag the part held, or show by the pointer what can be held."""
        x = mouse_event.position().x()
        if self._part:
            self._drag_to(x)
        else:
            self.setCursor(QCursor(_CURSORS[self.part_at(x)]))

    def mouseReleaseEvent(self, mouse_event: QMouseEvent) -> None:
        """Let go; a click outside the window centres the viewport there."""
        if mouse_event.button() != Qt.MouseButton.LeftButton or not self._part:
            return
        x, viewport = mouse_event.position().x(), self._session.viewport
        if self._part == "outside" and abs(x - self._pressed) < _LEAST:
            way = self.scale().to_time(x) - viewport.centre
            self._show(viewport.start + way, viewport.end + way)
        self._part = ""
        self.update()

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Move or resize the viewport."""
        session, key = self._session, key_event.key()
        step = session.viewport.length * _STEP
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = -step if key == Qt.Key.Key_Left else step
            self._show(session.viewport.start + way, session.viewport.end + way)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            session.zoom(1)
        elif key == Qt.Key.Key_Minus:
            session.zoom(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            session.fit_all()
        else:
            key_event.ignore()

    def paintEvent(self, _paint_event: QPaintEvent) -> None:
        """Paint the strip."""
        session, selection, scale = self._session, self._session.selection, self.scale()
        strip = Strip(
            bars=self._bars(),
            scale=scale,
            width=self.width(),
            height=self.height(),
            view=self.view_rect(),
            bookmarks=self._centres(session.workspace.bookmark),
            selected=self._centres(selected_events(session.selection)),
            span=selection.span if isinstance(selection, SpanSelected) else None,
            hits=self._moments.hits(self._events(), scale.start, scale.per_px, self.width()),
            focused=self.hasFocus(),
            held=bool(self._part),
        )
        painter = QPainter(self)
        paint_strip(painter, strip, self._style, self._words)
        painter.end()

    def focusInEvent(self, focus_event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(focus_event)
        self.update()

    def focusOutEvent(self, focus_event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(focus_event)
        self.update()


def _any_kind(_event_type: str) -> int:
    return 0
