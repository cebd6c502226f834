"""CollectionsPanel: one collection of events at a time, in the reader's order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QInputDialog, QSplitter, QToolButton, QWidget

from explorer.collected.entry_editor import EntryEditor
from explorer.collected.rows import EntryRows
from explorer.model.selection import current_event
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, coloured, plain_tip

_ICONS = {
    "new": "add",
    "rename": "note",
    "delete": "close",
    "export": "export",
    "add": "add",
    "up": "up",
    "down": "down",
    "remove": "close",
}
_WIDE = 90
"""Letters side by side from which on the entry stands beside the list."""


class CollectionsPanel(QWidget):
    """Shows the events of a collection with their headings; it asks the session for each change.

    Signals:
        export_asked(str): the collection of this name is to be written with citations.
    """

    export_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._buttons: dict[str, QToolButton] = {}
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Collection"))
        self.choice.setMinimumContentsLength(28)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.activated.connect(self._show_chosen)
        self.hint = Label("")
        self.rows = EntryRows(theme)
        self.editor = EntryEditor(session, theme)
        self._parts = QSplitter()
        self._lay_out()
        self.rows.currentItemChanged.connect(self._edit_current)
        self.rows.moved.connect(self._move)
        self.rows.removed.connect(self._remove)
        self.rows.picked.connect(session.reveal)
        session.workspace_changed.connect(self._show)
        session.chronicle_changed.connect(self._show)
        session.read_only_changed.connect(self._show)
        session.selection_changed.connect(self._follow)
        self.setFocusProxy(self.rows)
        self.set_theme(theme)
        self._show()

    @property
    def name(self) -> str:
        """The name of the collection that is shown, an empty text where there is none."""
        return str(self.choice.currentData() or "")

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        coloured(self.hint, theme.muted)
        self.rows.set_theme(theme)
        self.editor.set_theme(theme)
        for name, button in self._buttons.items():
            button.setIcon(drawn_icon(_ICONS[name], theme))

    def flush(self) -> None:
        """Put what was typed into the session now."""
        self.editor.flush()

    def show_collection(self, name: str) -> None:
        """Show the collection of a name."""
        at = self.choice.findData(name)
        if at >= 0 and name != self.name:
            self.flush()
            self.choice.setCurrentIndex(at)
            self._show_chosen()

    def _lay_out(self) -> None:
        top, entries = FlowLayout(across=4, down=2), FlowLayout(across=2, down=2)
        top.add(self.choice)
        top.add(self._button("new", self.tr("New…"), self._ask_new))
        top.add(self._button("rename", self.tr("Rename…"), self._ask_name))
        top.add(self._button("delete", self.tr("Delete"), self._delete))
        top.add(self._button("export", self.tr("Export…"), self._export))
        entries.add(self._button("add", self.tr("Add the selection"), self._add))
        entries.add(self._button("up", self.tr("Up"), lambda: self.rows.move_by(-1)))
        entries.add(self._button("down", self.tr("Down"), lambda: self.rows.move_by(1)))
        entries.add(self._button("remove", self.tr("Take out"), self._remove_current))
        self._buttons["up"].setToolTip(self.tr("Ctrl+Shift+Up"))
        self._buttons["down"].setToolTip(self.tr("Ctrl+Shift+Down"))
        beside = QWidget()
        aside = vertical(beside, spacing=6)
        aside.addLayout(entries)
        aside.addWidget(self.editor)
        aside.addStretch(1)
        self._parts.addWidget(self.rows)
        self._parts.addWidget(beside)
        self._parts.setStretchFactor(0, 3)
        self._parts.setStretchFactor(1, 2)
        self._parts.setChildrenCollapsible(False)
        column = vertical(self, spacing=6, margins=8)
        column.addLayout(top)
        column.addWidget(self.hint)
        column.addWidget(self._parts, 1)
        column.addStretch(0)

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Put the entry beside the list where there is room for both, else below it."""
        super().resizeEvent(resized)
        wide = self.width() > self.fontMetrics().averageCharWidth() * _WIDE
        across = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if across != self._parts.orientation():
            self._parts.setOrientation(across)

    def _button(self, name: str, text: str, pressed: Callable[[], None]) -> QToolButton:
        made = tool_button(text, _ICONS[name], self._theme)
        made.setObjectName(f"collection-{name}")
        made.clicked.connect(pressed)
        self._buttons[name] = made
        return made

    def _show(self) -> None:
        """Show the collections there are, the same one as before if it is still there."""
        kept, at = self.name, self.choice.currentIndex()
        names = list(self._session.workspace.collection)
        known = [self.choice.itemData(one) for one in range(self.choice.count())]
        if names != known:
            gone = [one for one in known if one not in names]
            fresh = [one for one in names if one not in known]
            if kept in gone and len(names) == len(known) and fresh:
                kept = fresh[0]  # renamed
                self.editor.renamed(kept)
            elif len(fresh) == 1 and not gone:
                kept = fresh[0]  # made just now
            self.choice.clear()
            for name in names:
                self.choice.addItem(name, name)
            at = names.index(kept) if kept in names else min(max(at, 0), len(names) - 1)
            self.choice.setCurrentIndex(at)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._session.workspace.collection.get(self.name)
        entries = chosen.entries if chosen else ()
        self.rows.show_entries(entries, self._session.chronicle)
        none = self.tr(
            "No collection yet. A collection is the outline of a paper: events in an order of your "
            "own, under headings of your own. Select events and press C."
        )
        empty = self.tr("Nothing in it yet. Select events and press C.")
        self.hint.setText(empty if chosen else none)
        self.hint.setVisible(not entries)
        self._parts.setVisible(bool(chosen))
        self.rows.setVisible(bool(entries))
        self.choice.setVisible(chosen is not None)
        self.choice.setToolTip(plain_tip(self.name))  # it may be cut in the box
        self._edit_current()

    def _follow(self) -> None:
        """Make the current event's row the current one, where it has one."""
        self.rows.mark(current_event(self._session.selection))
        self._let_do()

    def _edit_current(self) -> None:
        self.editor.edit(self.name, self.rows.event_id)
        self.editor.setVisible(bool(self.rows.event_id))
        self._let_do()

    def _let_do(self) -> None:
        """Let be done what can be."""
        may = not self._session.read_only
        self.rows.setDragEnabled(may)
        row, last = self.rows.currentRow(), self.rows.count() - 1
        for name, possible in (
            ("new", may),
            ("rename", may and bool(self.name)),
            ("delete", may and bool(self.name)),
            ("export", bool(self.rows.count())),
            ("add", may and bool(self.name) and bool(self._session.picked_events())),
            ("up", may and row > 0),
            ("down", may and 0 <= row < last),
            ("remove", may and row >= 0),
        ):
            self._buttons[name].setEnabled(possible)
        for name in ("rename", "delete", "export", "add"):
            self._buttons[name].setVisible(bool(self.name))
        for name in ("up", "down", "remove"):
            self._buttons[name].setVisible(bool(self.rows.count()))

    def _ask_new(self) -> None:
        self._ask(self.tr("New collection"), "", self._make)

    def _ask_name(self) -> None:
        self.flush()
        self._ask(self.tr("Rename the collection"), self.name, self._rename)

    def _ask(self, title: str, name: str, answered: Callable[[str], None]) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name of the collection:"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, name: str) -> None:
        if not self._is_taken(name):
            self._session.collect(name)

    def _rename(self, name: str) -> None:
        if name.strip() != self.name and not self._is_taken(name):
            self._session.rename_collection(self.name, name)

    def _is_taken(self, name: str) -> bool:
        taken = " ".join(name.split()) in self._session.workspace.collection
        if taken:
            told = self.tr("There is a collection “{name}” already.")
            self._session.notice.emit(told.format(name=" ".join(name.split())))
        return taken

    def _delete(self) -> None:
        self.flush()
        self._session.notice.emit(
            self.tr("Collection “{name}” deleted; undo brings it back.").format(name=self.name)
        )
        self._session.delete_collection(self.name)

    def _export(self) -> None:
        self.flush()
        self.export_asked.emit(self.name)

    def _add(self) -> None:
        self._session.collect(self.name, [one.id for one in self._session.picked_events()])

    def _move(self, event: str, place: int) -> None:
        self.flush()
        if not self._session.read_only:
            self._session.reorder(self.name, event, place)
            self.rows.mark(event)

    def _remove(self, event: str) -> None:
        self.flush()
        if not self._session.read_only:
            self._session.take_out(self.name, (event,))

    def _remove_current(self) -> None:
        self._remove(self.rows.event_id)
