"""The export dialog: which events, as which rows, to which file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from explorer.dialogs.file_row import FileRow
from explorer.dialogs.scope_box import SCOPES, ScopeBox
from explorer.dialogs.writing import WritingBar, one_by_one
from explorer.exchange.csv_export import RowsBy, count_rows, rows, write_csv
from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.session.session import Session
from explorer.wording.faults import fault_words

_AT_ONCE = 2_000
"""So many events are written at once; of more it is told how far it is."""


class ExportDialog(QDialog):
    """Asks for the scope, each with its number of rows, and writes the file."""

    def __init__(self, session: Session, folder: Path, parent: QWidget | None = None) -> None:
        """Offer what the session selects, bookmarks and filters; `folder` is where to write."""
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(self.tr("Export selection"))
        self.setMinimumWidth(520)
        self._session = session
        self.folder = folder
        self._scopes = ScopeBox(session)
        self._rows = QButtonGroup(self)
        self._modes = QButtonGroup(self)
        name = f"{session.chronicle.id or 'events'}.csv"
        self._file = FileRow(folder / name, self.tr("CSV (*.csv)"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._scopes)
        column.addWidget(self._rows_box())
        column.addWidget(self._cells_box())
        column.addWidget(self._file)
        self._said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._said.setObjectName("said")
        column.addWidget(self._said)
        self._bar = WritingBar(self, self._lock, self._say)
        column.addWidget(self._bar)
        self._buttons = self._button_box()
        column.addWidget(self._buttons)
        self._scopes.changed.connect(self._recount)
        self._file.changed.connect(self._recount)
        self._recount()

    def _rows_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Rows"))
        column = QVBoxLayout(box)
        texts = (
            self.tr("One row for each event and &passage"),
            self.tr("One row for each e&vent"),
        )
        for number, text in enumerate(texts):
            choice = QRadioButton(text)
            self._rows.addButton(choice, number)
            column.addWidget(choice)
        self._rows.button(0).setChecked(True)
        self._rows.idToggled.connect(self._recount)
        return box

    def _cells_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Cells"))
        column = QVBoxLayout(box)
        texts = (
            self.tr("&Spreadsheet-safe: a cell that looks like a formula gets an apostrophe"),
            self.tr("&Exact: every cell as it is"),
        )
        for number, text in enumerate(texts):
            choice = QRadioButton(text)
            self._modes.addButton(choice, number)
            column.addWidget(choice)
        self._modes.button(0).setChecked(True)
        self._bom = QCheckBox(self.tr("Begin with a &byte order mark (older Excel)"))
        column.addWidget(self._bom)
        return box

    def _button_box(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.addButton(self.tr("E&xport"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setObjectName("do-export")
        self._export.setDefault(True)
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        return buttons

    def _by(self) -> RowsBy:
        return "passage" if self._rows.checkedId() == 0 else "event"

    def _recount(self) -> None:
        chronicle = self._session.chronicle
        counts = {
            scope: count_rows(chronicle, self._scopes.events(scope), self._by()) for scope in SCOPES
        }
        self._scopes.count({one: self.tr("%n row(s)", "", n) for one, n in counts.items()})
        reason = ""
        if not self._scopes.events():
            reason = self.tr("There is nothing to export in this choice.")
        elif self._file.is_empty:
            reason = self.tr("Name the file to write.")
        self._say(reason)
        self._export.setText(self.tr("E&xport"))
        self._export.setEnabled(not reason)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _write(self) -> None:
        path = self._file.path
        if not self._file.may_write():
            self._say(
                self.tr(
                    "{path} is there already. Press Replace to put this export in its place."
                ).format(path=path)
            )
            self._export.setText(self.tr("&Replace"))
            return
        chosen, write = self._scopes.events(), self._writer(path)
        if len(chosen) > _AT_ONCE:
            self._bar.write(
                self.tr("Exporting…"),
                path,
                lambda step: write(one_by_one(chosen, step)),
                self._on_written,
            )
            return
        try:
            self._on_written(write(chosen))
        except QuotelineError as error:
            self._say(fault_words(error))

    def _writer(self, path: Path) -> Callable[[Iterable[Event]], int]:
        """Return what writes events as they are chosen now, wherever it runs."""
        session, by = self._session, self._by()
        chronicle, library, workspace = session.chronicle, session.library, session.workspace
        exact, bom = self._modes.checkedId() == 1, self._bom.isChecked()
        return lambda events: write_csv(
            path, rows(chronicle, library, workspace, events, by), exact=exact, bom=bom
        )

    def _lock(self, busy: bool) -> None:
        """Let nothing be chosen while it is written."""
        for part in self.findChildren(QGroupBox):
            part.setEnabled(not busy)
        self._file.setEnabled(not busy)
        self._export.setEnabled(not busy)

    def _on_written(self, count: int) -> None:
        path = self._file.path
        self.folder = path.parent
        told = self.tr("%n row(s) written to {path}", "", count).format(path=path)
        self._session.notice.emit(told)
        self.accept()
