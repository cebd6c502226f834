"""Tips: what the pointer is told of whatever lies under it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF

from explorer.layout.pieces import Cluster
from explorer.session.clock import Clock
from explorer.timeline.words import MOST_NAMED, cluster_tip, event_tip
from explorer.wording import date_wording

if TYPE_CHECKING:
    from explorer.timeline.view import TimelineView

translate = QCoreApplication.translate


def tip_at(view: TimelineView, place: QPointF) -> str:
    """Return what is told at a place in px, as rich text; empty where nothing is."""
    if told := view.aids.tip_at(place):
        return told
    if header := view.headers.at(place):
        name, words = view.headers.told(header.track)
        act = translate("Timeline", "Click to close or open; the menu pins, hides and moves it.")
        return f"<b>{escape(name)}</b><br>{escape(words)}<br>{escape(act)}"
    piece, chronicle = view.piece_at(place), view.session.chronicle
    if isinstance(piece, Cluster):
        first = view.frame.scene.members(piece)[:MOST_NAMED]
        return cluster_tip([chronicle.event[one] for one in first], piece.count)
    if piece is None:
        return ""
    marked = piece.event in view.session.workspace.bookmark
    event, session = chronicle.event[piece.event], view.session
    tip = event_tip(chronicle, event, bookmarked=marked)
    if session.clock is Clock.PUBLICATION:
        told = date_wording(session.timed((event,))[0].date.value)
        tip += "<br>" + escape(translate("Timeline", "First told: {date}").format(date=told))
    return tip
