"""TagEdit: a line for tags, apart by commas, that completes the one being typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from explorer.model.tags import tags_in


class TagEdit(QLineEdit):
    """Offers the known tags that hold what is typed of one; Enter or Tab takes the first.

    `known` is asked for them whenever the line gets the keyboard.
    """

    def __init__(self, known: Callable[[], Iterable[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = known
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags in the line, each once."""
        return tags_in(self.text())

    def focusInEvent(self, focus_event: QFocusEvent) -> None:
        """Take up the tags there are now."""
        super().focusInEvent(focus_event)
        self._known.setStringList(list(self._ask()))

    def _piece(self) -> tuple[int, int]:
        """Return where the tag that the cursor is in begins and ends."""
        text, at = self.text(), self.cursorPosition()
        start = text.rfind(",", 0, at) + 1
        end = text.find(",", at)
        return start, len(text) if end < 0 else end

    def _offer(self) -> None:
        start, end = self._piece()
        typed = self.text()[start:end].strip()
        self._completer.setCompletionPrefix(typed)
        offered = self._completer.completionModel()
        only = offered.rowCount() == 1 and offered.index(0, 0).data() == typed
        if not typed or only or not offered.rowCount():
            self._popup.hide()
            return
        self._completer.complete()
        self._popup.setCurrentIndex(offered.index(0, 0))

    def _take(self, tag: str) -> None:
        """Put a tag in the place of what was typed of it."""
        start, end = self._piece()
        text = self.text()
        before = f"{text[:start]} " if start else ""
        self.setText(f"{before}{tag}{text[end:]}")
        self.setCursorPosition(len(before) + len(tag))

    def event(self, happened: QEvent) -> bool:
        """Leave Enter, Tab and Esc to the list of offers while it is open."""
        taking = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        # Here and not in keyPressEvent: Tab would move the keyboard on before that.
        if (
            isinstance(happened, QKeyEvent)
            and happened.type() == QEvent.Type.KeyPress
            and happened.key() in taking
            and self._popup.isVisible()
        ):
            happened.ignore()
            return False
        return super().event(happened)
