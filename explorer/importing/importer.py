"""Importer: the texts of files, read in a process of its own within limits of time and memory."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import BinaryIO, Self, cast

from explorer.importing.reading import read_plain
from explorer.importing.starting import started
from explorer.importing.texts import (
    LONGEST,
    PLAIN_INSTEAD,
    Imported,
    ImportFault,
    ReadAs,
    ReadText,
    Trouble,
)
from explorer.importing.wire import Head, WireCut, receive, send
from explorer.model.said import said, unpacked

_LOG = logging.getLogger("quoteline")
_POLL = 0.05
_LONGEST_ANSWER = 4 * 2 * LONGEST + (1 << 16)
"""Bytes of two texts of the longest kind, and some more for what is said of them."""


class Cancelled(Exception):  # noqa: N818 - no error: the reader asked for it
    """The reader does not want to wait any longer."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What importing one file may take: seconds by the clock, and bytes beside the program."""

    seconds: float = 20.0
    memory: int = 1 << 30


class Importer:
    """Reads files one after another; a context, since a process may have to be ended with it.

    Plain UTF-8 text is decoded at once. All else goes to the process, which is started when it is
    first needed, and again after it had to be ended.
    """

    def __init__(
        self, limits: Limits | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        """Keep to `limits`; `cancelled` is asked often while a file is read."""
        self._limits = limits or Limits()
        self._cancelled = cancelled or _never
        self._worker: subprocess.Popen[bytes] | None = None
        self._talk: ThreadPoolExecutor | None = None
        self._answer: Future[tuple[Head, bytes]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if there is one."""
        self._end_worker()
        if self._talk is not None:
            self._talk.shutdown()
            self._talk = None

    def read(self, raw: bytes, name: str) -> Imported:
        """Return the texts of a file.

        Raises ImportFault when it has none or the limits are reached, and Cancelled.
        """
        plain = read_plain(raw, name)
        return plain if plain is not None else self._read_apart(raw, name)

    def _read_apart(self, raw: bytes, name: str) -> Imported:
        try:
            head, body = self._asked(raw, name)
        except (WireCut, OSError) as error:
            self._end_worker()
            raise _fault(name, said("the importing process ended over it")) from error
        if "message" in head:
            raise ImportFault(Trouble(head["trouble"]), unpacked(head["message"]))
        if "memory" in head:
            self._end_worker()
            raise _fault(
                name,
                said("it takes more than {most:,} MB of memory", most=self._limits.memory >> 20),
            )
        if "bug" in head:
            _LOG.error("importing %s: %s", name, head["bug"])
            raise _fault(name, said("the importing process failed on it"))
        return _imported(head, body)

    def _asked(self, raw: bytes, name: str) -> tuple[Head, bytes]:
        """Send a request and wait for its answer, in steps so that waiting can be given up."""
        until = monotonic() + self._limits.seconds
        head: Head = {
            "name": name,
            "seconds": self._limits.seconds,
            "memory": self._limits.memory,
        }
        worker = self._started()
        if self._talk is None:
            self._talk = ThreadPoolExecutor(1, "importing")
        self._answer = self._talk.submit(_exchange, worker, head, raw)
        while True:
            finished, _ = wait([self._answer], _POLL)
            if finished:
                return self._answer.result()
            if self._cancelled():
                self._end_worker()
                raise Cancelled
            if monotonic() > until:
                self._end_worker()
                raise _fault(
                    name, said("it takes more than {most:g} seconds", most=self._limits.seconds)
                )

    def _started(self) -> subprocess.Popen[bytes]:
        if self._worker is None:
            self._worker = started("explorer.importing.worker")
        return self._worker

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.kill()
        worker.wait()
        if self._answer is not None:
            wait([self._answer])  # it ends with the process, and lets go of the streams
        for stream in (worker.stdin, worker.stdout):
            if stream is not None:
                stream.close()


def _exchange(worker: subprocess.Popen[bytes], head: Head, raw: bytes) -> tuple[Head, bytes]:
    send(cast("BinaryIO", worker.stdin), head, raw)
    return receive(cast("BinaryIO", worker.stdout), _LONGEST_ANSWER)


def _imported(head: Head, body: bytes) -> Imported:
    texts = []
    at = 0
    for read_as, length in head["texts"]:
        text = body[at : at + length].decode("utf-8", "surrogatepass")
        texts.append(ReadText(ReadAs(read_as), text))
        at += length
    return Imported(tuple(texts), str(head["encoding"]), bool(head["guessed"]))


def _fault(name: str, why: str) -> ImportFault:
    return ImportFault(
        Trouble.UNREADABLE,
        said("{name}: not read, since {why}. {advice}", name=name, why=why, advice=PLAIN_INSTEAD),
    )


def _never() -> bool:
    return False
