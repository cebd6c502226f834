"""Steps: what the reader did, in order, kept beside the workspace so that it can be taken back.

The history (`<name>.history`) holds lines of the journal, and after each folding a mark that says
which file they led to. The steps before the last mark that names the file in place are its history;
a file that somebody else changed has none.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.store.changes import Hunk
from explorer.store.files import (
    add_durably,
    duplicate,
    free_name,
    read_if_there,
    unread,
    write_atomically,
)
from explorer.store.journal_records import Kind, Mark, Step, line_of, lines_of

HISTORY_SUFFIX = ".history"
LIMIT = 256 * 2**20
"""Bytes above which the oldest steps are dropped, until half of it is left."""

_TAIL = 4_096
"""Bytes at the end of a history in which its last mark is looked for."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The steps that can be taken back, the first `done` of `steps`, and made again, the rest."""

    steps: tuple[Step, ...] = ()
    done: int = 0

    def named(self, table: str, field: str) -> frozenset[str]:
        """Return the texts that a field has in the steps, such as the hashes of attached texts.

        What they name must be kept, or a step that takes it away could not be taken back.
        """
        rows = (
            row
            for step in self.steps
            for change in step.changes
            if isinstance(change, Hunk) and change.table == table
            for row in (*change.removed, *change.added)
        )
        return frozenset(row[field] for row in rows if isinstance(row.get(field), str))

    def taking(self, step: Step) -> Stack:
        """Return the stack after one more step, which may be the undoing or redoing of one."""
        match step.kind:
            case Kind.DO:
                return Stack((*self.steps[: self.done], step), self.done + 1)
            case Kind.UNDO:
                return Stack(self.steps, max(0, self.done - 1))
            case Kind.REDO:
                return Stack(self.steps, min(len(self.steps), self.done + 1))


def history_path(path: Path) -> Path:
    """Return where the history of a file lies: beside it."""
    target = path.resolve()
    return target.with_name(target.name + HISTORY_SUFFIX)


def stack_of(steps: Iterable[Step]) -> Stack:
    """Return the stack that steps lead to, taken in order."""
    kept: list[Step] = []
    done = 0
    for step in steps:
        match step.kind:
            case Kind.DO:
                kept[done:] = [step]
                done += 1
            case Kind.UNDO:
                done = max(0, done - 1)
            case Kind.REDO:
                done = min(len(kept), done + 1)
    return Stack(tuple(kept), done)


def read_stack(path: Path, base: str, recent: Sequence[Step]) -> Stack:
    """Return the stack of a file whose bytes have the SHA-256 `base`, after `recent` steps."""
    past = _up_to(_records(history_path(path)), base)
    at = past[-1].sequence if past else -1
    return stack_of([*_steps(past), *(step for step in recent if step.sequence > at)])


def last_sequence(path: Path) -> int:
    """Return the number of the last step in the history of a file, 0 where there is none."""
    history = history_path(path)
    mark = _last_mark(history)
    if mark is not None:
        return mark.sequence
    return max((one.sequence for one in _records(history)), default=0)


def steps_between(path: Path, base: str, last: int) -> tuple[int, tuple[Step, ...]] | None:
    """Return the steps that led on from the file with the SHA-256 `base` to step `last`.

    They come with the number of the step before them; None where the history does not hold them
    all.
    """
    found = _records(history_path(path))
    marks = [at for at, one in enumerate(found) if isinstance(one, Mark) and one.file == base]
    if not marks:
        return None
    after = [one for one in found[marks[-1] :] if isinstance(one, Step) and one.sequence <= last]
    start = found[marks[-1]].sequence
    whole = len(after) == last - start and all(
        one.sequence == number for number, one in enumerate(after, start=start + 1)
    )
    return (start, tuple(after)) if whole else None


def keep_steps(
    path: Path, base: str, steps: Sequence[Step], mark: Mark, limit: int = LIMIT
) -> None:
    """Add steps taken since the file had the SHA-256 `base`, and the mark of the file they led to.

    Steps that are there already are not added twice; a history of some other file is kept aside
    under a name of its own. Raises NotSaved.
    """
    history = history_path(path)
    last = _last_mark(history)
    if last is None or last.file != base:
        found = _records(history)
        past = _up_to(found, base) or [Mark(steps[0].sequence - 1, base) if steps else mark]
        if not _only_repeats(found, past, steps):
            duplicate(history, free_name(history, "aside"))
        last = Mark(past[-1].sequence, base)
        write_atomically(history, b"".join(map(line_of, past)))
    elif history.stat().st_size > limit:
        kept: list[Step | Mark] = [*_newest(_steps(_records(history)), limit // 2), last]
        write_atomically(history, b"".join(map(line_of, kept)))
    fresh = [step for step in steps if step.sequence > last.sequence]
    add_durably(history, b"".join([*map(line_of, fresh), line_of(mark)]))


def _last_mark(history: Path) -> Mark | None:
    """Return the mark that ends a history, None where it does not end with one."""
    try:
        with history.open("rb") as handle:
            handle.seek(max(0, handle.seek(0, os.SEEK_END) - _TAIL))
            raw = handle.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unread(history, error) from error
    lines, torn = lines_of(raw[raw.rfind(b"\n", 0, len(raw) - 1) + 1 :], history)
    last = lines[-1].record if lines and not torn else None
    return last if isinstance(last, Mark) else None


def _records(history: Path) -> list[Step | Mark]:
    """Return what a history holds after the last line that is damaged."""
    lines, _ = lines_of(read_if_there(history) or b"", history)
    found: list[Step | Mark] = []
    for line in lines:
        if isinstance(line.record, Step | Mark):
            found.append(line.record)
        else:
            found.clear()
    return found


def _up_to(found: Sequence[Step | Mark], base: str) -> list[Step | Mark]:
    """Return what comes before the last mark that names a file, and the mark; all or nothing."""
    marks = [at for at, one in enumerate(found) if isinstance(one, Mark) and one.file == base]
    return list(found[: marks[-1] + 1]) if marks else []


def _steps(found: Iterable[Step | Mark]) -> list[Step]:
    return [one for one in found if isinstance(one, Step)]


def _only_repeats(
    found: Sequence[Step | Mark], past: Sequence[Step | Mark], steps: Sequence[Step]
) -> bool:
    """Tell whether the journal has all that the history holds beyond what it takes over."""
    known = {step.sequence for step in (*_steps(past), *steps)}
    return all(step.sequence in known for step in _steps(found))


def _newest(steps: Sequence[Step], limit: int) -> list[Step]:
    """Return the newest steps of a history that take up no more than `limit` bytes."""
    stack = stack_of(steps)
    room, first = limit, len(stack.steps)
    while first > 0 and (room := room - len(line_of(stack.steps[first - 1]))) >= 0:
        first -= 1
    undone = len(stack.steps) - max(stack.done, first)
    last = steps[-1]
    back = [Step(last.sequence, Kind.UNDO, "", last.moment)] * undone
    return [*stack.steps[first:], *back]
