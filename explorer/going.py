"""Going: the window's ways about: back and forward, animated moves, and the keys to do it with."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStyle

from explorer.actions import ACTIONS, shortcut_rows, wording
from explorer.doing import Doing
from explorer.keymap import Keymap
from explorer.session.clock import Clock
from explorer.session.moves import USUAL, Mover
from explorer.session.places import Places
from explorer.session.session import Session
from explorer.theme import Theme

_UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt on which nobody watches a move."""


class Going(Doing):
    """The frame that knows where the reader has been, and takes the keys the reader chose."""

    def __init__(self, session: Session, settings: QSettings, colours: Theme) -> None:
        super().__init__(session, settings, colours)
        self.keymap = Keymap(settings, self.actions_by_id)
        self.places = Places(session, self)
        self.places.changed.connect(self._show_ways)
        session.mover = self.mover = Mover(session, self)
        animate = self.action("animate")
        animate.setChecked(bool(settings.value("animate", True, type=bool)))
        session.clock_changed.connect(self._show_clock)
        self._set_duration()
        self._show_ways()

    def do_back(self) -> None:
        """Go to the place visited before this one."""
        self.places.back()

    def do_forward(self) -> None:
        """Go to the place that was gone back from."""
        self.places.forward()

    def do_by_publication(self, wanted: bool = False) -> None:
        """Place events when an article first told of them, or when they happened."""
        self.session.set_clock(Clock.PUBLICATION if wanted else Clock.EVENT)

    def do_animate(self, wanted: bool = True) -> None:
        """Show the way to places far off, or be there at once, and remember the choice."""
        self.settings.setValue("animate", wanted)
        self._set_duration()

    def do_shortcuts(self) -> None:
        """Show the sheet of shortcuts with the keys in force."""
        from explorer.dialogs.shortcuts import ShortcutSheet  # noqa: PLC0415

        sheet = ShortcutSheet(shortcut_rows(self.keymap.keys), self)
        sheet.exec()
        sheet.deleteLater()

    def do_edit_shortcuts(self) -> None:
        """Let the reader choose other keys."""
        from explorer.dialogs.shortcut_editor import ShortcutEditor  # noqa: PLC0415

        rows = [
            (row.id, wording(row.menu).replace("&", ""), wording(row.text).replace("&", ""))
            for row in ACTIONS
            if not row.gesture
        ]
        editor = ShortcutEditor(rows, self.keymap.keys, self)
        if editor.exec():
            self.keymap.choose(editor.keys())
        editor.deleteLater()

    def _set_duration(self) -> None:
        """Animate where the reader wants it and neither the system nor the environment says no."""
        hint = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        may = (
            hint > 0
            and os.environ.get("QUOTELINE_ANIMATE", "1") != "0"
            and QGuiApplication.platformName() not in _UNSEEN
        )
        self.mover.duration = USUAL if may and self.action("animate").isChecked() else 0

    def _show_clock(self, clock: Clock) -> None:
        self.action("by_publication").setChecked(clock is Clock.PUBLICATION)

    def _show_ways(self) -> None:
        self.action("back").setEnabled(self.places.can_go_back)
        self.action("forward").setEnabled(self.places.can_go_forward)

    def keyPressEvent(self, key_event: QKeyEvent) -> None:
        """Do by its place what a key is for that types no Latin letter on this keyboard."""
        action = self.keymap.action_for(key_event)
        if action is None:
            super().keyPressEvent(key_event)
        else:
            action.trigger()
