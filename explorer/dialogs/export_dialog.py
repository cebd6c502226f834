"""The export dialog: which events, as which rows, to which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from explorer.exchange.csv_export import RowsBy, count_rows, rows, write_csv
from explorer.exchange.scope import Scope, scope_events
from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.session.session import Session

_SCOPES = (Scope.IDS, Scope.BOOKMARKS, Scope.FILTER, Scope.ALL)


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
        self._replaceable: Path | None = None
        self._events = {scope: self._events_of(scope) for scope in _SCOPES}
        self._scopes = QButtonGroup(self)
        self._rows = QButtonGroup(self)
        self._modes = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._scope_box())
        column.addWidget(self._rows_box())
        column.addWidget(self._cells_box())
        column.addLayout(self._file_row())
        self._said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._said.setObjectName("said")
        column.addWidget(self._said)
        self._buttons = self._button_box()
        column.addWidget(self._buttons)
        self._recount()

    def _events_of(self, scope: Scope) -> tuple[Event, ...]:
        session = self._session
        return scope_events(
            scope,
            session.chronicle,
            matcher=session.matcher,
            bookmarked=session.workspace.bookmark.keys(),
            ids=[event.id for event in session.picked_events()],
        )

    def _scope_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Which events"))
        column = QVBoxLayout(box)
        for number, scope in enumerate(_SCOPES):
            choice = QRadioButton()
            choice.setObjectName(f"scope-{scope}")
            choice.setEnabled(bool(self._events[scope]))
            self._scopes.addButton(choice, number)
            column.addWidget(choice)
        first = next((n for n, scope in enumerate(_SCOPES) if self._is_default(scope)), 3)
        self._scopes.button(first).setChecked(True)
        self._scopes.idToggled.connect(self._recount)
        return box

    def _is_default(self, scope: Scope) -> bool:
        return bool(self._events[scope]) and scope is not Scope.BOOKMARKS

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

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(self.tr("&File:"))
        self._file = QLineEdit(str(self.folder / f"{self._session.chronicle.id or 'events'}.csv"))
        self._file.setObjectName("file")
        self._file.textChanged.connect(self._recount)
        label.setBuddy(self._file)
        browse = QPushButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row.addWidget(label)
        row.addWidget(self._file, 1)
        row.addWidget(browse)
        return row

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
        names = {
            Scope.IDS: self.tr("The se&lection"),
            Scope.BOOKMARKS: self.tr("The book&marks"),
            Scope.FILTER: self.tr("What the fil&ters show"),
            Scope.ALL: self.tr("&All events"),
        }
        for number, scope in enumerate(_SCOPES):
            events = self._events[scope]
            count = count_rows(self._session.chronicle, events, self._by())
            told = self.tr("%n row(s)", "", count)
            self._scopes.button(number).setText(f"{names[scope]}: {told}")
        chosen = self._events[_SCOPES[self._scopes.checkedId()]]
        reason = ""
        if not chosen:
            reason = self.tr("There is nothing to export in this choice.")
        elif not self._file.text().strip():
            reason = self.tr("Name the file to write.")
        self._replaceable = None
        self._say(reason)
        self._export.setText(self.tr("E&xport"))
        self._export.setEnabled(not reason)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to"), self._file.text(), self.tr("CSV (*.csv)")
        )
        if name:
            self._file.setText(name)
            self._replaceable = Path(name)  # the file dialog has asked already

    def _write(self) -> None:
        path = Path(self._file.text().strip()).expanduser()
        if path.is_file() and path != self._replaceable:
            self._replaceable = path
            self._say(
                self.tr(
                    "{path} is there already. Press Replace to put this export in its place."
                ).format(path=path)
            )
            self._export.setText(self.tr("&Replace"))
            return
        session = self._session
        chosen = self._events[_SCOPES[self._scopes.checkedId()]]
        lines = rows(session.chronicle, session.library, session.workspace, chosen, self._by())
        try:
            written = write_csv(
                path, lines, exact=self._modes.checkedId() == 1, bom=self._bom.isChecked()
            )
        except QuotelineError as error:
            self._say(str(error))
            return
        self.folder = path.parent
        session.notice.emit(self.tr("%n row(s) written to {path}", "", written).format(path=path))
        self.accept()
