"""Kills a writer at random moments and looks whether anything it had acknowledged is lost.

    python tests/kill/kill_store.py [--kills 1000] [--seed 1]

A child goes the way the window goes: session, undo stack, keeper, journal. It bookmarks, writes
notes, attaches and detaches texts, saves views, takes steps back and makes them again, imports
events, folds (in a thread and not) and closes and opens again. Before each action it says
what it is about to lead to, after it that it is done. The parent sends SIGKILL at a random moment
and opens what is there: it must be the state last acknowledged or the one that was being made, with
the same steps to take back, and no file may be half-written. Every twenty kills all steps are taken
back, and the file must be byte for byte the one of the beginning.

Only for systems with fork. Kills are not power cuts: those rest on the order of the syncs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

import filelock  # noqa: F401 - so that no child spends its short life loading it

from explorer.keeping import StudyKeeper
from explorer.model.codebook import Codebook
from explorer.model.errors import QuotelineError
from explorer.model.workspace import Attachment, Bookmark, SavedView, Workspace
from explorer.opening import Study, hold_study
from explorer.session.session import Session
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.journalled import Kind, OpenWorkspace
from explorer.store.replay import read_state
from explorer.store.storage import bytes_of
from explorer.store.texts import TextStore
from explorer.store.workspace_tables import tables_of
from tests.builders import a_chronicle, an_event

_KILLS_IN_A_FOLDER = 20
_LONGEST = 0.3
"""Seconds a child lives at most."""


def digest(workspace: Workspace) -> str:
    """Return a short name for all that a workspace holds."""
    return sha256(bytes_of(tables_of(workspace), Path("-"))).hexdigest()[:16]


class Child:
    """Works on a folder until it is killed, telling of each action before and after it."""

    def __init__(self, folder: Path, seed: int, out: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - seeded on purpose
        self._out = out
        self._chronicle = folder / "test.chronicle.json"
        self._texts = TextStore(folder / "texts")
        self._session = Session(Codebook({}, {}, {}, {}, {}))
        self._fold: threading.Thread | None = None
        self._count = 0
        self._open()

    def _open(self) -> None:
        study: Study = hold_study(self._chronicle)
        self._keeper = StudyKeeper(study)
        self._keeper.own.stack()  # the window reads it in a thread
        self._session.open(study.chronicle, study.workspace, study.library, self._keeper)
        if self._keeper.own.read_only or study.left_out:
            raise AssertionError(self._keeper.own.read_only, study.left_out)

    def work(self) -> None:
        """Do one thing after another, for ever."""
        things: list[tuple[int, Callable[[], None]]] = [
            (30, self._bookmark), (20, self._note), (6, self._unmark), (8, self._attach),
            (4, self._detach), (5, self._view), (10, self._undo), (6, self._redo),
            (2, self._import_events), (6, self._fold_aside), (3, self._fold_here),
            (2, self._close_and_open),
        ]  # fmt: skip
        weights, actions = zip(*things, strict=True)
        self._say("open", self._session.workspace)
        while True:
            self._chance.choices(actions, weights)[0]()

    def _say(self, word: str, workspace: Workspace, extra: str = "-") -> None:
        done = self._keeper.own.stack().done
        os.write(self._out, f"{word} {digest(workspace)} {done} {extra}\n".encode())

    def _commit(self, after: Workspace, name: str) -> None:
        if after != self._session.workspace:
            self._take(after, Kind.DO, lambda: self._session.change_workspace(after, name))

    def _take(self, after: Workspace, kind: Kind, gesture: Callable[[], None]) -> None:
        self._say("try", after, kind.value)
        gesture()
        self._say("ack", after)
        unsaved = self._keeper.own.unsaved
        if unsaved is not None or digest(self._session.workspace) != digest(after):
            raise AssertionError(kind, unsaved)

    def _bookmark(self) -> None:
        self._count += 1
        event = f"e{self._chance.randrange(200)}-{self._count}"
        mark = Bookmark(event, "2026-01-02T03:04:05Z", tags=("Ա", "b"))
        self._commit(self._session.workspace.with_bookmark(mark), f"Bookmark {event}")

    def _note(self) -> None:
        marks = self._session.workspace.bookmarks
        if marks:
            mark = self._chance.choice(marks)
            words = "слово " * self._chance.randrange(1, 400)
            self._commit(self._session.workspace.with_bookmark(replace(mark, note=words)), "Note")

    def _unmark(self) -> None:
        marks = self._session.workspace.bookmarks
        if marks:
            event = self._chance.choice(marks).event
            self._commit(self._session.workspace.without_bookmark(event), "Remove")

    def _attach(self) -> None:
        text = f"text {self._chance.randrange(40)}\n" * self._chance.randrange(1, 500)
        sha = self._texts.put(text)
        one = Attachment(f"article-{self._chance.randrange(5)}", sha, "a.txt")
        self._commit(self._session.workspace.with_attachment(one), "Attach")

    def _view(self) -> None:
        start = self._chance.random() * 1e9
        view = SavedView(f"view {self._chance.randrange(5)}", start, start + 1.5, {"types": ["A"]})
        self._commit(self._session.workspace.with_view(view), "Save view")

    def _detach(self) -> None:
        texts = self._session.workspace.attachments
        if texts:
            one = self._chance.choice(texts)
            without = self._session.workspace.without_attachment(one.article, one.sha256)
            self._commit(without, "Detach")

    def _undo(self) -> None:
        stack = self._session.history.stack
        if stack.canUndo():
            self._take(self._keeper.own.undone(), Kind.UNDO, stack.undo)

    def _redo(self) -> None:
        stack = self._session.history.stack
        if stack.canRedo():
            self._take(self._keeper.own.redone(), Kind.REDO, stack.redo)

    def _import_events(self) -> None:
        count = self._chance.randrange(1, 60)
        events = [an_event(f"{1900 + at}") for at in range(count)]
        os.write(self._out, f"importing - 0 {count}\n".encode())
        save_chronicle(a_chronicle(*events), self._chronicle)
        os.write(self._out, f"imported - 0 {count}\n".encode())

    def _fold_aside(self) -> None:
        if self._fold is None or not self._fold.is_alive():
            self._fold = threading.Thread(target=self._keeper.own.fold)
            self._fold.start()

    def _fold_here(self) -> None:
        self._keeper.own.fold()

    def _close_and_open(self) -> None:
        if self._fold is not None:
            self._fold.join()
        self._keeper.own.close()
        self._open()


@dataclass
class Told:
    """What a child said before it was killed."""

    sure: str = ""
    done: int = 0
    maybe: str = ""
    kind: str = ""
    events: set[int] = field(default_factory=set)
    acknowledged: int = 0

    def hear(self, line: str) -> None:
        """Take in one line."""
        word, state, done, extra = line.split()
        if word == "try":
            self.maybe, self.kind = state, extra
        elif word in {"ack", "open"}:
            self.sure, self.done, self.maybe = state, int(done), ""
            self.acknowledged += word == "ack"
        elif word == "importing":
            self.events.add(int(extra))
        else:
            self.events = {int(extra)}
            self.acknowledged += 1


class Harness:
    """Runs children, kills them and looks at what they leave."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311 - seeded on purpose
        self._first: dict[str, bytes] = {}
        self._told = Told()
        self._strays: set[Path] = set()
        self.acknowledged = 0
        self.found: Counter[str] = Counter()
        self.losses: list[str] = []

    def run(self, kills: int) -> None:
        """Kill so many children, one after another."""
        place = self._folder
        for number in range(kills):
            if number % _KILLS_IN_A_FOLDER == 0:
                place = self._folder / f"life-{number}"
                place.mkdir()
                self._begin(place)
            self._told.acknowledged = 0
            self._live_and_die(place)
            self.acknowledged += self._told.acknowledged
            self._look(place, number)
            if number % _KILLS_IN_A_FOLDER == _KILLS_IN_A_FOLDER - 1 or number == kills - 1:
                self._undo_all(place, number)
                shutil.rmtree(place)

    def _begin(self, place: Path) -> None:
        path = place / "test.workspace.json"
        self._told = Told(sure=digest(Workspace("test")), events={1})
        with_file = self._chance.random() < 0.5
        raw = bytes_of(tables_of(Workspace("test")), path)
        if with_file:
            path.write_bytes(raw)
        save_chronicle(a_chronicle(an_event("1900")), place / "test.chronicle.json")
        self._first[place.name] = raw

    def _live_and_die(self, place: Path) -> None:
        out, into = os.pipe()
        seed = self._chance.randrange(2**32)
        child = os.fork()
        if not child:
            os.close(out)
            try:
                Child(place, seed, into).work()
            except BaseException as error:  # noqa: BLE001 - the parent is to hear of it
                with contextlib.suppress(OSError):
                    told = f"broken {type(error).__name__}:{error}".replace(" ", "_")
                    os.write(into, told.encode())
            finally:
                os._exit(1)  # whatever happens: what follows is the parent's to do
        os.close(into)
        said = _heard(out, time.monotonic() + self._chance.random() * _LONGEST)
        os.kill(child, signal.SIGKILL)
        said += _heard(out, None)
        os.waitpid(child, 0)
        os.close(out)
        lines = said.decode().split("\n")
        for line in lines[:-1]:
            self._told.hear(line)
        if lines[-1].startswith("broken"):
            self.losses.append(f"the child failed: {lines[-1]}")

    def _look(self, place: Path, number: int) -> None:
        path, told = place / "test.workspace.json", self._told
        try:
            state = read_state(path, "test")
            seen = digest(state.workspace)
            if seen not in {told.sure, told.maybe}:
                self.losses.append(f"kill {number}: an acknowledged step is not there")
            if state.faults:
                self.losses.append(f"kill {number}: {state.faults}")
            self._check_files(place, state.workspace, number)
            self._check_steps(path, seen, number)
        except QuotelineError as error:
            self.losses.append(f"kill {number}: does not open: {error}")
            return
        strays = set(place.rglob("*.tmp")) - self._strays
        self._strays |= strays
        self.found["killed while a file was being written"] += bool(strays)
        self.found["killed while a step was being added"] += bool(told.maybe)
        self.found["... which was there"] += bool(told.maybe) and seen == told.maybe
        self.found["killed with steps in the journal"] += bool(state.steps)
        told.sure, told.maybe = seen, ""

    def _check_files(self, place: Path, workspace: Workspace, number: int) -> None:
        texts = TextStore(place / "texts")
        for one in workspace.attachments:
            texts.get(one.sha256)
        for name in ("test.workspace.json", "test.chronicle.json"):
            file = place / name
            if file.exists():
                json.loads(file.read_bytes())
        if self._told.events and (place / "test.chronicle.json").exists():
            count = len(open_chronicle(place / "test.chronicle.json").events)
            if count not in self._told.events:
                self.losses.append(f"kill {number}: {count} events, not {self._told.events}")
            self._told.events = {count}

    def _check_steps(self, path: Path, seen: str, number: int) -> None:
        opened = OpenWorkspace.open(path, "test", write=False)
        told = self._told
        change = {"do": 1, "redo": 1, "undo": -1}.get(told.kind, 0)
        due = told.done + (change if seen == told.maybe else 0)
        if told.maybe != told.sure and opened.stack().done != due:
            self.losses.append(f"kill {number}: {opened.stack().done} steps, not {due}")
        told.done = opened.stack().done
        texts = TextStore(path.parent / "texts")
        for named in opened.stack().named("attachments", "sha256"):
            texts.get(named)  # or undo could not bring it back

    def _undo_all(self, place: Path, number: int) -> None:
        path = place / "test.workspace.json"
        opened = OpenWorkspace.open(path, "test")
        if opened.read_only:
            self.losses.append(f"kill {number}: {opened.read_only}")
        self.found["steps taken back in the end"] += opened.stack().done
        while opened.stack().done:
            opened.commit(opened.undone(), "Undo", Kind.UNDO)
        opened.close()
        if path.exists() and path.read_bytes() != self._first[place.name]:
            self.losses.append(f"kill {number}: not the file of the beginning after undoing all")


def _heard(out: int, until: float | None) -> bytes:
    """Return what comes out of a pipe until a moment, or until it is closed."""
    said = b""
    while True:
        left = None if until is None else until - time.monotonic()
        if left is not None and (left <= 0 or not select.select([out], [], [], left)[0]):
            return said
        some = os.read(out, 65_536)
        if not some:
            return said
        said += some


def kill_children(kills: int, seed: int) -> Harness:
    """Kill so many children and return what was found."""
    with tempfile.TemporaryDirectory() as folder:
        harness = Harness(Path(folder), seed)
        harness.run(kills)
    return harness


def main() -> int:
    """Run from the command line; return 1 when anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    start = time.monotonic()
    harness = kill_children(arguments.kills, arguments.seed)
    print(
        f"{arguments.kills} kills, seed {arguments.seed}, {time.monotonic() - start:.0f} s: "
        f"{harness.acknowledged} actions acknowledged, {len(harness.losses)} losses"
    )
    for what, count in sorted(harness.found.items()):
        print(f"  {what}: {count}")
    for loss in harness.losses[:20]:
        print(f"  LOSS {loss}")
    return 1 if harness.losses else 0


if __name__ == "__main__":
    sys.exit(main())
