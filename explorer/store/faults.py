"""Faults of a file as a whole: it is damaged, missing, or could not be saved."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import Said, said


class MissingFile(QuotelineError):  # noqa: N818 - named by what it tells the reader
    """A file that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            said("{path}: there is no such file. Check its name and its folder.", path=path)
        )
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

    @property
    def said(self) -> str:
        """The message: the file, the problem, and what to do."""
        if self.copy is None:
            advice = said(
                "Correct that place in a text editor, or bring the file back from a backup."
            )
        else:
            advice = said(
                "The last good copy is {copy}: restore it, or correct that place.", copy=self.copy
            )
        return said(
            "{path}: {problem} Nothing was changed. {advice}",
            path=self.path,
            problem=self.problem,
            advice=advice,
        )


def not_saved(why: str) -> Said:
    """Say that something was not saved, and why."""
    return said("not saved, {why}", why=why)


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

    @property
    def said(self) -> str:
        """The message: the file, the problem, where the work is, and what to do."""
        parts = {"path": self.path, "problem": self.problem, "advice": self.advice}
        if self.rescue is None:
            return said("{path}: {problem} {advice}", **parts)
        kept = said("What you did is kept in this window and in {rescue}.", rescue=self.rescue)
        return said("{path}: {problem} {kept} {advice}", kept=kept, **parts)

    @property
    def why(self) -> str:
        """The problem without the words that something was not saved, where they are apart."""
        parts = self.problem.parts if isinstance(self.problem, Said) else {}
        why = parts.get("why")
        return why if isinstance(why, str) else self.problem

    def with_rescue(self, rescue: Path | None) -> NotSaved:
        """Return the same fault, telling where the work was put."""
        return NotSaved(self.path, self.cause, self.problem, self.advice, rescue)


class GivenUpError(QuotelineError):
    """Work that was cancelled before it was done; nothing was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            said("{path}: not opened, as that was cancelled. Open it again at any time.", path=path)
        )
