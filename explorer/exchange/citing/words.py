"""Words: a citation as words in roman and italic type, which each format writes in its own way."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARKUP = re.compile(r"([\\`*_\[\]<>&~])")
_LINE = re.compile(r"^(\d+(?=[.)])|[-+#|=](?=\s|$|#)|!(?=\[))")


@dataclass(frozen=True, slots=True)
class Words:
    """A few words, in italics or not."""

    text: str
    italic: bool = False


Citation = tuple[Words, ...]


def plain(citation: Iterable[Words]) -> str:
    """Return a citation as plain text."""
    return "".join(one.text for one in citation)


def as_markdown(citation: Iterable[Words]) -> str:
    """Return a citation as Markdown; nothing in it is taken for markup."""
    return "".join(
        f"*{_marked(one.text)}*" if one.italic else _marked(one.text) for one in citation
    )


def as_html(citation: Iterable[Words]) -> str:
    """Return a citation as HTML, escaped."""
    return "".join(
        f"<cite>{html.escape(one.text)}</cite>" if one.italic else html.escape(one.text)
        for one in citation
    )


def escaped(text: str) -> str:
    """Return text on one line, none of it markup to Markdown (CommonMark 0.31, 2.4)."""
    line = _marked(" ".join(text.split()))
    return _LINE.sub(lambda found: _out_of_line(found.group()), line)


def _marked(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _out_of_line(sign: str) -> str:
    """Return what begins a list or heading, so that it begins none."""
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"
