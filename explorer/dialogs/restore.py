"""RestoreDialog: the copies of workspace and chronicle, what each holds, and one to bring back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from explorer.dialogs.contents import seconds_words
from explorer.dialogs.copies_table import CopiesTable
from explorer.store.restoring import Listed
from explorer.widgets.text import Label
from explorer.wording.faults import fault_words


class RestoreDialog(QDialog):
    """Lists what workspace and chronicle hold now and what their copies hold, a page for each.

    Signals:
        wanted(Copy, str): this copy of the workspace is to be brought back, by a step of this name.
        chronicle_wanted(Copy): this copy is to take the place of the chronicle's file.
    """

    wanted = Signal(object, str)
    chronicle_wanted = Signal(object)

    def __init__(
        self,
        workspace: Listed,
        chronicle: Listed,
        read_only: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show the copies; with `read_only` none can be brought back, as it says."""
        super().__init__(parent)
        self.setObjectName("restore")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore an earlier copy"))
        self._can = not read_only
        self._mine = self._workspace_table(workspace)
        self._theirs = self._chronicle_table(chronicle)
        self._pages = QTabWidget()
        self._pages.setObjectName("pages")
        mine, theirs = self.tr("&Workspace: {count}"), self.tr("C&hronicle: {count}")
        for listed, table, title, told in (
            (workspace, self._mine, mine, self._workspace_told(workspace)),
            (chronicle, self._theirs, theirs, self._chronicle_told(chronicle)),
        ):
            page = _page(fault_words(read_only) or told, table, listed)
            self._pages.addTab(page, title.format(count=self.locale().toString(len(listed.copies))))
            table.itemSelectionChanged.connect(self._on_selected)
            table.itemDoubleClicked.connect(self._choose)
        if chronicle.copies and not workspace.copies:
            self._pages.setCurrentIndex(1)
        self._pages.currentChanged.connect(self._on_selected)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._pages, 1)
        column.addWidget(self._made_buttons())
        self._on_selected()
        rows = max(len(workspace.copies), len(chronicle.copies)) + 1
        self.resize(860, 250 + 30 * min(rows, 12))

    def _made_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._bring = buttons.addButton(
            self.tr("&Bring this copy back"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._bring.setObjectName("bring")
        self._bring.clicked.connect(self._choose)
        buttons.rejected.connect(self.reject)
        return buttons

    def _workspace_table(self, listed: Listed) -> CopiesTable:
        heads = (self.tr("Bookmarks"), self.tr("Notes"), self.tr("Texts"), self.tr("Views"))
        table = CopiesTable(listed, ("bookmarks", "notes", "attachments", "views"), heads, self)
        table.setObjectName("copies")
        table.setAccessibleName(self.tr("Copies of the workspace and what they hold"))
        return table

    def _chronicle_table(self, listed: Listed) -> CopiesTable:
        heads = (self.tr("Events"), self.tr("Actors"), self.tr("Passages"), self.tr("Articles"))
        table = CopiesTable(listed, ("events", "actors", "passages", "articles"), heads, self)
        table.setObjectName("chronicle-copies")
        table.setAccessibleName(self.tr("Copies of the chronicle and what they hold"))
        return table

    def _workspace_told(self, listed: Listed) -> str:
        if not listed.copies:
            return self.tr(
                "There is no copy of your workspace yet. One is kept of what the file held before, "
                "each hour, day and week in which you change something."
            )
        return self.tr(
            "What you added: bringing a copy back is a step like any other, and undo takes it "
            "back. What the file holds now is kept as a copy too."
        )

    def _chronicle_told(self, listed: Listed) -> str:
        if not listed.copies:
            return self.tr(
                "There is no copy of the chronicle yet. One is kept of what the file held before "
                "when a command or a newer version writes it anew; the window never does."
            )
        return self.tr(
            "The evidence: a copy you bring back takes the place of the chronicle's file, which is "
            "opened again. What the file holds now is kept as a copy and can be brought back here. "
            "Your workspace stays as it is."
        )

    def _table(self) -> CopiesTable:
        return self._theirs if self._pages.currentIndex() else self._mine

    def _on_selected(self) -> None:
        self._bring.setEnabled(self._can and self._table().chosen() is not None)

    def _choose(self) -> None:
        table = self._table()
        copy = table.chosen()
        if copy is None or not self._can:
            return
        name = self.tr("Restore the copy of {moment}").format(moment=seconds_words(copy.written))
        self.accept()
        if table is self._theirs:
            self.chronicle_wanted.emit(copy)
        else:
            self.wanted.emit(copy, name)


def _page(told: str, table: CopiesTable, listed: Listed) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(10)
    column.addWidget(Label(told))
    column.addWidget(table, 1)
    column.addWidget(Label(str(listed.path)))
    return page
