"""DisagreementsPanel: what the sources differ on, side by side, and how the reader settles it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QWidget,
)

from explorer.analysis.disagreement import Differing, differences_of
from explorer.disagreements.model import kind_colour, kind_sign
from explorer.disagreements.resolution import ResolutionEditor
from explorer.disagreements.sides import Sides
from explorer.disagreements.table import DifferingTable
from explorer.model.records import DIFFERENCES, MATTERS
from explorer.model.selection import EventsSelected, Selection, current_event, selected_events
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, Link, coloured
from explorer.wording import date_wording
from explorer.wording.standing import kind_word, matter_word

_SIDE_BY_SIDE = 760
"""From as many pixels on, the disagreement stands beside the table, else below it."""
_LOWEST = 48
"""The least height of the table and of the passages, in px, so that a small window fits them."""


class DisagreementsPanel(QWidget):
    """Disagreements on events that pass the filters; the current one is shown with its passages.

    It reads the session and asks the session.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._all: tuple[Differing, ...] = ()
        self._shown = ""
        self._is_following = False
        self.kind = self._choice(self.tr("How they differ"))
        self.about = self._choice(self.tr("In what they differ"))
        self.found = self._choice(self.tr("Coded or derived, resolved or open"))
        self.table = DifferingTable(session, theme)
        self.table.current.connect(self._on_current)
        self.table.opened.connect(self._open)
        self.copy = tool_button(self.tr("Copy as table"), "copy", theme)
        self.copy.clicked.connect(self.table.copy_rows)
        self.count = Label("")
        self.resolution = ResolutionEditor(session, theme)
        self._detail = QWidget()
        self._page = QScrollArea()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._fill()
        session.chronicle_changed.connect(self._on_chronicle)
        session.filters_changed.connect(self._show)
        session.library_changed.connect(self._show_detail)
        session.workspace_changed.connect(self._on_workspace)
        session.selection_changed.connect(self._follow)
        self.set_theme(theme)
        self._on_chronicle()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.table.set_theme(theme)
        self.resolution.set_theme(theme)
        self.copy.setIcon(drawn_icon("copy", theme))
        coloured(self.count, theme.muted)
        self._show_detail()

    def flush(self) -> None:
        """Put what is being typed into the session now."""
        self.resolution.flush()

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.activated.connect(self._show)
        return box

    def _fill(self) -> None:
        self.kind.addItem(self.tr("Every kind"), "")
        for kind in DIFFERENCES:
            self.kind.addItem(f"{kind_sign(kind)} {kind_word(kind)}", kind)
        self.about.addItem(self.tr("On anything"), "")
        for matter in MATTERS:
            self.about.addItem(matter_word(matter), matter)
        for words, value in (
            (self.tr("Coded and derived"), ""),
            (self.tr("Coded only"), "coded"),
            (self.tr("Derived from dates only"), "derived"),
            (self.tr("Open only"), "open"),
            (self.tr("Resolved only"), "resolved"),
            (self.tr("Between articles only"), "between"),
        ):
            self.found.addItem(words, value)

    def _lay_out(self) -> None:
        bar = FlowLayout(across=8, down=4)
        for part in (self.kind, self.about, self.found, self.copy):
            bar.add(part)
        self._page.setWidgetResizable(True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setAccessibleName(self.tr("The passages that differ"))
        for scrolled in (self.table, self._page):
            scrolled.setMinimumHeight(_LOWEST)
        right = QWidget()
        column = vertical(right, spacing=6)
        column.addWidget(self._page, 1)
        column.addWidget(self.resolution)
        self._split.addWidget(self.table)
        self._split.addWidget(right)
        for side in (self.table, right):
            policy = side.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            side.setSizePolicy(policy)
        self._split.setStretchFactor(0, 9)
        self._split.setStretchFactor(1, 11)
        self._split.setSizes([450, 550])
        self._split.setChildrenCollapsible(False)
        whole = vertical(self, spacing=6, margins=8)
        whole.addLayout(bar)
        whole.addWidget(self.count)
        whole.addWidget(self._split, 1)
        self.setFocusProxy(self.table)

    def _on_chronicle(self) -> None:
        self._all = differences_of(self._session.chronicle)
        self._shown = ""
        self._show()

    def _on_workspace(self) -> None:
        self.table.rows.refresh_settled()

    def _passes(self, one: Differing) -> bool:
        kind, about = self.kind.currentData(), self.about.currentData()
        if (kind and one.kind != kind) or (about and one.about != about):
            return False
        settled = one.id in self._session.workspace.resolution
        return {
            "coded": not one.derived,
            "derived": one.derived,
            "open": not settled,
            "resolved": settled,
            "between": not one.same_article,
        }.get(self.found.currentData(), True)

    def _show(self) -> None:
        """Show the disagreements that pass the filters and the choices."""
        visible = self._session.visible_ids()
        passing = [one for one in self._all if not visible.isdisjoint(one.events)]
        rows = [one for one in passing if self._passes(one)]
        words = self.tr("{shown} of {all} disagreements").format(
            shown=len(rows), all=len(self._all)
        )
        if hidden := len(self._all) - len(passing):
            words += " " + self.tr("(Hidden by the filters: {count}.)").format(count=hidden)
        if not self._all:
            words = self.tr("No disagreement: the passages say the same wherever two bear on one.")
        self.count.setText(words)
        self._is_following = True
        try:
            self.table.show_rows(rows, self._shown)
        finally:
            self._is_following = False
        self._on_shown(self.table.current_differing())

    def _on_current(self, disagreement: str) -> None:
        """Show the disagreement of the current row, and select its events."""
        one = self.table.current_differing()
        self._on_shown(one)
        if one is not None and disagreement and not self._is_following and one.events:
            current = current_event(self._session.selection)
            known = current if current in one.events else one.events[0]
            self._session.select(EventsSelected(one.events, known))

    def _on_shown(self, one: Differing | None) -> None:
        shown = one.id if one else ""
        if shown != self._shown:
            self._shown = shown
            self.resolution.edit(shown)
            self._show_detail()

    def _open(self, disagreement: str) -> None:
        self._on_current(disagreement)
        self._session.fit_selection()

    def _follow(self, selection: Selection) -> None:
        """Make a disagreement on the event selected elsewhere the current one, if there is one."""
        event = current_event(selection)
        one = self.table.current_differing()
        if not event or not selected_events(selection) or (one and event in one.events):
            return
        row = self.table.rows.row_on(event)
        if row >= 0:
            self._is_following = True
            try:
                self.table.mark(self.table.rows.differing(row).id)
            finally:
                self._is_following = False

    def _show_detail(self) -> None:
        """Show the current disagreement: what differs, on which events, and the sides."""
        one = self.table.current_differing()
        page = QWidget()
        column = vertical(page, spacing=6)
        column.setContentsMargins(8, 0, 8, 4)
        if one is not None:
            tone = kind_colour(one.kind, self._theme)
            head = self.tr("{sign} {kind}: {matter}").format(
                sign=kind_sign(one.kind), kind=kind_word(one.kind), matter=matter_word(one.about)
            )
            column.addWidget(Label(head, tone, bold=True))
            column.addWidget(Label(self._what(one)))
            column.addWidget(Sides(self._session, self._theme, one))
            self._add_events(page, one)
        column.addStretch(1)
        old = self._page.takeWidget()
        self._page.setWidget(page)
        if old is not None:
            old.hide()
            old.deleteLater()
        self.resolution.setVisible(one is not None)

    def _what(self, one: Differing) -> str:
        if not one.derived:
            return one.note
        words = self.tr("The dates that these passages give for one event have no day in common.")
        if one.kind != "contradiction":
            words = self.tr("The dates that these passages give for one event overlap.")
        return words + " " + self.tr("Derived by comparing them; nobody wrote it down.")

    def _add_events(self, page: QWidget, one: Differing) -> None:
        column = page.layout()
        if column is None:
            return
        column.addWidget(
            Label(self.tr("On these events"), self._theme.muted, scale=0.92, bold=True)
        )
        for event in one.events:
            known = self._session.chronicle.event[event]
            words = f"{date_wording(known.date.value, short=True)}  ·  {known.title}"
            link = Link(words, self._theme.accent, event)
            link.followed.connect(self._session.reveal)
            column.addWidget(link)

    def resizeEvent(self, resize_event: QResizeEvent) -> None:
        """Put the passages beside the table where there is room, else below it."""
        wide = resize_event.size().width() >= _SIDE_BY_SIDE
        across = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if across is not self._split.orientation():
            self._split.setOrientation(across)
        super().resizeEvent(resize_event)
