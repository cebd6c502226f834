"""Canvas: paints what the session shows, one frame at a time."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.layout.columns import Columns
from explorer.layout.lanes import Sizes
from explorer.layout.pieces import Counts, Piece
from explorer.layout.stretch import Plan
from explorer.layout.ticks import axis
from explorer.model.selection import (
    EventsSelected,
    PassageSelected,
    Selection,
    SpanSelected,
    current_event,
    selected_events,
)
from explorer.model.span import TimeSpan
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.timeline.aids import Aids
from explorer.timeline.axis import TimeAxis
from explorer.timeline.beside import BesideSigns
from explorer.timeline.event_layer import EventLayer, Picture, grid_of
from explorer.timeline.frame import Frame
from explorer.timeline.headers import Headers
from explorer.timeline.overlay import Overlay
from explorer.timeline.staging import Stage
from explorer.timeline.standouts import Standouts
from explorer.timeline.style import style_of
from explorer.timeline.words import AxisWords

_RESTING = 160
"""Milliseconds after the last move until edges are smoothed again."""


_MOST_OUTLINED = 5_000
"""How many events of a selected span are outlined; the band of the span shows the rest."""


class Canvas(pg.GraphicsView):
    """The picture of the session's events; what moves it comes from the session's signals.

    Any number of changes before a frame make one frame: they only ask for it, and the scene is
    brought up to date when it is painted.

    Signals:
        counted(apart, in_clusters, in_view): how the events in view are drawn has changed; the
            first two add up to the third.
    """

    counted = Signal(int, int, int)

    def __init__(self, session: Session, colours: Theme, parent: QWidget | None = None) -> None:
        """Show `session` in a theme."""
        super().__init__(parent, background=None)
        self.session = session
        self._colours = colours
        self._style = style_of(colours, session.codebook, self.font())
        self._metrics = (QFontMetricsF(self._style.font), QFontMetricsF(self._style.bold))
        self._stage = Stage(session, self._measure, Sizes(lane=self._style.lane))
        self._axis = TimeAxis(self._style)
        self._layer = EventLayer(self._style)
        self._words = AxisWords()
        self._told: Counts | None = None
        self._marked_out: Selection | None = None
        self._beside = BesideSigns()
        self._counted: tuple[object, ...] = ()
        self._found: tuple[tuple[object, ...], Standouts] | None = None
        self.frame = Frame(session, self._stage)
        self.overlay = Overlay(self._style)
        self.aids = Aids(session, self.frame, self._style)
        self.headers = Headers(session, self.frame, self._style)
        self.hot: Piece | None = None
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(self.CacheModeFlag(0))
        self.addItem(self._layer)
        self.addItem(self._axis)
        self._axis.setZValue(1)
        self.setBackground(self._style.base)
        self._connect()

    def _connect(self) -> None:
        self._rest = QTimer(self, singleShot=True, interval=_RESTING)
        self._rest.timeout.connect(self.refresh)
        self._teller = QTimer(self, singleShot=True, interval=0)
        self._teller.timeout.connect(self._tell_counts)
        session = self.session
        session.chronicle_changed.connect(self._on_events)
        session.filters_changed.connect(self._on_events)
        session.clock_changed.connect(self._on_events)
        session.tracks_changed.connect(self._on_tracks)
        session.workspace_changed.connect(self._on_signs)
        session.selection_changed.connect(self._on_selection)
        session.viewport_changed.connect(self._on_viewport)
        session.hovered_changed.connect(self._on_hovered)

    def set_theme(self, colours: Theme) -> None:
        """Wear another theme."""
        self._colours = colours
        self._restyle()

    def use_columns(self, columns: Columns) -> None:
        """Show columns that are ready, as long as the chronicle that is open now stays open.

        They must be those that `columns_of` makes of its events; nothing is decoded to show them.
        """
        self._stage.use(columns)
        self.refresh()

    def counts(self) -> Counts:
        """Return how the events in view are drawn."""
        self.take_size()
        return self.frame.counts()

    def place_of(self, event: str) -> QRectF | None:
        """Return where an event, or the cluster that counts it, is drawn, in px of the viewport.

        None when it does not pass the filters or lies far from what is on screen.
        """
        self.take_size()
        return self.frame.place_of(event)

    def shade(self, span: TimeSpan | None) -> None:
        """Set a stretch of time off behind the events, None for none."""
        if span != self.aids.shaded:
            self.aids.shaded = span
            self.refresh()

    def refresh(self) -> None:
        """Ask for one more frame; many calls before it make one."""
        self.viewport().update()

    def take_size(self) -> None:
        """Tell the frame how large the widget is now."""
        size = self.viewport().size()
        self.frame.resize(size.width(), size.height(), self._axis.height)

    def _on_events(self, _changed: object) -> None:
        self._stage.forget_events()
        self._teller.start(0)
        self.refresh()

    def _on_tracks(self, _tracks: object) -> None:
        self._stage.forget_tracks()
        self._teller.start(0)
        self.refresh()

    def _on_signs(self, _workspace: object) -> None:
        if self.session.tracks.by == "tag":
            self._stage.forget_tracks()
        self._stage.forget_signs()
        self.refresh()

    def _on_selection(self, selection: Selection) -> None:
        event = selection.event if isinstance(selection, PassageSelected) else ""
        selection = EventsSelected((event,), event) if event else selection
        if selection == self._marked_out:
            return  # another passage of the same event: nothing here looks otherwise
        self._marked_out = selection
        self._stage.forget_signs()
        if event := current_event(selection):
            self.take_size()
            self.frame.bring_in(event)
        self.refresh()

    def _on_viewport(self, _viewport: object) -> None:
        self._rest.start()
        self.refresh()

    def _on_hovered(self, _event: str) -> None:
        self.refresh()

    def _tell_counts(self) -> None:
        """Tell how events in view are drawn; at rest is also the time to index them by id."""
        counts = self.counts()
        _ = self.frame.columns.row_of
        if counts != self._told:
            self._told = counts
            self.counted.emit(counts.apart, counts.in_view - counts.apart, counts.in_view)

    def _restyle(self) -> None:
        style = style_of(self._colours, self.session.codebook, self.font())
        self._style = self.overlay.style = style
        self.aids.set_style(style)
        self.headers.style = style
        self._metrics = (QFontMetricsF(style.font), QFontMetricsF(style.bold))
        self._layer.set_style(style)
        self._axis.set_style(style)
        self._stage.restyle(self._measure, Sizes(lane=style.lane))
        self.setBackground(style.base)
        self.refresh()

    def _measure(self, text: str, bold: bool) -> float:
        return self._metrics[bold].horizontalAdvance(text)

    def _prepare(self) -> None:
        """Bring scene, axis and counts up to date for the frame about to be painted."""
        self.take_size()
        frame, viewport, scene = self.frame, self.session.viewport, self.frame.scene
        em = self._metrics[False].height() * 0.8
        ticks = axis(viewport.start, viewport.end, frame.width, self._words, em)
        self._axis.set_ticks(ticks, viewport.start, frame.per_px, frame.width)
        picture = Picture(
            scene=scene,
            dx=(scene.scale.start - viewport.start) / frame.per_px,
            strips=frame.strips,
            top=frame.top,
            width=frame.width,
            height=frame.height,
            grid=grid_of(ticks, viewport.start, frame.per_px),
            standouts=self._standouts(scene.plan),
            hot=self.hot,
            moving=self._rest.isActive(),
        )
        self._layer.set_picture(picture)
        key = (scene.plan, viewport, frame.width)
        if key != self._counted:
            self._counted = key
            self._teller.start(0 if frame.lays_out_all else _RESTING)

    def _standouts(self, plan: Plan) -> Standouts:
        """Return what stands out, looked up anew only when it or the order of events changed."""
        session = self.session
        key = (session.selection, session.hovered, plan)
        if self._found is None or self._found[0] != key:
            selected = selected_events(session.selection)
            if isinstance(session.selection, SpanSelected):
                within = session.picked_events()
                selected = tuple(event.id for event in within[:_MOST_OUTLINED])
            self._found = (key, self.frame.standouts(selected, session.hovered))
        return self._found[1]

    def _message(self) -> str:
        """Return what to say in place of events, when there are none."""
        if self.session.visible_events():
            return ""
        if self.session.chronicle.events:
            return str(self.tr("No event passes the filters. Clear them to see all events."))
        return str(self.tr("This chronicle has no events."))

    def paintEvent(self, paint_event: QPaintEvent) -> None:
        """Paint one frame."""
        self._prepare()
        super().paintEvent(paint_event)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint what lies under the events."""
        super().drawBackground(painter, rect)
        self.aids.paint_below(painter)

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        """Paint what lies over the events."""
        frame = self.frame
        self.headers.paint(painter)
        self.aids.paint_above(painter, self._axis.rail)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, frame.top, frame.width, frame.height - frame.top)
        if not self._rest.isActive():
            found = self._beside.counts(frame.columns, frame.lanes, self.session.viewport)
            self._beside.paint(painter, area, self._style, found)
        self.overlay.paint(
            painter,
            area.adjusted(0, frame.body - frame.top, 0, 0),
            frame.hidden(),
            message=self._message(),
            focused=self.hasFocus(),
        )

    def changeEvent(self, change: QEvent) -> None:
        """Lay out anew in another font."""
        super().changeEvent(change)
        if change.type() != QEvent.Type.FontChange or not hasattr(self, "overlay"):
            return
        if not self.closed:  # else its items are gone
            self._restyle()

    def focusInEvent(self, focus_event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(focus_event)
        self.refresh()

    def focusOutEvent(self, focus_event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(focus_event)
        self.refresh()
