"""RescuedDialog: work that an earlier run could not save, to be brought back or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from explorer.dialogs.contents import content_words
from explorer.store.restoring import Content
from explorer.widgets.text import Label


class RescuedDialog(QDialog):
    """Shows what a rescue file holds; closing it leaves the file for the next time.

    Signals:
        wanted(Path): the reader wants what is in it.
        unwanted(Path): the reader wants the file deleted.
    """

    wanted = Signal(object)
    unwanted = Signal(object)

    def __init__(self, path: Path, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rescued")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rescued work"))
        self._path = path
        column = QVBoxLayout(self)
        column.setSpacing(8)
        told = self.tr("An earlier run could not save all that you did, and kept it apart.")
        column.addWidget(Label(told, bold=True))
        column.addWidget(Label(content_words(content)))
        column.addWidget(Label(str(path)))
        column.addWidget(
            Label(
                self.tr(
                    "Bringing it back adds what your bookmarks, notes, texts and views lack of it. "
                    "It removes nothing, and undo takes it back."
                )
            )
        )
        column.addStretch(1)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        bring = buttons.addButton(self.tr("&Bring it back"), role.AcceptRole)
        bring.setObjectName("bring")
        bring.setEnabled(not content.fault)
        bring.setDefault(not content.fault)
        drop = buttons.addButton(self.tr("&Delete it"), role.DestructiveRole)
        drop.setObjectName("drop")
        buttons.addButton(self.tr("&Not now"), role.RejectRole)
        bring.clicked.connect(self._bring)
        drop.clicked.connect(self._drop)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(560, column.totalHeightForWidth(560))

    def _bring(self) -> None:
        self.accept()
        self.wanted.emit(self._path)

    def _drop(self) -> None:
        self.accept()
        self.unwanted.emit(self._path)
