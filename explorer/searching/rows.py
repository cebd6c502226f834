"""Rows of the results: a heading for each kind, its results, and a row that shows all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from explorer.model.chronicle import Chronicle
from explorer.search.documents import Kind
from explorer.search.marking import Marked
from explorer.search.search import Hit, Results
from explorer.searching.words import beside, kind_word, kind_words, title_of

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a heading with a kind's count, a result, or the way to all results of a kind."""

    role: Literal["heading", "hit", "more"]
    kind: Kind
    title: Marked
    beside: str = ""
    snippet: Marked = field(default_factory=Marked)
    hit: Hit | None = None

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts = [self.title.text, self.beside, self.snippet.text]
        if self.hit is not None:
            parts.insert(0, kind_word(self.kind))
        return ", ".join(part for part in parts if part)


class ResultRows(QAbstractListModel):
    """The results as a list; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_results(self, results: Results, chronicle: Chronicle, only: Kind | None) -> bool:
        """Show results, of `only` one kind or some of each; tell whether they are other ones."""
        rows = self._rows_of(results, chronicle, only)
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def _rows_of(self, results: Results, chronicle: Chronicle, only: Kind | None) -> list[Row]:
        rows: list[Row] = []
        for group in results.groups:
            if only not in {None, group.kind}:
                continue
            name = kind_words(group.kind)
            rows.append(Row("heading", group.kind, Marked(name), f"{group.total:n}"))
            rows += [_of_hit(hit, chronicle) for hit in group.hits]
            if group.total > len(group.hits) and only is None:
                words = self.tr("Show more of {count} in {kind}")
                told = words.format(count=group.total, kind=name)
                rows.append(Row("more", group.kind, Marked(told)))
        return rows

    def first(self) -> QModelIndex:
        """Return the first result, an invalid index where there is none."""
        for at, row in enumerate(self.rows):
            if row.role != "heading":
                return self.index(at)
        return QModelIndex()

    def step(self, at: int, places: int) -> QModelIndex:
        """Return the row `places` results further on, headings left out; it stops at the ends."""
        real = [number for number, row in enumerate(self.rows) if row.role != "heading"]
        if not real:
            return QModelIndex()
        here = real.index(at) if at in real else -1 if places > 0 else len(real)
        return self.index(real[min(max(here + places, 0), len(real) - 1)])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, or the row."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let all but headings be chosen."""
        if index.isValid() and self.rows[index.row()].role == "heading":
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


def _of_hit(hit: Hit, chronicle: Chronicle) -> Row:
    document = hit.document
    title = hit.title if document.titled else Marked(title_of(document))
    return Row("hit", document.kind, title, beside(document, chronicle), hit.snippet, hit)
