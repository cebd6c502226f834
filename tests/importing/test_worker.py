"""The importing process answers requests until there are no more."""

from __future__ import annotations

import subprocess
import sys

from explorer.importing.wire import receive, send


def test_requests_are_answered_until_the_input_ends() -> None:
    """Each gets its texts; then the process ends by itself, as when the program is gone."""
    started = [sys.executable, "-m", "explorer.importing.worker"]
    with subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        for word in ("one", "zwölf"):
            request = {"name": "a.txt", "seconds": 20, "memory": 1 << 30}
            send(worker.stdin, request, word.encode())
            head, body = receive(worker.stdout, 1000)
            assert body.decode() == word
            assert head["texts"] == [["plain", len(word.encode())]]
        worker.stdin.close()
        assert worker.wait(30) == 0


def test_the_process_ends_itself_when_nobody_does() -> None:
    """Should the program die while a file is read, the process does not go on for ever."""
    code = (
        "import time, explorer.importing.worker as w; w._GRACE = 0.2;"
        "w.read_texts = lambda raw, name: time.sleep(600); w.main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as worker:
        assert worker.stdin is not None
        send(worker.stdin, {"name": "a.txt", "seconds": 0.1, "memory": 1 << 30}, b"words")
        assert worker.wait(60) != 0
