"""NotesPanel: all notes of the reader in one list, by kind; each leads to what it is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem, QWidget

from explorer.model.notes import NOTE_KINDS, Note, span_target, target_span
from explorer.model.selection import ActorSelected, PassageSelected, SpanSelected
from explorer.notes.rows import Row, kind_word, rows_of
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.markdown import unmarked
from explorer.widgets.note_editor import NoteEditor
from explorer.widgets.text import Label, coloured, plain_tip


class NotesPanel(QWidget):
    """Every note with what it is on; a click or Enter goes there, Delete takes the note away.

    It reads the session and asks the session.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._rows: list[Row] = []
        self._editor: NoteEditor | None = None
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of note"))
        self.kind.addItem(self.tr("All notes"), "")
        for kind in NOTE_KINDS:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.activated.connect(self._show)
        self.span = tool_button(self.tr("Note on the time on screen"), "note", theme)
        self.span.setToolTip(self.tr("Or on the span of time that is selected"))
        self.span.clicked.connect(self._note_on_span)
        self.empty = Label("")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Notes"))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._go)
        self.list.installEventFilter(self)
        bar = FlowLayout(across=8, down=4)
        bar.add(self.kind)
        bar.add(self.span)
        self._column = vertical(self, spacing=6, margins=8)
        self._column.addLayout(bar)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.list, 1)
        self._rest = QLabel()
        self._column.addWidget(self._rest)
        self.setFocusProxy(self.list)
        session.workspace_changed.connect(self._show)
        session.chronicle_changed.connect(self._on_chronicle)
        session.read_only_changed.connect(self._show)
        self.set_theme(theme)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        coloured(self.empty, theme.muted)
        self.span.setIcon(drawn_icon("note", theme))
        self._close_editor()

    def flush(self) -> None:
        """Put what is being typed into the session now."""
        if self._editor is not None:
            self._editor.flush()

    def _show(self) -> None:
        chosen = self.kind.currentData()
        rows = [row for row in rows_of(self._session) if chosen in ("", row.note.kind)]
        self.span.setEnabled(not self._session.read_only)
        if rows != self._rows or not rows:
            self._fill(rows)
        none = self.tr(
            "No note yet. Open an event or an actor and press “Write a "
            "note”, or write one on the time on screen."
        )
        other = self.tr("No note of this kind.")
        self.empty.setText(other if self._session.workspace.notes else none)
        self.empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._rest.setVisible(not rows)

    def _fill(self, rows: list[Row]) -> None:
        current = max(0, self.list.currentRow())
        self._rows = rows
        self.list.clear()
        for row in rows:
            words = " ".join(unmarked(row.note.words).split())
            item = QListWidgetItem(f"{row.kind} · {row.on}\n{words[:300]}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.kind}: {row.on}. {words}")
            item.setToolTip(plain_tip(row.note.words[:2000]))
            self.list.addItem(item)
        if rows:
            self.list.setCurrentRow(min(current, len(rows) - 1))

    def _go(self) -> None:
        """Show what the current note is on."""
        if 0 <= self.list.currentRow() < len(self._rows):
            self._close_editor()
            self._lead_to(self._rows[self.list.currentRow()].note)

    def _lead_to(self, note: Note) -> None:
        session, target = self._session, note.target
        if note.kind == "event":
            session.reveal(target)
        elif note.kind == "actor" and target in session.chronicle.actor:
            session.select(ActorSelected(target))
        elif note.kind == "passage" and target in session.chronicle.passage:
            self._lead_to_passage(target)
        elif note.kind == "article":
            passages = session.chronicle.passages_of_article.get(target, ())
            if passages:
                self._lead_to_passage(passages[0].id)
        elif span := target_span(target):
            session.select(SpanSelected(span))
            session.travel(span)
            self._open_editor(target)

    def _lead_to_passage(self, passage: str) -> None:
        """Show a passage with the first event that it bears on."""
        for event in self._session.chronicle.events_of_passage.get(passage, ()):
            self._session.reveal(event.id)
            self._session.select(PassageSelected(passage, event.id))
            return
        self._session.select(PassageSelected(passage, ""))

    def _note_on_span(self) -> None:
        picked = self._session.selection
        span = picked.span if isinstance(picked, SpanSelected) else self._session.viewport
        self._open_editor(span_target(span))
        if self._editor is not None:
            self._editor.write()

    def _open_editor(self, target: str) -> None:
        self._close_editor()
        self._editor = NoteEditor(self._session, self._theme, "span", target)
        self._column.addWidget(self._editor)

    def _close_editor(self) -> None:
        if self._editor is not None:
            self._editor.flush()
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def _on_chronicle(self) -> None:
        self._close_editor()
        self._show()

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Go to the target of a note with Enter; Delete takes the note away."""
        if watched is self.list and isinstance(happened, QKeyEvent):
            pressed = happened.type() == QEvent.Type.KeyPress
            if pressed and happened.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            at = self.list.currentRow()
            if pressed and happened.key() == Qt.Key.Key_Delete and 0 <= at < len(self._rows):
                self._session.write_note(*self._rows[at].note.key, "")
                return True
        return super().eventFilter(watched, happened)
