"""The text of an article: how it is read and how its paragraphs and sentences are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explorer.model.errors import QuotelineError
from explorer.model.said import said

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«„(\[]*[^\W\d_a-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|St|No|Art|vs|cf|ca|approx)|(?:^|[\s.(])[^\W\d_])\.\s+$"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of code points in a text."""

    start: int
    end: int


def decode_text(raw: bytes, name: str) -> str:
    """Return the text of a UTF-8 file as read: no byte order mark, every line end an LF.

    Raises QuotelineError, naming `name` and the offending byte, when `raw` is not UTF-8 text.
    """
    nul = raw.find(b"\0")
    if nul >= 0:
        raise QuotelineError(
            said(
                "{name}: not plain text (byte {place} is NUL: a binary file, or UTF-16). Save "
                "the article as plain UTF-8 text and attach it again.",
                name=name,
                place=nul,
            )
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuotelineError(
            said(
                "{name}: not UTF-8 text (byte {place} cannot be read). Save the article as "
                "plain UTF-8 text and attach it again.",
                name=name,
                place=error.start,
            )
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def paragraphs(text: str) -> list[Stretch]:
    """Return the paragraphs of `text`: its lines that hold more than white space, trimmed."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        found.append(Stretch(start, line.start() + len(words.rstrip())))
    return found


def sentences(text: str, paragraph: Stretch) -> list[Stretch]:
    """Return the sentences of one paragraph in order, without the white space between them.

    The rule is plain on purpose, since coding sheets count by it: a sentence ends at a full stop,
    question or exclamation mark (closing quotes and brackets included) before white space and a
    capital, digit aside; initials and common abbreviations do not end one.
    """
    found = []
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(text[start : stop.end()]):
            continue
        spoken = text[start : stop.end()].rstrip()
        found.append(Stretch(start, start + len(spoken)))
        start = stop.end()
    if start < paragraph.end:
        found.append(Stretch(start, paragraph.end))
    return found
