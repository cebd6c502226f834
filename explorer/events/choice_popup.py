"""ChoicePopup: the small window in which the values of one facet are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)

from explorer.events.choice_row import ChoiceRow
from explorer.events.choices import Choice, ChoiceModel
from explorer.events.popup import Popup

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SEARCHED_FROM = 9
_ROWS = 17


class _ChoiceList(QListView):
    """A list as tall as its rows, up to a number of them, in which Enter ticks as Space does."""

    def sizeHint(self) -> QSize:
        rows = min(max(self.model().rowCount(), 1), _ROWS)
        row = max(self.sizeHintForRow(0), self.fontMetrics().height() + 8)
        return QSize(300, rows * row + 2 * self.frameWidth() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid() and isinstance(model, ChoiceModel):
            model.toggle(index)
        else:
            super().keyPressEvent(event)


class ChoicePopup(Popup):
    """Values of one facet to tick, searchable when they are many.

    Signals:
        ticked(frozenset): the ids the reader wants now.
    """

    ticked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._model = ChoiceModel(self)
        self._model.ticked.connect(self.ticked)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in this list"))
        self.search.setAccessibleName(self.tr("Find in this list"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._tick_first)
        self.search.installEventFilter(self)
        self.list = _ChoiceList()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(name)
        self.list.setModel(self._model)
        self.list.setItemDelegate(ChoiceRow(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.nothing = QLabel(self.tr("Nothing in this list has these letters."))
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Untick all"))
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self._untick)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.clear)
        for part in (self.search, self.list, self.nothing):
            self.column.addWidget(part)
        self.column.addLayout(foot)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices."""
        self._model.set_choices(choices)
        self.search.setVisible(len(choices) >= _SEARCHED_FROM)

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Show which are ticked."""
        self._model.set_chosen(chosen)
        self.clear.setEnabled(bool(chosen))

    def open_under(self, widget: QWidget) -> None:
        """Show it with all choices."""
        self.search.clear()
        super().open_under(widget)

    def take_keyboard(self) -> None:
        """Put the keyboard into the search line, or on the first choice."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.first())
        wanted: QWidget = self.list if self.search.isHidden() else self.search
        wanted.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_search(self, text: str) -> None:
        self._model.search(text)
        self.nothing.setVisible(not self._model.rowCount())
        self.list.setCurrentIndex(self._model.first())

    def _tick_first(self) -> None:
        index: QModelIndex = self.list.currentIndex()
        if index.isValid():
            self._model.toggle(index)
            self.search.selectAll()

    def _untick(self) -> None:
        self.ticked.emit(frozenset())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down lead from the search line into the list."""
        if isinstance(event, QKeyEvent) and watched is self.search and _is_down(event):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)


def _is_down(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
