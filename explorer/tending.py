"""Tending: what an open workspace needs while it is open, without the window waiting for it."""

from __future__ import annotations

import contextlib
import logging
import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.keeping import StudyKeeper
from explorer.loading import Progress
from explorer.model.errors import QuotelineError
from explorer.opening import Study
from explorer.session.history import Past
from explorer.session.session import Session
from explorer.store.faults import Cause, NotSaved
from explorer.store.journalled import OpenWorkspace
from explorer.store.lock import BEAT
from explorer.store.steps import Stack
from explorer.works import Works

_LOG = logging.getLogger("quoteline")

_TURN = 1_000
"""Milliseconds from one look at the file to the next."""

_TRY = 5.0
"""Seconds after which what could not be saved, or may not be written, is tried again."""

_IDLE = 60.0
"""Seconds without a step after which steps are folded into the file."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the file brought: it can be written now; somebody else changed it."""

    took: bool = False
    changed: bool = False
    fault: QuotelineError | None = None


class Tending(Works):
    """Looks after the workspace that is open: folds it, follows its writer, takes over.

    Signals:
        standing(OpenWorkspace): whether it can be written, or is unsaved, is no longer what it was.
        not_left(NotSaved): the window cannot be left yet, something is not saved.
    """

    standing = Signal(object)
    not_left = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._study: Study | None = None
        self.keeper: StudyKeeper | None = None
        self._unclaimed: list[Study] = []
        self._told: tuple[str, str] = ("", "")
        self._beaten = self._tried = self._stepped = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN)
        self._timer.timeout.connect(self._turn)
        session.workspace_changed.connect(self._on_step)
        session.not_saved.connect(self._stand)

    def try_again(self) -> None:
        """Write what could not be written so far, and say so if it still cannot."""
        if self.keeper is None:
            return
        try:
            self.keeper.own.save()
        except NotSaved as error:
            self._session.not_saved.emit(error)
        except QuotelineError as error:
            self.failed.emit(error.said)
        self._stand()

    def stop(self) -> None:
        """Let go of all work under way, and of what it opened for nobody."""
        super().stop()
        self._timer.stop()
        self._drop_unclaimed()
        self._session.history.fill(Past())  # a stack with steps in it still tells of its own end

    def leave(self) -> bool:
        """Fold and close the workspace before the window goes; tell whether that could be.

        Where it could not `not_left` has said why, and the workspace stays open.
        """
        keeper = self.keeper
        if keeper is None:
            return True
        self._wait_quietly()
        own = keeper.own
        if not own.read_only:
            try:
                own.save()
                own.fold()
            except NotSaved as error:
                if own.unsaved is not None or error.cause in (Cause.CHANGED, Cause.VANISHED):
                    fault = error if error.rescue else own.put_aside(error)
                    self._stand()
                    self.not_left.emit(fault)
                    return False
            except QuotelineError as error:
                _LOG.warning("not folded, the steps stay in the journal: %s", error)
        self.leave_anyway()
        return True

    def leave_anyway(self) -> None:
        """Close the workspace; what cannot be folded is in its journal, or in its rescue file."""
        keeper, self.keeper = self.keeper, None
        self._timer.stop()
        if keeper is not None:
            with contextlib.suppress(QuotelineError):
                keeper.own.close()

    def _tend(self) -> None:
        """Look after the workspace that was opened just now."""
        self._beaten = self._tried = self._stepped = time.monotonic()
        self._told = ("", "")
        self._timer.start()
        self._stand()
        self._read_past()

    def _read_past(self) -> None:
        """Read the steps of earlier runs, which may be many, and let them be undone."""
        keeper = self.keeper
        if keeper is None or keeper.own.read_only:
            return
        own = keeper.own
        if own.known is not None:
            self._session.fill_history()
            return

        def taken(past: tuple[Stack, int]) -> None:
            own.take_past(past)
            if self.keeper is keeper:
                self._session.fill_history()

        self._start_quietly(lambda _: own.read_past(), taken, self._on_fault)

    def _let_go(self) -> None:
        """Close the workspace that was open, in a thread: another one takes its place."""
        keeper, self.keeper = self.keeper, None
        if keeper is not None:
            own = keeper.own
            if own.unsaved is not None:
                words = self.tr(
                    "{path}: what you did there last is not in it, but in the rescue file "
                    "{rescue}. It is offered when you open that chronicle again."
                )
                told = words.format(path=own.path, rescue=own.unsaved.rescue)
                self.failed.emit(told)
            self._start_quietly(lambda _: own.close(), _nothing, self._on_fault)

    def _on_finished(self) -> None:
        super()._on_finished()
        if not self._works:
            self._drop_unclaimed()

    def _drop_unclaimed(self) -> None:
        """Close what was opened after the reader had given the opening up."""
        while self._unclaimed:
            own = self._unclaimed.pop().own
            if own is not None:
                with contextlib.suppress(QuotelineError):
                    own.close()

    def _on_step(self) -> None:
        self._stepped = time.monotonic()
        if self.keeper is not None and self.keeper.own.due:
            self._turn()

    def _turn(self) -> None:
        """Look at the file and do what is due, in a thread."""
        if self.keeper is None or self._quiet:
            return
        own, now = self.keeper.own, time.monotonic()
        if own.read_only:
            patience = 0.0 if own.cause is Cause.HELD else _TRY
            tries = own.cause is not Cause.NEWER and now - self._tried >= patience
            self._tried = now if tries else self._tried
            self._start_quietly(lambda _: _followed(own, tries), self._on_seen, self._on_fault)
            return
        if own.unsaved is not None:
            if now - self._tried >= _TRY:
                self._tried = now
                with contextlib.suppress(NotSaved):
                    own.save()
                self._stand()
            return
        beats, folds = now - self._beaten >= BEAT, now - self._stepped >= _IDLE or own.due
        self._beaten = now if beats else self._beaten
        self._stepped = now if folds else self._stepped

        def work(_: Progress) -> Seen:
            return _looked_after(own, beats=beats, folds=folds)

        self._start_quietly(work, self._on_seen, self._on_fault)

    def _on_seen(self, seen: Seen) -> None:
        keeper = self.keeper
        if keeper is None:
            return
        own = keeper.own
        if seen.took or seen.changed:
            self._session.follow(own.workspace, own.read_only)
            self._read_past()
            if seen.took:
                words = self.tr("The workspace can be changed here now.")
                self._session.notice.emit(words)
        elif isinstance(seen.fault, NotSaved) and not own.read_only:
            self.try_again()  # here, where the reader's steps are taken
        self._stand()

    def _on_fault(self, error: QuotelineError) -> None:
        if self._told[1] != str(error):
            self._told = (self._told[0], str(error))
            self.failed.emit(error.said)

    def _stand(self) -> None:
        own = self.keeper.own if self.keeper else None
        words = f"{own.read_only}|{own.unsaved}" if own else ""
        if own is not None and words != self._told[0]:
            self._told = (words, self._told[1])
            self.standing.emit(own)


def _followed(own: OpenWorkspace, tries: bool) -> Seen:
    if tries and own.take_over():
        return Seen(took=True)
    return Seen(changed=own.refresh())


def _looked_after(own: OpenWorkspace, *, beats: bool, folds: bool) -> Seen:
    if beats:
        own.beat()
    try:
        own.check()
        if folds:
            own.fold()
    except QuotelineError as error:
        return Seen(fault=error)
    return Seen()


def _nothing(_: object) -> None:
    """Do nothing with an outcome that says nothing."""
