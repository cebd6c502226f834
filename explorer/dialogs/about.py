"""About: what this program is, its version and its licence."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer import __version__
from explorer.store.folders import resource


class AboutDialog(QDialog):
    """Says what Quoteline is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Quoteline"))
        sign = QLabel()
        sign.setPixmap(QPixmap(str(resource("quoteline.svg"))).scaled(64, 64))
        name = QLabel(f"Quoteline {__version__}")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        name.setFont(font)
        told = QLabel(
            self.tr(
                "A timeline in which every event answers to its source.\n\n"
                "MIT licence. Built on Qt {qt} (PySide6, LGPL), pyqtgraph and TinyDB.\n"
                "Published articles belong to their publishers; the briefs are our own words."
            ).format(qt=qVersion()),
            wordWrap=True,
        )
        told.setMinimumWidth(360)
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(told)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(buttons)
