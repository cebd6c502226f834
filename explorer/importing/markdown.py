"""Markdown: a text in it as the page that it stands for."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n.{0,20000}?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def page_source(text: str) -> str:
    """Return the HTML of a Markdown text (CommonMark 0.31 and tables), without its front matter."""
    # Only now: few files need it.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    reader = MarkdownIt("commonmark").enable("table")
    return str(reader.render(_FRONT_MATTER.sub("", text, count=1)))
