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
from explorer.dialogs.contents import content_words
from explorer.store.restoring import content_of


def show_fault(parent: QWidget, message: str) -> None:
    """Show what could not be done and what to do about it, without stopping the window."""
    box = _message_box(parent, message)
    box.setWindowTitle(box.tr("Quoteline could not do this"))
    box.open()


def offer_copy(
    parent: QWidget,
    message: str,
    copy: Path | None,
    on_accepted: Callable[[], None],
    on_good: Callable[[], None] | None = None,
    *,
    good: str = "",
) -> None:
    """Say that a file is damaged and call what the reader chooses.

    `on_accepted` puts the last good copy in its place, if there is one; `on_good`, if given, opens
    the file without its bad records; `good` says what it holds then. Without either the message is
    shown alone.
    """
    if copy is None and on_good is None:
        show_fault(parent, message)
        return
    box = _message_box(parent, message)
    box.setWindowTitle(box.tr("A file is damaged"))
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    accept = QMessageBox.ButtonRole.AcceptRole
    if on_good is not None:
        part = box.addButton(box.tr("Open what is &good"), accept)
        part.clicked.connect(on_good)
        box.setDefaultButton(part)
    if copy is not None:
        use = box.addButton(box.tr("&Use the last good copy"), accept)
        use.clicked.connect(on_accepted)
        box.setDefaultButton(use)
    box.setInformativeText(_ways_told(box, copy, good, on_good is not None))
    box.open()


def _ways_told(box: QMessageBox, copy: Path | None, good: str, is_good: bool) -> str:
    """Return what the last good copy holds, and what can be opened of the file itself."""
    told = []
    if copy is not None:
        held = box.tr(
            "Its last good copy is {copy} ({holds}). Using it moves the damaged file aside; "
            "nothing is deleted."
        )
        told.append(held.format(copy=copy, holds=content_words(content_of(copy))))
    if is_good:
        words = box.tr(
            "What is good in it{holds} can be opened; the rest is listed then, and kept."
        )
        told.append(words.format(holds=f" ({good})" if good else ""))
    return "\n\n".join(told)


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
        unsaved: str = "",
    ) -> None:
        """Show `error` with what a report of it needs; `unsaved` says what could not be saved."""
        super().__init__(parent)
        self.setObjectName("crash")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in Quoteline"))
        self.resize(640, 420)
        saved = unsaved or self.tr("Your bookmarks and notes are saved.")
        told = QLabel(
            self.tr(
                "This is a fault of the program, not of yours. {saved} The lines below help to "
                "find the fault: copy them into a report."
            ).format(saved=saved),
            wordWrap=True,
            textFormat=Qt.TextFormat.PlainText,
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
