"""What went wrong, told in words: faults of the environment, damaged files, and bugs."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from explorer import __version__


def show_fault(parent: QWidget, message: str) -> None:
    """Show what could not be done and what to do about it, without stopping the window."""
    box = _message_box(parent, message)
    box.setWindowTitle(box.tr("Quoteline could not do this"))
    box.open()


def offer_copy(
    parent: QWidget, message: str, copy: Path | None, on_accepted: Callable[[], None]
) -> None:
    """Say that a file is damaged and call `on_accepted` if the reader wants its last good copy.

    Without a copy the message is shown alone.
    """
    if copy is None:
        show_fault(parent, message)
        return
    box = _message_box(parent, message)
    box.setWindowTitle(box.tr("A file is damaged"))
    box.setInformativeText(
        box.tr(
            "Its last good copy is {copy}. Using it moves the damaged file aside; nothing is "
            "deleted."
        ).format(copy=copy)
    )
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    use = box.addButton(box.tr("Use the last good copy"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(use)
    use.clicked.connect(on_accepted)
    box.open()


def offer_redaction(parent: QWidget, message: str, on_accepted: Callable[[], None]) -> None:
    """Say which fields have an article's wording and call `on_accepted` if they may be cut."""
    box = _message_box(parent, message)
    box.setWindowTitle(box.tr("The copy would carry an article's wording"))
    box.setInformativeText(
        box.tr(
            "These fields can be emptied in the copy, or cut to their first words. Your own "
            "chronicle stays as it is."
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    cut = box.addButton(box.tr("&Cut them in the copy"), QMessageBox.ButtonRole.AcceptRole)
    cut.clicked.connect(on_accepted)
    box.open()


def _message_box(parent: QWidget, message: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName("fault")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setText(message)
    return box


class CrashDialog(QDialog):
    """A bug, with its traceback to copy. What the reader made was saved before it shows."""

    def __init__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
        parent: QWidget | None = None,
    ) -> None:
        """Show `error` with what a report of it needs."""
        super().__init__(parent)
        self.setObjectName("crash")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in Quoteline"))
        self.resize(640, 420)
        told = QLabel(
            self.tr(
                "This is a fault of the program, not of yours. Your bookmarks and notes were "
                "saved. The lines below help to find the fault: copy them into a report."
            ),
            wordWrap=True,
        )
        self._lines = QPlainTextEdit(readOnly=True)
        self._lines.setAccessibleName(self.tr("Details of the fault"))
        self._lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        head = (
            f"Quoteline {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
            f"{platform.platform()}"
        )
        trail = "".join(traceback.format_exception(kind, error, trace))
        self._lines.setPlainText(f"{head}\n\n{trail}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self._lines, 1)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._lines.toPlainText())
