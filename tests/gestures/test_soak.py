"""A short run of random gestures on a large chronicle."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gestures.soak import Found, soak


@pytest.mark.parametrize("seed", [1, 2])
def test_random_gestures_break_nothing(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    """After hundreds of gestures on 100,000 events nothing failed and all in view are counted."""

    def go_on(found: Found) -> bool:
        return found.steps < 200 and not found.complaints

    found = soak(100_000, seed, tmp_path, go_on)
    assert found.complaints == []
    assert found.steps == 200
    assert len(found.memory) == 1


def test_a_fault_is_noticed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What raises in answer to a gesture ends up among the complaints."""

    def broken(*_: object) -> None:
        raise ValueError("broken on purpose")

    monkeypatch.setattr("explorer.timeline.pointer.Pointer.wheel", broken)
    found = soak(300, 1, tmp_path, lambda so_far: so_far.steps < 60)
    assert any("broken on purpose" in one for one in found.complaints)
