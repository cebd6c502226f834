"""StandingStrip: memberships and offices as bands under the timeline, in step with its time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from explorer.analysis.standings import Stretch, standings_of, stretches_of
from explorer.model.selection import ActorSelected, PassageSelected
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.timeline.standing_paint import StandingBrush
from explorer.timeline.style import style_of
from explorer.widgets.text import plain_tip
from explorer.wording import citation, date_wording
from explorer.wording.actors import actor_name

SELECTED = "*"
"""In place of an actor's id: whichever actor is selected."""

_ROW = 19.0
_MARGIN = 3.0
_MOST = 7
"""Rows on screen at once; the wheel and the keys bring in the others."""


class StandingStrip(QWidget):
    """The bands of one actor: what it is or was, and who is or was what in it.

    A click, or Enter, leads to the passage that attests a band.

    Signals:
        pointed(TimeSpan): the pointer or the keyboard is on a band of this time; None for none.
    """

    pointed = Signal(object)

    def __init__(self, session: Session, colours: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until an actor is chosen."""
        super().__init__(parent)
        self._session = session
        self._style = style_of(colours, session.codebook, self.font())
        self.actor = ""
        self._chosen = ""
        self.stretches: tuple[Stretch, ...] = ()
        self._first = 0
        self._current: Stretch | None = None
        self.setObjectName("standings")
        self.setAccessibleName(self.tr("Memberships and offices"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.chronicle_changed.connect(self._on_chronicle)
        session.selection_changed.connect(self._on_selection)
        session.viewport_changed.connect(self._on_viewport)
        self.hide()

    def set_theme(self, colours: Theme) -> None:
        """Wear another theme."""
        self._style = style_of(colours, self._session.codebook, self.font())
        self.update()

    def choose(self, actor: str) -> None:
        """Show the bands of an actor, by id, of `SELECTED`, or none for an empty string."""
        self._chosen = actor
        self._take(self._selected() if actor == SELECTED else actor)

    def words(self, stretch: Stretch) -> str:
        """Word a band: who is what, since when."""
        one, chronicle = stretch.standing, self._session.chronicle
        of = "" if one.of == self.actor else actor_name(chronicle, one.of, short=True)
        who = "" if one.holder == self.actor else actor_name(chronicle, one.holder, short=True)
        what = self.tr("{what}, {of}").format(what=one.words, of=of) if of else one.words
        return self.tr("{who}: {what}").format(who=who, what=what) if who else what

    def rect_of(self, stretch: Stretch) -> QRectF:
        """Return a band's place in px."""
        viewport = self._session.viewport
        per_px = viewport.length / max(self.width(), 1)
        left = (stretch.span.start - viewport.start) / per_px
        right = (stretch.span.end - viewport.start) / per_px
        top = _MARGIN + (stretch.row - self._first) * _ROW
        return QRectF(left, top, max(right - left, 3.0), _ROW - 2)

    def stretch_at(self, place: QPoint) -> Stretch | None:
        """Return the band at a place."""
        x, y = place.x(), place.y()
        seen = (one for one in self.stretches if 0 <= one.row - self._first < _MOST)
        found = (one for one in seen if self.rect_of(one).contains(x, y))
        return next(found, None)

    def _rows(self) -> int:
        return max((one.row + 1 for one in self.stretches), default=0)

    def _take(self, actor: str) -> None:
        chronicle = self._session.chronicle
        self.actor = actor if actor in chronicle.actor else ""
        found = standings_of(chronicle, self.actor) if self.actor else ()
        self.stretches = stretches_of(found, self._session.whole())
        self._first = 0
        self._point(None)
        name = actor_name(chronicle, self.actor) if self.actor else ""
        told = self.tr("{count} memberships and offices: {actor}. Arrows go from one to the next.")
        self.setAccessibleDescription(told.format(count=len(self.stretches), actor=name))
        self.setVisible(bool(self.stretches))
        self.updateGeometry()
        self.update()

    def _selected(self) -> str:
        selection = self._session.selection
        return selection.actor if isinstance(selection, ActorSelected) else self.actor

    def _on_chronicle(self) -> None:
        self.actor = ""
        if self._chosen != SELECTED and self._chosen not in self._session.chronicle.actor:
            self._chosen = ""
        self.choose(self._chosen)

    def _on_selection(self) -> None:
        if self._chosen == SELECTED and self._selected() != self.actor:
            self._take(self._selected())

    def _on_viewport(self, _viewport: object) -> None:
        self.update()

    def _point(self, stretch: Stretch | None) -> None:
        if stretch != self._current:
            self._current = stretch
            self.pointed.emit(stretch.span if stretch else None)
            self.update()

    def _open(self, stretch: Stretch) -> None:
        """Show what attests a band, else who holds it."""
        support = stretch.standing.support
        if support:
            self._session.select(PassageSelected(support[0], ""))
        else:
            self._session.select(ActorSelected(stretch.standing.holder))

    def _tip(self, stretch: Stretch) -> str:
        chronicle = self._session.chronicle
        lines = [self.words(stretch), date_wording(stretch.standing.dates)]
        for one in stretch.standing.support:
            passage = chronicle.passage.get(one)
            if passage is not None:
                lines.append(citation(chronicle.article[passage.article]))
        return "\n".join(dict.fromkeys(lines))

    def _go(self, places: int) -> None:
        """Put the keyboard on the band so many places on, and bring it on screen."""
        order = sorted(self.stretches, key=lambda one: (one.row, one.span.start))
        if not order:
            return
        here = order.index(self._current) if self._current in order else -1
        there = order[min(max(here + places, 0), len(order) - 1)]
        self._first = min(max(self._first, there.row - _MOST + 1), there.row)
        self._point(there)
        view = self._session.viewport
        if not view.overlaps(there.span):
            self._session.travel(view.moved(there.span.centre - view.centre))
        self.setAccessibleDescription(self._tip(there).replace("\n", ", "))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for all rows, up to a few."""
        return QSize(200, int(2 * _MARGIN + min(self._rows(), _MOST) * _ROW))

    def event(self, event: QEvent) -> bool:
        """Word the band under the pointer as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            stretch = self.stretch_at(event.pos())
            QToolTip.showText(
                event.globalPos(), plain_tip(self._tip(stretch) if stretch else ""), self
            )
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bands in sight."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._style.base)
        painter.setPen(self._style.border)
        painter.drawLine(0, 0, self.width(), 0)
        brush = StandingBrush(painter, self._style, self._session.viewport, self.width())
        for stretch in self.stretches:
            area = self.rect_of(stretch)
            if 0 <= stretch.row - self._first < _MOST and area.intersects(QRectF(self.rect())):
                brush.paint(stretch, area, is_current=stretch == self._current)
                brush.write(self.words(stretch), area, self._free_beside(stretch, area))
        if (more := self._rows() - _MOST) > 0:
            shown = self.tr("rows {first} to {last} of {all}").format(
                first=self._first + 1, last=self._first + _MOST, all=more + _MOST
            )
            brush.tell(shown, QRectF(self.rect()))
        if self.hasFocus():
            painter.setPen(self._style.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _free_beside(self, stretch: Stretch, area: QRectF) -> tuple[float, float]:
        """Return the px between which nothing else stands in a band's row."""
        beside = [self.rect_of(one) for one in self.stretches if one.row == stretch.row]
        low = max((one.right() for one in beside if one.right() <= area.left()), default=0.0)
        high = min((one.left() for one in beside if one.left() >= area.right()), default=1e9)
        return low, min(high, float(self.width()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the band under the pointer stand out."""
        stretch = self.stretch_at(event.position().toPoint())
        self._point(stretch)
        shape = Qt.CursorShape.PointingHandCursor if stretch else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show what attests the band clicked."""
        stretch = self.stretch_at(event.position().toPoint())
        if stretch is not None and event.button() is Qt.MouseButton.LeftButton:
            self._open(stretch)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Bring in further rows."""
        step = -1 if event.angleDelta().y() > 0 else 1
        self._first = min(max(self._first + step, 0), max(self._rows() - _MOST, 0))
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Let nothing stand out once the pointer is gone."""
        super().leaveEvent(event)
        self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let nothing stand out once the keyboard is gone."""
        super().focusOutEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from band to band; Enter shows what attests one."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._go(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._open(self._current)
        else:
            super().keyPressEvent(event)
