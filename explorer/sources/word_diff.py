"""Word diff: what became of a passage's words, so that a reader can see every change."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from explorer.sources.normal import normalise

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


class Change(NamedTuple):
    """A stretch of words that stayed, went or came; `text` is as it stands in its own text."""

    kind: Literal["same", "gone", "new"]
    text: str


def word_diff(old: str, new: str) -> list[Change]:
    """Return the way from `old` to `new` in stretches of words.

    The stretches that stayed or came make up `new`, as it stands; white space, kinds of quote and
    dash count as the normal form has them, so that only changed words show.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, [*map(_key, before)], [*map(_key, after)], autojunk=False)
    found: list[Change] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal" and i1 < i2:
            found.append(Change("gone", "".join(before[i1:i2])))
        if j1 < j2:
            found.append(Change("same" if kind == "equal" else "new", "".join(after[j1:j2])))
    return found


def _key(token: str) -> str:
    return " " if token.isspace() else normalise(token)
