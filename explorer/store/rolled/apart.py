"""Apart: runs of lines gathered by processes, one for each core, or here where they are few.

One thread would take five times as long as msgspec takes to decode the same lines.
"""

from __future__ import annotations

import os
import pickle
import subprocess
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, cast

from explorer.importing.starting import ended, started
from explorer.store.rolled.gathering import Gathered, gather
from explorer.store.swift import UnusualError

_LEAST = 40_000_000
"""From how many bytes on processes save more than their start takes."""

_MOST = 8
"""How many processes there are at most; from there on putting together takes longest."""

_WORKER = "explorer.store.rolled.worker"

Runs = Sequence[tuple[int, int]]


def gathered_runs(
    raw: bytes, runs: Runs, published_of: Mapping[str, str], cores: int = 0
) -> Generator[Gathered]:
    """Yield what is gathered of runs of a file, in any order; `raw` is what the file holds.

    Without a number of cores all are used. Raises what `gather` raises, in whatever run that is.
    """
    count = min(cores or _cores(), _MOST, len(runs))
    if count < 2 or (not cores and len(raw) < _LEAST):
        yield from (gather(raw[start:end], start, published_of) for start, end in runs)
        return
    waiting: SimpleQueue[tuple[int, int]] = SimpleQueue()
    for run in runs:
        waiting.put(run)
    with ExitStack() as stack:
        answers: SimpleQueue[Gathered | Exception] = SimpleQueue()
        for _ in range(count):
            hand = _Hand(raw, published_of, waiting, answers)
            stack.callback(hand.end)
        for _ in runs:
            answer = answers.get()
            if isinstance(answer, Exception):
                raise answer
            yield answer


class _Hand:
    """A thread that has runs gathered by a process of its own."""

    def __init__(
        self,
        raw: bytes,
        published_of: Mapping[str, str],
        waiting: SimpleQueue[tuple[int, int]],
        answers: SimpleQueue[Gathered | Exception],
    ) -> None:
        self._raw = raw
        self._published_of = published_of
        self._waiting = waiting
        self._answers = answers
        self._is_ended = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = Thread(target=self._work, name="gathering", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Give up what is not gathered yet."""
        self._is_ended = True
        if self._process is not None:
            self._process.kill()
        self._thread.join()

    def _work(self) -> None:
        try:
            self._process = started(_WORKER, buffered=True)
            _ask(self._process, dict(self._published_of))
        except OSError:
            pass  # It is done here then, as each run is for which the process fails.
        try:
            while not self._is_ended:
                start, end = self._waiting.get_nowait()
                self._answers.put(self._gathered(start, end))
        except Empty:
            pass
        finally:
            if self._process is not None:
                ended(self._process)

    def _gathered(self, start: int, end: int) -> Gathered | Exception:
        raw = self._raw[start:end]
        try:
            if self._process is not None:
                _ask(self._process, (raw, start))
                found = pickle.load(cast("IO[bytes]", self._process.stdout))  # noqa: S301 - our own
                return UnusualError() if found is None else found
        except (OSError, EOFError, pickle.UnpicklingError):
            if self._is_ended:
                return UnusualError()
        try:
            return gather(raw, start, self._published_of)
        except Exception as error:  # noqa: BLE001 - raised again where the runs are put together
            return error


def _ask(process: subprocess.Popen[bytes], what: object) -> None:
    stream = cast("IO[bytes]", process.stdin)
    pickle.dump(what, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def _cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
