"""Runs: ten words in a row that a text shares with another one, however they are set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

RUN = 10
"""Words in a row that count as another's wording."""

_SHORTEST = 2 * RUN - 1
"""Code points of the shortest run, where spaces part its words."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇", "'"))
_UNSEEN = re.compile(r"[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LETTERS = r"[^\W_]+(?:'[^\W_]+)*"
# Scripts that set no space between words: each sign counts as one.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_PLAIN_WORD = re.compile(_LETTERS)
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}]){_LETTERS})")
_SPOKEN = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_]+(?:['’‘ʼ＇][^\W_]+)*)")


def words(text: str) -> list[str]:
    """Return the words of a text for comparison: case, accents' composition, widths levelled.

    A word is a run of letters and digits, inner apostrophes included; all other signs part words.
    Soft hyphens and signs of no width are passed over.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    spoken = text.casefold().translate(_APOSTROPHES)
    return (_PLAIN_WORD if spoken.isascii() else _WORD).findall(spoken)


def _as_encoded(text: str) -> list[str]:
    """Return the words of a text without levelling how its signs are encoded."""
    return _PLAIN_WORD.findall(text.casefold().replace("’", "'"))


class WordRuns:
    """Every run of `RUN` words in some texts, made once to look for them in many others."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._runs: set[tuple[str, ...]] = set()
        self._vocabulary: set[str] = set()
        for text in texts:
            for row in _readings(text):
                self._vocabulary.update(row)
                self._runs.update(_windows(row))

    def __bool__(self) -> bool:
        return bool(self._runs)

    def stand_in(self, text: str) -> bool:
        """Tell whether `text` has one of the runs. Line ends and punctuation do not part a run."""
        if not self._runs or (len(text) < _SHORTEST and text.isascii()):
            return False
        return any(map(self._holds, _readings(text)))

    def _holds(self, row: Sequence[str]) -> bool:
        known = 0
        for at, word in enumerate(row, 1):
            known = known + 1 if word in self._vocabulary else 0
            if known >= RUN and tuple(row[at - RUN : at]) in self._runs:
                return True
        return False


def _readings(text: str) -> Iterator[list[str]]:
    """Yield the words of a text and, where that may part them otherwise, as it is encoded."""
    yield words(text)
    if not text.isascii():
        yield _as_encoded(text)


def _windows(row: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(row[at : at + RUN]) for at in range(len(row) - RUN + 1))


def first_words(text: str, number: int) -> str:
    """Return the beginning of a text up to its fifth (or other) word, and an ellipsis."""
    found = list(_SPOKEN.finditer(text))
    return text if len(found) <= number else f"{text[: found[number - 1].end()]}…"
