"""The editor of shortcuts: every action with its keys, and who else has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.keymap import Keys, conflicts, default_keys, portable

Row = tuple[str, str, str]
"""An action's id, its menu and its words."""

_ID = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ShortcutEditor(QDialog):
    """Lets the reader choose up to two keys for each action.

    Nothing is in force before OK, which is not there as long as two actions want one key.
    """

    def __init__(
        self, rows: Sequence[Row], keys: Mapping[str, Keys], parent: QWidget | None = None
    ) -> None:
        """Show the actions of `rows` with their `keys`."""
        super().__init__(parent)
        self.setObjectName("shortcut-editor")
        self.setWindowTitle(self.tr("Edit shortcuts"))
        self._names = {name: words for name, _, words in rows}
        self._keys = dict(keys)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.tree = self._make_tree(rows)
        self.first, self.second = QKeySequenceEdit(), QKeySequenceEdit()
        self.taken = QLabel(wordWrap=True)
        self.taken.setObjectName("taken")
        self.buttons = self._make_buttons()
        column = QVBoxLayout(self)
        column.addWidget(self.tree, 1)
        column.addLayout(self._make_fields())
        column.addWidget(self.taken)
        column.addWidget(self.buttons)
        self.tree.currentItemChanged.connect(self._show_current)
        self.tree.setCurrentItem(self._items[rows[0][0]])
        self._show_keys()
        self.resize(620, 640)

    def keys(self) -> dict[str, Keys]:
        """Return the keys of every action as they are chosen now."""
        return dict(self._keys)

    def _make_tree(self, rows: Sequence[Row]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setAlternatingRowColors(True)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels(
            [self.tr("Menu"), self.tr("Action"), self.tr("Keys"), self.tr("Also used by")]
        )
        tree.setAccessibleName(self.tr("Actions and their keys"))
        for name, menu, words in rows:
            item = QTreeWidgetItem([menu, words])
            item.setData(0, _ID, name)
            tree.addTopLevelItem(item)
            self._items[name] = item
        header = tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return tree

    def _make_fields(self) -> QGridLayout:
        fields = QGridLayout()
        for row, (edit, words) in enumerate(
            ((self.first, self.tr("&Keys:")), (self.second, self.tr("O&r:")))
        ):
            label = QLabel(words)
            label.setBuddy(edit)
            edit.setMaximumSequenceLength(1)
            edit.setClearButtonEnabled(True)
            edit.editingFinished.connect(self._take)
            edit.keySequenceChanged.connect(self._take)
            fields.addWidget(label, row, 0)
            fields.addWidget(edit, row, 1)
        usual = QPushButton(self.tr("&Usual keys"))
        usual.setAutoDefault(False)
        usual.clicked.connect(self._put_back)
        fields.addWidget(usual, 0, 2)
        fields.setColumnStretch(1, 1)
        return fields

    def _make_buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.RestoreDefaults)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(kinds.RestoreDefaults).clicked.connect(self._put_all_back)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter belongs to the field for keys
        return buttons

    def _current(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def _show_current(self) -> None:
        """Put the current action's keys into the fields."""
        keys = (*self._keys.get(self._current(), ()), "", "")
        for edit, text in zip((self.first, self.second), keys, strict=False):
            edit.blockSignals(True)
            edit.setKeySequence(QKeySequence(text))
            edit.blockSignals(False)

    def _take(self) -> None:
        """Take what the fields hold for the current action's keys."""
        if name := self._current():
            chosen = [edit.keySequence().toString() for edit in (self.first, self.second)]
            self._keys[name] = tuple(dict.fromkeys(portable(chosen)))
            self._show_keys()

    def _put_back(self) -> None:
        if name := self._current():
            self._keys[name] = default_keys()[name]
            self._show_current()
            self._show_keys()

    def _put_all_back(self) -> None:
        self._keys = default_keys()
        self._show_current()
        self._show_keys()

    def _show_keys(self) -> None:
        """Show every action's keys, and which of them another action has too."""
        taken = conflicts(self._keys)
        for name, item in self._items.items():
            keys = (QKeySequence(one).toString(_NATIVE) for one in self._keys.get(name, ()))
            item.setText(2, ", ".join(keys))
            others = (
                self._names.get(other) or self.tr("the timeline") for other in taken.get(name, ())
            )
            item.setText(3, ", ".join(others))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not taken)
        names = [self._names[name] for name in taken if name in self._names]
        words = self.tr("Keys used twice do nothing. Change one of: {actions}")
        self.taken.setText(words.format(actions=", ".join(names)) if names else "")
