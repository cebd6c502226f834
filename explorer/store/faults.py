"""Faults of a file as a whole: DamagedFile, with the last good copy, and MissingFile."""

from __future__ import annotations

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
