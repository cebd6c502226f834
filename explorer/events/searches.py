"""SearchesButton: searches kept under a name, to be made again from wherever one is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from explorer.events.active import active_filters
from explorer.model.filters import Filters
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon

_LONGEST = 40
"""Signs of a name that is proposed."""


class SearchesButton(QToolButton):
    """Opens a menu: keep what is sought and filtered now, make a kept search again, remove one."""

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
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.setIcon(drawn_icon("keep", theme))

    def _fill(self) -> None:
        session, menu = self._session, self.choices
        menu.clear()
        save = menu.addAction(self.tr("&Save this search…"))
        save.setEnabled(bool(session.filters))
        save.triggered.connect(self._ask)
        searches = session.workspace.searches
        if not searches:
            none = menu.addAction(self.tr("None is saved yet"))
            none.setEnabled(False)
            return
        menu.addSeparator()
        removing = QMenu(self.tr("&Remove"), menu)
        for one in searches:
            words = one.name.replace("&", "&&")
            choice = menu.addAction(words)
            choice.setCheckable(True)
            choice.setChecked(Filters.from_data(one.filters) == session.filters)
            choice.triggered.connect(lambda _=False, name=one.name: session.search_again(name))
            remove = removing.addAction(words)
            remove.triggered.connect(lambda _=False, name=one.name: session.remove_search(name))
        menu.addSeparator()
        menu.addMenu(removing)

    def _ask(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Save this search"))
        dialog.setLabelText(self.tr("Name of the search:"))
        dialog.setTextValue(self._proposed())
        dialog.textValueSelected.connect(self._session.save_search)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _proposed(self) -> str:
        """Return what is sought, or what the filters let through, as a name."""
        session = self._session
        active = active_filters(session.filters, session.chronicle, session.codebook)
        words = [session.filters.text, *(one.text for one in active)]
        name = " · ".join(word for word in words if word)
        return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
