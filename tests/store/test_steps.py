from __future__ import annotations

from pathlib import Path

import pytest

from explorer.store.changes import Hunk
from explorer.store.journal_records import Kind, Mark, Step
from explorer.store.steps import (
    Stack,
    history_path,
    keep_steps,
    last_sequence,
    read_stack,
    stack_of,
    steps_between,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file whose history is kept."""
    return tmp_path / "test.workspace.json"


def a_step(number: int, kind: Kind = Kind.DO, words: str = "") -> Step:
    """Return a step."""
    change = Hunk("bookmarks", 0, (), ({"event": f"e{number}", "note": words},))
    return Step(number, kind, f"Step {number}", "2026-01-02T03:04:05Z", (change,))


def names(stack: Stack) -> list[str]:
    """Return the names of the steps that can be taken back."""
    return [step.name for step in stack.steps[: stack.done]]


def test_steps_taken_back_can_be_made_again_until_another_is_taken() -> None:
    """Undo and redo move along the steps; a new one drops what was taken back."""
    steps = [a_step(1), a_step(2), a_step(3, Kind.UNDO), a_step(4, Kind.UNDO), a_step(5, Kind.REDO)]
    assert (names(stack_of(steps)), len(stack_of(steps).steps)) == (["Step 1"], 2)
    assert names(stack_of([*steps, a_step(6)])) == ["Step 1", "Step 6"]
    one_by_one = Stack()
    for step in steps:
        one_by_one = one_by_one.taking(step)
    assert one_by_one == stack_of(steps)


def test_a_history_belongs_to_the_file_its_last_mark_names(path: Path) -> None:
    """With that file in place the steps are found, with another none."""
    keep_steps(path, "", [a_step(1), a_step(2)], Mark(2, "A"))
    keep_steps(path, "A", [a_step(3)], Mark(3, "B"))
    assert names(read_stack(path, "B", [])) == ["Step 1", "Step 2", "Step 3"]
    assert names(read_stack(path, "B", [a_step(4)])) == ["Step 1", "Step 2", "Step 3", "Step 4"]
    assert names(read_stack(path, "A", [])) == ["Step 1", "Step 2"]
    assert names(read_stack(path, "else", [])) == []
    assert last_sequence(path) == 3


def test_steps_are_kept_once_though_they_are_kept_again(path: Path) -> None:
    """A folding that was cut off after the history was written repeats nothing."""
    steps = [a_step(1), a_step(2)]
    keep_steps(path, "A", steps, Mark(2, "B"))
    # The file is still A: the folding is done again, with one step more.
    assert names(read_stack(path, "A", steps)) == ["Step 1", "Step 2"]
    keep_steps(path, "A", [*steps, a_step(3)], Mark(3, "C"))
    assert names(read_stack(path, "C", [])) == ["Step 1", "Step 2", "Step 3"]
    keep_steps(path, "C", [a_step(2), a_step(3), a_step(4)], Mark(4, "D"))
    assert names(read_stack(path, "D", [])) == ["Step 1", "Step 2", "Step 3", "Step 4"]
    assert not list(path.parent.glob("*.aside-*"))


def test_a_line_cut_off_at_the_end_is_written_again(path: Path) -> None:
    """Whatever part of a history's last lines was written, keeping the steps again mends it."""
    keep_steps(path, "", [a_step(1)], Mark(1, "A"))
    before = history_path(path).read_bytes()
    keep_steps(path, "A", [a_step(2), a_step(3)], Mark(3, "B"))
    whole = history_path(path).read_bytes()
    for length in range(len(before), len(whole)):
        history_path(path).write_bytes(whole[:length])
        assert names(read_stack(path, "A", [a_step(2), a_step(3)])) == [
            "Step 1",
            "Step 2",
            "Step 3",
        ]
        keep_steps(path, "A", [a_step(2), a_step(3)], Mark(3, "B"))
        assert names(read_stack(path, "B", [])) == ["Step 1", "Step 2", "Step 3"]
        assert names(read_stack(path, "A", [])) == ["Step 1"]


def test_damage_costs_the_steps_before_it_and_no_others(path: Path) -> None:
    """What stands before a damaged line cannot be come back to; what follows can."""
    keep_steps(path, "", [a_step(1), a_step(2), a_step(3)], Mark(3, "A"))
    raw = history_path(path).read_bytes()
    history_path(path).write_bytes(raw.replace(b'"Step 2"', b'"Step ?"'))
    assert names(read_stack(path, "A", [])) == ["Step 3"]


def test_a_history_of_another_file_is_kept_aside(path: Path) -> None:
    """Steps that do not lead to the file in place are not thrown away."""
    keep_steps(path, "", [a_step(1)], Mark(1, "A"))
    old = history_path(path).read_bytes()
    keep_steps(path, "else", [a_step(2)], Mark(2, "B"))
    assert names(read_stack(path, "B", [])) == ["Step 2"]
    assert history_path(path).with_name(f"{history_path(path).name}.aside-1").read_bytes() == old


def test_steps_that_led_on_from_an_older_file_are_found(path: Path) -> None:
    """From a copy put back, the steps up to the journal's first are known, or it is said not."""
    keep_steps(path, "", [a_step(1), a_step(2)], Mark(2, "A"))
    keep_steps(path, "A", [a_step(3), a_step(4)], Mark(4, "B"))
    assert steps_between(path, "A", 4) == (2, (a_step(3), a_step(4)))
    assert steps_between(path, "B", 4) == (4, ())
    assert steps_between(path, "A", 5) is None
    assert steps_between(path, "else", 4) is None
    assert steps_between(path, "A", 2**53) is None  # a number out of a hostile file, not a count


def test_above_its_limit_the_oldest_steps_are_dropped(path: Path) -> None:
    """The history stays near its limit; the newest steps, and what was taken back, remain."""
    base, limit = "", 20_000
    for number in range(1, 400):
        kind = Kind.UNDO if number in {395, 396} else Kind.DO
        keep_steps(path, base, [a_step(number, kind, "x" * 100)], Mark(number, f"F{number}"), limit)
        base = f"F{number}"
        assert history_path(path).stat().st_size < limit + 1_000
    stack = read_stack(path, base, [])
    assert 20 < stack.done < 399
    assert names(stack)[-4:] == ["Step 392", "Step 397", "Step 398", "Step 399"]
    assert last_sequence(path) == 399


def test_steps_taken_back_stay_so_when_the_oldest_are_dropped(path: Path) -> None:
    """Dropping old steps does not make those again that were taken back."""
    steps = [a_step(number, words="x" * 100) for number in range(1, 51)]
    back = [a_step(number, Kind.UNDO) for number in range(51, 56)]
    keep_steps(path, "", [*steps, *back], Mark(55, "A"))
    keep_steps(path, "A", [a_step(56, Kind.UNDO)], Mark(56, "B"), limit=6_000)
    stack = read_stack(path, "B", [])
    assert stack.steps[-1].name == "Step 50"
    assert names(stack)[-1] == "Step 44"
    assert len(stack.steps) < 50


def test_no_history_is_no_steps(path: Path) -> None:
    """Without a history there is nothing to take back, and numbers begin anew."""
    assert (read_stack(path, "", []), last_sequence(path)) == (Stack(), 0)
