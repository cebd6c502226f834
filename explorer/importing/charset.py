"""Charset: the text that bytes stand for, by what they say of themselves, else by a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from itertools import islice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
"""Bytes of a page in which a declaration of its encoding counts."""

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})
       | <meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE | re.VERBOSE,
)
_LEGACY = {
    # The Encoding Standard (WHATWG), section 4.2: what pages that name the one are written in.
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs",
    # A page that can be searched for these words is not in them.
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
_KNOWN_WORDS = """
    utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8
    iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman cp874
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 mac-cyrillic gb18030
    big5hkscs euc_jp iso2022_jp cp932 cp949
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
_LIKELY_WORDS = """
    cp1252 cp1250 cp1251 koi8_r cp866 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859_5 mac_roman
    mac_cyrillic gb18030 big5 cp932 euc_jp cp949
"""
_LIKELY = tuple(_LIKELY_WORDS.split())
_DEFAULT = "cp1252"
_RUNS = 500
"""Stretches of a file that a guess looks at."""

_SPEAKING = 8
"""Letters outside ASCII that must be well-formed UTF-8 for each byte that is not."""

_FROM_BEYOND_ASCII = re.compile(rb"[\x80-\xff][^\n<>]{0,200}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as read, and by which encoding; `guessed` when the bytes left that open."""

    text: str = field(repr=False)
    encoding: str
    guessed: bool = False


def decode(raw: bytes) -> Decoded:
    """Return the text of `raw`: no byte order mark, every line end an LF.

    Tried in this order: the byte order mark, UTF-8, the encoding that a page declares, and a guess.
    Bytes that the encoding has no sign for become U+FFFD, and the encoding counts as guessed.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            return _decoded(text, encoding, guessed="\ufffd" in text)
    plain = decode_utf8(raw)
    if plain is not None:
        return plain
    said = declared(raw)
    if said and said != "utf-8":
        try:
            return _decoded(raw.decode(said), said)
        except UnicodeDecodeError:
            pass
    broken = raw.decode("utf-8", "replace")
    if said == "utf-8" or _speaks(broken):
        return _decoded(broken, "utf-8", guessed=True)
    encoding = said or guess(raw)
    return _decoded(raw.decode(encoding, "replace"), encoding, guessed=True)


def decode_utf8(raw: bytes) -> Decoded | None:
    """Return the text of `raw`, as `decode` does, or None when it is not UTF-8."""
    try:
        return _decoded(raw.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        return None


def declared(raw: bytes) -> str:
    """Return the encoding that a page says it is in, by Python's name, or an empty string."""
    found = _DECLARED.search(raw[:_HEAD])
    if not found:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ""
    known = _LEGACY.get(known, known)
    return known if known in _KNOWN else ""


def guess(raw: bytes) -> str:
    """Return the encoding that bytes outside UTF-8 are most likely in; windows-1252 in doubt."""
    # Only now: few files need it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    runs = islice(_FROM_BEYOND_ASCII.finditer(raw), _RUNS)
    sample = b"\n".join(one.group() for one in runs)
    found = list(from_bytes(sample, cp_isolation=list(_LIKELY)))
    if not found:
        return _DEFAULT
    best = found[0]
    # Central European tables read Western letters as other letters without looking any worse.
    as_good = {one.encoding for one in found if one.chaos <= best.chaos} | set(
        best.could_be_from_charset
    )
    western = best.encoding in {"cp1250", "cp1254", "cp1257", "mac_roman"}
    return _DEFAULT if western and _DEFAULT in as_good else codecs.lookup(best.encoding).name


def _speaks(text: str) -> bool:
    """Tell whether a text is UTF-8 but for a few bytes: a file cut short, a stray sign."""
    bad = text.count("\ufffd")
    good = sum(1 for sign in text if sign > "\x7f") - bad
    return good >= bad * _SPEAKING


def _decoded(text: str, encoding: str, *, guessed: bool = False) -> Decoded:
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, guessed)
