"""Indexing: the search of what is open, made anew in a thread when what is open changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.loading import Progress
from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.search.making import make_search
from explorer.search.search import Search
from explorer.session.session import Session
from explorer.sources.library import Library
from explorer.works import Works

_PAUSE = 250
"""Milliseconds without a change after which the search is made anew."""

_Open = tuple[Chronicle, Library, object]
"""What a search is made of: chronicle, texts, and what the reader wrote."""


class _GivenUpError(QuotelineError):
    """Nobody waits for the search any more."""


class Indexing(Works):
    """Keeps the search of a session's chronicle, texts and notes; it begins when first wanted.

    Signals:
        ready(): there is another search.
    """

    ready = Signal()

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        """Keep the indexes in `folder`, which need not be there."""
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._made_of: _Open | None = None
        self._is_wanted = False
        self._is_busy = False
        self._is_over = False
        self.search: Search | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._make)
        self.broken.connect(self._on_broken)
        session.chronicle_changed.connect(self._on_chronicle)
        session.library_changed.connect(self._on_change)
        session.workspace_changed.connect(self._on_change)

    @property
    def is_current(self) -> bool:
        """Tell whether the search is of what is open now."""
        return self._made_of is not None and _same(self._made_of, self._open())

    def want(self) -> None:
        """Make the search now if it is not of what is open, and keep it so from now on."""
        self._is_wanted = True
        self._make()

    def let_be(self) -> None:
        """Follow no change until it is wanted again."""
        self._is_wanted = False

    def stop(self) -> None:
        """End what is under way, and make nothing more."""
        self._is_over = True
        self._timer.stop()
        super().stop()

    def _open(self) -> _Open:
        session = self._session
        own: Workspace = session.workspace
        noted = tuple((mark.event, mark.note) for mark in own.bookmarks if mark.note)
        return session.chronicle, session.library, (own.notes, own.resolutions, noted)

    def _on_chronicle(self) -> None:
        """Forget the search of another chronicle at once."""
        if self._made_of is not None and self._made_of[0] is not self._session.chronicle:
            self.search = None
            self._made_of = None
            self.ready.emit()
        self._on_change()

    def _on_change(self) -> None:
        if self._is_wanted and not self.is_current:
            self._timer.start()

    def _make(self) -> None:
        self._timer.stop()
        if self._is_busy or self._is_over or self.is_current:
            return
        self._is_busy = True
        now, workspace, known = self._open(), self._session.workspace, self.search
        folder = self._folder

        def work(progress: Progress) -> tuple[_Open, Search]:
            def tick(done: int, total: int) -> None:
                if progress.is_cancelled():
                    raise _GivenUpError(said("given up"))
                progress.tell(done, total, "")

            made = make_search(now[0], now[1], workspace, folder, known=known, ticking=tick)
            return now, made

        self._start(self.tr("Reading for the search…"), work, self._on_made)

    def _on_made(self, outcome: tuple[_Open, Search]) -> None:
        self._is_busy = False
        made_of, search = outcome
        if made_of[0] is self._session.chronicle:
            self._made_of, self.search = made_of, search
            self.ready.emit()
        if self._is_wanted:
            self._make()

    def _on_broken(self) -> None:
        self._is_busy = False


def _same(one: _Open, other: _Open) -> bool:
    return one[0] is other[0] and one[1] is other[1] and one[2] == other[2]
