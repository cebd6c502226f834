"""Opening: a chronicle, the reader's workspace for it and the texts in hand, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from explorer.attached import attach_texts, best_of, kept_texts, library_of
from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.sources.attaching import (
    AttachReport,
    Fault,
    Kind,
    attach_paths,
)
from explorer.sources.library import Library
from explorer.store.chronicles import open_chronicle
from explorer.store.faults import DamagedFile, GivenUpError, MissingFile
from explorer.store.folders import (
    Folders,
    bundled_chronicle,
    chronicle_to_read,
    copy_place,
    digests_folder,
    reader_copy,
    texts_folder,
    workspace_path,
)
from explorer.store.good import keep_what_is_good, open_what_is_good
from explorer.store.journal import journal_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.rescue import rescues_left
from explorer.store.texts import TextStore
from explorer.store.workspaces import open_workspace

__all__ = ["Study", "attach_texts", "hold_study", "open_study"]


@dataclass(frozen=True)
class Study:
    """What is open: the chronicle, the workspace, their files, and the texts in hand.

    `report` tells what became of the articles that were given and of attached texts that are lost;
    None when there is nothing to tell. `given` holds texts in hand for this run only, by article.
    `own` is the workspace's file where it is held open. `left_out` tells which records and steps
    could not be read, `rescues` are files of work that an earlier run could not save.
    """

    chronicle: Chronicle
    chronicle_path: Path
    workspace: Workspace
    workspace_path: Path
    texts: TextStore
    library: Library = field(repr=False)
    report: AttachReport | None = None
    given: Mapping[str, str] = field(default_factory=dict, repr=False)
    own: OpenWorkspace | None = field(default=None, repr=False, compare=False)
    left_out: tuple[str, ...] = ()
    rescues: tuple[Path, ...] = ()

    def library_for(self, workspace: Workspace) -> Library:
        """Return the library with the texts that a workspace says are attached; lost ones lack."""
        return library_of(self.chronicle, workspace, kept_texts(workspace, self.texts), self.given)


@dataclass(frozen=True, slots=True)
class _Places:
    """The file a chronicle is read from, and where its workspace belongs."""

    chronicle: Path
    workspace: Path
    must_exist: bool


def open_study(
    chronicle: Path | None = None,
    workspace: Path | None = None,
    articles: Path | None = None,
    *,
    write: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Study:
    """Open a chronicle, the bundled one without a path, with its workspace and texts.

    With `write`, the bundled chronicle is the reader's copy, made if need be, and the texts found
    in `articles` (a file or a folder) are kept and noted in the workspace. Without, nothing is
    written: those texts are in hand for this run only, and a workspace file that is named must be
    there. Texts attached earlier are in hand in both cases; `articles` go before them. How far the
    examining of `articles` is goes to `progress`, and it ends early when `cancelled` says so.

    Raises QuotelineError when a file is missing, damaged or another chronicle's.
    """
    if write and articles is not None:
        study = hold_study(chronicle, workspace, articles, progress=progress, cancelled=cancelled)
        assert study.own is not None  # noqa: S101 - what hold_study is for
        study.own.close()
        return replace(study, own=None)
    places = _places(chronicle, workspace, write=write)
    opened = open_chronicle(places.chronicle)
    own = open_workspace(places.workspace, opened.id)
    if places.must_exist and not any(
        one.exists() for one in (places.workspace, journal_path(places.workspace))
    ):
        raise MissingFile(places.workspace)
    report = None if articles is None else attach_paths(opened, [articles], progress, cancelled)
    return _study(opened, places, own, report, ())


def hold_study(
    chronicle: Path | None = None,
    workspace: Path | None = None,
    articles: Path | None = None,
    *,
    good_only: bool = False,
    known: OpenWorkspace | None = None,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Study:
    """Open a chronicle as `open_study` does for writing, and hold its workspace until it is closed.

    The caller closes `Study.own`, unless it is `known`, the one that is held already and is taken
    where it is the workspace wanted. With `good_only` what is damaged is opened without its bad
    records; the chronicle's file stays as it is, the workspace's damaged file is put aside.
    Raises QuotelineError as `open_study` does.
    """
    places = _places(chronicle, workspace, write=True)
    opened, bad = _chronicle(
        places.chronicle, good_only=good_only, progress=progress, cancelled=cancelled
    )
    taken = known is not None and known.path == places.workspace
    if known is not None and taken and known.workspace.chronicle == opened.id:
        return replace(_study(opened, places, known.workspace, None, ()), own=known)
    own, worse = _held(places.workspace, opened.id, good_only=good_only)
    try:
        report = None if articles is None else attach_paths(opened, [articles], progress, cancelled)
        texts = TextStore(texts_folder(places.workspace))
        faults = () if report is None else _recorded(report, own, texts)
        study = _study(opened, places, own.workspace, report, faults, kept=not faults)
        rescues = () if own.read_only else rescues_left(places.workspace)
        left_out = (*bad, *worse, *own.faults)
        return replace(study, own=own, left_out=left_out, rescues=rescues)
    except BaseException:
        own.close()
        raise


def _study(
    opened: Chronicle,
    places: _Places,
    own: Workspace,
    report: AttachReport | None,
    faults: tuple[Fault, ...],
    *,
    kept: bool = False,
) -> Study:
    """Return what is open; texts that were given and not `kept` for good are in hand for now."""
    texts = TextStore(texts_folder(places.workspace))
    given = {} if report is None else {one.article: one for one in best_of(report)}
    # Texts kept for good are not given for this run alone: one attached later takes their place.
    for_this_run = {} if kept else given
    known = kept_texts(own, texts)
    faults += tuple(fault for article, fault in known.faults.items() if article not in given)
    if faults:
        report = _with_faults(report or AttachReport(), faults)
    words = {article: one.text for article, one in given.items()}
    library = library_of(opened, own, known, words)
    run = {article: one.text for article, one in for_this_run.items()}
    return Study(opened, places.chronicle, own, places.workspace, texts, library, report, run)


def _chronicle(
    path: Path,
    *,
    good_only: bool,
    progress: Callable[[int, int, str], None] | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[Chronicle, tuple[str, ...]]:
    def tell(done: int, total: int) -> None:
        if cancelled is not None and cancelled():
            raise GivenUpError(path)
        if progress is not None:
            progress(done, total, path.name)

    try:
        return open_chronicle(path, digests_folder(), tell), ()
    except DamagedFile:
        if not good_only:
            raise
        return open_what_is_good(path)


def _held(path: Path, chronicle: str, *, good_only: bool) -> tuple[OpenWorkspace, tuple[str, ...]]:
    try:
        return OpenWorkspace.open(path, chronicle), ()
    except DamagedFile:
        if not good_only:
            raise
    bad = keep_what_is_good(path, chronicle)
    return OpenWorkspace.open(path, chronicle), bad


def _places(chronicle: Path | None, workspace: Path | None, *, write: bool) -> _Places:
    if chronicle is not None:
        beside = workspace_path(chronicle)
    else:
        bundled, folders = bundled_chronicle(), Folders.of_reader()
        chronicle = (reader_copy if write else chronicle_to_read)(bundled, folders)
        beside = workspace_path(copy_place(bundled, folders))
    return _Places(chronicle, workspace or beside, workspace is not None and not write)


def _recorded(report: AttachReport, own: OpenWorkspace, texts: TextStore) -> tuple[Fault, ...]:
    """Keep the texts and note them in the workspace; where that fails, say so."""
    if not report.matched:
        return ()
    problem = own.read_only
    try:
        if not problem:
            attached = attach_texts(report, own.workspace, texts)
            if attached != own.workspace:
                own.commit(attached, "Attach articles")
    except QuotelineError as error:
        problem = error.said
    words = said("not attached for good: {problem}", problem=problem)
    return (Fault(own.path.name, Kind.UNREADABLE, words),) if problem else ()


def _with_faults(report: AttachReport, faults: tuple[Fault, ...]) -> AttachReport:
    return replace(report, faults=(*report.faults, *faults))
