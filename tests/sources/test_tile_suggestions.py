"""Tile suggestions: what nearly stands is suggested, what is gone or is another passage is not."""

from __future__ import annotations

from explorer.model.records import Passage
from explorer.sources.anchoring import Found, Status, anchor
from explorer.sources.locators import locate
from explorer.sources.text import Stretch, paragraphs, sentences

TEXT = """The guild asked the council for two large boats before the winter storms came in. Nobody on the quay could say whether the council had read the letter at all.

Later in the same year the keeper of the light wrote down every ship that passed the island. His book was lost when the store house burned in the night of the great fire.
"""  # noqa: E501 - a paragraph is a line


def passages() -> list[Passage]:
    """Return a passage for each sentence, known by its fingerprint alone."""
    places = [
        Stretch(one.start, one.end) for line in paragraphs(TEXT) for one in sentences(TEXT, line)
    ]
    return [
        Passage(str(n), "a", "e", 1, one.start, one.end, one.sha256, one.fingerprint)
        for n, one in enumerate(locate(TEXT, places))
    ]


def found(text: str) -> dict[str, Found]:
    """Anchor the passages in another edition's text."""
    return anchor(passages(), text)


def test_a_sentence_with_a_word_changed_is_suggested_where_it_stands() -> None:
    """The stretch covers the sentence, and the score says how much of it agrees."""
    new = "A preface.\n" + TEXT.replace("two large boats", "three large boats")
    at = found(new)["0"]
    assert at.status is Status.SUGGESTED
    assert new[at.start : at.end].startswith("The guild asked")
    assert new[at.start : at.end].endswith("came in")
    assert 0.5 <= at.score < 1
    others = {name: one.status for name, one in found(new).items() if name != "0"}
    assert set(others.values()) == {Status.MOVED}


def test_a_sentence_that_was_taken_out_is_not_suggested() -> None:
    """Nothing in the rest of the text is much like it."""
    gone = TEXT.replace(" His book was lost when the store house burned in the night of the", "")
    assert found(gone.replace(" great fire.", ""))["3"].status is Status.MISSING


def test_another_passages_place_is_not_suggested() -> None:
    """A sentence much like a lost one, proven to be another passage, stays that passage's."""
    first = TEXT.split(".", maxsplit=1)[0] + "."
    twin = first.replace("two large boats", "four large boats")
    text = f"{first}\n\n{twin}\n"
    places = [Stretch(0, len(first)), Stretch(len(first) + 2, len(first) + 2 + len(twin))]
    made = [
        Passage(str(n), "a", "e", 1, one.start, one.end, one.sha256, one.fingerprint)
        for n, one in enumerate(locate(text, places))
    ]
    left = anchor(made, f"{twin}\n")
    assert left["1"].status is Status.MOVED
    assert left["0"].status is Status.MISSING
