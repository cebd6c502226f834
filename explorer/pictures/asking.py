"""Asking: the way from the menu to a picture in a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QDialog, QWidget

from explorer.model.errors import QuotelineError
from explorer.pictures.dialog import PictureDialog
from explorer.pictures.writing import Picture
from explorer.session.session import Session
from explorer.theme import theme
from explorer.wording.faults import fault_words

_FOLDER = "export-folder"
"""The setting that remembers where the reader's exports go."""


def ask_for_picture(session: Session, settings: QSettings, parent: QWidget) -> None:
    """Ask how the picture of all events that pass the filters is to be, and write it."""
    today = datetime.now(UTC).astimezone().date()

    def made(dark: bool) -> Picture:
        return Picture(session, theme("dark" if dark else "light"), today)

    folder = Path(str(settings.value(_FOLDER, str(Path.home()))))
    try:
        dialog = PictureDialog(made, folder / (session.chronicle.id or "timeline"), parent)
    except QuotelineError as error:
        session.notice.emit(fault_words(error))
        return
    if dialog.exec() == QDialog.DialogCode.Accepted:
        words = QCoreApplication.translate("PictureDialog", "The picture was written to {path}")
        session.notice.emit(words.format(path=dialog.written))
    settings.setValue(_FOLDER, str(dialog.folder))
    dialog.deleteLater()
