"""CoveragePanel: which article tells which event, what only one tells, what each leaves out."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QStackedWidget, QTabBar, QWidget

from explorer.analysis.coverage import Bearing, Coverage, Row, coverage_of
from explorer.coverage.articles import ArticlesTable
from explorer.coverage.pair import Pair
from explorer.coverage.table import MatrixTable
from explorer.coverage.words import article_name, bearing_words
from explorer.pending import Pending, are_many
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon, tool_button, vertical
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Label, coloured
from explorer.widgets.waiting import WaitingPage
from explorer.wording.numbers import number


class CoveragePanel(QWidget):
    """The matrix of the events that pass the filters, a summary of each article, two side by side.

    It reads the session and asks the session.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._coverage = Coverage()
        self._pending = Pending(self)
        self.tabs = QTabBar()
        self.article = self._choice(self.tr("Article"))
        self.shows = self._choice(self.tr("Which events"))
        self.matrix = MatrixTable(session, theme)
        self.articles = ArticlesTable(session, theme)
        self.articles.chosen.connect(self._take)
        self.pair = Pair(session, theme)
        self.copy = tool_button(self.tr("Copy as table"), "copy", theme)
        self.copy.clicked.connect(self.matrix.copy_rows)
        self.count = Label("")
        self._pages = QStackedWidget()
        self._lay_out()
        session.chronicle_changed.connect(self._on_chronicle)
        session.filters_changed.connect(self._show)
        self.set_theme(theme)
        self._on_chronicle()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.matrix.set_theme(theme)
        self.articles.set_theme(theme)
        self.pair.set_theme(theme)
        self.copy.setIcon(drawn_icon("copy", theme))
        coloured(self.count, theme.muted)

    def stop(self) -> None:
        """End what is under way; the window closes."""
        self._pending.stop()

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.activated.connect(self._show)
        return box

    def _lay_out(self) -> None:
        for title in (self.tr("Matrix"), self.tr("By article"), self.tr("Two articles")):
            self.tabs.addTab(title)
        self.tabs.setDrawBase(False)
        self.tabs.currentChanged.connect(self._turn)
        for words, value in (
            (self.tr("All events"), ""),
            (self.tr("In one article only"), "single"),
            (self.tr("Disputed"), "in dispute"),
            (self.tr("Told by it"), "told"),
            (self.tr("Only it tells"), "only"),
            (self.tr("Disputed by it"), "disputed"),
            (self.tr("Merely mentioned by it"), "mentioned"),
            (self.tr("Left out by it"), "left out"),
        ):
            self.shows.addItem(words, value)
        bar = FlowLayout(across=8, down=4)
        for part in (self.tabs, self.article, self.shows, self.copy):
            bar.add(part)
        legend = "   ".join(bearing_words(bearing) for bearing in Bearing)
        self.legend = Label(legend)
        for page in (self.matrix, self.articles, self.pair):
            self._pages.addWidget(page)
        whole = vertical(self, spacing=6, margins=8)
        whole.addLayout(bar)
        whole.addWidget(self.count)
        whole.addWidget(self._pages, 1)
        self.setFocusProxy(self.matrix)

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        for part in (self.article, self.shows, self.copy, self.count):
            part.setVisible(page == 0)

    def _on_chronicle(self) -> None:
        chronicle = self._session.chronicle
        self._pending.stop()
        self._take_coverage(Coverage())
        if not are_many(chronicle.events):
            self._take_coverage(coverage_of(chronicle))
            return
        words = self.tr("Going through {count} events…").format(count=number(len(chronicle.events)))
        page = WaitingPage(self.tr("Sources"), words, self._theme)
        self._wait(page)
        self._pending.begin(page, lambda step: coverage_of(chronicle, step), self._take_coverage)

    def _wait(self, page: WaitingPage) -> None:
        """Show a page in the place of all others until there is something to show."""
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        for part in (self.tabs, self.article, self.shows, self.copy, self.count):
            part.hide()

    def _wait_no_more(self) -> None:
        for page in self._pages.findChildren(WaitingPage):
            self._pages.removeWidget(page)
            page.deleteLater()
        self.tabs.show()
        self._turn(self.tabs.currentIndex())

    def _take_coverage(self, coverage: Coverage) -> None:
        self._wait_no_more()
        self._coverage = coverage
        self.article.clear()
        self.article.addItem(self.tr("Any article"), "")
        for one in self._coverage.articles:
            self.article.addItem(article_name(one.article), one.article.id)
        self.articles.articles.show_articles(self._coverage.articles)
        self.pair.show_coverage(self._coverage)
        self._show()

    def _take(self, article: str, what: str) -> None:
        """Show in the matrix what an article covers, leaves out, or alone tells."""
        self.article.setCurrentIndex(max(0, self.article.findData(article)))
        self.shows.setCurrentIndex(max(0, self.shows.findData(what)))
        self._show()
        self.tabs.setCurrentIndex(0)

    def _show(self) -> None:
        """Show the rows that pass the filters and the two choices."""
        wanted = self._wanted()
        rows = self._coverage.among(self._session.visible_ids())
        chosen, what = self.article.currentData(), self.shows.currentData()
        shown = [row for row in rows if _passes(row, wanted, chosen, what)]
        self.matrix.show_rows(self._coverage, shown)
        told = self.tr("{shown} of {all} events").format(
            shown=number(len(shown)), all=number(len(self._coverage.rows))
        )
        if hidden := len(self._coverage.rows) - len(rows):
            told += " " + self.tr("(Hidden by the filters: {count}.)").format(count=number(hidden))
        self.count.setText(f"{told}      {self.legend.text()}")

    def _wanted(self) -> frozenset[str] | None:
        """Return the events that the choice of an article lets through, None for all.

        Without an article, those that it would let through of any.
        """
        what, chosen = self.shows.currentData(), self.article.currentData()
        some = [one for one in self._coverage.articles if chosen in ("", one.article.id)]
        found = {
            "told": [one.told for one in some],
            "only": [one.only for one in some],
            "disputed": [one.disputed for one in some],
            "mentioned": [one.mentioned for one in some],
            "left out": [one.left_out for one in some],
        }.get(what)
        return None if found is None else frozenset().union(*found)


def _passes(row: Row, wanted: frozenset[str] | None, article: str, what: str) -> bool:
    if wanted is not None:
        return row.id in wanted
    if article and article not in row.stances:
        return False
    if what == "single":
        return row.is_single
    return what != "in dispute" or row.is_disputed
