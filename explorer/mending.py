"""Mending: the ways on when work could not be saved, and earlier copies brought back."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import Signal

from explorer.keeping import named_texts
from explorer.loading import Progress
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.opening import Study
from explorer.store.chronicles import save_chronicle
from explorer.store.copies import Copy, copies_of, keep_copy
from explorer.store.faults import GivenUpError, NotSaved
from explorer.store.files import make_folder, read_if_there
from explorer.store.folders import digests_folder, texts_folder, workspace_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.replay import check_owner
from explorer.store.rescue import with_rescued
from explorer.store.restoring import (
    BEFORE_RESTORE,
    Listed,
    bring_chronicle_back,
    chronicle_copies,
    content_of,
    content_of_one,
    open_either,
)
from explorer.store.texts import TextStore
from explorer.tending import Tending


class Mending(Tending):
    """Saves elsewhere, settles conflicts, brings back copies and rescued work.

    Signals:
        listed(Listed, Listed): the copies of workspace and chronicle were looked through.
        moved(Path): the work goes on with this chronicle, in another folder.
        replaced(Path, Path): a copy of this chronicle took its place; this is its workspace.
    """

    listed = Signal(object, object)
    moved = Signal(object)
    replaced = Signal(object, object)

    def keep_mine(self) -> None:
        """Put the workspace in the place of what somebody else put there; theirs is kept."""
        if self.keeper is not None:
            try:
                self.keeper.own.keep_mine()
            except NotSaved as error:
                self._session.not_saved.emit(error)
            except QuotelineError as error:
                self.failed.emit(error.said)
            self._stand()

    def take_theirs(self) -> None:
        """Go on with what somebody else put in the place of the file; ours is kept."""
        if self.keeper is None:
            return
        own = self.keeper.own
        try:
            ours = own.take_theirs()
        except QuotelineError as error:
            self.failed.emit(error.said)
            return
        self._session.follow(own.workspace, own.read_only)
        self._read_past()
        if ours is not None:
            self._session.notice.emit(self.tr("Your work is kept in {file}").format(file=ours))
        self._stand()

    def save_elsewhere(self, folder: Path) -> None:
        """Write chronicle, workspace and texts to another folder, and go on with them there."""
        study, keeper = self._study, self.keeper
        if study is None or keeper is None:
            return
        own = keeper.own

        def work(_: Progress) -> Path:
            target = folder / study.chronicle_path.name
            for one in (target, workspace_path(target)):
                if read_if_there(one) is not None:
                    raise QuotelineError(
                        said("{one}: this file is there already. Choose another folder.", one=one)
                    )
            make_folder(folder)
            save_chronicle(study.chronicle, target)
            texts = TextStore(texts_folder(target))
            for sha256 in named_texts(own):
                with contextlib.suppress(QuotelineError):  # one that is lost cannot be taken along
                    texts.put(study.texts.get(sha256))
            own.save_as(workspace_path(target))
            return target

        self._start(self.tr("Saving in another folder…"), work, self._on_saved_elsewhere)

    def _on_saved_elsewhere(self, target: Path) -> None:
        keeper, self.keeper, self._study = self.keeper, None, None
        if keeper is not None:
            keeper.own.leave()
        self._session.notice.emit(self.tr("Saved; you go on in {file}").format(file=target))
        self.moved.emit(target)

    def list_copies(self) -> None:
        """Look through the copies of the workspace and of the chronicle."""
        study = self._study
        if self.keeper is None or study is None:
            return
        own, chronicle = self.keeper.own, study.chronicle_path

        def work(progress: Progress) -> tuple[Listed, Listed]:
            def tell(done: int, total: int) -> None:
                if progress.is_cancelled():
                    raise GivenUpError(chronicle)
                if total:
                    progress.tell(done, total, chronicle.name)

            found = [(one, content_of(one.path)) for one in copies_of(own.path)]
            mine = Listed(own.path, content_of_one(own.workspace), found)
            return mine, chronicle_copies(chronicle, study.chronicle, digests_folder(), tell)

        self._start(self.tr("Looking through the copies…"), work, self._on_listed)

    def _on_listed(self, found: tuple[Listed, Listed]) -> None:
        self.listed.emit(*found)

    def bring_chronicle_back(self, copy: Copy) -> None:
        """Put a copy in the place of the chronicle's file, and open it."""
        study = self._study
        if study is None:
            return

        def work(_: Progress) -> Study:
            path, known = study.chronicle_path, study.chronicle.id
            bring_chronicle_back(path, copy, known, digests_folder())
            return study

        self._start(self.tr("Bringing back the copy…"), work, self._on_replaced)

    def _on_replaced(self, study: Study) -> None:
        self._session.notice.emit(
            self.tr("The copy was brought back; what it replaced is kept as a copy")
        )
        self.replaced.emit(study.chronicle_path, study.workspace_path)

    def bring_back(self, copy: Copy, name: str) -> None:
        """Put what a copy holds in the place of the workspace, as a step called `name`."""
        if self.keeper is None:
            return
        own = self.keeper.own

        def work(_: Progress) -> tuple[OpenWorkspace, Workspace, str]:
            held = _workspace_in(copy.path, own)
            if not own.read_only:
                own.fold()
                if read_if_there(own.path) is not None:
                    keep_copy(own.path, own.path, BEFORE_RESTORE)
            return own, held, name

        self._start(self.tr("Bringing back the copy…"), work, self._on_brought_back)

    def bring_rescued(self, rescued: Path) -> None:
        """Add to the workspace what it lacks of work that an earlier run could not save."""
        keeper = self.keeper
        if keeper is None:
            return
        try:
            held = with_rescued(self._session.workspace, _workspace_in(rescued, keeper.own))
        except QuotelineError as error:
            self.failed.emit(error.said)
            return
        self._session.change_workspace(held, self.tr("Bring back rescued work"))
        if self._session.workspace == held and keeper.own.unsaved is None:
            self.drop_rescued(rescued)

    def drop_rescued(self, rescued: Path) -> None:
        """Remove a rescue file that is not needed any more."""
        try:
            rescued.unlink(missing_ok=True)
        except OSError as error:
            words = self.tr("{path}: cannot be deleted ({reason}).")
            self.failed.emit(words.format(path=rescued, reason=error.strerror))

    def _on_brought_back(self, outcome: tuple[OpenWorkspace, Workspace, str]) -> None:
        own, held, name = outcome
        if self.keeper is not None and self.keeper.own is own:
            self._session.change_workspace(held, name)


def _workspace_in(path: Path, own: OpenWorkspace) -> Workspace:
    held = open_either(path)
    if not isinstance(held, Workspace):
        raise QuotelineError(said("{path}: this is no workspace. Choose another file.", path=path))
    check_owner(held, own.workspace.chronicle, path)
    return held
