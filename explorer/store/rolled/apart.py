"""Apart: runs of lines gathered by processes, one for each core, or here where they are few.

One thread would take five times as long as msgspec takes to decode the same lines.
"""

from __future__ import annotations

import os
import pickle
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Self, cast

from explorer.importing.starting import ended, started
from explorer.store.rolled.gathering import Gathered, gather
from explorer.store.rolled.survey import PlacedFile
from explorer.store.unusual import UnusualError

_LEAST = 20_000_000
"""From how many bytes on processes save more than their start takes."""

_MOST = 8
"""How many processes there are at most; from there on putting together takes longest."""

_WORKER = "explorer.store.rolled.worker"

Runs = Sequence[tuple[int, int]]


class Hands:
    """Gathers runs; a context, since its processes start at once and have to be ended."""

    def __init__(self, size: int, cores: int = 0) -> None:
        """Get ready for so many bytes; without a number of cores all are used where that pays."""
        worth = bool(cores) or size >= _LEAST
        count = min(cores or _cores(), _MOST) if worth else 1
        self._hands = [_Hand() for _ in range(count)] if count > 1 else []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for hand in self._hands:
            hand.end()

    def gather(
        self, file: PlacedFile, runs: Runs, published_of: Mapping[str, str]
    ) -> Iterator[Gathered]:
        """Yield what is gathered of runs of a file, in any order.

        Raises what `gather` raises, in whatever run that is; UnusualError too where the file is
        another one by now.
        """
        if not self._hands:
            yield from (gather(file.read(*run), run[0], published_of) for run in runs)
            return
        waiting: SimpleQueue[tuple[int, int]] = SimpleQueue()
        for run in runs:
            waiting.put(run)
        answers: SimpleQueue[Gathered | Exception] = SimpleQueue()
        for hand in self._hands:
            hand.begin(file, published_of, waiting, answers)
        here = 0
        with suppress(Empty):
            while answers.empty():  # until the processes are up, it goes on here
                start, end = waiting.get_nowait()
                here += 1
                yield gather(file.read(start, end), start, published_of)
        for _ in range(len(runs) - here):
            answer = answers.get()
            if isinstance(answer, Exception):
                raise answer
            yield answer


class _Hand:
    """A thread that has runs gathered by a process of its own."""

    def __init__(self) -> None:
        self._is_ended = False
        self._thread: Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):  # it is done here then
            self._process = started(_WORKER, buffered=True)

    def begin(
        self,
        file: PlacedFile,
        published_of: Mapping[str, str],
        waiting: SimpleQueue[tuple[int, int]],
        answers: SimpleQueue[Gathered | Exception],
    ) -> None:
        """Take runs that wait until there are no more."""
        self._path, self._stamp = file.path, file.stamp
        self._published_of = published_of
        self._waiting = waiting
        self._answers = answers
        self._thread = Thread(target=self._work, name="gathering", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Give up what is not gathered yet."""
        self._is_ended = True
        if self._process is not None:
            self._process.kill()
        if self._thread is not None:
            self._thread.join()
        if self._process is not None:
            ended(self._process)

    def _work(self) -> None:
        # What the process fails at is done here.
        with suppress(OSError):
            if self._process is not None:
                _ask(self._process, (self._path, self._stamp, dict(self._published_of)))
        with suppress(Empty):
            while not self._is_ended:
                start, end = self._waiting.get_nowait()
                self._answers.put(self._gathered(start, end))

    def _gathered(self, start: int, end: int) -> Gathered | Exception:
        try:
            if self._process is not None:
                _ask(self._process, (start, end))
                found = pickle.load(cast("IO[bytes]", self._process.stdout))  # noqa: S301 - our own
                return UnusualError() if found is None else found
        except (OSError, EOFError, pickle.UnpicklingError):
            if self._is_ended:
                return UnusualError()
        try:
            with PlacedFile(self._path, self._stamp) as file:
                return gather(file.read(start, end), start, self._published_of)
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
