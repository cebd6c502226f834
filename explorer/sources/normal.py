"""The normal form of a passage: what two editions may differ in and still hold the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

SINGLE_QUOTES = "‘’‚‛‹›′ʹʻʼʽˈ`´\u0374\u1fef\u1ffd՚＇"
DOUBLE_QUOTES = "“”„‟«»″〝〞〟＂"
DASHES = "‐‑‒–—―−֊⁃⸺⸻﹘﹣－"
UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_LIGATURES = {
    **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    **dict(zip("ﬓﬔﬕﬖﬗ", ("մն", "մե", "մի", "վն", "մխ"), strict=True)),
}
_LEVELLED: dict[str, str] = {
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(UNSEEN, ""),
    **_LIGATURES,
    "…": "...",
}
_RUN = re.compile(r"\S+")
_AROUND_DASH = re.compile(r" ?-(?: ?-)* ?")
_ASCII_WORD = re.compile(r"[0-9A-Za-z$+<=>^`|~]+")


class Piece(NamedTuple):
    """Some code points of the normal form and the half-open range of the token they stand for."""

    normal: str
    start: int
    end: int


def normalise(text: str) -> str:
    """Return the normal form of `text`, by which passages are compared and hashed.

    Levelled are: white space of every kind (one space, none at the ends and beside a dash, where
    lines break), soft hyphens and characters of no width (dropped), kinds of quote, of dash and
    runs of dashes, the ellipsis, typographic ligatures, and composition (NFC, Unicode Standard
    Annex 15). Case, diacritics and all other signs count. NFKC is not used: it would make "10²"
    equal to "102".
    """
    if _is_plain(text):
        spaced = " ".join(text.split())
    else:
        spaced = " ".join(filter(None, map(_normal_run, text.split())))
    return _AROUND_DASH.sub("-", spaced) if "-" in spaced else spaced


def _is_plain(text: str) -> bool:
    """Tell whether nothing but white space and single dashes may need levelling."""
    return text.isascii() and "`" not in text and "--" not in text


def _normal_run(run: str) -> str:
    if _is_plain(run):
        return run
    return "".join(piece.normal for piece in pieces(run))


def tokens(text: str) -> Iterator[Piece]:
    """Yield the tokens of a text; their normal forms, one space between, make up that of the text.

    A token is a run without white space, or several that a dash joins.
    """
    known: dict[str, str] = {}
    parts: list[str] = []
    start = end = 0
    for run in _RUN.finditer(text):
        raw = run.group()
        normal = known.get(raw)
        if normal is None:
            normal = known[raw] = _normal_run(raw)
        if not normal:
            continue
        if parts and parts[-1][-1] == "-":
            parts.append(normal)
            if normal[0] == "-":
                parts[-2:] = [parts[-2] + normal[1:]]
        elif parts and normal[0] == "-":
            parts.append(normal)
        else:
            if parts:
                yield Piece("".join(parts), start, end)
            parts, start = [normal], run.start()
        end = run.end()
    if parts:
        yield Piece("".join(parts), start, end)


def pieces(token: str) -> list[Piece]:
    """Return the normal form of a token in pieces, each with where in the token it comes from."""
    found: list[Piece] = []
    for place, sign in enumerate(token):
        level = "" if sign.isspace() else _LEVELLED.get(sign, sign)
        last = found[-1] if found else None
        if not level:
            continue
        if last is None:
            found.append(Piece(_nfc(level), place, place + 1))
        elif level == "-" and last.normal == "-":
            found[-1] = Piece("-", last.start, place + 1)
        elif _composes(last.normal, level):
            found[-1] = Piece(_nfc(last.normal + level), last.start, place + 1)
        else:
            found.append(Piece(_nfc(level), place, place + 1))
    return found


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _composes(before: str, sign: str) -> bool:
    if sign.isascii():
        return False
    return bool(unicodedata.combining(sign[0])) or _nfc(before + sign) != before + _nfc(sign)


class Word(NamedTuple):
    """A word for comparison (casefolded) and its half-open range in the normal form it is of."""

    folded: str
    start: int
    end: int


def words_of(normal: str) -> list[Word]:
    """Return the words of a normal form: runs of letters, marks, numbers and symbols (emoji too).

    Punctuation, white space and control characters part words and belong to none.
    """
    if normal.isascii():
        spans = ((one.group(), *one.span()) for one in _ASCII_WORD.finditer(normal))
        return [Word(folded.casefold(), start, end) for folded, start, end in spans]
    found = []
    start = -1
    for place, sign in enumerate(normal):
        if _in_word(sign):
            start = place if start < 0 else start
        elif start >= 0:
            found.append(Word(normal[start:place].casefold(), start, place))
            start = -1
    if start >= 0:
        found.append(Word(normal[start:].casefold(), start, len(normal)))
    return found


def folded_words(normal: str) -> list[str]:
    """Return the words of a normal form, casefolded, without their places."""
    if normal.isascii():
        return _ASCII_WORD.findall(normal.casefold())
    return [word.folded for word in words_of(normal)]


@cache
def _in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMNS"
