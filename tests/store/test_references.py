from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.records import Side
from explorer.store.faults import DamagedFile
from explorer.store.references import check_references, references
from tests.builders import (
    a_chronicle,
    a_full_chronicle,
    a_link,
    a_passage,
    an_actor,
    an_article,
    an_edition,
    an_event,
)

FILE = Path("file.json")
FULL = a_full_chronicle()


def changed(table: str, own_id: str, **fields: Any) -> Chronicle:
    """Return the full chronicle with fields of one record changed."""
    records = [replace(one, **fields) if one.id == own_id else one for one in getattr(FULL, table)]
    return replace(FULL, **{table: tuple(records)})


def test_a_chronicle_whose_references_hold_passes() -> None:
    """Every kind of reference is looked at, and none is missing."""
    check_references(FULL, FILE)
    fields = {f"{one.table}.{one.field.replace('[0]', '')}" for one in references(FULL)}
    assert fields == {
        "articles.derived_from",
        "editions.article",
        "passages.article",
        "passages.edition",
        "passages.retells",
        "actors.offices.of",
        "actors.offices.support",
        "actors.memberships.of",
        "actors.memberships.support",
        "events.participants.actor",
        "events.participants[1].actor",
        "events.claimed_by",
        "events.support.passage",
        "events.support[1].passage",
        "links.from",
        "links.to",
        "disagreements.sides.passage",
        "disagreements.sides[1].passage",
        "disagreements.events",
    }


FIRST = FULL.event["first"]
ALPHA, BETA = FULL.actor["alpha"], FULL.actor["beta"]


@pytest.mark.parametrize(
    ("chronicle", "message"),
    [
        (
            changed("articles", "brief-report", derived_from="x"),
            "table 'articles', id 'brief-report', field 'derived_from': names 'x'",
        ),
        (
            changed("editions", "report-edition", article="x"),
            "table 'editions', id 'report-edition', field 'article': names 'x'",
        ),
        (
            changed("passages", "report.1", article="x"),
            "table 'passages', id 'report.1', field 'article': names 'x'",
        ),
        (
            changed("passages", "report.1", edition="x"),
            "table 'passages', id 'report.1', field 'edition': names 'x'",
        ),
        (
            changed("passages", "brief-report.1", retells=("report.1", "x")),
            "table 'passages', id 'brief-report.1', field 'retells[1]': names 'x'",
        ),
        (
            changed("passages", "report.1", edition="brief-report-edition"),
            "id 'report.1', field 'edition': is an edition of 'brief-report', not of 'report'",
        ),
        (
            changed("actors", "alpha", offices=(replace(ALPHA.offices[0], of="x"),)),
            "table 'actors', id 'alpha', field 'offices[0].of': names 'x'",
        ),
        (
            changed("actors", "beta", memberships=(replace(BETA.memberships[0], support=("x",)),)),
            "table 'actors', id 'beta', field 'memberships[0].support[0]': names 'x'",
        ),
        (
            changed("disagreements", "when", events=("x",)),
            "table 'disagreements', id 'when', field 'events[0]': names 'x'",
        ),
        (
            changed("disagreements", "when", sides=(Side("x"),)),
            "table 'disagreements', id 'when', field 'sides[0].passage': names 'x'",
        ),
        (
            changed("events", "first", claimed_by="x"),
            "table 'events', id 'first', field 'claimed_by': names 'x'",
        ),
        (
            changed("events", "first", support=(replace(FIRST.support[0], passage="x"),)),
            "table 'events', id 'first', field 'support[0].passage': names 'x'",
        ),
        (
            changed("events", "first", participants=(replace(FIRST.participants[0], actor="x"),)),
            "table 'events', id 'first', field 'participants[0].actor': names 'x'",
        ),
        (
            changed("links", "second-responds-to-first", to_event="x"),
            "table 'links', id 'second-responds-to-first', field 'to': names 'x'",
        ),
    ],
)
def test_a_reference_to_what_is_not_there_is_named(chronicle: Chronicle, message: str) -> None:
    """The error says which table, id and field names a record that is missing."""
    with pytest.raises(DamagedFile) as caught:
        check_references(chronicle, FILE)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("table", "twice"),
    [
        ("articles", an_article("report")),
        ("editions", an_edition("report")),
        ("passages", a_passage("report.1")),
        ("actors", an_actor("alpha")),
        ("events", an_event("2016", "first")),
        ("links", a_link("second", "first")),
    ],
)
def test_two_records_with_one_id_are_refused(table: str, twice: Any) -> None:
    """An id stands once in its table."""
    chronicle = replace(FULL, **{table: (*getattr(FULL, table), twice)})
    with pytest.raises(DamagedFile, match=f"table '{table}', id '{twice.id}': two documents"):
        check_references(chronicle, FILE)


def test_one_id_may_stand_in_two_tables() -> None:
    """An actor and an event may share an id."""
    check_references(a_chronicle(an_event("2016", "csto", actors=("csto",))), FILE)
