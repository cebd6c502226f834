"""Said: a sentence in English that remembers what it was made of, so that it can be translated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Self

Part = str | int | float | PurePath
"""What can be put into a sentence; a str may be Said itself."""


class Said(str):
    """A sentence as it reads in English, with its template and the parts that were put into it.

    It is a str wherever one is wanted. What is made of it by the means of a str (slices, sums) is
    a plain str: then only the words are left.
    """

    __slots__ = ("_parts", "template")

    template: str

    def __new__(cls, template: str, parts: Mapping[str, Part]) -> Self:
        """Put the parts into the template; braces in a part are letters like any other."""
        made = super().__new__(cls, template.format(**parts))
        made.template = template
        made._parts = dict(parts)
        return made

    _parts: dict[str, Part]

    @property
    def parts(self) -> Mapping[str, Part]:
        """What was put into the template, by the names it has there."""
        return MappingProxyType(self._parts)

    def __getnewargs__(self) -> tuple[str, dict[str, Part]]:  # type: ignore[override]
        """Return what a copy, or one in another process, is made of."""
        return self.template, self._parts


def said(template: str, **parts: object) -> Said:
    """Say a sentence: a template in the manner of `str.format`, and what belongs in its braces.

    The template must be a literal, as the list for translators is gathered from the code. A part
    that is a fault, or anything with a `said` of its own, keeps its own memory; anything else that
    is no text, number or path goes in as `str` tells it.
    """
    return Said(template, {name: _part(value) for name, value in parts.items()})


def _part(value: object) -> Part:
    if isinstance(value, (str, int, float, PurePath)):
        return value
    own = getattr(value, "said", None)
    return own if isinstance(own, str) else str(value)


def joined(separator: str, texts: Sequence[str]) -> Said:
    """Join sentences as `str.join` does, but so that each can still be translated."""
    names = [f"part{number}" for number in range(len(texts))]
    between = separator.replace("{", "{{").replace("}", "}}")
    pattern = between.join(f"{{{name}}}" for name in names)
    return Said(pattern, dict(zip(names, texts, strict=True)))


def packed(text: str) -> object:
    """Return a sentence as data that JSON can hold; a plain text is itself."""
    if not isinstance(text, Said):
        return text
    parts = {name: _packed_part(part) for name, part in text.parts.items()}
    return {"template": text.template, "parts": parts}


def _packed_part(part: Part) -> object:
    if isinstance(part, (int, float)):
        return part
    return packed(part) if isinstance(part, str) else str(part)


def unpacked(data: Any) -> str:
    """Return the sentence or the text that `packed` made the data of."""
    if not isinstance(data, Mapping):
        return str(data)
    parts: dict[str, Part] = {
        name: part if isinstance(part, (int, float)) else unpacked(part)
        for name, part in data["parts"].items()
    }
    return Said(data["template"], parts)
