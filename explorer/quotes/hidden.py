"""HiddenLine: why the filters hide an event from the timeline, and how to see it all the same."""

from __future__ import annotations

from explorer.model.filters import Facet, Filters, lifted
from explorer.model.records import Event
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import Box, tool_button
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, breakable


class HiddenLine(Box):
    """Names the filters that an event does not pass; a button lifts just these."""

    def __init__(self, session: Session, theme: Theme, event: Event) -> None:
        super().__init__(theme.window, theme.warning)
        self._session = session
        self._event = event
        self.words = Label("", theme.warning)
        self.lift = tool_button(self.tr("Lift what hides it"), "filter", theme)
        self.lift.clicked.connect(self._lift)
        self.clear = tool_button(self.tr("Clear all filters"), "close", theme)
        self.clear.clicked.connect(self._clear)
        row = FlowLayout()
        row.add(self.lift)
        row.add(self.clear)
        self.column.addWidget(self.words)
        self.column.addLayout(row)

    def show_reasons(self) -> None:
        """Show what hides the event now; nothing when nothing does."""
        facets = self._session.matcher.hiding(self._event)
        named = ", ".join(self._named(facet) for facet in facets)
        words = self.tr("Hidden from the timeline by {filters}.").format(filters=named)
        self.words.setText(breakable(words))
        self.words.setAccessibleName(words)
        self.setVisible(bool(facets))

    def _named(self, facet: Facet) -> str:
        return {
            "text": self.tr("the search “{words}”").format(words=self._session.filters.text),
            "types": self.tr("the filter on types"),
            "actors": self.tr("the filter on actors"),
            "articles": self.tr("the filter on articles"),
            "tags": self.tr("the filter on tags"),
            "time": self.tr("the filter on time"),
            "bookmarks": self.tr("the filter on bookmarks"),
        }[facet]

    def _lift(self) -> None:
        facets = self._session.matcher.hiding(self._event)
        self._session.set_filters(lifted(self._session.filters, facets))

    def _clear(self) -> None:
        self._session.set_filters(Filters())
