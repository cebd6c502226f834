"""Made-up texts, and edited editions of them in which the true place of every stretch is known."""

from __future__ import annotations

import random
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

_SYLLABLES = {
    "latin": "ra ven tor mi sel do an ki lu ber sta no gri pe shi mo ta ek ur wen fal os im du",
    "russian": "ра вен тор ми сел до ан ки лю бер ста но гри пе жи мо та эк ур щё йка ость",
    "armenian": "հա յաս տան գի րք մար դիկ սեր վա զու քա ղաք երև ան խո սել նոր և ոչ ում",
    "greek": "κα λή μέ ρα θά λασ σα πό λη φω νή χώ ρα δρό μος ψυ χή ξέ νος ώρα",
    "chinese": "天 地 人 山 水 火 木 金 土 日 月 年 国 家 城 市 河 海 道 路 書 文 学 校 生 老 師 東 西",  # noqa: E501
}
_NAMES = {"latin": "Oberon Kastel Mirna", "russian": "Орлов Казань Мирна"}
_STOPS = {"chinese": "。"}
_SENTENCE = r"""[^.!?。\s](?:[^.!?。\n]|[.!?](?![\s”»"]))*(?:[.!?]+[”»"]*(?=\s|$)|。)"""
BOILERPLATE = (
    "Follow us for more news from the region.",
    "The ministry did not reply to a request for comment.",
    "No further details were given.",
    "Read more on this below.",
    "It did not answer.",
)
"""Sentences that stand many times in one text."""


class Writer:
    """Writes sentences in one script, words as unequally common as in a language."""

    def __init__(self, script: str, seed: int) -> None:
        self.chance = random.Random(f"{script} {seed}")  # noqa: S311 - the same at every run
        self._script = script
        syllables = _SYLLABLES[script].split()
        made = {self._word(syllables) for _ in range(4000)}
        self._words = sorted(made)
        self.chance.shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))

    def _word(self, syllables: Sequence[str]) -> str:
        return "".join(self.chance.choices(syllables, k=self.chance.choice((1, 1, 2, 2, 3, 4))))

    def words(self, count: int) -> list[str]:
        """Return so many words."""
        return self.chance.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self) -> str:
        """Return a sentence, now and then with a date, quotation marks, a dash or emphasis."""
        words = self.words(self.chance.randint(4, 22))
        kind = self.chance.random()
        if kind < 0.3:
            words.insert(self.chance.randrange(len(words)), f"in {self.chance.randint(1988, 1999)}")
        if kind > 0.7:
            words[1:3] = [f"“{words[1]} {words[2]}”"]
        if kind > 0.9:
            words.insert(2, "–")
            words[-1] += "’s"
        if self._script == "chinese":
            return "".join(words) + "。"
        text = " ".join(words)
        return text[0].upper() + text[1:] + self.chance.choice("....?!")

    def text(self, size: int, twins: float = 0.05, repeats: float = 0.02) -> str:
        """Return paragraphs of about `size` code points, one a line.

        `twins` is the share of sentences that are boilerplate, `repeats` that of paragraphs that
        stand once more.
        """
        paragraphs: list[str] = []
        length = 0
        while length < size:
            if paragraphs and self.chance.random() < repeats:
                paragraphs.append(self.chance.choice(paragraphs))
            else:
                sentences = [
                    self.chance.choice(BOILERPLATE)
                    if self.chance.random() < twins
                    else self.sentence()
                    for _ in range(self.chance.randint(1, 8))
                ]
                paragraphs.append(("" if self._script == "chinese" else " ").join(sentences))
            length += len(paragraphs[-1]) + 1
        return "\n".join(paragraphs) + "\n"


@dataclass(frozen=True)
class Edition:
    """A text, and for each of its code points where in the first text it stood (-1: nowhere)."""

    text: str
    origin: Sequence[int]

    @classmethod
    def first(cls, text: str) -> Edition:
        """Return a text as its own first edition."""
        return cls(text, range(len(text)))

    def rebuilt(self, parts: Sequence[tuple[str, Sequence[int]]]) -> Edition:
        """Return an edition of parts."""
        return Edition(
            "".join(text for text, _ in parts), [one for _, origin in parts for one in origin]
        )

    def cut(self, start: int, end: int) -> tuple[str, Sequence[int]]:
        """Return a part."""
        return self.text[start:end], self.origin[start:end]

    def replaced(self, pattern: str, new: Callable[[re.Match[str]], str | None]) -> Edition:
        """Replace what matches; of a new text as long as the old each code point keeps its origin.

        Else its code points share the first origin of what they replace, or have none where that
        is empty.
        """
        parts: list[tuple[str, Sequence[int]]] = []
        at = 0
        for match in re.finditer(pattern, self.text):
            put = new(match)
            if put is None:
                continue
            start, end = match.span()
            old = self.origin[start:end]
            parts.append(self.cut(at, start))
            spread = old if len(put) == len(old) else [old[0] if old else -1] * len(put)
            parts.append((put, spread))
            at = end
        parts.append(self.cut(at, len(self.text)))
        return self.rebuilt(parts)


Edit = Callable[[Edition, random.Random], Edition]


def rewrapped(edition: Edition, chance: random.Random) -> Edition:
    """Break lines at 60 signs, paragraphs apart by an empty line."""
    column = 0

    def broken(match: re.Match[str]) -> str | None:
        nonlocal column
        if match.group() == "\n":
            column = 0
            return "\n\n"
        if match.group().isspace():
            column = 0 if column > 55 else column + 1
            return "\n" if column == 0 else None
        column += len(match.group())
        return None

    return edition.replaced(r"\n|[ \t]+|\S+", broken)


def hyphenated(edition: Edition, chance: random.Random) -> Edition:
    """Divide some long words at a line's end."""

    def divided(match: re.Match[str]) -> str | None:
        word = match.group()
        return f"{word}-\n" if chance.random() < 0.05 else None

    return edition.replaced(r"(?<=[^\W\d_])(?<=\w\w\w)(?=[^\W\d_]{3})", divided)


def requoted(edition: Edition, chance: random.Random) -> Edition:
    """Change quotation marks, dashes and spaces."""
    table = {"“": "«", "”": "»", "’": "'", "–": "—", "-": "‑"}
    made = edition.replaced("[“”’–-]", lambda match: table[match.group()])
    return made.replaced(" ", lambda match: "\u00a0" if chance.random() < 0.1 else None)


def straightened(edition: Edition, chance: random.Random) -> Edition:
    """Make quotation marks and dashes plain, and put unseen signs in."""
    table = {"“": '"', "”": '"', "’": "'", "–": "--"}
    made = edition.replaced("[“”’–]", lambda match: table[match.group()])
    return made.replaced(
        r"(?<=\w\w\w)(?=\w\w\w)", lambda _: "\u00ad" if chance.random() < 0.02 else None
    )


def decomposed(edition: Edition, chance: random.Random) -> Edition:
    """Part letters from their accents (NFD)."""
    return edition.replaced(
        r"[^\x00-\x7f]", lambda match: unicodedata.normalize("NFD", match.group())
    )


def emphasised(edition: Edition, chance: random.Random) -> Edition:
    """Set some words in Markdown emphasis."""
    marks = ("*", "**", "_")

    def marked(match: re.Match[str]) -> str | None:
        return chance.choice(marks) if chance.random() < 0.01 else None

    return edition.replaced(r"(?<=\s)(?=\w)|(?<=\w)(?=\s)", marked)


def shouted(edition: Edition, chance: random.Random) -> Edition:
    """Set some sentences in capitals, where that keeps their length."""

    def loud(match: re.Match[str]) -> str | None:
        return match.group().upper() if chance.random() < 0.05 else None

    return edition.replaced(r"[^.!?。\n]+", loud)


def with_banners(edition: Edition, chance: random.Random) -> Edition:
    """Put notices before the text and between its paragraphs."""
    notice = "We value your privacy. Accept all cookies?\nAdvertisement\n"
    made = edition.replaced(r"(?<=\n)(?=.)", lambda _: notice if chance.random() < 0.1 else None)
    return made.rebuilt([(notice * 3, [-1] * len(notice) * 3), made.cut(0, len(made.text))])


def shuffled(edition: Edition, chance: random.Random) -> Edition:
    """Change the order of the paragraphs."""
    parts = [edition.cut(*one.span()) for one in re.finditer(r"[^\n]*\n", edition.text)]
    chance.shuffle(parts)
    return edition.rebuilt(parts)


def with_deletions(edition: Edition, chance: random.Random) -> Edition:
    """Take some sentences out."""
    pattern = _SENTENCE + " ?"
    return edition.replaced(pattern, lambda _: "" if chance.random() < 0.08 else None)


def lightly_edited(edition: Edition, chance: random.Random) -> Edition:
    """Change a word here and there for another, leave one out, put one in."""

    def changed(match: re.Match[str]) -> str | None:
        if chance.random() > 0.02:
            return None
        return chance.choice((match.group()[::-1], "", match.group() + "zu", "quorlat"))

    return edition.replaced(r"[^\W\d_]{3,}", changed)


EDITS: dict[str, tuple[Edit, ...]] = {
    "unchanged": (),
    "re-wrapped": (rewrapped,),
    "words divided": (hyphenated, rewrapped),
    "quotes, spaces": (requoted,),
    "plain, unseen signs": (straightened,),
    "NFD": (decomposed,),
    "emphasis": (emphasised,),
    "capitals": (shouted,),
    "banners": (with_banners,),
    "shuffled": (shuffled,),
    "sentences deleted": (with_deletions,),
    "words edited": (lightly_edited,),
    "all but words": (with_deletions, shuffled, with_banners, requoted, rewrapped),
    "everything": (lightly_edited, with_deletions, shuffled, with_banners, straightened, rewrapped),
}
"""The kinds of edited editions, each the outcome of these edits in turn."""


def edited(text: str, kind: str, seed: int = 0) -> Edition:
    """Return an edition of a text, the same for the same seed."""
    edition = Edition.first(text)
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - the same at every run
    for edit in EDITS[kind]:
        edition = edit(edition, chance)
    return edition


class Span(NamedTuple):
    """A half-open stretch of the first text."""

    start: int
    end: int


class Truth(NamedTuple):
    """What became of a span: whole, changed (its words are), gone, or torn apart; and where.

    A twin stood in one of several equal lines; once lines are shuffled, nobody can tell which.
    """

    fate: Literal["whole", "changed", "gone", "torn", "twin"]
    start: int = 0
    end: int = 0


def spans_of(text: str, kind: str, count: int, seed: int = 0) -> list[Span]:
    """Return up to `count` spans: "sentences", "stretches" of 20 to 200 signs, or "words" (1-3)."""
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - the same at every run
    if kind == "sentences":
        every = [Span(*one.span()) for one in re.finditer(_SENTENCE, text)]
        return sorted(chance.sample(every, min(count, len(every))))
    if kind == "words":
        words = [one.span() for one in re.finditer(r"\w+", text)]
        firsts = [chance.randrange(len(words) - 3) for _ in range(count)]
        found = (Span(words[at][0], words[at + chance.randrange(3)][1]) for at in firsts)
        return sorted(one for one in found if "\n" not in text[one.start : one.end])
    starts = [chance.randrange(max(1, len(text) - 200)) for _ in range(count)]
    return sorted(Span(at, at + chance.randint(20, 200)) for at in starts)


_WORD = re.compile(r"\w+")


def truths(
    old: str, edition: Edition, spans: Sequence[Span], *, shuffled: bool = False
) -> list[Truth]:
    """Return what became of each span in an edition."""
    lines = Counter(old.split("\n"))
    places = sorted((was, now) for now, was in enumerate(edition.origin) if was >= 0)
    was = [one for one, _ in places]
    found = []
    for span in spans:
        inside = places[bisect_left(was, span.start) : bisect_right(was, span.end - 1)]
        line = old[old.rfind("\n", 0, span.start) + 1 : (old + "\n").index("\n", span.end)]
        if shuffled and any(lines[one] > 1 for one in line.split("\n")):
            found.append(Truth("twin"))
        else:
            found.append(_truth(old, edition, span, [now for _, now in inside]))
    return found


def _truth(old: str, edition: Edition, span: Span, inside: Sequence[int]) -> Truth:
    words = "".join(_WORD.findall(old[span.start : span.end]))
    if not inside:
        return Truth("gone")
    start, end = min(inside), max(inside) + 1
    here = _level("".join(_WORD.findall(edition.text[start:end])))
    if here == _level(words):
        return Truth("whole", start, end)
    kept = sum(one.isalnum() for one in map(edition.text.__getitem__, inside))
    if kept * 10 < len(words):
        return Truth("gone")
    if end - start > 2 * (span.end - span.start) + 20 or kept * 4 < 3 * len(words):
        return Truth("torn")
    return Truth("changed", start, end)


def _level(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold().replace("_", "").replace("\u00ad", "")
