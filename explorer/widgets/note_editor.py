"""NoteEditor: the note on one thing, shown where the thing is shown, and written there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from explorer.model.notes import NoteKind
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import Box, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.markdown import MarkdownProse
from explorer.widgets.text import Label

_PAUSE = 800
"""Milliseconds without typing after which a note is saved."""


class NoteEditor(QWidget):
    """A button to write a note where there is none, else the note and a button to change it.

    What is typed reaches the session after a pause, when the focus leaves and on `flush`.
    """

    def __init__(self, session: Session, theme: Theme, kind: NoteKind, target: str) -> None:
        super().__init__()
        self._session = session
        self._key = (kind, target)
        self._typed = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._box = Box(theme.base, theme.border, bar=theme.accent)
        self._box.column.addWidget(Label(self.tr("Your note"), theme.muted, scale=0.92, bold=True))
        self.shown = MarkdownProse("")
        self.shown.setAccessibleName(self.tr("Your note"))
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(self.tr("Your note, in Markdown"))
        self.words.setPlaceholderText(self.tr("Markdown: **strong**, *slanted*, - lists"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 12)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._on_typed)
        self.words.hide()
        self._box.column.addWidget(self.shown)
        self._box.column.addWidget(self.words)
        self.edit = tool_button("", "note", theme)
        self.edit.setObjectName(f"note-{kind}")
        self.edit.clicked.connect(self._turn)
        row = FlowLayout(across=2, down=2)
        row.add(self.edit)
        column = vertical(self, spacing=2)
        column.addWidget(self._box)
        column.addLayout(row)
        session.workspace_changed.connect(self._show)
        session.read_only_changed.connect(self._show)
        self._show()

    def flush(self) -> None:
        """Put what was typed into the session now."""
        self._pause.stop()
        if self._typed:  # not whether the pause lasts: it is over when it asks for this
            self._typed = False
            if not self._session.read_only:
                self._session.write_note(*self._key, self.words.toPlainText())

    def _on_typed(self) -> None:
        self._typed = True
        self._pause.start()

    def write(self) -> None:
        """Begin to write."""
        if self.words.isHidden():
            self._turn()

    def _turn(self) -> None:
        """Begin to write, or end it."""
        self.flush()
        self.words.setVisible(self.words.isHidden())
        self._show()
        (self.edit if self.words.isHidden() else self.words).setFocus()

    def _show(self) -> None:
        """Show the note as saved, unless the reader is still typing it."""
        known = self._session.workspace.note.get(self._key)
        words = known.words if known else ""
        writing = not self.words.isHidden()
        self._box.setVisible(writing or bool(words))
        self.shown.setVisible(not writing)
        self.shown.show_words(words)
        begin = _edit_words(self._key[0]) if words else _write_words(self._key[0])
        self.edit.setText(self.tr("Done") if writing else begin)
        self.edit.setAccessibleName(self.edit.text())
        self.edit.setEnabled(writing or not self._session.read_only)
        self.words.setReadOnly(bool(self._session.read_only))
        if not self._typed and words != self.words.toPlainText().strip():
            self.words.setPlainText(words)
            self._typed = False
            self._pause.stop()

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Save the note when the focus leaves it; Esc ends the writing."""
        if watched is self.words and happened.type() == QEvent.Type.FocusOut:
            self.flush()
        elif watched is self.words and isinstance(happened, QKeyEvent):
            escape = happened.key() == Qt.Key.Key_Escape
            if escape and happened.type() == QEvent.Type.ShortcutOverride:
                happened.accept()  # else the window's Esc clears the selection
                return True
            if escape and happened.type() == QEvent.Type.KeyPress:
                self._turn()
                return True
        return super().eventFilter(watched, happened)

    def hideEvent(self, hidden: QHideEvent) -> None:
        """Save what was typed when it goes out of sight."""
        self.flush()
        super().hideEvent(hidden)


def _write_words(kind: NoteKind) -> str:
    words = {
        "event": QCoreApplication.translate("NoteEditor", "Write a note on this event"),
        "passage": QCoreApplication.translate("NoteEditor", "Write a note on this passage"),
        "actor": QCoreApplication.translate("NoteEditor", "Write a note on this actor"),
        "article": QCoreApplication.translate("NoteEditor", "Write a note on this article"),
        "span": QCoreApplication.translate("NoteEditor", "Write a note on this time"),
    }
    return words[kind]


def _edit_words(kind: NoteKind) -> str:
    words = {
        "event": QCoreApplication.translate("NoteEditor", "Edit the note on this event"),
        "passage": QCoreApplication.translate("NoteEditor", "Edit the note on this passage"),
        "actor": QCoreApplication.translate("NoteEditor", "Edit the note on this actor"),
        "article": QCoreApplication.translate("NoteEditor", "Edit the note on this article"),
        "span": QCoreApplication.translate("NoteEditor", "Edit the note on this time"),
    }
    return words[kind]
