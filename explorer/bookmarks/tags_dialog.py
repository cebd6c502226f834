"""TagsDialog: all tags with their colours, to recolour, rename, merge, filter by or remove."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.model.query import Field, rendered
from explorer.model.tagging import tag_counts
from explorer.model.tags import TAG_COLOURS, initials
from explorer.session.session import Session
from explorer.theme import Theme, tag_shades
from explorer.widgets.tag_badges import TagBadge, badge_icon, badge_of, badges_size, colour_words
from explorer.widgets.text import Label

_TAG = Qt.ItemDataRole.UserRole


class TagsDialog(QDialog):
    """Changes tags on all bookmarks at once; each change is a step that can be undone."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tags-dialog")
        self.setWindowTitle(self.tr("Tags"))
        self._session = session
        self._theme = theme
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Tags"))
        self.rows.currentItemChanged.connect(self._show_current)
        self.colour = QComboBox()
        self.colour.setAccessibleName(self.tr("Colour of the tag"))
        self._fill_colours()
        self.colour.activated.connect(self._recolour)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the tag"))
        self.name.textChanged.connect(self._show_choices)
        self.name.returnPressed.connect(self._rename)
        self.rename = self._button(self.tr("&Rename"), "rename-tag", self._rename)
        self.only = self._button(self.tr("&Show only these"), "only-tag", self._show_only)
        self.remove = self._button(self.tr("Remo&ve tag"), "remove-tag", self._remove)
        self.none = Label(self.tr("No tag yet. Write tags beside a bookmark's note."))
        self._lay_out()
        session.workspace_changed.connect(self._show)
        session.read_only_changed.connect(self._show)
        self._show()
        self.resize(420, 480)

    @property
    def tag(self) -> str:
        """The current tag, an empty text where there is none."""
        item = self.rows.currentItem()
        return str(item.data(_TAG)) if item else ""

    def _button(self, text: str, name: str, pressed: Callable[[], None]) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(pressed)
        return made

    def _fill_colours(self) -> None:
        shades = tag_shades(self._theme.name)
        self.colour.addItem(
            badge_icon(TagBadge("  "), self.font(), self._theme), colour_words(""), ""
        )
        for one in TAG_COLOURS:
            swatch = badge_icon(TagBadge("  ", shades[one]), self.font(), self._theme)
            self.colour.addItem(swatch, colour_words(one), one)

    def _lay_out(self) -> None:
        naming, doing = QHBoxLayout(), QHBoxLayout()
        naming.addWidget(self.name, 1)
        naming.addWidget(self.rename)
        naming.addWidget(self.colour)
        doing.addWidget(self.only)
        doing.addWidget(self.remove)
        doing.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        doing.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(self.none)
        column.addWidget(self.rows, 1)
        column.addLayout(naming)
        column.addLayout(doing)

    def _show(self) -> None:
        workspace = self._session.workspace
        counts = tag_counts(workspace)
        kept, row = self.tag, self.rows.currentRow()
        self.rows.blockSignals(True)
        self.rows.clear()
        badges = [TagBadge(initials(one)) for one in counts]
        widest = max((badges_size((one,), self.font()).width() for one in badges), default=24)
        self.rows.setIconSize(QSize(widest, self.fontMetrics().height() + 2))
        for tag, count in counts.items():
            item = QListWidgetItem(self.tr("{tag} ({count})").format(tag=tag, count=count))
            badge = badge_of(tag, workspace.colour, self._theme, short=True)
            item.setIcon(badge_icon(badge, self.font(), self._theme))
            colour = colour_words(workspace.colour.get(tag, ""))
            on = self.tr("on %n bookmark(s)", "", count)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{tag}, {colour}, {on}")
            item.setData(_TAG, tag)
            self.rows.addItem(item)
        self.rows.blockSignals(False)
        names = list(counts)
        at = names.index(kept) if kept in counts else min(max(row, 0), len(names) - 1)
        self.rows.setCurrentRow(at)
        self.none.setVisible(not counts)
        self._show_current()

    def _show_current(self) -> None:
        tag = self.tag
        self.name.setText(tag)
        colour = self._session.workspace.colour.get(tag, "")
        self.colour.setCurrentIndex(max(self.colour.findData(colour), 0))
        self._show_choices()

    def _show_choices(self) -> None:
        """Let be done what can be, and say when a new name makes one tag of two."""
        may = bool(self.tag) and not self._session.read_only
        wanted = self.name.text().strip()
        merging = wanted != self.tag and wanted in tag_counts(self._session.workspace)
        self.rename.setText(self.tr("&Merge") if merging else self.tr("&Rename"))
        self.rename.setEnabled(may and bool(wanted) and wanted != self.tag)
        for part in (self.name, self.colour, self.remove):
            part.setEnabled(may)
        self.only.setEnabled(bool(self.tag))

    def _recolour(self) -> None:
        self._session.colour_tag(self.tag, str(self.colour.currentData()))

    def _rename(self) -> None:
        tag, wanted = self.tag, self.name.text().strip()
        if self.rename.isEnabled():
            self._session.rename_tag(tag, wanted)
            for row in range(self.rows.count()):
                if self.rows.item(row).data(_TAG) == wanted:
                    self.rows.setCurrentRow(row)

    def _remove(self) -> None:
        self._session.remove_tag(self.tag)

    def _show_only(self) -> None:
        """Filter by the tag, by the words that the search box would have."""
        words = rendered(Field("tag", self.tag))
        self._session.set_filters(replace(self._session.filters, text=words))
        self.accept()
