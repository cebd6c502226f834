"""FileRow: the file that a dialog is to write, asked twice before another one is replaced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class FileRow(QWidget):
    """A line for a path, with a button that opens the system's dialog.

    Signals:
        changed(): another path stands in the line.
    """

    changed = Signal()

    def __init__(self, path: Path, kinds: str, parent: QWidget | None = None) -> None:
        """Propose a path; `kinds` words the files that the system's dialog shows."""
        super().__init__(parent)
        self._kinds = kinds
        self._replaceable: Path | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("&File:"))
        self._line = QLineEdit(str(path))
        self._line.setObjectName("file")
        self._line.textChanged.connect(self._on_changed)
        label.setBuddy(self._line)
        browse = QPushButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row.addWidget(label)
        row.addWidget(self._line, 1)
        row.addWidget(browse)

    @property
    def path(self) -> Path:
        """The path in the line."""
        return Path(self._line.text().strip()).expanduser()

    @property
    def is_empty(self) -> bool:
        """Tell whether the line names nothing."""
        return not self._line.text().strip()

    def propose(self, suffix: str, kinds: str) -> None:
        """Give the path another ending, and the system's dialog other files."""
        self._kinds = kinds
        if not self.is_empty:
            self._line.setText(str(self.path.with_suffix(suffix)))

    def may_write(self) -> bool:
        """Tell whether the path may be written; where a file stands there, at the second time."""
        path = self.path
        if path.is_file() and path != self._replaceable:
            self._replaceable = path
            return False
        return True

    def _on_changed(self) -> None:
        self._replaceable = None
        self.changed.emit()

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to"), self._line.text(), self._kinds
        )
        if name:
            self._line.setText(name)
            self._replaceable = Path(name)  # the file dialog has asked already
