"""Welcoming: the window's guide, its help and its news."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QTimer

from explorer import __version__
from explorer.analysing import Analysing
from explorer.guide.guide import Guide
from explorer.guide.pages import PagesDialog
from explorer.guide.stop import Stop
from explorer.guide.words import told
from explorer.model.errors import QuotelineError
from explorer.store.folders import bundled, resource

_SOON = 600
"""Milliseconds after which the guide begins, so that the first picture can be seen."""


class Welcoming(Analysing):
    """The frame that can explain itself."""

    guide: Guide | None = None
    """The guide while it is on the window."""

    def welcome(self) -> None:
        """Begin the guide at the first start of all; after an update say where the news are."""
        before = str(self.settings.value("version", ""))
        if before == __version__:
            return
        self.settings.setValue("version", __version__)
        if before:
            words = self.tr(
                "This is Quoteline {version} now; Help > What's new tells what changed."
            )
            self.session.notice.emit(words.format(version=__version__))
        else:
            QTimer.singleShot(_SOON, self, self._begin)

    def do_guide(self) -> None:
        """Lead through the window."""
        if self.guide is None and self.is_furnished and self.isVisible():
            self.guide = Guide(self, self.colours, self._stops())
            self.themed.connect(self.guide.set_theme)
            self.guide.ended.connect(self._forget_guide)

    def do_help(self) -> None:
        """Show the pages of help."""
        PagesDialog(self.tr("Help"), _help().read_text(encoding="utf-8"), self).open()

    def do_news(self) -> None:
        """Show what changed from version to version."""
        news = bundled("CHANGELOG.md").read_text(encoding="utf-8")
        PagesDialog(self.tr("What's new"), news, self).open()

    def _begin(self) -> None:
        if self.is_furnished:
            self.do_guide()
        else:
            QTimer.singleShot(_SOON, self, self._begin)

    def _forget_guide(self) -> None:
        self.guide = None

    def _stops(self) -> list[Stop]:
        middle = self.centralWidget() or self
        places = {"timeline": middle, "menus": self.menuBar(), **self.docks}
        return [Stop(places[place], title, text) for place, title, text in told()]


def _help() -> Path:
    """Return the pages of help in the reader's language, in English where there are none."""
    language = QLocale().name().partition("_")[0]
    try:
        return resource(f"help/{language}.md")
    except QuotelineError:
        return resource("help/en.md")
