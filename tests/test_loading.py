"""Loading: an outcome is told once, and nothing of what was cancelled."""

from __future__ import annotations

import gc
import threading

import pytest
from pytestqt.qtbot import QtBot

from explorer.loading import Loading, Progress
from explorer.model.errors import QuotelineError
from explorer.works import Works


def test_progress_and_outcome_are_told(qtbot: QtBot) -> None:
    """Each step reaches the window's thread, then the result."""
    steps: list[tuple[int, int, str]] = []

    def work(progress: Progress) -> str:
        for done in range(3):
            progress.tell(done, 3, str(done))
        return "all"

    loading = Loading(work)
    loading.told.connect(lambda *step: steps.append(step))
    with qtbot.waitSignal(loading.done) as told:
        loading.start()
    loading.wait()
    assert told.args == ["all"]
    assert steps == [(0, 3, "0"), (1, 3, "1"), (2, 3, "2")]


def test_what_was_cancelled_is_dropped(qtbot: QtBot) -> None:
    """The work learns of it and ends; its outcome is not told."""

    def work(progress: Progress) -> str:
        while not progress.is_cancelled():
            Loading.msleep(1)
        return "half"

    loading = Loading(work)
    with qtbot.assertNotEmitted(loading.done), qtbot.waitSignal(loading.finished):
        loading.start()
        loading.cancel()
    loading.wait()


@pytest.mark.parametrize(
    ("error", "signal"), [(QuotelineError("no"), "failed"), (ValueError("bug"), "broken")]
)
def test_faults_and_bugs_are_told_apart(qtbot: QtBot, error: Exception, signal: str) -> None:
    """A fault of the environment goes one way, a bug the other."""

    def work(_progress: Progress) -> object:
        raise error

    loading = Loading(work)
    with qtbot.waitSignal(getattr(loading, signal)) as told:
        loading.start()
    loading.wait()
    assert told.args == [error]


def test_the_collector_rests_until_the_last_work_has_ended(qtbot: QtBot) -> None:
    """Works of two owners: the end of one does not let the collector run beside the other."""
    go_on = threading.Event()
    quick, slow = Works(), Works()
    ended: list[str] = []
    slow._start("slow", lambda _: go_on.wait(10), lambda _: ended.append("slow"))
    quick._start("quick", lambda _: None, lambda _: ended.append("quick"))
    qtbot.waitUntil(lambda: ended == ["quick"] and not quick._works)
    assert not gc.isenabled()
    go_on.set()
    qtbot.waitUntil(lambda: not slow._works)
    assert gc.isenabled()
