"""How many passages of edited editions are found at the right place, and how long it takes.

    python tests/benchmarks/bench_anchoring.py [--text FILE] [--script latin] [--size 300000] ...

Ground truth comes from the edits themselves (tests/corpora.py).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from explorer.model.records import Passage
from explorer.sources.anchoring import anchor
from explorer.sources.folded_quotes import Quoted
from explorer.sources.found import Found
from explorer.sources.locators import locate
from explorer.sources.quote_places import find_quotes
from explorer.sources.status import Status
from explorer.sources.text import Stretch
from tests.corpora import EDITS, Edition, Span, Truth, Writer, edited, shuffled, spans_of, truths

ATTACHED = (Status.EXACT, Status.MOVED, Status.SUGGESTED)
PROVEN = (Status.EXACT, Status.MOVED)
Finder = Callable[[str, Sequence[Span], str], list[Found]]


def by_quote(old: str, spans: Sequence[Span], new: str, width: int = 32) -> list[Found]:
    """Anchor by text quote and position."""
    quotes = [Quoted(old[a:b], old[max(0, a - width) : a], old[b : b + width], a) for a, b in spans]
    return find_quotes(quotes, new)


def by_quote_alone(old: str, spans: Sequence[Span], new: str) -> list[Found]:
    """Anchor by text quote without a position."""
    quotes = [Quoted(old[a:b], old[max(0, a - 32) : a], old[b : b + 32]) for a, b in spans]
    return find_quotes(quotes, new)


def by_words_alone(old: str, spans: Sequence[Span], new: str) -> list[Found]:
    """Anchor by the words alone."""
    return find_quotes([Quoted(old[a:b]) for a, b in spans], new)


def by_words_and_place(old: str, spans: Sequence[Span], new: str) -> list[Found]:
    """Anchor by the words and their position, without context."""
    return find_quotes([Quoted(old[a:b], "", "", a) for a, b in spans], new)


def by_fingerprint(old: str, spans: Sequence[Span], new: str) -> list[Found]:
    """Anchor by fingerprint."""
    located = locate(old, [Stretch(*one) for one in spans])
    passages = [
        Passage(str(number), "a", "e", 1, one.start, one.end, one.sha256, one.fingerprint)
        for number, one in enumerate(located)
    ]
    found = anchor(passages, new)
    return [found[one.id] for one in passages]


FINDERS: dict[str, Finder] = {
    "quote": by_quote,
    "quote, no start": by_quote_alone,
    "words alone": by_words_alone,
    "words, start": by_words_and_place,
    "fingerprint": by_fingerprint,
}


class Tally:
    """Counts of outcomes by what became of the passages."""

    def __init__(self) -> None:
        self.of: Counter[str] = Counter()
        self.seconds = 0.0

    def add(self, found: Found, truth: Truth) -> str:
        """Count one outcome; return what it was."""
        word = self._word(found, truth)
        self.of[word] += 1
        return word

    def _word(self, found: Found, truth: Truth) -> str:
        if truth.fate in ("torn", "twin"):
            return truth.fate
        if truth.fate == "gone":
            return "gone attached" if found.status in ATTACHED else "gone missing"
        if found.status not in ATTACHED:
            return f"{truth.fate} missing"
        right = abs(found.start - truth.start) <= 2 and abs(found.end - truth.end) <= 2
        lap = min(found.end, truth.end) - max(found.start, truth.start)
        near = 2 * lap > max(found.end - found.start, truth.end - truth.start)
        place = "right" if right else "near" if near else "wrong"
        status = "proven" if found.status in PROVEN else "suggested"
        return f"{truth.fate} {place} {status}"

    def share(self, fate: str, *words: str) -> str:
        """Return the share in percent of outcomes of this fate that have one of the words."""
        every = sum(n for word, n in self.of.items() if word.startswith(fate))
        some = sum(self.of[f"{fate} {word}"] for word in words)
        return f"{100 * some / every:7.2f}" if every else "      -"

    def line(self) -> str:
        """Return the row of the table."""
        right = self.share("whole", "right proven", "right suggested", "near proven")
        cells = [
            right,
            self.share("whole", "right suggested", "near suggested"),
            self.share("whole", "missing"),
            self.share("whole", "wrong proven", "wrong suggested"),
            self.share("changed", "right suggested", "near suggested"),
            self.share("changed", "right proven", "near proven"),
            self.share("changed", "wrong proven", "wrong suggested"),
            self.share("gone", "attached"),
        ]
        gone = sum(n for word, n in self.of.items() if word.startswith("gone"))
        return " ".join(cells) + f" {gone:6d} {self.seconds:6.2f}"


HEAD = "  right  sugg. missing  wrong | ch.sugg ch.prov ch.wrong | gone+  (gone) seconds"


def texts(arguments: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for path in arguments.text or ():
        yield path.name, path.read_text(encoding="utf-8", errors="replace")[: arguments.size]
    for script in arguments.script or ([] if arguments.text else ["latin", "russian"]):
        yield (
            script,
            Writer(script, arguments.seed).text(arguments.size, arguments.twins, arguments.repeats),
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    add = parser.add_argument
    add("--text", type=Path, action="append")
    add("--script", action="append")
    add("--size", type=int, default=200_000)
    add("--passages", type=int, default=3000)
    add("--twins", type=float, default=0.05)
    add("--repeats", type=float, default=0)
    add("--seed", type=int, default=1)
    add("--finder", action="append", choices=[*FINDERS])
    add("--kind", action="append", choices=["sentences", "stretches", "words"])
    add("--edit", action="append", choices=[*EDITS])
    add("--show", action="append", default=[])
    arguments = parser.parse_args()
    for name, old in texts(arguments):
        for finder in arguments.finder or FINDERS:
            for kind in arguments.kind or ("sentences", "stretches", "words"):
                print(f"\n{name}, {finder}, {kind}\n{'':20} {HEAD}")
                spans = spans_of(old, kind, arguments.passages, arguments.seed)
                for edit in arguments.edit or EDITS:
                    run(old, spans, edited(old, edit, arguments.seed), finder, edit, arguments.show)


def run(  # noqa: PLR0917 - one line of the table
    old: str, spans: Sequence[Span], new: Edition, finder: str, edit: str, show: Sequence[str]
) -> None:
    """Print one row."""
    tally = Tally()
    begun = perf_counter()
    found = FINDERS[finder](old, spans, new.text)
    tally.seconds = perf_counter() - begun
    known = truths(old, new, spans, shuffled=shuffled in EDITS[edit])
    for one, truth, span in zip(found, known, spans, strict=True):
        word = tally.add(one, truth)
        if word in show:
            print(f"-- {word}: {old[slice(*span)]!r} {span} -> {one} {truth}")
            print(
                f"   old {old[span.start - 32 : span.start]!r} [] {old[span.end : span.end + 32]!r}"
            )
            for place in (one, truth):
                before = new.text[place.start - 32 : place.start]
                behind = new.text[place.end : place.end + 32]
                print(f"   {before!r} [{new.text[place.start : place.end]!r}] {behind!r}")
    print(f"{edit:20} {tally.line()}", flush=True)


if __name__ == "__main__":
    main()
