"""Party: one side of a relation, some actors that the reader put together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.actor_chooser import ActorChooser
from explorer.widgets.boxes import drawn_icon, tool_button
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Words
from explorer.wording.actors import actor_name

_FIELD = 190
"""The width of the field that adds an actor, in px."""


class Party(QWidget):
    """The actors of a side, each a button that takes it out, and a field that adds one.

    Signals:
        changed(): the reader put an actor in or took one out.
    """

    changed = Signal()

    def __init__(
        self, session: Session, theme: Theme, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._actors: tuple[str, ...] = ()
        self._row = FlowLayout(across=6, down=4)
        self.setLayout(self._row)
        label = Words(title)
        label.setFixedHeight(self.fontMetrics().height() + 12)  # as high as the buttons beside it
        self._row.add(label)
        self._chips: list[QToolButton] = []
        self.chooser = ActorChooser(session, theme)
        self.chooser.setFixedWidth(_FIELD)
        self.chooser.setPlaceholderText(self.tr("Add an actor"))
        self.chooser.setAccessibleName(self.tr("Add an actor: {side}").format(side=title))
        self.chooser.chosen.connect(self._add)
        self._row.add(self.chooser)

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the actors, in the order in which they were added."""
        return self._actors

    def show_actors(self, actors: tuple[str, ...]) -> None:
        """Show other actors, without telling anybody."""
        self._actors = actors
        while self._row.count() > 1:
            self._row.takeAt(1)
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = [self._chip(actor) for actor in actors]
        for widget in (*self._chips, self.chooser):
            self._row.add(widget)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.chooser.set_theme(theme)
        for chip in self._chips:
            chip.setIcon(drawn_icon("close", theme))

    def _chip(self, actor: str) -> QToolButton:
        name = actor_name(self._session.chronicle, actor, short=True)
        chip = tool_button(name.replace("&", "&&"), "close", self._theme)
        chip.setAutoRaise(False)
        chip.setToolTip(self.tr("Take {actor} out").format(actor=name))
        chip.setAccessibleName(self.tr("Take {actor} out").format(actor=name))
        chip.setProperty("actor", actor)
        chip.clicked.connect(self._take_out)
        return chip

    def _take_out(self) -> None:
        chip = self.sender()
        if isinstance(chip, QToolButton):
            gone = chip.property("actor")
            self.show_actors(tuple(actor for actor in self._actors if actor != gone))
            self.changed.emit()

    def _add(self, actor: str) -> None:
        if actor not in self._actors:
            self.show_actors((*self._actors, actor))
            self.changed.emit()
