"""RatingBox: the reader's mark on one thing, to choose where the thing is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from explorer.model.ratings import MARKS, RatingKind
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.flow import FlowLayout
from explorer.widgets.text import Words, coloured

translate = QCoreApplication.translate


class _Choice(QComboBox):
    """A box that the wheel does not change while one scrolls past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


class RatingBox(QWidget):
    """A label and a choice of marks, each with its label spelled out."""

    def __init__(self, session: Session, theme: Theme, kind: RatingKind, target: str) -> None:
        super().__init__()
        self._session = session
        self._key: tuple[RatingKind, str] = (kind, target)
        name = {
            "source": self.tr("Your trust in this source"),
            "claim": self.tr("Your trust in this claim"),
            "reading": self.tr("Read so far"),
        }[kind]
        label = Words(name, scale=0.92)
        coloured(label, theme.muted)
        self.choice = _Choice()
        self.choice.setAccessibleName(name)
        self.choice.addItem(self.tr("not rated") if kind != "reading" else self.tr("not yet"), "")
        for mark in MARKS[kind]:
            self.choice.addItem(mark_words(kind, mark), mark)
        self.choice.activated.connect(self._rate)
        label.setMinimumHeight(self.choice.sizeHint().height())  # level with the box
        row = FlowLayout(across=8, down=2)
        row.add(label)
        row.add(self.choice)
        self.setLayout(row)
        session.workspace_changed.connect(self._show)
        session.read_only_changed.connect(self._show)
        self._show()

    def _rate(self) -> None:
        self._session.rate(*self._key, self.choice.currentData())

    def _show(self) -> None:
        known = self._session.workspace.rating.get(self._key)
        self.choice.setCurrentIndex(max(self.choice.findData(known.mark if known else ""), 0))
        self.choice.setEnabled(not self._session.read_only)


def mark_words(kind: RatingKind, mark: str) -> str:
    """Return a mark with its label in the reader's language."""
    labels = {
        "A": translate("Rating", "Completely reliable"),
        "B": translate("Rating", "Usually reliable"),
        "C": translate("Rating", "Fairly reliable"),
        "D": translate("Rating", "Not usually reliable"),
        "E": translate("Rating", "Unreliable"),
        "F": translate("Rating", "Reliability cannot be judged"),
        "1": translate("Rating", "Confirmed by other sources"),
        "2": translate("Rating", "Probably true"),
        "3": translate("Rating", "Possibly true"),
        "4": translate("Rating", "Doubtful"),
        "5": translate("Rating", "Improbable"),
        "6": translate("Rating", "Truth cannot be judged"),
        "reading": translate("Rating", "Being read"),
        "read": translate("Rating", "Read"),
    }
    return labels[mark] if kind == "reading" else f"{mark}  {labels[mark]}"
