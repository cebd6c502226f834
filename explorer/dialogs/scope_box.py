"""ScopeBox: the choice of events that a dialog is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGroupBox, QRadioButton, QVBoxLayout, QWidget

from explorer.exchange.scope import Scope, scope_events
from explorer.model.collecting import Collection
from explorer.model.records import Event
from explorer.session.session import Session

SCOPES = (Scope.IDS, Scope.BOOKMARKS, Scope.COLLECTION, Scope.FILTER, Scope.ALL)


class ScopeBox(QGroupBox):
    """Offers what the session selects, bookmarks, collects and filters, and all events.

    Signals:
        changed(): another choice was made.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        preferred: Scope = Scope.IDS,
        parent: QWidget | None = None,
        collection: str = "",
    ) -> None:
        """Choose `preferred` where it has events, else the first other choice that has.

        Of the collections, the one called `collection` is offered first.
        """
        super().__init__(parent)
        self.setTitle(self.tr("Which events"))
        self._session = session
        self._names = self._collections(collection)
        self._events = {scope: self._events_of(scope) for scope in SCOPES}
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        for number, scope in enumerate(SCOPES):
            choice = QRadioButton()
            choice.setObjectName(f"scope-{scope}")
            choice.setEnabled(bool(self._events[scope]))
            self._buttons.addButton(choice, number)
            column.addWidget(choice)
            if scope is Scope.COLLECTION:
                column.addWidget(self._names)
        others = (Scope.IDS, Scope.FILTER, Scope.ALL)
        first = next((one for one in (preferred, *others) if self._events[one]), Scope.ALL)
        self._buttons.button(SCOPES.index(first)).setChecked(True)
        self._buttons.idToggled.connect(self._on_toggled)
        self._show_names()

    @property
    def scope(self) -> Scope:
        """The choice."""
        return SCOPES[self._buttons.checkedId()]

    def events(self, scope: Scope | None = None) -> Sequence[Event]:
        """Return the events of a choice, by default of the one that is made."""
        return self._events[self.scope if scope is None else scope]

    def count(self, counts: dict[Scope, str]) -> None:
        """Show beside each choice how much it holds."""
        names = {
            Scope.IDS: self.tr("The se&lection"),
            Scope.BOOKMARKS: self.tr("The book&marks"),
            Scope.COLLECTION: self.tr("A c&ollection"),
            Scope.FILTER: self.tr("What the fil&ters show"),
            Scope.ALL: self.tr("&All events"),
        }
        for number, scope in enumerate(SCOPES):
            self._buttons.button(number).setText(f"{names[scope]}: {counts[scope]}")

    def _on_toggled(self, _number: int, checked: bool) -> None:
        if checked:
            self._show_names()
            self.changed.emit()

    @property
    def collection(self) -> Collection | None:
        """The collection that is chosen, None where another choice is made."""
        return self._named() if self.scope is Scope.COLLECTION else None

    def _named(self) -> Collection | None:
        return self._session.workspace.collection.get(str(self._names.currentData()))

    def _collections(self, first: str) -> QComboBox:
        names = QComboBox()
        names.setObjectName("collection")
        names.setAccessibleName(self.tr("Collection"))
        names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for one in self._session.workspace.collections:
            names.addItem(one.name, one.name)
        names.setCurrentIndex(max(names.findData(first), 0))
        names.activated.connect(self._on_named)
        return names

    def _on_named(self) -> None:
        self._events[Scope.COLLECTION] = self._events_of(Scope.COLLECTION)
        self.changed.emit()

    def _show_names(self) -> None:
        """Show the collections to choose from while one of them is meant."""
        self._names.setVisible(self.scope is Scope.COLLECTION)

    def _events_of(self, scope: Scope) -> Sequence[Event]:
        session = self._session
        return scope_events(
            scope,
            session.chronicle,
            matcher=session.matcher,
            bookmarked=session.workspace.bookmark.keys(),
            ids=[event.id for event in session.picked_events()],
            collection=self._named(),
        )
