"""What importing gives: the texts of one file and how they were read, or the fault in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from explorer.model.errors import QuotelineError
from explorer.model.said import said

LONGEST = 2_000_000
"""Code points beyond which a text is no article; to find passages takes seconds a million."""

PLAIN_INSTEAD = said("Copy the article alone into a plain text file (UTF-8) and attach that.")
"""What to do about any file that cannot be read."""


class ReadAs(StrEnum):
    """Which text of a file one is: all of it as it stands, a page's body, or all a page shows."""

    PLAIN = "plain"
    READABLE = "readable"
    WHOLE_PAGE = "whole page"


class Trouble(StrEnum):
    """Why a file gives no text."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    NOT_TEXT = "not text"
    UNREADABLE = "unreadable"


class ImportFault(QuotelineError):  # noqa: N818 - a fault of the file
    """A file that gives no text; the message names it and says what to do, in one line."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text of a file: code points, every line end an LF, no byte order mark."""

    read_as: ReadAs
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Imported:
    """The texts of one file, the one to be tried first ahead; no two of them are equal.

    `encoding` is the name by which the bytes were decoded; `guessed` tells that nothing in the
    file said so, or that some bytes did not agree with it.
    """

    texts: tuple[ReadText, ...]
    encoding: str = "utf-8"
    guessed: bool = False
