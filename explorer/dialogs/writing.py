"""Writing: a long export in a thread, told in a dialog's bar, and given up there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from explorer.loading import Progress
from explorer.model.errors import QuotelineError
from explorer.model.records import Event
from explorer.model.said import said
from explorer.works import Works

_STEP = 200
"""Events between two looks at whether somebody still waits."""


class NotWritten(QuotelineError):  # noqa: N818 - named by what it tells the reader
    """A file that was not written, as the reader gave it up."""

    def __init__(self, path: Path) -> None:
        super().__init__(said("{path}: not written, as that was cancelled.", path=path))


class Writing(Works):
    """Writes in a thread; the dialog it belongs to goes on."""

    def write(
        self, text: str, work: Callable[[Progress], int], on_done: Callable[[int], None]
    ) -> None:
        """Start work that returns how much it wrote; `text` says what is being done."""
        self._start(text, work, on_done)


def one_by_one(events: Sequence[Event], progress: Progress, path: Path) -> Iterator[Event]:
    """Yield events and tell how far it is. Raises NotWritten once nobody waits for them."""
    total = len(events)
    for done, event in enumerate(events):
        if done % _STEP == 0:
            if progress.is_cancelled():
                raise NotWritten(path)
            progress.tell(done, total, "")
        yield event
    if progress.is_cancelled():
        raise NotWritten(path)
