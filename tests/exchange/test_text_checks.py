from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.exchange.text_checks import carried_text_faults, dating_faults, wording_faults
from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.records import Basis, Dating
from explorer.sources.library import make_library
from tests.builders import an_actor
from tests.exchange.herons import COPIED, STORY, carried


def test_a_sound_text_has_no_fault() -> None:
    """Hash, length and passages of the texts carried agree."""
    assert list(carried_text_faults(carried())) == []


def test_a_text_that_was_changed_is_told() -> None:
    """One sign of a carried text: its hash and the passage it stands in no longer agree."""
    chronicle = carried()
    altered = replace(chronicle.editions[0], text=STORY.replace("grey", "gray"))
    faults = carried_text_faults(replace(chronicle, editions=(altered, chronicle.editions[1])))
    assert [(one.table, one.id, one.field) for one in faults] == [
        ("editions", "report-edition", "sha256"),
        ("passages", "report.0", "sha256"),
    ]


def dated(words: str, basis: Basis = "stated") -> Chronicle:
    """Return the chronicle with an event dated in these words."""
    return carried(date=Dating(parse_date("2001"), basis, words))


@pytest.mark.parametrize(
    ("words", "basis", "told"),
    [
        ("Later that winter", "stated", False),
        ("LATER  that\nWinter", "inferred", False),
        ("later … winter", "stated", False),
        ("winter … later", "stated", True),
        ("in the spring", "relative", True),
        ("in the spring", "background", False),
        ("", "stated", False),
        ("came down. Nobody", "stated", True),
    ],
)
def test_dating_words_stand_in_a_passage(words: str, basis: Basis, told: bool) -> None:
    """Quotes, case and spaces aside, in one of them; what comes from outside stands in none."""
    faults = list(dating_faults(make_library(dated(words, basis), {"report": STORY})))
    assert [(one.id, one.field) for one in faults] == ([("first", "date.text")] if told else [])


def test_dating_words_cannot_be_checked_without_the_texts() -> None:
    """A passage that is not in hand may hold them."""
    chronicle = dated("in the spring")
    bare = replace(
        chronicle,
        editions=tuple(
            replace(one, text=None) if one.article == "report" else one
            for one in chronicle.editions
        ),
    )
    assert list(dating_faults(make_library(bare))) == []


def test_wording_of_an_article_is_told_without_it() -> None:
    """Any field, whatever record it belongs to; the words themselves are not repeated."""
    chronicle = replace(carried(title=COPIED), actors=(an_actor("owl", description=f"({COPIED})"),))
    faults = list(wording_faults(chronicle, [STORY]))
    assert [(one.table, one.id, one.field) for one in faults] == [
        ("actors", "owl", "description"),
        ("events", "first", "title"),
    ]
    assert not any("heron" in str(one) for one in faults)
    assert list(wording_faults(chronicle, [])) == []


def test_a_text_carried_and_its_quotes_are_no_copied_wording() -> None:
    """A reader's own chronicle may carry an article; sharing is what takes it out."""
    assert list(wording_faults(carried(), [STORY])) == []
