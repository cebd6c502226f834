"""Opens damaged and hostile files by the thousand and looks that each is answered in words.

    python tests/fuzz/fuzz_store.py [--inputs 100000] [--seed 1]
    python tests/fuzz/fuzz_store.py --atheris [-runs=100000]

Good files are mutated: cut, bits flipped, bytes overwritten, lines lost, doubled and swapped, and
values replaced by what no file should hold. A chronicle, a workspace, a journal and a history are
opened that way. Whatever is in them: nothing but QuotelineError, no more than seconds, and the
files as they were; a file that does not open is not saved over. With --atheris (pip install
atheris) the inputs are those that Google's coverage-guided fuzzer makes of the same seeds.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
import time
from binascii import crc32
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from explorer.model.errors import QuotelineError
from explorer.model.records import Support
from explorer.model.workspace import Bookmark
from explorer.store.chronicle_tables import tables_of as chronicle_tables_of
from explorer.store.chronicles import open_chronicle, save_chronicle
from explorer.store.good import open_what_is_good, open_workspace_what_is_good
from explorer.store.journal import journal_path
from explorer.store.journalled import OpenWorkspace
from explorer.store.restoring import content_of
from explorer.store.rolled.opening import rolled_chronicle
from explorer.store.steps import history_path
from explorer.store.storage import bytes_of
from explorer.store.workspace_tables import tables_of
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_chronicle, a_full_chronicle, a_full_workspace, a_workspace, an_event

SLOW = 5.0
"""Seconds that no input may take."""

_MEMORY = 4 * 2**30
"""Bytes of address space that the program may have."""

_NASTY: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**30, -(2**63) - 1, 2**31, "", " ", "\0", "a\0b", "\u202eabc",
    "\ud800", "a" * 5_000, [], {}, [[]], {"": {}}, [None] * 50, {"id": {"id": 1}}, "../../x",
    "<b>&amp;", "%s{0}", "=1+1", "1992-13-45", "9" * 400, "[" * 300, ["a", 1, None], {"1": []},
)  # fmt: skip
_RAW = (
    b"NaN", b"-Infinity", b"1e999", b"9" * 5_000, b"[" * 10_000, b'{"a":' * 10_000, b'"\\ud800"',
    b'"\\u0000"', b"\xff\xfe", b"\xef\xbb\xbf", b"nil", b"'x'", b"/**/", b"\xed\xa0\x80", b"-",
    b"[" * 10_000 + b"]" * 10_000, b"00", b"1e-999999999", b"true false", b"\n\n", b"{}" * 50,
)  # fmt: skip


_EVENTS = a_chronicle(
    an_event("2016-04-02", "clash", importance=3, actors=("armenia",), passages=("x.1", "y.1")),
    an_event("2016-04~", "visit", tags=("talks",), place="Yerevan", actors=("csto",)),
    an_event("2020/..", "mission", passages=(Support("x.2", "disputes"),)),
)


class Fuzz:
    """Good files, what is made of them, and what opening that does."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - seeded on purpose
        self.path = folder / "test.workspace.json"
        self.chronicle = folder / "test.chronicle.json"
        self.outcomes: Counter[str] = Counter()
        self.slowest = 0.0
        self.wrong: list[str] = []
        self._make_seeds()

    def _make_seeds(self) -> None:
        save_workspace(a_workspace("first", "second"), self.path)
        self.base = self.path.read_bytes()
        opened = OpenWorkspace.open(self.path, "test")
        for number in range(3):
            opened.commit(opened.workspace.with_bookmark(Bookmark(f"n{number}", note="x")), "Mark")
        opened.fold()
        self.folded = self.path.read_bytes()
        self.history = history_path(self.path).read_bytes()
        opened.commit(opened.workspace.without_bookmark("n1"), "Remove")
        self.journal = journal_path(self.path).read_bytes()
        opened.close()
        self._seeds = {
            "chronicle": bytes_of(chronicle_tables_of(a_full_chronicle()), self.path),
            "rolled": bytes_of(chronicle_tables_of(_EVENTS), self.path),
            "workspace": bytes_of(tables_of(a_full_workspace()), self.path),
            "journal": self.journal,
            "history": self.history,
        }

    def run(self, inputs: int) -> None:
        """Open so many inputs."""
        kinds = sorted(self._seeds)
        for number in range(inputs):
            kind = kinds[number % len(kinds)]
            self.one(kind, self.mutated(self._seeds[kind], lines=kind in {"journal", "history"}))

    def mutated(self, raw: bytes, *, lines: bool) -> bytes:
        """Return a file with one to four things done to it."""
        for _ in range(self.chance.choice((1, 1, 1, 2, 4))):
            change: Callable[[bytes], bytes] = self.chance.choice(
                (self._cut, self._flip, self._overwrite, self._line, self._value, self._raw)
            )
            raw = change(raw)
        if lines and self.chance.random() < 0.5:
            raw = _with_checksums(raw)
        return raw

    def one(self, kind: str, raw: bytes) -> None:
        """Open one input in every way there is, and note what was wrong with that."""
        start = time.perf_counter()
        try:
            outcome = {
                "chronicle": self._chronicle,
                "rolled": self._rolled,
                "workspace": self._workspace,
                "journal": self._journal,
                "history": self._history,
            }[kind](raw)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            outcome = "WRONG"
            self.wrong.append(f"{kind}: {type(error).__name__}: {error}"[:300] + f" {raw[:400]!r}")
        taken = time.perf_counter() - start
        self.slowest = max(self.slowest, taken)
        if taken > SLOW:
            self.wrong.append(f"{kind}: {taken:.1f} s for {raw[:200]!r}")
        self.outcomes[f"{kind}: {outcome}"] += 1

    def _chronicle(self, raw: bytes) -> str:
        path = self.chronicle
        path.write_bytes(raw)
        opens = _opens(path, lambda: open_chronicle(path))
        if opens:
            chronicle = open_chronicle(path)
            assert open_what_is_good(path) == (chronicle, ())
            again = bytes_of(chronicle_tables_of(chronicle), path)
            path.write_bytes(again)
            assert open_chronicle(path) == chronicle
            return "opened"
        with suppress(QuotelineError):
            good, faults = open_what_is_good(path)
            assert faults
            assert {one.id for one in good.events} >= {link.from_event for link in good.links}
        assert not _saves(lambda: save_chronicle(a_chronicle(an_event("2016")), path))
        assert content_of(path).fault
        assert path.read_bytes() == raw
        return "refused"

    def _rolled(self, raw: bytes) -> str:
        self.chronicle.write_bytes(raw)
        found = rolled_chronicle(self.chronicle, self.chronicle.parent / "cache", least=1)
        if found is None:
            return "left to the exact codec"
        # Of numbers and fields that are written otherwise it may take what the codec refuses.
        if _opens(self.chronicle, lambda: open_chronicle(self.chronicle)):
            assert tuple(found.events) == open_chronicle(self.chronicle).events
            return "opened"
        assert all(found.event[event.id] == event for event in found.events)
        return "opened, refused by the exact codec"

    def _workspace(self, raw: bytes) -> str:
        path = self.path
        self._place(raw, None, None)
        if _opens(path, lambda: open_workspace(path, "test")):
            return "opened"
        with suppress(QuotelineError):
            open_workspace_what_is_good(path)
        assert not _saves(lambda: save_workspace(a_workspace("x"), path))
        assert path.read_bytes() == raw
        return "refused"

    def _journal(self, raw: bytes) -> str:
        self._place(self.folded, raw, self.history)
        found = open_workspace(self.path, "test")
        assert {"first", "second"} <= {mark.event for mark in found.bookmarks} or raw
        opened = OpenWorkspace.open(self.path, "test")
        told = bool(opened.faults)
        if opened.read_only:
            return "read only"
        opened.commit(opened.workspace.with_bookmark(Bookmark("after")), "Mark")
        after = opened.workspace
        while opened.stack().done:
            try:
                opened.commit(opened.undone(), "Undo")
            except QuotelineError:
                break
            if opened.workspace == after or len(opened.stack().steps) > 20:
                break
        after = opened.workspace
        opened.close()
        assert open_workspace(self.path, "test") == after
        return "told" if told else "opened"

    def _history(self, raw: bytes) -> str:
        self._place(self.folded, None, raw)
        opened = OpenWorkspace.open(self.path, "test")
        steps = len(opened.stack().steps)
        with suppress(QuotelineError):
            opened.undone()
        opened.commit(opened.workspace.with_bookmark(Bookmark("after")), "Mark")
        assert opened.stack().done >= 1
        opened.close()
        assert "after" in open_workspace(self.path, "test").bookmark
        return "steps" if steps else "none"

    def _place(self, raw: bytes, journal: bytes | None, history: bytes | None) -> None:
        for one in self.path.parent.iterdir():
            if one.is_file():
                one.unlink()
        self.path.write_bytes(raw)
        if journal is not None:
            journal_path(self.path).write_bytes(journal)
        if history is not None:
            history_path(self.path).write_bytes(history)

    def _cut(self, raw: bytes) -> bytes:
        return raw[: self.chance.randrange(len(raw) + 1)]

    def _flip(self, raw: bytes) -> bytes:
        changed = bytearray(raw)
        for _ in range(self.chance.choice((1, 1, 8)) if raw else 0):
            changed[self.chance.randrange(len(raw))] ^= 1 << self.chance.randrange(8)
        return bytes(changed)

    def _overwrite(self, raw: bytes) -> bytes:
        at = self.chance.randrange(len(raw) + 1)
        some = self.chance.randbytes(self.chance.randrange(1, 40))
        return raw[:at] + some + raw[at + self.chance.choice((0, len(some))) :]

    def _line(self, raw: bytes) -> bytes:
        lines = raw.split(b"\n")
        at, other = (self.chance.randrange(len(lines)) for _ in range(2))
        match self.chance.randrange(3):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[other])
            case _:
                lines[at], lines[other] = lines[other], lines[at]
        return b"\n".join(lines)

    def _value(self, raw: bytes) -> bytes:
        """Put something nasty in the place of a value of one line, the JSON staying whole."""
        lines = raw.split(b"\n")
        at = self.chance.randrange(len(lines))
        start = lines[at].find(b"{")
        text = lines[at][start:].rstrip(b",")
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return raw
        if not isinstance(value, dict):
            return raw
        self._spoil(value)
        spoilt = json.dumps(value).encode()
        lines[at] = lines[at][:start] + spoilt + lines[at][start + len(text) :]
        return b"\n".join(lines)

    def _spoil(self, value: Any) -> None:
        here = value
        while True:
            places = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not places:
                return
            at = self.chance.choice(places)
            if isinstance(here[at], dict | list) and self.chance.random() < 0.7:
                here = here[at]
                continue
            if isinstance(here, dict) and self.chance.random() < 0.2:
                here[self.chance.choice(("x" * 99, "id", "\u202e", "\0"))] = here.pop(at)
                return
            here[at] = copy.deepcopy(self.chance.choice(_NASTY))
            return

    def _raw(self, raw: bytes) -> bytes:
        at = self.chance.randrange(len(raw) + 1)
        return raw[:at] + self.chance.choice(_RAW) + raw[at + self.chance.randrange(4) :]


def _with_checksums(raw: bytes) -> bytes:
    """Return lines with checksums that are right, so that what is in them is read."""
    lines = []
    for line in raw.split(b"\n"):
        text = line[9:]
        lines.append(b"%08x %b" % (crc32(text), text) if text else line)
    return b"\n".join(lines)


def _opens(path: Path, work: Callable[[], object]) -> bool:
    try:
        work()
    except QuotelineError as error:
        message = str(error)
        assert message.startswith(f"{path}: "), message
        assert message.isprintable(), message
        assert len(message) < 2_000, message
        return False
    return True


def _saves(work: Callable[[], object]) -> bool:
    try:
        work()
    except QuotelineError:
        return False
    return True


def fuzz(inputs: int, seed: int, folder: Path | None = None) -> Fuzz:
    """Open so many inputs and return what was found."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        found = Fuzz(Path(place), seed)
        found.run(inputs)
    return found


def guided(arguments: list[str]) -> None:
    """Let atheris make the inputs; it ends the program, loudly where something is wrong."""
    import atheris  # noqa: PLC0415 - only this way needs it

    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as place:
        found = Fuzz(Path(place), 1)
        corpus = Path(place) / "corpus"
        corpus.mkdir()
        for number, (kind, raw) in enumerate(sorted(found._seeds.items())):
            (corpus / kind).write_bytes(bytes([number]) + raw)

        def one(data: bytes) -> None:
            if data:
                found.one(sorted(found._seeds)[data[0] % len(found._seeds)], data[1:])
            assert not found.wrong, found.wrong

        atheris.Setup([sys.argv[0], *arguments, str(corpus)], one)
        atheris.Fuzz()


def limit_memory() -> None:
    """Turn an input that would take all the machine's memory into a MemoryError."""
    with suppress(ImportError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> int:
    """Run from the command line; return 1 when anything was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--atheris", action="store_true")
    arguments, rest = parser.parse_known_args()
    limit_memory()
    if arguments.atheris:
        guided(rest)
    start = time.monotonic()
    found = fuzz(arguments.inputs, arguments.seed, arguments.folder)
    print(
        f"{arguments.inputs} inputs, seed {arguments.seed}, {time.monotonic() - start:.0f} s, "
        f"slowest {found.slowest:.2f} s: {len(found.wrong)} wrong"
    )
    for outcome, count in sorted(found.outcomes.items()):
        print(f"  {outcome}: {count}")
    for wrong in found.wrong[:10]:
        print(f"  WRONG {wrong}")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
