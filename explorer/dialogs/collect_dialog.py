"""CollectDialog: to which collection the selected events are added, an old or a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from explorer.session.session import Session
from explorer.widgets.text import Label


class CollectDialog(QDialog):
    """Offers the collections there are; any other name makes a new one.

    Signals:
        collected(str): the events were added to the collection of this name.
    """

    collected = Signal(str)

    def __init__(self, session: Session, preferred: str, parent: QWidget | None = None) -> None:
        """Offer the collection called `preferred` first, if there is one."""
        super().__init__(parent)
        self.setObjectName("collect")
        self.setWindowTitle(self.tr("Add to a collection"))
        self._session = session
        self._events = [event.id for event in session.picked_events()]
        self.name = QComboBox(editable=True)
        typed = QLineEdit()
        typed.setPlaceholderText(self.tr("Name of a new collection"))
        self.name.setLineEdit(typed)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setAccessibleName(self.tr("Name of the collection"))
        self.name.addItems(list(session.workspace.collection))
        self.name.setCurrentIndex(max(self.name.findText(preferred), 0))
        typed.selectAll()
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.said = Label("")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        # Else Enter would cancel while there is nothing to add.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.add = buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setObjectName("do-collect")
        self.add.setDefault(True)
        typed.returnPressed.connect(self.add.click)  # the box keeps Enter from the dialog
        buttons.accepted.connect(self._collect)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("%n event(s) to add to:", "", len(self._events))))
        column.addWidget(self.name)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.name.editTextChanged.connect(self._say)
        self._say()

    def _typed(self) -> str:
        return " ".join(self.name.currentText().split())

    def _say(self) -> None:
        """Say what adding will do: make a collection, or pass over what is in it."""
        name = self._typed()
        known = self._session.workspace.collection.get(name)
        held = sum(1 for one in self._events if known and known.entry(one))
        words = self.tr("Nothing like this yet: it will be made.") if name and not known else ""
        if held:
            words = self.tr("%n of them in it already", "", held)
        self.said.setText(words)
        self.add.setEnabled(bool(name) and held < len(self._events))

    def _collect(self) -> None:
        name = self._typed()
        known = self._session.workspace.collection.get(name)
        before = len(known.entries) if known else 0
        self._session.collect(name, self._events)
        made = self._session.workspace.collection.get(name)
        if made is not None:
            added = len(made.entries) - before
            told = self.tr("%n event(s) added to “{name}”; Ctrl+5 shows it", "", added)
            self._session.notice.emit(told.format(name=name))
            self.collected.emit(name)
        self.accept()
