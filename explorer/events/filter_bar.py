"""FilterBar: the buttons under which events are filtered by type, actor, article and time."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.events.choice_popup import ChoicePopup
from explorer.events.facets import actor_choices, article_choices, type_choices
from explorer.events.popup import Popup
from explorer.events.range_popup import RangePopup
from explorer.model.filters import Facet, lifted
from explorer.model.records import Event
from explorer.model.span import DAY
from explorer.session.session import Session
from explorer.theme import Theme, icon
from explorer.widgets.flow import FlowLayout


class FilterBar(QWidget):
    """A button for each facet; it shows how many values are chosen and opens the choice."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.types = ChoicePopup(self.tr("Types"), self)
        self.actors = ChoicePopup(self.tr("Actors"), self)
        self.articles = ChoicePopup(self.tr("Articles"), self)
        self.time = RangePopup(self.tr("Time"), theme, self)
        self.type_button = self._button(self._open_types)
        self.actor_button = self._button(self._open_actors)
        self.article_button = self._button(self._open_articles)
        self.time_button = self._button(self._open_time)
        self.bookmarked_button = self._button(self._on_bookmarked)
        self.bookmarked_button.setIconSize(QSize(16, 16))
        self.bookmarked_button.setToolTip(self.tr("Only bookmarked events"))
        self.bookmarked_button.setAccessibleName(self.tr("Only bookmarked events"))
        row = FlowLayout(across=4, down=4)
        for button in self._buttons():
            row.addWidget(button)
        self.setLayout(row)
        self.types.ticked.connect(self._on_types)
        self.actors.ticked.connect(self._on_actors)
        self.articles.ticked.connect(self._on_articles)
        self.time.ranged.connect(self._on_range)
        self.time.viewport_asked.connect(self._on_viewport_asked)
        self.set_theme(theme)

    def fill(self) -> None:
        """Offer what there is in the chronicle."""
        self._fill_types()
        self._fill_actors()
        self._fill_articles()
        self.follow()

    def _fill_types(self) -> None:
        session, events = self._session, self._without("types")
        choices = type_choices(session.chronicle, session.codebook, self._theme, events)
        self.types.set_choices(choices)

    def _fill_actors(self) -> None:
        self.actors.set_choices(actor_choices(self._session.chronicle, self._without("actors")))

    def _fill_articles(self) -> None:
        events = self._without("articles")
        self.articles.set_choices(article_choices(self._session.chronicle, events))

    def _without(self, facet: Facet) -> Sequence[Event]:
        """Return the events that would pass if one facet asked for nothing."""
        session = self._session
        return replace(session.matcher, filters=lifted(session.filters, (facet,))).events()

    def follow(self) -> None:
        """Show which filters are on."""
        filters = self._session.filters
        self.types.set_chosen(filters.types)
        self.actors.set_chosen(filters.actors)
        self.articles.set_chosen(filters.articles)
        self.time.set_days(filters.first_day, filters.last_day)
        ranged = filters.first_day is not None or filters.last_day is not None
        self._show(self.type_button, self.tr("Type"), len(filters.types))
        self._show(self.actor_button, self.tr("Actor"), len(filters.actors))
        self._show(self.article_button, self.tr("Article"), len(filters.articles))
        self._show(self.time_button, self.tr("Time"), int(ranged), counted=False)
        self.bookmarked_button.setChecked(filters.bookmarked_only)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.time.set_theme(theme)
        self.bookmarked_button.setIcon(icon("star-filled", replace(theme, text=theme.warning)))
        self.fill()

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (
            self.type_button,
            self.actor_button,
            self.article_button,
            self.time_button,
            self.bookmarked_button,
        )

    def _button(self, press: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAutoRaise(False)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(press)
        return button

    def _show(self, button: QToolButton, name: str, chosen: int, *, counted: bool = True) -> None:
        """Name a button, with the number chosen, and press it in while its filter is on."""
        number = f" ({chosen})" if chosen and counted else ""
        button.setText(f"{name}{number} ▾")
        on = self.tr("{filter} filter, on") if chosen else self.tr("{filter} filter")
        button.setAccessibleName(on.format(filter=name))
        button.setChecked(bool(chosen))
        font = self.font()
        font.setBold(bool(chosen))  # a pressed-in button alone is hard to tell on dark
        button.setFont(font)

    def _open(self, popup: Popup, button: QToolButton) -> None:
        self.follow()  # the click has changed the button's look, which is the filters' to change
        popup.open_under(button)

    def _open_types(self) -> None:
        self._fill_types()
        self._open(self.types, self.type_button)

    def _open_actors(self) -> None:
        self._fill_actors()
        self._open(self.actors, self.actor_button)

    def _open_articles(self) -> None:
        self._fill_articles()
        self._open(self.articles, self.article_button)

    def _open_time(self) -> None:
        self._open(self.time, self.time_button)

    def _on_bookmarked(self) -> None:
        wanted = self.bookmarked_button.isChecked()
        self._session.set_filters(replace(self._session.filters, bookmarked_only=wanted))

    def _on_types(self, chosen: frozenset[str]) -> None:
        self._session.set_filters(replace(self._session.filters, types=chosen))

    def _on_actors(self, chosen: frozenset[str]) -> None:
        self._session.set_filters(replace(self._session.filters, actors=chosen))

    def _on_articles(self, chosen: frozenset[str]) -> None:
        self._session.set_filters(replace(self._session.filters, articles=chosen))

    def _on_range(self, first: int | None, last: int | None) -> None:
        self._session.set_filters(replace(self._session.filters, first_day=first, last_day=last))

    def _on_viewport_asked(self) -> None:
        span = self._session.viewport
        self._on_range(math.floor(span.start / DAY), math.ceil(span.end / DAY) - 1)
