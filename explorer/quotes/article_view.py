"""ArticleView: an article's text whole, with every passage marked and leading to its event."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from explorer.model.selection import PassageSelected, current_event
from explorer.quotes.article_text import ArticleText
from explorer.quotes.marked import Mark, MarkedText, current_marks
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import Box, tool_button, vertical
from explorer.widgets.text import Label
from explorer.wording import citation, date_wording


class ArticleView(QWidget):
    """Shows one article and follows the session's event in it.

    Signals:
        back_requested(): the reader wants the event's page again.
        attach_requested(str): the reader wants to attach this article (its id).
    """

    back_requested = Signal()
    attach_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._marked: MarkedText | None = None
        self._found: tuple[Mark, ...] = ()
        self._head = QWidget()
        self._previous = self._next = self._back = QToolButton()
        self.text = ArticleText(theme, self._tip)
        self.text.setAccessibleName(self.tr("Article text"))
        self.text.pressed.connect(self._press)
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._choose)
        self._column = vertical(self, spacing=0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.text, 1)

    def show_marked(
        self, marked: MarkedText, theme: Theme, found: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Show a text with its marks; the current event's passages and what was found stand out."""
        self._found = tuple(Mark("", start, end, ()) for start, end in found)
        if marked != self._marked or theme != self._theme:
            self._marked = marked
            self._theme = theme
            self._put_head(marked)
            self.text.show_marked(marked, theme)
        self.follow()

    def follow(self) -> None:
        """Make the passages of the session's event stand out."""
        if self._marked is None:
            return
        self.text.show_current((*self._found, *self._current(self._marked)))
        self._previous.setEnabled(self._step_target(-1) is not None)
        self._next.setEnabled(self._step_target(1) is not None)

    def focus_back(self) -> None:
        """Give the keyboard to the button that leads back."""
        self._back.setFocus()

    def _put_head(self, marked: MarkedText) -> None:
        old = self._head
        self._head = QWidget()
        column = vertical(self._head, spacing=6, margins=10)
        bar = QHBoxLayout()
        bar.setSpacing(2)
        self._back = tool_button(self.tr("Back to the event"), "back", self._theme)
        self._back.clicked.connect(self.back_requested)
        self._previous = tool_button("", "previous", self._theme, self.tr("Previous passage"))
        self._previous.setAccessibleName(self.tr("Previous passage"))
        self._previous.clicked.connect(self._go_back)
        self._next = tool_button("", "next", self._theme, self.tr("Next passage"))
        self._next.setAccessibleName(self.tr("Next passage"))
        self._next.clicked.connect(self._go_on)
        bar.addWidget(self._back)
        bar.addStretch(1)
        bar.addWidget(self._previous)
        bar.addWidget(self._next)
        column.addLayout(bar)
        column.addWidget(Label(citation(marked.article), bold=True))
        column.addWidget(Label(self._counted(marked), self._theme.muted, scale=0.92))
        if marked.ours:
            column.addWidget(self._ours(marked))
        self._column.replaceWidget(old, self._head)
        self._head.show()
        old.hide()
        old.deleteLater()

    def _counted(self, marked: MarkedText) -> str:
        count = len(marked.marks)
        words = self.tr("{count} passages marked; click one for its event.").format(count=count)
        if count == 1:
            words = self.tr("One passage marked; click it for its event.")
        if marked.lost:
            lost = self.tr("{count} more not found in this text.").format(count=marked.lost)
            words = f"{words} {lost}"
        return words

    def _ours(self, marked: MarkedText) -> Box:
        box = Box(self._theme.brief, self._theme.border, dashed=True)
        box.column.addWidget(
            Label(self.tr("Our words: a brief that retells the article, not the article itself."))
        )
        if self._session.library.is_attached(marked.article.id):
            return box
        attach = tool_button(self.tr("Attach the article…"), "attach", self._theme)
        attach.clicked.connect(self._attach)
        row = QHBoxLayout()
        row.addWidget(attach)
        row.addStretch(1)
        box.column.addLayout(row)
        return box

    def _attach(self) -> None:
        if self._marked is not None:
            self.attach_requested.emit(self._marked.article.id)

    def _tip(self, point: int) -> str:
        titles = []
        for _, event_id in self._events_at(point):
            event = self._session.chronicle.event[event_id]
            titles.append(f"{date_wording(event.date.value)} · {event.title}")
        return "\n".join(titles)

    def _events_at(self, point: int) -> list[tuple[str, str]]:
        """Return (passage, event) for the events marked at a code point, each event once."""
        marks = self._marked.at(point) if self._marked else ()
        found: dict[str, str] = {}
        for mark in marks:
            for event in mark.events:
                found.setdefault(event, mark.passage)
        return [(passage, event) for event, passage in found.items()]

    def _press(self, point: int, place: QPoint) -> None:
        choices = self._events_at(point)
        if len(choices) == 1:
            self._pick(*choices[0])
            return
        self.menu.clear()
        for passage, event in choices:
            title = self._session.chronicle.event[event].title
            action = QAction(title.replace("&", "&&"), self.menu)
            action.setData((passage, event))
            self.menu.addAction(action)
        if choices:
            self.menu.popup(place)

    def _choose(self, action: QAction) -> None:
        passage, event = action.data()
        self._pick(passage, event)

    def _pick(self, passage: str, event: str) -> None:
        self._session.reveal(event)
        self._session.select(PassageSelected(passage, event))

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, places: int) -> None:
        target = self._step_target(places)
        if target is not None:
            self._pick(*target)

    def _step_target(self, places: int) -> tuple[str, str] | None:
        """Return the (passage, event) `places` further on in the text, None beyond its ends."""
        if self._marked is None:
            return None
        stops = [(mark.passage, event) for mark in self._marked.marks for event in mark.events]
        current = self._current(self._marked)
        event = current_event(self._session.selection)
        here = (current[0].passage, event) if current else None
        there = stops.index(here) + places if here in stops else 0
        return stops[there] if 0 <= there < len(stops) else None

    def _current(self, marked: MarkedText) -> tuple[Mark, ...]:
        selection = self._session.selection
        named = (selection.passage,) if isinstance(selection, PassageSelected) else ()
        event = current_event(selection)
        return current_marks(self._session.chronicle, marked, event, named)
