"""The dialog that writes events with numbered citations, or the articles they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from explorer.dialogs.file_row import FileRow
from explorer.dialogs.scope_box import SCOPES, ScopeBox
from explorer.dialogs.writing import Step, WritingBar, one_by_one
from explorer.exchange.citing.formats import Format, cited, written
from explorer.exchange.citing.outline import make_outline
from explorer.exchange.citing.styles import NAMES, Style
from explorer.exchange.scope import Scope
from explorer.model.date import Date
from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.session.session import Session
from explorer.store.files import write_atomically
from explorer.wording.dates import date_wording, interface_locale
from explorer.wording.faults import fault_words

_SHOWN = 20_000
"""Signs of a preview that are shown."""

_PREVIEWED = 300
"""Events that a preview is made of."""

_AT_ONCE = 2_000
"""So many events are written at once; of more it is told how far it is."""


class CiteDialog(QDialog):
    """Asks for events, format and style, shows what comes of it, and writes or copies it."""

    def __init__(
        self, session: Session, folder: Path, parent: QWidget | None = None, collection: str = ""
    ) -> None:
        """Offer a collection first, the bookmarks without its name; `folder` is where to write."""
        super().__init__(parent)
        self.setObjectName("cite")
        self.setWindowTitle(self.tr("Export citations"))
        self.resize(720, 640)
        self._session = session
        self.folder = folder
        preferred = Scope.COLLECTION if collection else Scope.BOOKMARKS
        self._scopes = ScopeBox(session, preferred, collection=collection)
        self._format, self._style = self._choices()
        name = session.chronicle.id or "events"
        self._file = FileRow(folder / f"{name}.md", self._kinds())
        self._preview = QPlainTextEdit(readOnly=True)
        self._preview.setObjectName("preview")
        self._preview.setAccessibleName(self.tr("Preview"))
        self._said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._said.setObjectName("said")
        self._bar = WritingBar(self, self._lock, self._say)
        self._lay_out()
        self._scopes.changed.connect(self._refresh)
        self._format.currentIndexChanged.connect(self._on_format)
        self._style.currentIndexChanged.connect(self._refresh)
        self._file.changed.connect(self._on_file)
        self._refresh()

    def _choices(self) -> tuple[QComboBox, QComboBox]:
        names = {
            Format.MARKDOWN: self.tr("Outline with footnotes (Markdown)"),
            Format.HTML: self.tr("Outline as a web page (HTML)"),
            Format.TEXT: self.tr("Outline for a word processor (text)"),
            Format.PAGE: self.tr("Page with the timeline, to share (HTML)"),
            Format.OWN_PAGE: self.tr("Page with the timeline and all quotes, for yourself (HTML)"),
            Format.BIBTEX: self.tr("Articles for LaTeX (BibTeX)"),
            Format.RIS: self.tr("Articles for reference programs (RIS)"),
            Format.CSL_JSON: self.tr("Articles for Zotero and pandoc (CSL-JSON)"),
        }
        formats, styles = QComboBox(), QComboBox()
        formats.setObjectName("format")
        styles.setObjectName("style")
        for form, name in names.items():
            formats.addItem(name, form)
        for style, name in NAMES.items():
            styles.addItem(name, style)
        return formats, styles

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("F&ormat:"), self._format)
        form.addRow(self.tr("&Style:"), self._style)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._scopes)
        column.addLayout(form)
        column.addWidget(self._preview, 1)
        column.addWidget(self._file)
        column.addWidget(self._said)
        column.addWidget(self._bar)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole
        self._copy = buttons.addButton(self.tr("&Copy"), role.ActionRole)
        self._copy.setObjectName("copy")
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copy_all)
        self._export = buttons.addButton(self.tr("E&xport"), role.AcceptRole)
        self._export.setObjectName("do-export")
        self._export.setDefault(True)
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def _form(self) -> Format:
        return Format(self._format.currentData())

    def _kinds(self) -> str:
        return f"{self._format.currentText()} (*{self._form.suffix})"

    def _writer(self) -> Callable[[Iterable[Event]], bytes]:
        """Return what writes events as is chosen now, wherever it runs; it goes through them once.

        It raises QuotelineError where they cannot be written.
        """
        session, locale, form = self._session, interface_locale(), self._form
        chronicle, library, workspace = session.chronicle, session.library, session.workspace
        style, collection = Style(self._style.currentData()), self._scopes.collection
        day = locale.toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        made = self.tr("Made with Quoteline on {day}").format(day=day)

        def words(date: Date) -> str:
            return date_wording(date, locale)

        def write(events: Iterable[Event]) -> bytes:
            return written(
                form,
                lambda: make_outline(
                    chronicle, library, workspace, events, style, made, words, collection
                ),
                lambda: cited(chronicle, events, in_order=collection is not None),
                fault_words,
            )

        return write

    def _make(self, path: Path, keep: Callable[[bytes], None], on_done: Callable[[], None]) -> None:
        """Write what is chosen and have it kept; of many events beside the window."""
        events, write = self._scopes.events(), self._writer()

        def work(step: Step) -> bytes:
            return write(one_by_one(events, step))

        def done(raw: bytes) -> None:
            try:
                keep(raw)
            except QuotelineError as error:
                self._say(fault_words(error))
            else:
                on_done()

        if len(events) > _AT_ONCE:
            self._bar.write(self.tr("Writing…"), path, work, done)
            return
        try:
            raw = write(events)
        except QuotelineError as error:
            self._say(fault_words(error))
        else:
            done(raw)

    def _on_format(self) -> None:
        self._style.setEnabled(self._form.has_style)
        self._file.propose(self._form.suffix, self._kinds())
        self._refresh()

    def _on_file(self) -> None:
        self._export.setText(self.tr("E&xport"))
        self._say(self.tr("Name the file to write.") if self._file.is_empty else "")
        self._export.setEnabled(not self._file.is_empty and bool(self._scopes.events()))

    def _refresh(self) -> None:
        self._scopes.count(
            {one: self.tr("%n event(s)", "", len(self._scopes.events(one))) for one in SCOPES}
        )
        self._on_file()
        events = self._scopes.events()
        try:
            text = self._writer()(events[:_PREVIEWED]).decode() if events else ""
        except QuotelineError as error:
            self._say(fault_words(error))
            text = ""
        is_cut = len(text) > _SHOWN or len(events) > _PREVIEWED
        self._preview.setPlainText(text[:_SHOWN] + ("…" if is_cut else ""))
        self._copy.setEnabled(bool(text))
        if not events:
            self._say(self.tr("There is nothing to export in this choice."))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _lock(self, busy: bool) -> None:
        """Let nothing be chosen while it is written."""
        for part in (self._scopes, self._format, self._file, self._copy, self._export):
            part.setEnabled(not busy)
        self._style.setEnabled(not busy and self._form.has_style)

    def _copy_all(self) -> None:
        def keep(raw: bytes) -> None:
            QApplication.clipboard().setText(raw.decode())

        self._make(self._file.path, keep, lambda: self._say(self.tr("Copied.")))

    def _write(self) -> None:
        path = self._file.path
        if not self._file.may_write():
            words = self.tr("{path} is there already. Press Replace to put this in its place.")
            self._say(words.format(path=path))
            self._export.setText(self.tr("&Replace"))
            return
        self._make(path, lambda raw: write_atomically(path, raw), lambda: self._on_written(path))

    def _on_written(self, path: Path) -> None:
        self.folder = path.parent
        self._session.notice.emit(self.tr("Written to {path}").format(path=path))
        self.accept()
