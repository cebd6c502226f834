"""Faults of a file as a whole: it is damaged, missing, or could not be saved."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from explorer.model.errors import QuotelineError


class MissingFile(QuotelineError):  # noqa: N818 - named by what it tells the reader
    """A file that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: there is no such file. Check its name and its folder.")
        self.path = path


class DamagedFile(QuotelineError):  # noqa: N818 - named by what it tells the reader
    """A file that is there but does not hold what it should; it has not been touched.

    `path` is the file, `problem` what is wrong with it (table, id and field where they are known),
    `copy` the last good copy, or None where there is none or where it was not yet looked for.
    """

    def __init__(self, path: Path, problem: str, copy: Path | None = None) -> None:
        super().__init__(path, problem, copy)
        self.path = path
        self.problem = problem
        self.copy = copy

    def __str__(self) -> str:
        """Return the message: the file, the problem, and what to do."""
        if self.copy is None:
            advice = "Correct that place in a text editor, or bring the file back from a backup."
        else:
            advice = f"The last good copy is {self.copy}: restore it, or correct that place."
        return f"{self.path}: {self.problem} Nothing was changed. {advice}"


class Cause(StrEnum):
    """Why something could not be saved."""

    FULL = "full"
    FORBIDDEN = "forbidden"
    VANISHED = "vanished"
    CHANGED = "changed"
    HELD = "held"
    NEWER = "newer"
    OTHER = "other"


class NotSaved(QuotelineError):  # noqa: N818 - named by what it tells the reader
    """Something that could not be saved; the file itself is as it was.

    `path` is the file, `cause` why it failed, `problem` and `advice` say it in words. `rescue` is
    the file in which the work was put instead, None where there is none.
    """

    def __init__(
        self, path: Path, cause: Cause, problem: str, advice: str, rescue: Path | None = None
    ) -> None:
        super().__init__(path, cause, problem, advice, rescue)
        self.path = path
        self.cause = cause
        self.problem = problem
        self.advice = advice
        self.rescue = rescue

    def __str__(self) -> str:
        """Return the message: the file, the problem, where the work is, and what to do."""
        kept = f" What you did is kept in this window and in {self.rescue}." if self.rescue else ""
        return f"{self.path}: {self.problem}{kept} {self.advice}"

    def with_rescue(self, rescue: Path | None) -> NotSaved:
        """Return the same fault, telling where the work was put."""
        return NotSaved(self.path, self.cause, self.problem, self.advice, rescue)


class GivenUpError(QuotelineError):
    """Work that was cancelled before it was done; nothing was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: not opened, as that was cancelled. Open it again at any time.")
