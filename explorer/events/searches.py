"""SearchesButton: searches kept under a name, to be made again from wherever one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from explorer.events.active import active_filters
from explorer.model.filters import Filters
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon

_LONGEST = 40
"""Signs of a name that is proposed."""


class SearchesButton(QToolButton):
    """Opens a menu: keep what is sought and filtered now, make a kept search again, remove one.

    Signals:
        opening(): the menu is about to show; what is being typed must be sought now.
    """

    opening = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        words = self.tr("Saved searches")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = QMenu(self)
        self._removing = QMenu(self.tr("&Remove"), self.choices)
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.setIcon(drawn_icon("keep", theme))

    def _fill(self) -> None:
        self.opening.emit()
        session, menu = self._session, self.choices
        menu.clear()
        self._removing.clear()
        may = not session.read_only
        save = menu.addAction(self.tr("&Save this search…"))
        save.setEnabled(may and bool(session.filters))
        save.triggered.connect(self._ask)
        searches = session.workspace.searches
        if not searches:
            none = menu.addAction(self.tr("None is saved yet"))
            none.setEnabled(False)
            return
        menu.addSeparator()
        for one in searches:
            words = one.name.replace("&", "&&")
            choice = menu.addAction(words)
            choice.setCheckable(True)
            choice.setChecked(Filters.from_data(one.filters) == session.filters)
            choice.triggered.connect(lambda _=False, name=one.name: session.search_again(name))
            remove = self._removing.addAction(words)
            remove.triggered.connect(lambda _=False, name=one.name: self._remove(name))
        menu.addSeparator()
        menu.addMenu(self._removing).setEnabled(may)

    def _save(self, name: str) -> None:
        """Keep the search, and say so where another one of its name goes for it."""
        session, name = self._session, " ".join(name.split())
        known = {one.name: Filters.from_data(one.filters) for one in session.workspace.searches}
        session.save_search(name)
        if known.get(name, session.filters) != session.filters and not session.read_only:
            told = self.tr("Search “{name}” replaced; undo brings the old one back.")
            session.notice.emit(told.format(name=name))

    def _remove(self, name: str) -> None:
        self._session.remove_search(name)
        told = self.tr("Search “{name}” removed; undo brings it back.")
        self._session.notice.emit(told.format(name=name))

    def _ask(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Save this search"))
        dialog.setLabelText(self.tr("Name of the search:"))
        dialog.setTextValue(self._proposed())
        dialog.textValueSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.resize(dialog.fontMetrics().averageCharWidth() * (_LONGEST + 16), dialog.height())
        dialog.open()

    def _proposed(self) -> str:
        """Return what is sought, or what the filters let through, as a name."""
        session = self._session
        active = active_filters(session.filters, session.chronicle, session.codebook)
        words = [session.filters.text, *(one.text for one in active)]
        name = " · ".join(word for word in words if word)
        return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
