"""Opening: a chronicle, the reader's workspace for it and the texts in hand, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.workspace import Attachment, Workspace
from explorer.sources.attaching import (
    AttachReport,
    Fault,
    Kind,
    ReadAs,
    Recognised,
    attach_paths,
    strength,
)
from explorer.sources.library import Library, make_library
from explorer.store.chronicles import open_chronicle
from explorer.store.faults import MissingFile
from explorer.store.folders import (
    Folders,
    bundled_chronicle,
    chronicle_to_read,
    copy_place,
    reader_copy,
    texts_folder,
    workspace_path,
)
from explorer.store.texts import AlteredText, TextStore
from explorer.store.workspaces import open_workspace, save_workspace


@dataclass(frozen=True)
class Study:
    """What is open: the chronicle, the workspace, their files, and the texts in hand.

    `report` tells what became of the articles that were given and of attached texts that are lost;
    None when there is nothing to tell. `given` holds texts in hand for this run only, by article.
    """

    chronicle: Chronicle
    chronicle_path: Path
    workspace: Workspace
    workspace_path: Path
    texts: TextStore
    library: Library = field(repr=False)
    report: AttachReport | None = None
    given: Mapping[str, str] = field(default_factory=dict, repr=False)

    def library_for(self, workspace: Workspace) -> Library:
        """Return the library with the texts that a workspace says are attached; lost ones lack."""
        return _library(self.chronicle, workspace, _kept_texts(workspace, self.texts), self.given)


@dataclass(frozen=True, slots=True)
class _Kept:
    """By article: the attached text that is shown, what is wrong with one, and all other texts."""

    texts: Mapping[str, str]
    faults: Mapping[str, Fault]
    altered: frozenset[str]
    others: Mapping[str, tuple[str, ...]]


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
    places = _places(chronicle, workspace, write=write)
    opened = open_chronicle(places.chronicle)
    own = open_workspace(places.workspace, opened.id)
    if places.must_exist and not places.workspace.exists():
        raise MissingFile(places.workspace)
    texts = TextStore(texts_folder(places.workspace))
    report = None if articles is None else attach_paths(opened, [articles], progress, cancelled)
    given = {} if report is None else {one.article: one for one in _best(report)}
    faults: tuple[Fault, ...] = ()
    if write and report is not None:
        own, faults = _recorded(report, own, places.workspace, texts)
    # Texts kept for good are not given for this run alone: one attached later takes their place.
    for_this_run = given if faults or not write else {}
    kept = _kept_texts(own, texts)
    faults += tuple(fault for article, fault in kept.faults.items() if article not in given)
    if faults:
        report = _with_faults(report or AttachReport(), faults)
    words = {article: one.text for article, one in given.items()}
    library = _library(opened, own, kept, words)
    run = {article: one.text for article, one in for_this_run.items()}
    return Study(opened, places.chronicle, own, places.workspace, texts, library, report, run)


def attach_texts(report: AttachReport, workspace: Workspace, texts: TextStore) -> Workspace:
    """Keep the texts that were recognised and return the workspace in which they are attached.

    Of several texts for one article the one with most passages proven is shown. The workspace is
    the same object where all of it was so before; saving it is the caller's. Raises QuotelineError
    when a text cannot be kept.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    best = {one.article: one for one in _best(report)}
    others = [one for one in report.matched if one is not best[one.article]]
    for one in (*others, *best.values()):
        sha256 = texts.put(one.text)
        shown = one is best[one.article]
        known = any(a.article == one.article and a.sha256 == sha256 for a in workspace.attachments)
        if not known or (shown and _current(workspace, one.article) != sha256):
            reading = "" if one.reading is ReadAs.PLAIN else one.reading.value
            text = Attachment(one.article, sha256, one.name, now, reading)
            workspace = workspace.with_attachment(text)
    return workspace


def _library(
    chronicle: Chronicle, workspace: Workspace, kept: _Kept, given: Mapping[str, str]
) -> Library:
    altered = kept.altered - given.keys()
    shown = {**kept.texts, **given}
    return make_library(chronicle, shown, workspace.decisions, altered, kept.others)


def _places(chronicle: Path | None, workspace: Path | None, *, write: bool) -> _Places:
    if chronicle is not None:
        beside = workspace_path(chronicle)
    else:
        bundled, folders = bundled_chronicle(), Folders.of_reader()
        chronicle = (reader_copy if write else chronicle_to_read)(bundled, folders)
        beside = workspace_path(copy_place(bundled, folders))
    return _Places(chronicle, workspace or beside, workspace is not None and not write)


def _kept_texts(workspace: Workspace, texts: TextStore) -> _Kept:
    """Read the attached texts that are shown.

    Where one is lost, a text attached before it counts in its place; one that was changed is read
    as it is now, and told.
    """
    found: dict[str, str] = {}
    faults: dict[str, Fault] = {}
    altered: set[str] = set()
    others: dict[str, tuple[str, ...]] = {}
    for one in reversed(workspace.attachments):
        name = one.name or one.article
        try:
            text = texts.get(one.sha256)
        except AlteredText as error:
            text = error.text
            if one.article not in found:
                altered.add(one.article)
                faults[one.article] = Fault(name, Kind.ALTERED, f"{name} ({one.article}): {error}")
        except QuotelineError as error:
            if one.article not in found:
                fault = Fault(name, Kind.UNREADABLE, f"{name} ({one.article}): {error}")
                faults.setdefault(one.article, fault)
            continue
        if one.article in found:
            others[one.article] = (*others.get(one.article, ()), text)
        else:
            found[one.article] = text
    return _Kept(found, faults, frozenset(altered), others)


def _best(report: AttachReport) -> list[Recognised]:
    """Return for each article the text given in which most of its passages are proven."""
    ranked = sorted(report.matched, key=strength)
    return list({one.article: one for one in ranked}.values())


def _current(workspace: Workspace, article: str) -> str:
    """Return the hash of the text that counts for an article, or an empty string."""
    mine = (one.sha256 for one in reversed(workspace.attachments) if one.article == article)
    return next(mine, "")


def _recorded(
    report: AttachReport, workspace: Workspace, path: Path, texts: TextStore
) -> tuple[Workspace, tuple[Fault, ...]]:
    """Keep the texts and save the workspace; where that fails they are in hand for this run."""
    try:
        attached = attach_texts(report, workspace, texts)
        if attached != workspace:
            save_workspace(attached, path)
    except QuotelineError as error:
        return workspace, (Fault(path.name, Kind.UNREADABLE, f"not attached for good: {error}"),)
    return attached, ()


def _with_faults(report: AttachReport, faults: tuple[Fault, ...]) -> AttachReport:
    return replace(report, faults=(*report.faults, *faults))
