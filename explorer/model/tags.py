"""Tags: the reader's words on bookmarks, in a text and in short, and the colours they may have."""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.model.records import Extra, no_extra

TAG_COLOURS = ("red", "orange", "gold", "green", "teal", "blue", "purple", "pink", "brown")
"""The colours a tag may have, by name; what they look like is the theme's to say."""


@dataclass(frozen=True, slots=True)
class TagColour:
    """The colour that the reader gives a tag, one of TAG_COLOURS."""

    tag: str
    colour: str
    extra: Extra = field(default_factory=no_extra, compare=False)


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags of a text that has them apart by commas, each once and without blanks."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))


def initials(tag: str) -> str:
    """Return the one or two letters that stand for a tag where its name has no room."""
    words = [word for word in tag.replace("-", " ").replace("_", " ").split() if word]
    if len(words) > 1:
        return (words[0][0] + words[1][0]).upper()
    return tag.strip()[:2].capitalize()
