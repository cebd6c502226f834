"""AppealsPanel: the ledger of who asked whom for what, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from explorer.analysis.appeals import (
    Appeal,
    appeals_of,
    askers_of,
    between,
    tallies,
    tally_of,
)
from explorer.appeals.figures import Figure
from explorer.appeals.tally import TallyTable
from explorer.appeals.view import LedgerView
from explorer.appeals.words import kind_colour, kind_words, kinds_of
from explorer.exchange.appeals_csv import write_appeals
from explorer.model.calendar import civil
from explorer.model.errors import QuotelineError
from explorer.model.selection import EventsSelected
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, coloured
from explorer.wording.actors import actor_name


class AppealsPanel(QWidget):
    """Appeals that pass the filters, narrowed by who asked and by whom they concern.

    It reads the session and asks the session.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._all: tuple[Appeal, ...] = ()
        self._shown: tuple[Appeal, ...] = ()
        self.asker = self._choice(self.tr("Asked by"))
        self.party = self._choice(self.tr("Asked of, or answered by"))
        self.ledger = LedgerView(session, theme)
        self.tally = TallyTable(session, theme)
        self.tally.chosen.connect(self._take)
        self.copy = tool_button(self.tr("Copy as table"), "copy", theme)
        self.copy.clicked.connect(self.ledger.copy_rows)
        self.export = tool_button(self.tr("Save as CSV…"), "export", theme)
        self.export.clicked.connect(self._ask_path)
        self.summary = Label("")
        self.figures = QWidget()
        self.tables = QStackedWidget()
        self.tabs = QTabBar()
        self._pages = QStackedWidget()
        self._empty = Label("", scale=1.0)
        self._lay_out()
        session.chronicle_changed.connect(self._on_chronicle)
        session.filters_changed.connect(self._show)
        self.set_theme(theme)
        self._on_chronicle()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.ledger.set_theme(theme)
        self.tally.set_theme(theme)
        self.copy.setIcon(drawn_icon("copy", theme))
        self.export.setIcon(drawn_icon("export", theme))
        coloured(self.summary, theme.muted)
        coloured(self._empty, theme.muted)
        self._show_figures()

    def save(self, path: Path) -> None:
        """Write the appeals shown to a CSV file."""
        try:
            count = write_appeals(path, self._session.chronicle, self.ledger.ledger.appeals)
        except QuotelineError as error:
            self._session.fault.emit(error.said)
            return
        told = self.tr("{path}: {count} rows written").format(path=path.name, count=count)
        self._session.notice.emit(told)

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.activated.connect(self._show)
        return box

    def _lay_out(self) -> None:
        bar = FlowLayout(across=8, down=4)
        self.tabs.addTab(self.tr("Ledger"))
        self.tabs.addTab(self.tr("By party"))
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self.tables.setCurrentIndex)
        bar.add(self.tabs)
        for words, box in ((self.tr("By"), self.asker), (self.tr("To or from"), self.party)):
            bar.add(self._labelled(words, box))
        bar.add(self.copy)
        bar.add(self.export)
        self.tables.addWidget(self.ledger)
        self.tables.addWidget(self.tally)
        page = QWidget()
        self._column = vertical(page, spacing=4)
        self._column.addWidget(self.summary)
        self._column.addWidget(self.figures)
        self._column.addWidget(self.tables, 1)
        nothing = QWidget()
        middle = vertical(nothing, margins=24)
        middle.addStretch(1)
        middle.addWidget(self._empty)
        middle.addStretch(2)
        self._pages.addWidget(page)
        self._pages.addWidget(nothing)
        self.setFocusProxy(self.ledger)
        whole = vertical(self, spacing=6, margins=8)
        whole.addLayout(bar)
        whole.addWidget(self._pages, 1)

    def _labelled(self, words: str, box: QComboBox) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(words)
        label.setBuddy(box)
        row.addWidget(label)
        row.addWidget(box)
        return pair

    def _on_chronicle(self) -> None:
        self._all = appeals_of(self._session.chronicle)
        self._fill(self.asker, askers_of(self._all))
        asked = {row.party: row.asked for row in tallies(self._all)}
        self._fill(self.party, asked)
        self._show()

    def _fill(self, box: QComboBox, counted: Mapping[str, int]) -> None:
        """Offer anybody, then those counted, the most frequent first."""
        box.clear()
        box.addItem(self.tr("Anybody"), "")
        for actor, count in counted.items():
            name = actor_name(self._session.chronicle, actor, short=True)
            box.addItem(self.tr("{name} ({count})").format(name=name, count=count), actor)

    def _chosen(self, box: QComboBox) -> str:
        return str(box.currentData() or "")

    def _take(self, party: str, kind: str) -> None:
        """Show the ledger of a party, and select what it gave of a kind."""
        self.party.setCurrentIndex(max(0, self.party.findData(party)))
        self._show()
        self.tabs.setCurrentIndex(0)
        if kind:
            self._select(kind)

    def _show(self) -> None:
        """Show the appeals that pass the filters and the two choices."""
        session = self._session
        visible = session.visible_ids()
        passing = tuple(one for one in self._all if not visible.isdisjoint(one.events))
        asker, party = self._chosen(self.asker), self._chosen(self.party)
        by_asker = between(passing, asker)
        self._shown = between(by_asker, party=party)
        kinds = kinds_of(session.codebook, self._all)
        self.tally.show_tallies(tallies(by_asker), kinds, party)
        self.ledger.show_appeals(self._shown)
        self._show_empty(bool(passing))
        self._show_figures()
        self.summary.setText(self._summary(len(self._all) - len(passing)))

    def _show_empty(self, some: bool) -> None:
        words = self.tr("No appeal in this chronicle: no event says what it asks for.")
        if self._all and not some:
            words = self.tr("Every appeal is hidden by the filters.")
        elif self._all and not self._shown:
            words = self.tr("No appeal of this asker concerns this party.")
        self._empty.setText(words)
        self._pages.setCurrentIndex(0 if self._shown else 1)

    def _summary(self, hidden: int) -> str:
        party = self._chosen(self.party)
        name = actor_name(self._session.chronicle, party, short=True) if party else ""
        count = len(self._shown)
        asked = sum(party in one.to for one in self._shown)
        pattern = self.tr("Appeals: {count}, {years}. Answers told:")
        if party:
            pattern = self.tr("Appeals: {count}, {years}; put to {name}: {asked}. What it gave:")
        words = pattern.format(count=count, years=self._years(), name=name, asked=asked)
        if hidden:
            words += " " + self.tr("(Hidden by the filters: {count}.)").format(count=hidden)
        return words

    def _years(self) -> str:
        """Return the first and last year of the appeals shown."""
        days = []
        for one in self._shown:
            date = one.event.date.value
            day = date.earliest if date.earliest is not None else date.latest
            days += [] if day is None else [civil(day)[0]]
        if not days:
            return self.tr("undated")
        return str(min(days)) if min(days) == max(days) else f"{min(days)}–{max(days)}"

    def _show_figures(self) -> None:
        """Write the number of each kind of answer large, those of the party where one is chosen."""
        old = self.figures
        self.figures = QWidget()
        flow = FlowLayout(across=4, down=4)
        self.figures.setLayout(flow)
        codebook = self._session.codebook
        given = tally_of(self._shown, self._chosen(self.party))
        for kind in kinds_of(codebook, self._all):
            colour = kind_colour(kind, self._theme)
            figure = Figure(
                given.get(kind, 0), kind_words(codebook, kind), kind, colour, self._theme
            )
            figure.followed.connect(self._select)
            flow.add(figure)
        self._column.replaceWidget(old, self.figures)
        old.hide()
        old.deleteLater()

    def _select(self, kind: str) -> None:
        """Select the answers of a kind with the appeals that they answer."""
        party = self._chosen(self.party)
        events: dict[str, None] = {}
        found = ""
        for one in self._shown:
            for answer in one.answers_of(party):
                if answer.kind == kind:
                    events.update(dict.fromkeys((one.event.id, answer.event.id)))
                    found = found or answer.event.id
        if found:
            self._session.select(EventsSelected(tuple(events), found))

    def _ask_path(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as CSV"), "appeals.csv", self.tr("Table (*.csv)")
        )
        if name:
            self.save(Path(name))
