"""The picture dialog: which kind of file, how large, in which colours, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from explorer.dialogs.writing import Step, WritingBar
from explorer.pictures.pages import Paper
from explorer.pictures.writing import FORMATS, Picture, Wish

_PNG, _SVG, _PDF = range(3)
_LEAST_SCALE, _MOST_SCALE = 0.1, 40.0


class PictureDialog(QDialog):
    """Asks how the picture is to be, says how large it gets, and writes it.

    `make` returns the picture in dark or in light colours; it is called once for each.
    """

    def __init__(
        self, make: Callable[[bool], Picture], file: Path, parent: QWidget | None = None
    ) -> None:
        """Offer what `make` draws, to be written to `file` unless the reader names another.

        Raises QuotelineError when there is nothing to draw.
        """
        super().__init__(parent)
        self.setObjectName("picture")
        self.setWindowTitle(self.tr("Export picture"))
        self.setMinimumWidth(540)
        self._make = make
        self._made: dict[bool, Picture] = {False: make(False)}
        self.folder = file.parent
        self._replaceable: Path | None = None
        self._kinds = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._subject_label())
        kinds = self._kind_box()
        column.addWidget(kinds)
        self._dark = QCheckBox(self.tr("&Dark colours"))
        self._dark.toggled.connect(self._retell)
        column.addWidget(self._dark)
        file_row = self._file_row(file)
        column.addWidget(file_row)
        self._choices: tuple[QWidget, ...] = (kinds, self._dark, file_row)
        self._said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._said.setObjectName("said")
        column.addWidget(self._said)
        self._bar = WritingBar(self, self._lock, self._said.setText)
        column.addWidget(self._bar)
        column.addWidget(self._button_box())
        self._retell()

    @property
    def _picture(self) -> Picture:
        dark = self._dark.isChecked()
        if dark not in self._made:
            self._made[dark] = self._make(dark)
        return self._made[dark]

    @property
    def _wish(self) -> Wish:
        return Wish(self._scale.value(), Paper(self._paper.currentText()))

    def _subject_label(self) -> QLabel:
        subject = self._made[False].subject
        lines = [" · ".join((subject.count, subject.when)), subject.filtered]
        told = QLabel("\n".join(filter(None, lines)), wordWrap=True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setObjectName("subject")
        return told

    def _kind_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("File"))
        grid = QGridLayout(box)
        grid.setColumnStretch(3, 1)
        texts = (
            self.tr("P&NG, a picture of pixels"),
            self.tr("&SVG, sharp at any size, its text can be selected"),
            self.tr("&PDF in pages, its text can be selected"),
        )
        for number, text in enumerate(texts):
            choice = QRadioButton(text)
            choice.setObjectName(f"kind{FORMATS[number]}")
            self._kinds.addButton(choice, number)
            grid.addWidget(choice, number, 0)
        self._kinds.button(_PNG).setChecked(True)
        self._kinds.idToggled.connect(self._on_kind)
        self._scale = QDoubleSpinBox(decimals=1, singleStep=0.5)
        self._scale.setRange(_LEAST_SCALE, _MOST_SCALE)
        self._scale.setValue(1.0)
        self._scale.setObjectName("scale")
        self._scale.valueChanged.connect(self._retell)
        self._paper = QComboBox()
        self._paper.addItems([str(paper) for paper in Paper])
        self._paper.setObjectName("paper")
        self._paper.currentIndexChanged.connect(self._retell)
        for row, words, field in (
            (_PNG, self.tr("S&cale:"), self._scale),
            (_PDF, self.tr("P&aper, sideways:"), self._paper),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(field, row, 2)
        return box

    def _file_row(self, file: Path) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("&File:"))
        self._file = QLineEdit(f"{file}{FORMATS[_PNG]}")
        self._file.setObjectName("file")
        self._file.textChanged.connect(self._retell)
        label.setBuddy(self._file)
        browse = QPushButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row.addWidget(label)
        row.addWidget(self._file, 1)
        row.addWidget(browse)
        return whole

    def _button_box(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.addButton(self.tr("E&xport"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setObjectName("do-export")
        self._export.setDefault(True)
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_kind(self, number: int, chosen: bool) -> None:
        """Let the file's name end as the kind of file does."""
        if chosen:
            path = Path(self._file.text().strip())
            known = path.suffix.lower() in FORMATS
            bare = path.with_suffix("") if known else path
            self._file.setText(f"{bare}{FORMATS[number]}")
            self._retell()

    def _retell(self) -> None:
        """Say how large the picture gets, or why there can be none."""
        kind = self._kinds.checkedId()
        self._scale.setEnabled(kind == _PNG)
        self._paper.setEnabled(kind == _PDF)
        fault = self._picture.fault(self._wish.scale) if kind == _PNG else ""
        text = self._file.text().strip()
        if not text:
            fault = self.tr("Name the file to write.")
        elif Path(text).suffix.lower() != FORMATS[kind]:
            fault = self.tr("Let the name end in {ending}.").format(ending=FORMATS[kind])
        self._replaceable = None
        self._said.setText(fault or self._size())
        self._export.setText(self.tr("E&xport"))
        self._export.setEnabled(not fault)

    def _size(self) -> str:
        picture = self._picture
        if self._kinds.checkedId() == _PDF:
            pages = picture.pages(self._wish.paper).count
            return self.tr("%n page(s)", "", pages)
        width, height = picture.size(self._wish.scale if self._kinds.checkedId() == _PNG else 1.0)
        words = self.tr("{width} × {height} pixels")
        return words.format(width=f"{width:,}", height=f"{height:,}")

    def _browse(self) -> None:
        ending = FORMATS[self._kinds.checkedId()]
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export picture to"), self._file.text(), f"*{ending}"
        )
        if name:
            self._file.setText(name if Path(name).suffix else f"{name}{ending}")
            self._replaceable = Path(self._file.text())  # the file dialog has asked already

    def _write(self) -> None:
        path = Path(self._file.text().strip()).expanduser()
        if path.is_file() and path != self._replaceable:
            self._replaceable = path
            words = self.tr(
                "{path} is there already. Press Replace to put the picture in its place."
            )
            self._said.setText(words.format(path=path))
            self._export.setText(self.tr("&Replace"))
            return
        picture, wish = self._picture, self._wish

        def work(step: Step) -> Path:
            picture.write(path, wish, step)
            return path

        self._bar.write(self.tr("Drawing…"), path, work, self._on_written)

    def _on_written(self, path: Path) -> None:
        self.folder = path.parent
        self.accept()

    def _lock(self, busy: bool) -> None:
        """Let nothing be chosen while it is drawn."""
        for part in self._choices:
            part.setEnabled(not busy)
        self._export.setEnabled(not busy)

    @property
    def written(self) -> Path:
        """The file that was written, once the dialog is accepted."""
        return Path(self._file.text().strip()).expanduser()
