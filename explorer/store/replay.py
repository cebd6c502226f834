"""Replay: a workspace as its file and its journal together say it is."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Workspace
from explorer.store.changes import Making, Mismatch
from explorer.store.codec_fields import short
from explorer.store.damage import load_or_offer
from explorer.store.faults import DamagedFile, MissingFile
from explorer.store.files import read_if_there
from explorer.store.journal import journal_path
from explorer.store.journal_records import VERSION, Head, Mark, Step, lines_of
from explorer.store.migrations import WORKSPACE_UPGRADES, Tables, newest, upgraded
from explorer.store.steps import last_sequence, steps_between
from explorer.store.tables import META, read_tables, schema_of
from explorer.store.watch import Signature, signature
from explorer.store.workspace_tables import NAME, WORKSPACE, tables_of, workspace_of

_PATIENCE = (0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""Seconds to wait before each further look at a file that is being written."""


@dataclass(frozen=True)
class State:
    """A workspace, and how its file and journal stand.

    `origin` is what the file alone holds, `base` the SHA-256 of its bytes (empty where there is no
    file), `seen` its signature, `schema` its own. `folded` is the number of the last step in it,
    `steps` are those after it, `last` is the highest number that was ever given. `sound` is how
    many bytes of the journal can be gone on from, 0 where there is none or it has to be written
    anew. `faults` tells in words what was found wrong.
    """

    workspace: Workspace
    origin: Workspace
    seen: Signature
    base: str = ""
    folded: int = 0
    steps: tuple[Step, ...] = ()
    last: int = 0
    sound: int = 0
    schema: int = 0
    faults: tuple[str, ...] = ()

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of Quoteline made the file."""
        return self.schema > newest(WORKSPACE_UPGRADES)


def read_state(path: Path, chronicle_id: str) -> State:
    """Return how a workspace stands; nothing is written.

    Raises DamagedFile when the file cannot be trusted or is gone though its copy is there, and
    QuotelineError when it may not be read or belongs to another chronicle.
    """
    for seconds in _PATIENCE:
        time.sleep(seconds)
        before = signature(path), signature(journal_path(path))
        state = _read(path, chronicle_id)
        if before == (signature(path), signature(journal_path(path))):
            return state
    return state


def check_owner(workspace: Workspace, chronicle_id: str, path: Path) -> None:
    """Raise QuotelineError when a workspace is another chronicle's."""
    if workspace.chronicle != chronicle_id:
        raise QuotelineError(
            said(
                "{path}: these are bookmarks and notes for the chronicle '{chronicle}', not "
                "for '{chronicle_id}'. Choose another file.",
                path=path,
                chronicle=short(workspace.chronicle),
                chronicle_id=short(chronicle_id),
            )
        )


def _read(path: Path, chronicle_id: str) -> State:
    seen = signature(path)
    try:
        workspace = load_or_offer(path, WORKSPACE)
        check_owner(workspace, chronicle_id, path)
        base = sha256(read_if_there(path) or b"").hexdigest()
        schema = _schema(workspace, path)
    except MissingFile:
        workspace, base, schema = Workspace(chronicle_id), "", newest(WORKSPACE_UPGRADES)
    state = State(workspace, workspace, seen, base, schema=schema)
    raw = read_if_there(journal_path(path))
    if not raw:
        last = last_sequence(path)
        return replace(state, folded=last, last=last)
    return _Replay(path, raw).after(state)


def _schema(workspace: Workspace, path: Path) -> int:
    """Return the schema of the file that a workspace was read from."""
    unknown = workspace.extra.get(META)
    newer = unknown.get("schema") if isinstance(unknown, Mapping) else None
    if isinstance(newer, int):
        return newer
    known = newest(WORKSPACE_UPGRADES)
    # Only where there are older ones is it worth reading the file once more.
    return known if known == 1 else schema_of(read_tables(path), path, NAME)


class _Replay:
    """The journal of a file, and the making of its steps."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self._path = path
        self._journal = journal_path(path)
        lines, torn = lines_of(raw, self._journal)
        records = [line.record for line in lines]
        self._length = len(raw) - torn
        self._head = records[0] if records and isinstance(records[0], Head) else None
        self._steps = [one for one in records if isinstance(one, Step)]
        self._marks = [one for one in records if isinstance(one, Mark)]
        self._damaged = [number for number, one in enumerate(records, start=1) if one is None]
        self._empty = not records

    def after(self, state: State) -> State:
        """Return how things stand once the steps are made that the file does not hold."""
        if self._empty:  # its first line was being written when the run was killed
            last = last_sequence(self._path)
            return replace(state, folded=last, last=last)
        if self._head is not None:
            if not state.base:
                check_owner(Workspace(self._head.chronicle), state.origin.chronicle, self._journal)
            elif self._head.chronicle != state.origin.chronicle:
                last = last_sequence(self._path)
                return replace(state, folded=last, last=last, faults=(self._stranger(),))
            if self._head.version > VERSION or self._head.schema > newest(WORKSPACE_UPGRADES):
                return replace(state, schema=max(state.schema, self._head.schema, 2**31))
        start, steps = self._following(state.base)
        faults = self._faults(steps)
        if start is None:
            faults.append(self._replaced())
        workspace, made, lost = self._made(state, steps, leniently=bool(faults))
        faults += map(self._unfit, lost)
        folded = steps[0].sequence - 1 if start is None and steps else start or 0
        clean = not faults and self._head is not None and folded >= self._head.sequence
        return replace(
            state,
            workspace=workspace,
            folded=folded,
            last=max([folded, last_sequence(self._path), *(one.sequence for one in self._steps)]),
            steps=made,
            sound=self._length if clean else 0,
            faults=tuple(faults),
        )

    def _following(self, base: str) -> tuple[int | None, tuple[Step, ...]]:
        """Return the number of the last step in the file, None if it is unknown, and those after.

        The file may be the one the journal starts from, one that a folding was about to put in its
        place, or an older copy that the history leads on from.
        """
        own = tuple(self._steps)
        if self._head is None:
            return None, own
        held = [self._head.sequence] if self._head.base == base else []
        held += [mark.sequence for mark in self._marks if mark.file == base]
        if held:
            return held[-1], tuple(step for step in own if step.sequence > held[-1])
        past = steps_between(self._path, base, self._head.sequence)
        if past is None:
            return None, own
        return past[0], (*past[1], *own)

    def _stranger(self) -> str:
        return said(
            "{journal}: its steps are for another chronicle, and were left out.",
            journal=self._journal,
        )

    def _replaced(self) -> str:
        return said(
            "{path}: it is not the file that the steps in {journal} were taken from; "
            "somebody else changed it. They were made where they fit.",
            path=self._path,
            journal=self._journal,
        )

    def _unfit(self, step: Step) -> str:
        return said(
            "{journal}: step {sequence}, '{name}', does not fit and was left out.",
            journal=self._journal,
            sequence=step.sequence,
            name=short(step.name),
        )

    def _faults(self, steps: Sequence[Step]) -> list[str]:
        found: list[str] = [
            said(
                "{journal}: line {number} is damaged; the steps after it were made where they fit.",
                journal=self._journal,
                number=number,
            )
            for number in self._damaged
        ]
        for step, after in pairwise(steps):
            if after.sequence != step.sequence + 1:
                found.append(
                    said(
                        "{journal}: between step {first} and step {second} something is missing.",
                        journal=self._journal,
                        first=step.sequence,
                        second=after.sequence,
                    )
                )
        return found

    def _made(
        self, state: State, steps: Sequence[Step], *, leniently: bool
    ) -> tuple[Workspace, tuple[Step, ...], list[Step]]:
        """Return the workspace after the steps, those that were made and those that did not fit."""
        schema = self._head.schema if self._head is not None else newest(WORKSPACE_UPGRADES)
        making = Making(self._tables(state, schema))
        made: list[Step] = []
        lost: list[Step] = []
        for step in steps:
            try:
                making.make(step.changes, leniently=leniently)
                made.append(step)
            except Mismatch:
                lost.append(step)
        try:
            tables = upgraded(making.tables(), schema, WORKSPACE_UPGRADES)
            return workspace_of(tables, self._path), tuple(made), lost
        except DamagedFile:
            return state.workspace, (), list(steps)

    def _tables(self, state: State, schema: int) -> Tables:
        if schema == newest(WORKSPACE_UPGRADES) or not state.base:
            return tables_of(state.workspace)
        return upgraded(read_tables(self._path), state.schema, WORKSPACE_UPGRADES[: schema - 1])
