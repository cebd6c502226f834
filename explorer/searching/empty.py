"""EmptyPage: what stands where no results do: what can be typed, or that nothing was found."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from explorer.theme import Theme
from explorer.widgets.boxes import vertical
from explorer.widgets.text import Label, coloured
from explorer.wording.query_words import search_words


class EmptyPage(QWidget):
    """Says what is searched and how, an example and its meaning at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", bold=True)
        self.reason = Label("")
        self._faint = [self.reason]
        column = vertical(self, spacing=4, margins=12)
        column.addWidget(self.title)
        column.addWidget(self.reason)
        column.addSpacing(8)
        for example, meaning in search_words():
            told = Label(meaning, scale=0.92)
            self._faint.append(told)
            column.addWidget(Label(example))
            column.addWidget(told)
            column.addSpacing(2)
        column.addStretch(1)
        self.set_theme(theme)
        self.show_state(asked=False, elsewhere=False)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for label in self._faint:
            coloured(label, theme.muted)

    def show_state(self, *, asked: bool, elsewhere: bool) -> None:
        """Say that nothing was typed, that nothing was found, or nothing of the kind chosen."""
        title = self.tr("Search everything")
        reason = self.tr(
            "Events, actors, articles, your notes, our briefs and the texts you attached, "
            "whatever the filters show. Type:"
        )
        if elsewhere:
            title = self.tr("Nothing of this kind")
            reason = self.tr("Other kinds have results: choose “All” above.")
        elif asked:
            title = self.tr("Nothing holds all of this")
            reason = self.tr("Fewer words, or their beginnings, find more. What can be typed:")
        for label, words in ((self.title, title), (self.reason, reason)):
            label.setText(words)
            label.setAccessibleName(words)
