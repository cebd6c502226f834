"""Bands: the menu that chooses whose memberships and offices stand under the timeline."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from explorer.analysis.standings import organisations_of
from explorer.session.session import Session
from explorer.timeline.standing_strip import SELECTED, StandingStrip
from explorer.wording.actors import actor_name

_MOST = 12
"""Organisations in the menu; of others the bands show when they are selected."""


class Bands(QObject):
    """Fills a menu with what can be chosen, and remembers the choice."""

    def __init__(
        self, session: Session, strip: StandingStrip, menu: QMenu, settings: QSettings
    ) -> None:
        """Take up what the reader chose last."""
        super().__init__(strip)
        self._session = session
        self._strip = strip
        self._menu = menu
        self._settings = settings
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)
        session.chronicle_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        chosen = str(self._settings.value("bands", ""))
        chronicle = self._session.chronicle
        self._menu.clear()
        self._add(self.tr("&None"), "", chosen)
        self._add(self.tr("Of the &selected actor"), SELECTED, chosen)
        self._menu.addSeparator()
        for actor in organisations_of(chronicle)[:_MOST]:
            self._add(actor_name(chronicle, actor).replace("&", "&&"), actor, chosen)
        known = chosen in ("", SELECTED) or chosen in chronicle.actor
        self._strip.choose(chosen if known else "")

    def _add(self, words: str, actor: str, chosen: str) -> None:
        choice = self._menu.addAction(words)
        choice.setCheckable(True)
        choice.setData(actor)
        choice.setChecked(actor == chosen)
        self._group.addAction(choice)

    def _choose(self, choice: QAction) -> None:
        self._settings.setValue("bands", choice.data())
        self._strip.choose(choice.data())
