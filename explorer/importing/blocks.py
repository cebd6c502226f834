"""Blocks: a page as its paragraphs in order, each knowing in which elements it stands."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

from lxml import etree

_UNSEEN_WORDS = """
    script style template noscript iframe object embed canvas audio video map svg select
    datalist textarea input title meta link noframes frameset applet
"""
_UNSEEN = frozenset(_UNSEEN_WORDS.split())
_INLINE_WORDS = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr
    picture q rp rt ruby s samp small source span strike strong sub sup time tt u var
    wbr math label
"""
_INLINE = frozenset(_INLINE_WORDS.split())
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_SPACES_AT_BREAK = re.compile(r" *([\t\n]) *")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CONTROL = dict.fromkeys((*range(9), *range(0x0E, 0x20), 0x7F))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption, list item or the like; `linked` is the links' share (0-1)."""

    text: str
    element: int
    linked: float = 0.0


@dataclass(slots=True)
class Element:
    """An element that makes blocks: its tag, what it is called, and its blocks [first, last)."""

    tag: str
    role: str
    names: str
    parent: int
    first: int
    last: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks and elements of a page in the order of its source; element 0 is the root."""

    title: str
    blocks: list[Block] = field(repr=False)
    elements: list[Element] = field(repr=False)


def page_of(root: etree._Element) -> Page:
    """Read a tree into its blocks; what a browser does not show is left out."""
    reading = _Reading()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if not reading.open(element):
                walk.skip_subtree()
        else:
            reading.close(element)
    return Page(_collapsed(root.findtext(".//title") or ""), reading.blocks, reading.elements)


class _Reading:
    """The state while a tree is walked: the elements open and the text of the block begun."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self._open = array("l")
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._kept = 0

    def open(self, element: etree._Element) -> bool:
        """Take in an element's beginning and first text; False where it is not shown."""
        tag = _tag(element)
        if not tag or tag in _UNSEEN or _is_hidden(element, tag):
            return False
        if tag == "br":
            self._break()
        elif tag in _CELLS and self._parts:
            self._parts.append("\t")
        elif tag not in _INLINE and tag not in _CELLS:
            self._flush()
        self._begin(tag, element)
        self._links += tag == "a"
        self._kept += tag == "pre"
        self._say(element.text)
        return True

    def close(self, element: etree._Element) -> None:
        """Take in an element's end and the text after it."""
        tag = _tag(element)
        if tag and tag not in _UNSEEN and not _is_hidden(element, tag):
            self._end(tag)
        self._say(element.tail)

    def _begin(self, tag: str, element: etree._Element) -> None:
        if tag in _INLINE or tag == "br":
            return
        names = f"{element.get('id', '')} {element.get('class', '')}"
        if element.get("itemprop") == "articleBody":
            names += " articleBody"
        parent = self._open[-1] if self._open else -1
        self._open.append(len(self.elements))
        role = element.get("role", "").strip().lower()
        self.elements.append(Element(tag, role, names[:500], parent, len(self.blocks)))

    def _end(self, tag: str) -> None:
        self._links -= tag == "a"
        self._kept -= tag == "pre"
        if tag in _INLINE or tag == "br":
            return
        if tag not in _CELLS or len(self.blocks) > self.elements[self._open[-1]].first:
            self._flush()
        self.elements[self._open.pop()].last = len(self.blocks)

    def _say(self, text: str | None) -> None:
        if not text or not self._open:
            return
        if self._kept:
            lines = _LINE_ENDS.sub("\n", text)
            first, *others = _BLANK_LINES.split(lines)
            self._parts.append(first)
            for other in others:
                self._flush()
                self._parts.append(other)
            return
        self._parts.append(_SPACE.sub(" ", text))
        if self._links:
            self._linked += len(text.strip())

    def _break(self) -> None:
        """Begin a new line, or a new paragraph at the second break in a row."""
        parts = self._parts
        while parts and parts[-1] == " ":
            parts.pop()
        if parts and parts[-1] == "\n":
            self._flush()
        elif parts:
            parts.append("\n")

    def _flush(self) -> None:
        if not self._parts:
            return
        text = "".join(self._parts).translate(_CONTROL)
        text = text.strip("\n") if self._kept else _tidy(text)
        if text.strip():
            share = min(1.0, self._linked / len(text))
            self.blocks.append(Block(text, self._open[-1], share))
        self._parts.clear()
        self._linked = 0


def _tag(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _is_hidden(element: etree._Element, tag: str) -> bool:
    if tag in {"html", "body"}:
        return False
    return element.get("hidden") is not None or bool(_HIDING.search(element.get("style", "")))


def _collapsed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _tidy(text: str) -> str:
    """Return a block's text with single spaces, none at its ends and beside its breaks."""
    while "  " in text:
        text = text.replace("  ", " ")
    return _SPACES_AT_BREAK.sub(r"\1", text).strip(" \t\n")
