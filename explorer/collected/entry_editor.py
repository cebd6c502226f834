"""EntryEditor: the reader's heading and remark for one event of a collection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from explorer.model.collecting import Entry
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.text import Label, coloured

_PAUSE = 800
"""Milliseconds without typing after which what was typed is saved."""


class EntryEditor(QWidget):
    """What is typed reaches the session after a pause, when the focus leaves and on `flush`.

    It always goes to the entry that it was typed for.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._of = ("", "")
        self._typed = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._title = Label("")
        self.heading = QLineEdit()
        self.heading.setAccessibleName(self.tr("Heading"))
        self.heading.setPlaceholderText(self.tr("A heading of your own"))
        self.heading.textEdited.connect(self._on_typed)
        self.heading.editingFinished.connect(self.flush)
        self.remark = QPlainTextEdit()
        self.remark.setAccessibleName(self.tr("Remark"))
        self.remark.setPlaceholderText(self.tr("A remark of your own"))
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 12)
        self.remark.installEventFilter(self)
        self.remark.textChanged.connect(self._on_typed)
        column = vertical(self, spacing=6)
        for part in (self._title, self.heading, self.remark):
            column.addWidget(part)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        coloured(self._title, theme.muted)

    def edit(self, collection: str, event: str) -> None:
        """Edit another entry; what was typed for the one before is saved first."""
        if (collection, event) != self._of:
            self.flush()
            self._of = (collection, event)
        known = self._session.chronicle.event.get(event)
        self._title.setText(known.title if known else event)
        self.show_saved()

    def show_saved(self) -> None:
        """Show heading and remark as saved, unless the reader is still typing them."""
        entry = self._entry()
        may = entry is not None and not self._session.read_only
        self.heading.setEnabled(may)
        self.remark.setEnabled(may)
        if self._typed and entry is not None:
            return
        heading, remark = (entry.heading, entry.remark) if entry else ("", "")
        if heading != self.heading.text():
            self.heading.setText(heading)
        if remark != self.remark.toPlainText().strip():
            self.remark.setPlainText(remark)
        self._typed = False
        self._pause.stop()

    def flush(self) -> None:
        """Put what was typed into the session now."""
        typed, self._typed = self._typed, False
        self._pause.stop()
        if typed and self._entry() is not None and not self._session.read_only:
            # Taken before the first is saved: that shows what is saved, maybe of another entry.
            of, heading, remark = self._of, self.heading.text(), self.remark.toPlainText()
            self._session.set_heading(*of, heading)
            self._session.set_remark(*of, remark)

    def _on_typed(self) -> None:
        self._typed = True
        self._pause.start()

    def _entry(self) -> Entry | None:
        collection, event = self._of
        known = self._session.workspace.collection.get(collection)
        return known.entry(event) if known else None

    def renamed(self, name: str) -> None:
        """Go on with the same entry of a collection that has another name now."""
        self._of = (name, self._of[1])

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Save a remark when the focus leaves it."""
        if watched is self.remark and happened.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, happened)

    def hideEvent(self, hidden: QHideEvent) -> None:
        """Save what was typed when it goes out of sight."""
        self.flush()
        super().hideEvent(hidden)
