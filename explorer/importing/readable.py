"""Readable: the body of a page's article without what stands around it.

In doubt a paragraph is kept: a line too many is seen at once, a paragraph lost is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from explorer.importing.blocks import Block, Element, Page
from explorer.importing.surroundings import (
    heads_comments,
    heads_other_articles,
    holds_article,
    is_aside,
    is_called_aside,
)

_PROSE = 40
"""Code points from which a block counts as prose when the body is looked for."""

_LEAST = 100
"""Code points of prose below which a page has no body to speak of."""

_HALF = 0.5
_MOST_ASIDE = 0.4
"""Share of a page's prose beyond which nothing stands beside the article."""

_MOST = 0.7
"""Share of a page's prose that the article's element has where nothing else tells it."""

_SIBLING = 0.25
"""Of several articles on a page those count that have this share of the largest one's prose."""

_MOST_LINKED = 0.15
"""Share of links up to which a part of the page beside the body's element belongs to it."""

_LINK = 0.8
"""Share of links from which a block is a link and nothing else."""

_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "»", ":")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NOTICES = ("cookie", "consent", "privacy policy", "newsletter", "all rights reserved", "subscribe")


def joined(blocks: Iterable[Block]) -> str:
    """Return the text of blocks: each on a line of its own, a blank line between."""
    text = "\n\n".join(block.text for block in blocks)
    return f"{text}\n" if text else ""


def readable(page: Page) -> str:
    """Return the article's body, captions and headline included, or nothing if none is found."""
    headline = _headline(page)
    everything = _Prose(page.blocks, [True] * len(page.blocks))
    if everything.all < _LEAST:
        return ""
    for by_name in (True, False):
        kept = _beside_the_article(page, everything, headline, by_name=by_name)
        prose = _Prose(page.blocks, kept)
        if prose.all >= max(_LEAST, 0.05 * everything.all):
            break
    else:
        return ""
    inside = _body(page, prose)
    chosen = [keep and within for keep, within in zip(kept, inside, strict=True)]
    _add_headline(page, chosen, kept, headline)
    _drop_lists_of_links(page, chosen, headline)
    return joined(block for block, keep in zip(page.blocks, chosen, strict=True) if keep)


class _Prose:
    """How much prose stands in which stretch of the blocks that are kept, in code points."""

    def __init__(self, blocks: list[Block], kept: list[bool]) -> None:
        sizes = [_weight(block) if keep else 0.0 for block, keep in zip(blocks, kept, strict=True)]
        self._sums = [0.0, *accumulate(sizes)]
        lengths = [len(block.text) * keep for block, keep in zip(blocks, kept, strict=True)]
        self._lengths = [0, *accumulate(lengths)]
        linked = [
            len(block.text) * block.linked * keep for block, keep in zip(blocks, kept, strict=True)
        ]
        self._linked = [0.0, *accumulate(linked)]

    @property
    def all(self) -> float:
        return self._sums[-1]

    def of(self, element: Element) -> float:
        return self._sums[element.last] - self._sums[element.first]

    def linked(self, element: Element) -> float:
        """Return the links' share of the text in an element (0-1)."""
        length = self._lengths[element.last] - self._lengths[element.first]
        return (self._linked[element.last] - self._linked[element.first]) / length if length else 0


def _weight(block: Block) -> float:
    if len(block.text) < _PROSE or block.linked > _HALF:
        return 0.0
    return len(block.text) * (1 - block.linked)


def _headline(page: Page) -> int:
    """Return the block of the headline: the longest h1 that the page's title names, or the first.

    -1 where there is none.
    """
    heads = [at for at, one in enumerate(page.blocks) if page.elements[one.element].tag == "h1"]
    named = [at for at in heads if page.blocks[at].text in page.title]
    if named:
        return max(named, key=lambda at: len(page.blocks[at].text))
    return heads[0] if heads else -1


def _beside_the_article(page: Page, prose: _Prose, headline: int, *, by_name: bool) -> list[bool]:
    """Return which blocks are kept when all that says to stand beside the article is left out."""
    kept = [True] * len(page.blocks)
    in_article = [False] * len(page.elements)
    held = [
        one
        for one in page.elements
        if prose.of(one) > _HALF * prose.all and holds_article(one) and not is_called_aside(one)
    ]
    done = 0
    for number, element in enumerate(page.elements):
        above = element.parent >= 0 and in_article[element.parent]
        in_article[number] = above or holds_article(element)
        if element.first < done or element.first == element.last:
            continue
        named = by_name and is_called_aside(element)
        if not named and not is_aside(element, in_article=above):
            continue
        if not named and prose.of(element) > _MOST_ASIDE * prose.all:
            continue
        holds = element.first <= headline < element.last
        if holds or any(element.first <= one.first <= one.last <= element.last for one in held):
            continue
        kept[element.first : element.last] = [False] * (element.last - element.first)
        done = element.last
    _leave_out_other_matter(page, prose, kept)
    return kept


def _leave_out_other_matter(page: Page, prose: _Prose, kept: list[bool]) -> None:
    """Leave out what a heading such as "Related stories" or "3 comments" begins."""
    until, rank, begun, others = 0, "", -1, False
    for at, block in enumerate(page.blocks):
        element = page.elements[block.element]
        if at < until:
            next_part = element.tag in _HEADINGS and element.tag <= rank
            # The article goes on after links to others that stand between its paragraphs.
            goes_on = others and begun in (block.element, element.parent) and _weight(block) > 0
            if next_part or (goes_on and block.linked < _MOST_LINKED):
                until = at
        if kept[at] and element.tag in _HEADINGS:
            others = heads_other_articles(block.text)
            if others or heads_comments(block.text):
                begun, rank = element.parent, element.tag
                until = page.elements[begun].last
                others = others and prose.of(page.elements[begun]) > _MOST_ASIDE * prose.all
        if at < until:
            kept[at] = False


def _body(page: Page, prose: _Prose) -> list[bool]:
    """Return which blocks stand in the element or elements that hold the article."""
    mains = [one for one in page.elements if _is_main(one)]
    root = page.elements[0]
    main = max(mains, key=prose.of, default=root)
    if prose.of(main) < _HALF * prose.all:
        main = root
    inside = [False] * len(page.blocks)
    chosen = _articles(page, prose)
    by_article = bool(chosen) and sum(map(prose.of, chosen)) >= _HALF * prose.of(main)
    if not by_article:
        chosen = [main if main is not root else _smallest_with(page, prose, _MOST)]
    for one in chosen:
        _include(inside, one)
    if main is not root or not by_article:
        _include_alike(page, prose, inside, main)
    return inside


def _articles(page: Page, prose: _Prose) -> list[Element]:
    """Return the outermost articles of a page, those left out that are short beside the largest."""
    outermost: list[Element] = []
    for one in page.elements:
        nested = outermost and one.last <= outermost[-1].last
        if holds_article(one) and not _is_main(one) and prose.of(one) > 0 and not nested:
            outermost.append(one)
    largest = max(map(prose.of, outermost), default=0.0)
    return [one for one in outermost if prose.of(one) >= _SIBLING * largest]


def _is_main(element: Element) -> bool:
    return "main" in (element.tag, element.role)


def _include(inside: list[bool], element: Element) -> None:
    inside[element.first : element.last] = [True] * (element.last - element.first)


def _smallest_with(page: Page, prose: _Prose, share: float) -> Element:
    """Return the smallest element with this share of the page's prose; the innermost of equals."""
    enough = [one for one in page.elements if prose.of(one) >= share * prose.all]
    return min(reversed(enough), key=lambda one: one.last - one.first)


def _include_alike(page: Page, prose: _Prose, inside: list[bool], main: Element) -> None:
    """Include what stands beside the chosen elements and reads as they do: few links, no notice."""
    taken = [0, *accumulate(inside)]
    done = main.first
    for element in page.elements:
        if element.first < max(done, main.first) or element.last > main.last:
            continue
        if prose.of(element) <= 0 or taken[element.last] > taken[element.first]:
            continue
        done = element.last
        if element.tag == "article":
            continue
        text = " ".join(one.text for one in page.blocks[element.first : element.last]).lower()
        if prose.linked(element) < _MOST_LINKED and not any(word in text for word in _NOTICES):
            _include(inside, element)


def _add_headline(page: Page, chosen: list[bool], kept: list[bool], headline: int) -> None:
    """Keep the headline, and what stands between it and the body: lead, author, date, picture."""
    if headline < 0 or True not in chosen:
        return
    body = chosen.index(True)
    for at in range(headline, body):
        chosen[at] = at == headline or (kept[at] and page.blocks[at].linked < _HALF)


def _drop_lists_of_links(page: Page, chosen: list[bool], headline: int) -> None:
    """Drop two or more blocks in a row that are links and nothing else, and the heading above."""
    order = [at for at, keep in enumerate(chosen) if keep]
    run: list[int] = []
    before = -1
    for at in [*order, -1]:
        if at >= 0 and _is_link(page.blocks[at]) and at != headline:
            run.append(at)
            continue
        if len(run) > 1:
            above = page.elements[page.blocks[before].element].tag if before >= 0 else ""
            for one in [*run, before] if above in _HEADINGS else run:
                chosen[one] = False
        run, before = [], at


def _is_link(block: Block) -> bool:
    sentence = len(block.text) >= _PROSE and block.text.endswith(_SENTENCE_ENDS)
    return block.linked >= _LINK and not sentence
