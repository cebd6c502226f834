"""SearchPanel: everything that holds the words typed, by kind, each leading to its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListView, QScrollArea, QStackedWidget, QWidget

from explorer.model.finding import Ground
from explorer.search.search import LONGEST, Results
from explorer.searching.drawing import ResultRow
from explorer.searching.empty import EmptyPage
from explorer.searching.indexing import Indexing
from explorer.searching.kinds import KindBar
from explorer.searching.leading import lead_to
from explorer.searching.rows import ROW, ResultRows, Row
from explorer.searching.words import widened_tip, widened_words
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, vertical
from explorer.widgets.text import Label, breakable, coloured, plain_tip
from explorer.wording.query_words import fault_words

_PAUSE = 40
"""Milliseconds without a key after which is searched."""

_FEW, _MANY = 5, 100
"""Results shown of each kind, and of one alone."""

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class SearchPanel(QWidget):
    """A field and what is found; the keyboard stays in the field while arrows go through results.

    It reads the session and asks the session.

    Signals:
        place_asked(str, tuple): an article or brief (its id) is to be shown, at ranges of its text
            in code points where there are any.
    """

    place_asked = Signal(str, object)

    def __init__(
        self, session: Session, theme: Theme, folder: Path, parent: QWidget | None = None
    ) -> None:
        """Make the panel; indexes are kept in `folder`."""
        super().__init__(parent)
        self._session = session
        self._results = Results()
        self.indexing = Indexing(session, folder, self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.search_now)
        self.field = self._made_field()
        self.unread = Label("", scale=0.92)
        self.widened = Label("", scale=0.92)
        self.kinds = KindBar(theme)
        self.count = Label("")
        self.rows = ResultRows(self)
        self._drawn = ResultRow(theme, self)
        self.list = self._made_list()
        self.empty = EmptyPage(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._show_results()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._glass.setIcon(drawn_icon("search", theme))
        for part in (self._drawn, self.kinds, self.empty):
            part.set_theme(theme)
        coloured(self.unread, theme.warning)
        for label in (self.widened, self.count):
            coloured(label, theme.muted)
        self.list.viewport().update()

    def stop(self) -> None:
        """End what is under way; the window closes."""
        self._timer.stop()
        self.indexing.stop()

    def focus_field(self) -> None:
        """Take the keyboard into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _made_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(LONGEST)
        field.setPlaceholderText(self.tr("Search everything"))
        field.setAccessibleName(self.tr("Search everything"))
        field.setClearButtonEnabled(True)
        self._glass = QAction(self)
        field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        field.installEventFilter(self)
        return field

    def _made_list(self) -> QListView:
        made = QListView()
        made.setModel(self.rows)
        made.setItemDelegate(self._drawn)
        made.setAccessibleName(self.tr("Results"))
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came late would narrow rows whose heights are known by then.
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        made.setFrameShape(QListView.Shape.NoFrame)
        made.installEventFilter(self)
        return made

    def _lay_out(self) -> None:
        head = QWidget()
        column = vertical(head, spacing=6, margins=8)
        for part in (self.field, self.unread, self.widened, self.kinds, self.count):
            column.addWidget(part)
        room = QScrollArea()
        room.setWidget(self.empty)
        room.setWidgetResizable(True)
        room.setFrameShape(QScrollArea.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(room)
        whole = vertical(self, spacing=0)
        whole.addWidget(head)
        whole.addWidget(self.pages, 1)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        session = self._session
        self.field.textChanged.connect(self._on_typed)
        self.kinds.chosen.connect(self.search_now)
        self.list.clicked.connect(self._take)
        self.indexing.ready.connect(self.search_now)
        self.indexing.told.connect(self._show_progress)
        self.indexing.broken.connect(_raise)
        session.chronicle_changed.connect(self._on_chronicle)
        session.workspace_changed.connect(self._on_typed)

    def _on_typed(self) -> None:
        """Search in a moment: other words, or other marks that fields may ask for."""
        if self.isVisible():
            self._timer.start()

    def _on_chronicle(self) -> None:
        self.kinds.choose(None)
        self._results = Results()
        self._show_results()

    def search_now(self) -> None:
        """Search for what is typed and show what is found."""
        self._timer.stop()
        search, only = self.indexing.search, self.kinds.kind
        if search is not None:
            most = _FEW if only is None else _MANY
            self._results = search.find(self.field.text(), self._ground(), most, only)
        self._show_results()

    def _ground(self) -> Ground:
        known = self._session.matcher
        return Ground(known.chronicle, known.words, known.marks, known.noted)

    def _show_results(self) -> None:
        results = self._results
        _say(self.unread, "\n".join(map(fault_words, results.faults)))
        _say(self.widened, widened_words(results.widened))
        self.widened.setToolTip(plain_tip(widened_tip(results.widened)))
        self.kinds.show_counts({group.kind: group.total for group in results.groups})
        self.kinds.setVisible(results.total > 0)
        if self.rows.show_results(results, self._session.chronicle, self.kinds.kind):
            self.list.setCurrentIndex(self.rows.first())
            self.list.scrollToTop()
        self._show_count()
        self.empty.show_state(asked=results.asked, elsewhere=bool(results.total))
        self.pages.setCurrentIndex(0 if self.rows.rows else 1)

    def _show_count(self) -> None:
        results = self._results
        words = ""
        if self.indexing.search is None and self.field.text().strip():
            words = self.tr("Reading for the search…")
        elif results.total:
            words = self.tr("%n result(s)", "", results.total)
            shown = sum(len(group.hits) for group in results.groups)
            of_kind = sum(g.total for g in results.groups if g.kind == self.kinds.kind)
            if self.kinds.kind is not None and of_kind > shown:
                words = self.tr("The best {shown} of {total} are shown").format(
                    shown=shown, total=of_kind
                )
        _say(self.count, words)

    def _show_progress(self, done: int, total: int) -> None:
        if self.indexing.search is None and self.field.text().strip() and total:
            words = self.tr("Reading for the search… {percent} %")
            _say(self.count, words.format(percent=100 * done // total))

    def _take(self, index: QModelIndex) -> None:
        """Go to a result, or show all of its kind."""
        row: Row | None = index.data(ROW)
        if row is None or row.role == "heading":
            return
        if row.hit is None:
            self.kinds.choose(row.kind)
            self.search_now()
        else:
            lead_to(row.hit, self._session, self.place_asked.emit)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Go through the results from the field; Enter takes one, Esc empties the field."""
        if isinstance(happened, QKeyEvent):
            key, pressed = Qt.Key(happened.key()), happened.type() == QEvent.Type.KeyPress
            escape = key == Qt.Key.Key_Escape and bool(self.field.text())
            if happened.type() == QEvent.Type.ShortcutOverride and escape:
                happened.accept()
                return True
            if pressed and escape:
                self.field.clear()
                self.field.setFocus()
                return True
            if pressed and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self._timer.isActive():
                    self.search_now()
                self._take(self.list.currentIndex())
                return True
            if pressed and key in _STEPS and not happened.modifiers():
                at = self.rows.step(self.list.currentIndex().row(), _STEPS[key])
                self.list.setCurrentIndex(at)
                return True
        return super().eventFilter(watched, happened)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the search of what is open when the panel comes on screen."""
        super().showEvent(event)
        self.indexing.want()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow no change while nobody looks."""
        super().hideEvent(event)
        self.indexing.let_be()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()


def _say(label: Label, words: str) -> None:
    label.setText(breakable(words))
    label.setAccessibleName(words)
    label.setVisible(bool(words))


def _raise(error: BaseException) -> None:
    raise error
