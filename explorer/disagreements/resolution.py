"""ResolutionEditor: the reader's own dated word on a disagreement; it never alters the evidence."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, Qt, QTimer, QTimeZone
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.text import Label, coloured
from explorer.wording import interface_locale

_PAUSE = 800
"""Milliseconds without typing after which a note is saved."""


class ResolutionEditor(QWidget):
    """A note for the disagreement on show.

    What is typed reaches the session after a pause, when the focus leaves, when another
    disagreement is shown and on `flush`; it always goes to the one it was typed for.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._edited = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._title = Label(self.tr("Your resolution"), bold=True)
        self._dated = Label("", scale=0.92)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Your resolution"))
        self.note.setPlaceholderText(
            self.tr("How do you settle this, and why? The evidence stays as it is.")
        )
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(self.fontMetrics().lineSpacing() + 12)
        self.note.setMaximumHeight(self.fontMetrics().lineSpacing() * 3 + 10)
        self.note.installEventFilter(self)
        self.note.textChanged.connect(self._pause.start)
        self.remove = QPushButton(self.tr("Take back"))
        self.remove.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._dated, 1)
        row.addWidget(self.remove)
        column = vertical(self, spacing=4)
        column.addLayout(row)
        column.addWidget(self.note)
        session.workspace_changed.connect(self._show)
        session.read_only_changed.connect(self._show)
        self.set_theme(theme)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        coloured(self._dated, theme.muted)

    def edit(self, disagreement: str) -> None:
        """Edit the resolution of a disagreement, by id; an empty id for none."""
        if disagreement != self._edited:
            self.flush()
            self._edited = disagreement
            self._pause.stop()
            self._show()

    def flush(self) -> None:
        """Put what was typed into the session now."""
        self._pause.stop()
        if self._edited and not self._session.read_only:
            self._session.resolve(self._edited, self.note.toPlainText().strip())

    def _show(self) -> None:
        """Show the note as saved, unless the reader is still typing it."""
        known = self._session.workspace.resolution.get(self._edited)
        may = bool(self._edited) and not self._session.read_only
        self.note.setReadOnly(not may)
        self.remove.setEnabled(may and known is not None)
        self._dated.setText(self._date(known.resolved) if known else self.tr("Not resolved yet."))
        if self._pause.isActive():
            return
        words = known.note if known else ""
        if words != self.note.toPlainText().strip():
            self.note.setPlainText(words)
        self._pause.stop()

    def _date(self, moment: str) -> str:
        read = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
        if not read.isValid():
            return self.tr("Resolved: {date}").format(date=moment)
        local = read.toTimeZone(QTimeZone.systemTimeZone())
        spoken = interface_locale().toString(local, QLocale.FormatType.ShortFormat)
        return self.tr("Resolved: {date}").format(date=spoken)

    def _take_back(self) -> None:
        self._pause.stop()
        self._session.resolve(self._edited, "")

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Save the note when the focus leaves it."""
        if watched is self.note and happened.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, happened)

    def hideEvent(self, hidden: QHideEvent) -> None:
        """Save what was typed when the panel goes out of sight."""
        self.flush()
        super().hideEvent(hidden)
