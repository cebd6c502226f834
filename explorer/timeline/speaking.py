"""Speaking: what screen readers are told of the timeline, whose events are its children."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from explorer.layout.pieces import Cluster, Piece
from explorer.model.selection import current_event, selected_events
from explorer.timeline.view import TimelineView
from explorer.timeline.words import MOST_NAMED
from explorer.wording import date_wording
from explorer.wording.numbers import number

translate = QCoreApplication.translate

_MOST = 300
"""Children at once; more can be reached by zooming in, and in the list of events."""

_INSTALLED = "quoteline-speaks"


class Spoken(QAccessibleInterface):
    """One thing drawn on the timeline: an event, or a cluster with the number of its events."""

    def __init__(self, timeline: SpokenTimeline, number: int) -> None:
        super().__init__()
        self._timeline = timeline
        self._number = number

    @property
    def _piece(self) -> Piece | None:
        pieces = self._timeline.pieces()
        return pieces[self._number] if self._number < len(pieces) else None

    def isValid(self) -> bool:
        """Tell whether anything is drawn under this number now."""
        return self._piece is not None

    def object(self) -> QObject:
        """Return nothing: what is drawn is no object of Qt's."""
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """Return the window that it is drawn in."""
        window: QWindow = self._timeline.view.window().windowHandle()
        return window

    def text(self, kind: QAccessible.Text) -> str:
        """Return the title, or how many events a cluster holds; then dates or titles."""
        piece = self._piece
        if piece is None:
            return ""
        name, more = self._timeline.words(piece)
        if kind == QAccessible.Text.Name:
            return name
        return more if kind == QAccessible.Text.Description else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Change nothing."""

    def rect(self) -> QRect:
        """Return its place on the screen."""
        piece = self._piece
        return QRect() if piece is None else self._timeline.place_of(piece)

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Tell whether it is selected and whether the keyboard is on it."""
        state = QAccessible.State()
        piece, session = self._piece, self._timeline.view.session
        events = () if piece is None else self._timeline.events(piece)
        state.selectable = state.focusable = True
        state.selected = not set(events).isdisjoint(selected_events(session.selection))
        on_it = self._timeline.view.hasFocus() and current_event(session.selection) in events
        state.focused = on_it
        return state

    def parent(self) -> QAccessibleInterface:
        """Return the timeline."""
        return self._timeline

    def child(self, _index: int) -> QAccessibleInterface:
        """Return nothing."""
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Return nothing."""
        return None  # type: ignore[return-value]

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return -1."""
        return -1


class SpokenTimeline(QAccessibleWidget):
    """The timeline as a list of what is drawn on it, in the order of time."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.view = view
        self._made: list[Spoken] = []
        self._told: tuple[object, ...] = ()
        self._pieces: tuple[Piece, ...] = ()
        view.session.selection_changed.connect(self._tell_focus)

    def pieces(self) -> tuple[Piece, ...]:
        """Return what is in sight, from left to right, the same as long as the view stays."""
        view = self.view
        view.take_size()
        scene = view.frame.scene
        key = (scene, view.session.viewport, view.frame.strips, view.frame.width, view.frame.height)
        if key != self._told:
            frame = view.frame
            found = frame.pieces_within(QRectF(0, frame.top, frame.width, frame.height - frame.top))
            self._pieces = tuple(sorted(found, key=_place))[:_MOST]
            self._told = key
        return self._pieces

    def events(self, piece: Piece) -> tuple[str, ...]:
        """Return the ids of the events of a piece."""
        if isinstance(piece, Cluster):
            return self.view.frame.scene.members(piece)
        return (piece.event,)

    def words(self, piece: Piece) -> tuple[str, str]:
        """Return a piece's name and what else is to be said of it."""
        chronicle = self.view.session.chronicle
        if isinstance(piece, Cluster):
            first = [chronicle.event[one].title for one in self.events(piece)[:MOST_NAMED]]
            name = translate("Timeline", "{count} events together").format(
                count=number(piece.count)
            )
            return name, "; ".join(first)
        event = chronicle.event[piece.event]
        articles = len(chronicle.sources_of(event))
        told = translate("Timeline", "sources: {count}").format(count=articles)
        if chronicle.is_disputed(event):
            told += ", " + translate("Timeline", "disputed")
        if event.id in self.view.session.workspace.bookmark:
            told += ", " + translate("Timeline", "Bookmarked")
        return f"{event.title}, {date_wording(event.date.value)}", told

    def place_of(self, piece: Piece) -> QRect:
        """Return where a piece is drawn on the screen."""
        rect = self.view.frame.rect_of(piece).toAlignedRect()
        return QRect(self.view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _tell_focus(self) -> None:
        """Tell a screen reader that the keyboard is on another event."""
        if QAccessible.isActive() and self.view.hasFocus():
            event = current_event(self.view.session.selection)
            for number, piece in enumerate(self.pieces()):
                if event and event in self.events(piece):
                    moved = QAccessibleEvent(self.view, QAccessible.Event.Focus)
                    moved.setChild(number)
                    QAccessible.updateAccessibility(moved)
                    return

    def childCount(self) -> int:
        """Return how many things are in sight."""
        return len(self.pieces())

    def child(self, index: int) -> QAccessibleInterface:
        """Return one of them; those made once are kept, as Qt may hold on to them."""
        while len(self._made) <= index < self.childCount():
            self._made.append(Spoken(self, len(self._made)))
        return self._made[index] if 0 <= index < self.childCount() else None  # type: ignore[return-value]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what is drawn at a place on the screen."""
        for at, piece in enumerate(self.pieces()):
            if self.place_of(piece).contains(x, y):
                return self.child(at)
        return None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return a child's number, -1 for what is none."""
        return next((at for at, one in enumerate(self._made) if one is child), -1)


class _Factory:
    """Makes the interfaces of timelines, and keeps them as long as Qt may ask them."""

    def __init__(self) -> None:
        self._kept: list[SpokenTimeline] = []

    def make(self, _key: str, asked: QObject) -> QAccessibleInterface | None:
        """Return the interface of a timeline, None for all else."""
        if not isinstance(asked, TimelineView):
            return None
        self._kept.append(SpokenTimeline(asked))
        return self._kept[-1]


def speak_once(app: QObject) -> None:
    """Have Qt tell screen readers what timelines show; further calls change nothing."""
    if not app.property(_INSTALLED):
        app.setProperty(_INSTALLED, True)  # Qt has no way to take a factory out again
        QAccessible.installFactory(_Factory().make)


def _place(piece: Piece) -> tuple[float, int]:
    return piece.left, piece.lane
