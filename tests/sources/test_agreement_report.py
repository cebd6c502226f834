from __future__ import annotations

import json

from explorer.sources.agreement import compare
from explorer.sources.agreement_report import (
    agreement_data,
    differing_lines,
    finds_table,
    readings_table,
)
from explorer.sources.agreement_sheets import Coding
from tests.sources.codings import CODEBOOK, found
from tests.sources.test_agreement import FIRST, SECOND

ONE = compare(FIRST, SECOND, CODEBOOK, {"herald": 20})
NOTHING = compare(Coding(()), Coding(()), CODEBOOK)


def test_what_was_found_is_a_table() -> None:
    """A row for events, sentences, links and disagreements."""
    assert finds_table(ONE)[:3] == [
        ["found", "first", "second", "both", "only first", "only second", "F1", "Jaccard"],
        ["events", "3", "4", "2", "1", "2", "0.57", "0.40"],
        ["evidence sentences", "4", "4", "2", "2", "2", "0.50", "0.33"],
    ]


def test_how_it_was_read_is_a_table() -> None:
    """Equal ones, of how many, their share, and kappa where it applies; all rows of one length."""
    rows = {row[0]: row[1:] for row in readings_table(ONE)}
    assert rows["date: same EDTF"] == ["1", "2", "0.50", "-"]
    assert rows["type"] == ["2", "2", "1.00", "1.00"]
    assert rows["actors: mean Jaccard"] == ["-", "2", "0.75", "-"]
    assert rows["answer of links"] == ["0", "1", "0.00", "-"]
    assert {len(row) for row in readings_table(ONE)} == {5}


def test_where_nothing_was_found_nothing_is_claimed() -> None:
    """No share and no kappa of no events."""
    rows = {row[0]: row[1:] for row in readings_table(NOTHING)}
    assert rows["date: same EDTF"] == ["0", "0", "-", "-"]
    assert rows["type"] == ["0", "0", "-", "-"]
    assert list(differing_lines(NOTHING)) == []


def test_what_differs_is_listed() -> None:
    """Each event of one coder alone with its place, and each reading that differs with both."""
    assert list(differing_lines(ONE)) == [
        "only first: mine (2001-05, ASK; herald p1.s4)",
        "only second: theirs (2001-05, ASK; herald p1.s9)",
        "only second: further (2001-05, ASK; herald p1.s8)",
        "differ: ask = request (likeness 3.25 of 4)",
        "  date: 2001-05 | 2001",
        "  claimed_by: none | guild",
        "differ: deny = denial (likeness 3.50 of 4)",
        "  actors: council | council, guild",
    ]


def test_a_long_list_of_places_is_cut() -> None:
    """Three sentences are named, the others counted."""
    one = compare(Coding((found("a", 1, 2, 3, 4, 5),)), Coding(()), CODEBOOK)
    assert list(differing_lines(one)) == [
        "only first: a (2001-05, ASK; herald p1.s1, herald p1.s2, herald p1.s3 and 2 more)"
    ]


def test_the_figures_are_plain_data() -> None:
    """They survive JSON, and name what was matched and what was not."""
    data = json.loads(json.dumps(agreement_data(ONE)))
    assert data["events"]["both"] == 2
    assert data["events"]["only_second"] == 2
    assert data["matched"]["dates_compatible"] == 2
    assert data["sentences"]["kappa"] == ONE.sentences_kappa
    assert data["pairs"][1] == {
        "first": "deny",
        "second": "denial",
        "likeness": 3.5,
        "differ": ["actors"],
    }
    assert data["only_second"] == ["theirs", "further"]
    assert json.loads(json.dumps(agreement_data(NOTHING)))["matched"]["types_kappa"] is None
