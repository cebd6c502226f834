"""Made-up texts and the edits that other editions of them may have; no test stands here."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from explorer.model.records import Passage
from explorer.sources.locators import locate
from explorer.sources.text import Stretch

_LATIN = "river stone harvest window lantern market bridge orchard copper signal captain letter"
_ARMENIAN = "գետ քար պատուհան շուկա կամուրջ այգի դաշինք խնդրանք"
_RUSSIAN = "река камень окно рынок мост сад союз просьба"
_GREEK = "ποτάμι πέτρα παράθυρο αγορά γέφυρα κήπος"
_OTHER = "café naïve e\u0301tude A\u030angstro\u0308m 😀 👩\u200d💻 1994 well-worn don’t “quoted”"
VOCABULARY = f"{_LATIN} {_ARMENIAN} {_RUSSIAN} {_GREEK} {_OTHER}".split()
"""Words of four scripts, composed and combining marks, emoji, a hyphen, curly quotes."""

WORDS = st.sampled_from(VOCABULARY)


@st.composite
def sentences(draw: st.DrawFn, least: int = 5) -> str:
    """Draw one sentence of at least `least` words that ends in a full stop."""
    words = draw(st.lists(WORDS, min_size=least, max_size=14))
    return " ".join(words) + draw(st.sampled_from([".", "!", "?", ".”"]))


def texts(least: int = 5) -> st.SearchStrategy[list[list[str]]]:
    """Return a strategy of texts: paragraphs of sentences, no sentence standing twice."""
    flat = st.lists(sentences(least), min_size=2, max_size=10, unique=True)
    return st.builds(_cut, flat, st.integers(1, 4))


def _cut(flat: list[str], size: int) -> list[list[str]]:
    return [flat[at : at + size] for at in range(0, len(flat), size)]


def joined(paragraphs: Iterable[Iterable[str]], between: str = "\n\n") -> str:
    """Return the text of paragraphs."""
    return between.join(" ".join(sentences) for sentences in paragraphs)


def passages_of(text: str, stretches: Iterable[tuple[int, int]]) -> list[Passage]:
    """Return passages of the edition "e" of article "a" at these offsets, named by their number."""
    located = locate(text, [Stretch(*one) for one in stretches])
    return [
        Passage(f"p{number}", "a", "e", 1, one.start, one.end, one.sha256, one.fingerprint)
        for number, one in enumerate(located)
    ]


def passage_at(text: str, quote: str, nth: int = 0) -> Passage:
    """Return the passage at the `nth` place where `quote` stands in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return passages_of(text, [(start, start + len(quote))])[0]
