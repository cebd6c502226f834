"""PassageBook: the addresses used in coding sheets, turned into passages with locators."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from explorer.model.records import Edition, Passage
from explorer.sources.coding_sheets import Row
from explorer.sources.locators import locate
from explorer.sources.text import Stretch, paragraphs, sentences

_ADDRESS = re.compile(r"p([1-9]\d*)\.s([1-9]\d*)(?:-s?([1-9]\d*))?")
_FORM = "p<paragraph>.s<first> or p<paragraph>.s<first>-s<last>"


@dataclass(frozen=True)
class CodedText:
    """One article's or brief's text and its edition, with its sentences counted."""

    edition: Edition
    text: str

    @cached_property
    def sentences(self) -> list[list[Stretch]]:
        """The sentences of each paragraph."""
        return [sentences(self.text, paragraph) for paragraph in paragraphs(self.text)]


@dataclass(frozen=True, slots=True)
class _Address:
    paragraph: int
    first: int
    last: int

    @property
    def suffix(self) -> str:
        span = f"-{self.last}" if self.last > self.first else ""
        return f"p{self.paragraph}s{self.first}{span}"


class PassageBook:
    """Collects every passage that the sheets name, each once, and what the briefs retell."""

    def __init__(self, texts: Mapping[str, CodedText]) -> None:
        self._texts = texts
        self._named: dict[str, dict[str, _Address]] = {article: {} for article in texts}
        self._retold: dict[str, dict[str, None]] = {}

    def published(self, row: Row, address: str) -> tuple[str, str]:
        """Return the article and passage id of `<article> p1.s2-s3`; empty where it is faulty."""
        article, _, place = address.strip().partition(" ")
        if article not in self._texts or not place:
            known = ", ".join(one for one in self._texts if not one.startswith("brief-"))
            row.fault(f"bad address '{address}': write <article> {_FORM}; articles: {known}")
            return "", ""
        return article, self._name(row, article, place.strip())

    def brief(self, row: Row, article: str, place: str, retold: str) -> str:
        """Return the id of a brief's passage and note that it retells the published one."""
        brief = f"brief-{article}"
        if brief not in self._texts:
            return ""
        passage = self._name(row, brief, place.strip())
        if passage:
            self._retold.setdefault(passage, {})[retold] = None
        return passage

    def _name(self, row: Row, article: str, place: str) -> str:
        read = _ADDRESS.fullmatch(place)
        if read is None:
            row.fault(f"bad address '{place}' in {article}: write {_FORM}")
            return ""
        if not self._texts[article].sentences:
            return ""  # that there is no text is told once, of the article
        first = int(read[2])
        address = _Address(int(read[1]), first, int(read[3] or first))
        problem = self._problem(article, address, read[3] is not None)
        if problem:
            row.fault(f"bad address '{place}' in {article}: {problem}")
            return ""
        passage = f"{article}-{address.suffix}"
        self._named[article][passage] = address
        return passage

    def _problem(self, article: str, address: _Address, ranged: bool) -> str:
        counted = self._texts[article].sentences
        if address.paragraph > len(counted):
            return f"the text has {len(counted)} paragraphs"
        if ranged and address.last <= address.first:
            return "the last sentence must come after the first"
        inside = len(counted[address.paragraph - 1])
        if address.last > inside:
            return f"paragraph {address.paragraph} has {inside} sentences"
        return ""

    def passages(self) -> tuple[Passage, ...]:
        """Return all passages named so far, by article and then in the order of the text."""
        return tuple(one for article in self._texts for one in self._of_article(article))

    def _of_article(self, article: str) -> list[Passage]:
        coded = self._texts[article]
        named = sorted(
            (self._stretch(coded, address), passage, address.paragraph)
            for passage, address in self._named[article].items()
        )
        located = locate(coded.text, [Stretch(*stretch) for stretch, _, _ in named])
        return [
            Passage(
                id=passage,
                article=article,
                edition=coded.edition.id,
                paragraph=paragraph,
                start=locator.start,
                end=locator.end,
                sha256=locator.sha256,
                fingerprint=locator.fingerprint,
                retells=tuple(self._retold.get(passage, ())),
            )
            for (_, passage, paragraph), locator in zip(named, located, strict=True)
        ]

    @staticmethod
    def _stretch(coded: CodedText, address: _Address) -> tuple[int, int]:
        inside = coded.sentences[address.paragraph - 1]
        return inside[address.first - 1].start, inside[address.last - 1].end
