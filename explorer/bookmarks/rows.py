"""NotedRow: how a bookmark is drawn in the list: date, title, its tags, and the note beneath."""

from __future__ import annotations

from PySide6.QtCore import QObject

from explorer.model.records import Event
from explorer.model.tagging import shown_tags
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.event_list import EventModel
from explorer.widgets.line_row import AnyIndex, Line, LineRow
from explorer.widgets.tag_badges import TagBadge, badge_of
from explorer.wording import date_wording


class NotedRow(LineRow):
    """Draws an event of the list on two lines, its tags and the first line of its note below."""

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theme = theme

    def lines(self, index: AnyIndex) -> tuple[str, str, str]:
        """Return the date, the title and the note of a row, the note on one line."""
        event = self._event(index)
        if event is None:
            return "", "", ""
        mark = self._session.workspace.bookmark.get(event.id)
        note = " ".join(mark.note.split()) if mark else ""
        return date_wording(event.date.value), event.title, note

    def badges(self, index: AnyIndex) -> tuple[TagBadge, ...]:
        """Return the tags of a row's bookmark as badges."""
        event, workspace = self._event(index), self._session.workspace
        tags = shown_tags(workspace, event) if event else ()
        return tuple(badge_of(one, workspace.colour, self.theme) for one in tags)

    def drawn_lines(self, index: AnyIndex) -> tuple[Line, ...]:
        """Return date and title, then the tags and the note where there are any."""
        date, title, note = self.lines(index)
        lines = [Line(date, faint=True), Line(title)]
        if badges := self.badges(index):
            lines.append(Line(badges=badges))
        if note:
            lines.append(Line(note, faint=True, slanted=True))
        return tuple(lines)

    def _event(self, index: AnyIndex) -> Event | None:
        model = index.model()
        if not isinstance(model, EventModel):
            return None
        return self._session.chronicle.event.get(model.event_id(model.index(index.row())))
