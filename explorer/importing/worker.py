"""Worker: the process that imports files, one after another, and may be ended at any moment.

It reads requests from its standard input and answers on its standard output; see `importer`.
"""

from __future__ import annotations

import faulthandler
import sys
import traceback

from explorer.importing.reading import read_texts
from explorer.importing.starting import own_output
from explorer.importing.texts import Imported, ImportFault
from explorer.importing.wire import Head, WireCut, receive, send
from explorer.model.said import packed

LONGEST_REQUEST = 1 << 26
_GRACE = 5.0
"""Seconds after which the worker ends itself, should the program that started it be gone."""


def main() -> int:
    """Answer requests until there are no more; return the exit status."""
    requests, answers = sys.stdin.buffer, own_output()
    while True:
        try:
            head, raw = receive(requests, LONGEST_REQUEST)
        except WireCut:
            return 0
        faulthandler.dump_traceback_later(float(head["seconds"]) + _GRACE, exit=True)
        _limit_memory(int(head["memory"]))
        try:
            answer, text = _answer(raw, str(head["name"]))
            send(answers, answer, text)
        except Exception as bug:  # noqa: BLE001 - told in full to the program, which logs it
            if _lacks_memory(bug):
                send(answers, {"memory": True})
            else:
                send(answers, {"bug": "".join(traceback.format_exception(bug))})
        faulthandler.cancel_dump_traceback_later()


def _lacks_memory(bug: Exception) -> bool:
    """Tell whether there was no room, for a text or for the library that reads its kind of file."""
    no_library = isinstance(bug, ImportError) and "failed to map" in str(bug)
    return no_library or isinstance(bug, MemoryError)


def _answer(raw: bytes, name: str) -> tuple[Head, bytes]:
    try:
        found = read_texts(raw, name)
    except ImportFault as fault:
        return {"trouble": fault.trouble, "message": packed(fault.said)}, b""
    return _told(found)


def _told(found: Imported) -> tuple[Head, bytes]:
    texts = [(one.read_as, one.text.encode("utf-8", "surrogatepass")) for one in found.texts]
    head = {
        "texts": [(read_as, len(text)) for read_as, text in texts],
        "encoding": found.encoding,
        "guessed": found.guessed,
    }
    return head, b"".join(text for _, text in texts)


def _limit_memory(more: int) -> None:
    """Let this process take `more` bytes than it has, where the system can hold it to that."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    size = _address_space(resource.getpagesize())
    for limit, value in ((resource.RLIMIT_AS, size + more), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        try:
            resource.setrlimit(limit, (value, hard))
        except (ValueError, OSError):  # a lower limit is set already, or the system knows none
            continue


def _address_space(page: int) -> int:
    """Return how many bytes of addresses this process has, as far as the system tells."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no path to join
            return int(file.read().split()[0]) * page
    except (OSError, ValueError):
        return 1 << 30


if __name__ == "__main__":
    sys.exit(main())
