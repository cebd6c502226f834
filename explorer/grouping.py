"""GroupingMenu: the menu that chooses what the timeline's events are grouped by."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from explorer.model.tracks import GROUPINGS, Tracks
from explorer.session.session import Session
from explorer.timeline.track_list import TrackList
from explorer.timeline.view import TimelineView


class GroupingMenu(QObject):
    """Fills a menu with the groupings; the one in force is checked."""

    def __init__(self, session: Session, timeline: TimelineView, menu: QMenu) -> None:
        super().__init__(menu)
        self._session = session
        self._timeline = timeline
        self._group = QActionGroup(self)
        words = {
            "none": self.tr("&None"),
            "actor": self.tr("By &actor"),
            "type": self.tr("By &type"),
            "article": self.tr("By a&rticle"),
            "tag": self.tr("By ta&g"),
        }
        for by in GROUPINGS:
            choice = menu.addAction(words[by])
            choice.setCheckable(True)
            choice.setData(by)
            self._group.addAction(choice)
        self._group.triggered.connect(self._choose)
        menu.addSeparator()
        self._list = menu.addAction(self.tr("&Show, hide and order…"), self._open_list)
        session.tracks_changed.connect(self._show)
        session.chronicle_changed.connect(self._begin_anew)
        self._show(session.tracks)

    def _choose(self, choice: QAction) -> None:
        self._session.set_tracks(Tracks(choice.data()))

    def _begin_anew(self) -> None:
        """Show another chronicle without tracks of the one before."""
        self._session.set_tracks(Tracks())

    def _show(self, tracks: Tracks) -> None:
        for choice in self._group.actions():
            choice.setChecked(choice.data() == tracks.by)
        self._list.setEnabled(bool(tracks))

    def _open_list(self) -> None:
        tracked = self._timeline.frame.tracked
        if tracked is not None:
            TrackList(self._session, tracked, self._timeline.window()).open()
