"""TrackList: all tracks in a list, to show, hide, find and put in order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.layout.tracks import Tracked
from explorer.model.folding import fold
from explorer.model.tracks import Tracks
from explorer.session.session import Session
from explorer.widgets.text import Label
from explorer.wording.numbers import number

_KEY = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TrackRows(QListWidget):
    """Rows to tick and to drag; Alt with Up and Down moves the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAccessibleName(self.tr("Tracks"))
        self.setAccessibleDescription(
            self.tr("Space shows or hides a track; Alt with Up and Down moves it.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current row with Alt and the arrows."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        row = self.currentRow()
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if held and step and row >= 0 and 0 <= row + step < self.count():
            model, root = self.model(), QModelIndex()
            model.moveRow(root, row, root, row + step + (step > 0))
        else:
            super().keyPressEvent(event)


class TrackList(QDialog):
    """Changes the session's tracks at once, as they are ticked and moved."""

    def __init__(self, session: Session, tracked: Tracked, parent: QWidget | None = None) -> None:
        """Show `tracked`, the tracks as they are now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tracks"))
        self._session = session
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a track"))
        self.search.setAccessibleName(self.tr("Find a track"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.rows = TrackRows()
        self._fill(tracked)
        self.rows.itemChanged.connect(self._take)
        self.rows.model().rowsMoved.connect(self._take)
        every, none = QPushButton(self.tr("Show all")), QPushButton(self.tr("Hide all"))
        every.clicked.connect(self._show_all)
        none.clicked.connect(self._hide_all)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        for button in (every, none):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons)
        whole = QVBoxLayout(self)
        hint = self.tr("Tick what the timeline shows; drag tracks into another order.")
        whole.addWidget(Label(hint))
        whole.addWidget(self.search)
        whole.addWidget(self.rows, 1)
        whole.addLayout(row)
        self.resize(420, 560)

    def _fill(self, tracked: Tracked) -> None:
        for track in tracked.tracks:
            words = self.tr("{name} ({count})").format(
                name=track.name, count=number(len(track.rows))
            )
            item = QListWidgetItem(words)
            item.setData(_KEY, track.key)
            item.setFlags(
                (item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled
            )
            item.setCheckState(_UNCHECKED if track.number < 0 else _CHECKED)
            self.rows.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.rows.item(row) for row in range(self.rows.count())]

    def _take(self) -> None:
        """Have the session show what is ticked, in this order."""
        items = self._items()
        keys = tuple(item.data(_KEY) for item in items)
        hidden = frozenset(item.data(_KEY) for item in items if item.checkState() == _UNCHECKED)
        chosen = self._session.tracks
        pinned = tuple(key for key in keys if key in chosen.pinned)
        self._session.set_tracks(Tracks(chosen.by, keys, pinned, chosen.collapsed, hidden))

    def _show_all(self) -> None:
        self._tick(_CHECKED)

    def _hide_all(self) -> None:
        self._tick(_UNCHECKED)

    def _tick(self, state: Qt.CheckState) -> None:
        """Tick, or not, all tracks that the search finds."""
        self.rows.blockSignals(True)
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(state)
        self.rows.blockSignals(False)
        self.rows.viewport().update()
        self._take()

    def _find(self, text: str) -> None:
        wanted = fold(text)
        for item in self._items():
            item.setHidden(wanted not in fold(item.text()))
