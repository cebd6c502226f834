"""Romanising: words of other scripts in Latin letters, so that a name is found in any of them."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_OTHER = re.compile(r"(?:(?![\u0000-\u02af\u1e00-\u1eff])[^\W\d_][\u0300-\u036f]*)+")
"""A run of letters that are not Latin."""

_SOFT = re.compile(r"(?<![^аеёиоуыэюяіїєәөүұьъйաեէըիոուօ\W\d_])[еե]", re.IGNORECASE)
"""The letter that is "ye": not after a consonant."""

_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_AFTER_VOWEL = re.compile(r"(?<=[aeiou])ye")
_BARE = re.compile(r"(?<=[aiou])e")


def romanised(text: str) -> str:
    """Return `text` with the letters of other scripts in Latin ones; the rest stays as it is.

    Cyrillic and Armenian е is "ye" where it begins a word or follows a vowel, as BGN/PCGN writes
    it; all else is as anyascii has it, without signs for what Latin letters lack.
    """
    return text if text.isascii() else _OTHER.sub(_in_latin, text)


def is_latin(text: str) -> bool:
    """Tell whether a text has no letter of another script."""
    return text.isascii() or _OTHER.search(text) is None


def other_runs(text: str) -> list[tuple[int, int, str]]:
    """Return where runs of other letters stand (half-open code points), with their Latin form."""
    return [(*found.span(), _in_latin(found)) for found in _OTHER.finditer(text)]


def alternatives(word: str) -> tuple[str, ...]:
    """Return other usual spellings of a romanised word: Aliyev is written Aliev as well."""
    plain = _AFTER_VOWEL.sub("e", word)
    soft = _BARE.sub("ye", plain)
    return tuple(one for one in dict.fromkeys((plain, soft)) if one != word)


def _in_latin(found: re.Match[str]) -> str:
    return _of_run(found.group())


@lru_cache(maxsize=32_768)
def _of_run(run: str) -> str:
    soft = run if _UKRAINIAN.search(run) else _SOFT.sub(_with_y, run)
    return "".join(sign for sign in anyascii(soft).lower() if sign.isalnum())


def _with_y(found: re.Match[str]) -> str:
    return f"y{found.group()}"
