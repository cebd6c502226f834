"""ActorChooser: a field that finds any actor by name or alias."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from explorer.analysis.naming import Named, find_actors
from explorer.session.session import Session
from explorer.theme import Theme, icon


class ActorChooser(QLineEdit):
    """Lists the actors that fit what is typed; a click or Enter takes one.

    Signals:
        chosen(str): the reader took an actor (its id).
    """

    chosen = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: tuple[Named, ...] = ()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        self._popup = QListView()
        completer.setPopup(self._popup)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.setPlaceholderText(self.tr("Find an actor"))
        self.setToolTip(self.tr("By name or alias, in any script"))
        self.setAccessibleName(self.tr("Find an actor"))
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(
            icon("search", theme), QLineEdit.ActionPosition.LeadingPosition
        )
        self.textEdited.connect(self._find)
        self.returnPressed.connect(self._take_first)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._glass.setIcon(icon("search", theme))

    def _find(self, text: str) -> None:
        self._found = find_actors(self._session.chronicle.actors, text)
        self._names.setStringList([self._words(one) for one in self._found])

    def _words(self, named: Named) -> str:
        if not named.alias:
            return named.name
        return self.tr("{name} ({alias})").format(name=named.name, alias=named.alias)

    def _take(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _take_first(self) -> None:
        popup = self._popup
        if not (popup.isVisible() and popup.currentIndex().isValid()):
            self._choose(0)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        actor = self._found[row].actor
        self._found = ()
        self._popup.hide()
        self.chosen.emit(actor)
        # The completer writes the name into the field after this; an empty field awaits the next.
        QTimer.singleShot(0, self, self.clear)
