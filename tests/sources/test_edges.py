"""Edges: what folding dropped from a passage's ends is taken in again, and no more."""

from __future__ import annotations

import pytest

from explorer.sources.edges import widened


@pytest.mark.parametrize(
    ("text", "core", "lead", "trail", "wanted"),
    [
        ("He said “yes” to it.", "yes", "“", "”", "“yes”"),
        ("He said 'yes' to it.", "yes", "“", "”", "'yes'"),
        ("He said yes to it.", "yes", "“", "”", "yes"),
        ("He said “yes”", "yes", "", "", "yes"),
        ("one – two", "one", "", " – ", "one – "),
        ("one\n\ntwo", "one", "", " ", "one\n\n"),
        ("«\u00a0oui\u00a0» dit-il", "oui", "“", "”", "«\u00a0oui\u00a0»"),
        ("*one* two", "one", "*", "*", "*one*"),
    ],
)
def test_ends_are_widened_as_the_passage_has_them(
    text: str, core: str, lead: str, trail: str, wanted: str
) -> None:
    """By the same kind of sign, whatever its shape; nothing where the text has none."""
    start = text.index(core)
    first, last = widened(text, start, start + len(core), lead, trail)
    assert text[first:last] == wanted


def test_another_passage_s_quotes_stay_outside() -> None:
    """A quotation mark that belongs to the next word is not taken for this one's."""
    text = "one “two”"
    first, last = widened(text, 0, 3, "", "”")
    assert text[first:last] == "one"
