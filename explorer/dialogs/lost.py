"""LostDialog: what could not be read of a file and was left out, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from explorer.widgets.text import Label
from explorer.wording.faults import fault_words


class LostDialog(QDialog):
    """Lists the records and steps that were left out; the lines can be copied."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lost")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Some of it could not be read"))
        self.resize(680, 360)
        told = Label(
            self.tr(
                "Everything else is open. What was damaged is kept beside the file as it was; "
                "“quoteline doctor” looks at it again."
            )
        )
        self._lines = QPlainTextEdit(readOnly=True)
        self._lines.setAccessibleName(self.tr("What could not be read"))
        self._lines.setPlainText("\n".join(map(fault_words, lines)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(told)
        column.addWidget(self._lines, 1)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._lines.toPlainText())
