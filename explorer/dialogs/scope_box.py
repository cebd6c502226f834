"""ScopeBox: the choice of events that a dialog is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QVBoxLayout, QWidget

from explorer.exchange.scope import Scope, scope_events
from explorer.model.records import Event
from explorer.session.session import Session

SCOPES = (Scope.IDS, Scope.BOOKMARKS, Scope.FILTER, Scope.ALL)


class ScopeBox(QGroupBox):
    """Offers what the session selects, bookmarks and filters, and all events.

    Signals:
        changed(): another choice was made.
    """

    changed = Signal()

    def __init__(
        self, session: Session, preferred: Scope = Scope.IDS, parent: QWidget | None = None
    ) -> None:
        """Choose `preferred` where it has events, else the first other choice that has."""
        super().__init__(parent)
        self.setTitle(self.tr("Which events"))
        self._events = {scope: _events_of(session, scope) for scope in SCOPES}
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        for number, scope in enumerate(SCOPES):
            choice = QRadioButton()
            choice.setObjectName(f"scope-{scope}")
            choice.setEnabled(bool(self._events[scope]))
            self._buttons.addButton(choice, number)
            column.addWidget(choice)
        others = (Scope.IDS, Scope.FILTER, Scope.ALL)
        first = next((one for one in (preferred, *others) if self._events[one]), Scope.ALL)
        self._buttons.button(SCOPES.index(first)).setChecked(True)
        self._buttons.idToggled.connect(self._on_toggled)

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
            Scope.FILTER: self.tr("What the fil&ters show"),
            Scope.ALL: self.tr("&All events"),
        }
        for number, scope in enumerate(SCOPES):
            self._buttons.button(number).setText(f"{names[scope]}: {counts[scope]}")

    def _on_toggled(self, _number: int, checked: bool) -> None:
        if checked:
            self.changed.emit()


def _events_of(session: Session, scope: Scope) -> Sequence[Event]:
    return scope_events(
        scope,
        session.chronicle,
        matcher=session.matcher,
        bookmarked=session.workspace.bookmark.keys(),
        ids=[event.id for event in session.picked_events()],
    )
