"""Appeals: who asked, who answered, and what is counted for whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.analysis.appeals import (
    Appeal,
    appeals_of,
    askers_of,
    between,
    tallies,
    tally_of,
)
from explorer.model.chronicle import Chronicle
from explorer.store.chronicles import open_chronicle
from tests.builders import a_chronicle, a_link, an_event

ASKED = {"armenia": "initiator", "league": "addressee", "russia": "target"}


def a_record() -> Chronicle:
    """Return two appeals: one with three answers, and one that nobody answers."""
    return a_chronicle(
        an_event("2021-05-14", "appeal", actors=ASKED, asks="Talks.", ground="Article 2."),
        an_event("2021-05-26", "ready", actors={"league": "initiator"}),
        an_event("2021-05/2021-05-26", "idle", actors={"league": "initiator"}),
        an_event("2021-05-20", "aside", actors={"minister": "speaker", "belarus": "initiator"}),
        an_event("2022", "second", actors={"armenia": "speaker", "russia": "target"}, asks="Arms."),
        an_event("2022-06", "protest", actors={"russia": "initiator"}),
        links=(
            a_link("ready", "appeal", answer="statement", note="Ready to talk."),
            a_link("idle", "appeal", answer="silence"),
            a_link("aside", "appeal", answer="refusal"),
            a_link("protest", "second"),
        ),
    )


@pytest.fixture
def appeals() -> tuple[Appeal, ...]:
    """The appeals of that record."""
    return appeals_of(a_record())


def test_an_appeal_has_its_asker_the_asked_and_the_answers_in_date_order(
    appeals: tuple[Appeal, ...],
) -> None:
    """Roles tell who asks and who is asked; each answer keeps its kind, note and days."""
    first, second = appeals
    assert (first.event.id, first.by, first.to) == ("appeal", ("armenia",), ("russia", "league"))
    assert [one.event.id for one in first.answers] == ["idle", "aside", "ready"]
    assert first.events == ("appeal", "idle", "aside", "ready")
    idle, aside, ready = first.answers
    assert (idle.kind, idle.after, idle.until) == ("silence", (0, 12), (12, 12))
    assert (ready.note, ready.after, ready.until) == ("Ready to talk.", (12, 12), None)
    assert aside.by == ("belarus", "minister")
    assert (second.event.id, second.answers) == ("second", ())


def test_a_response_without_a_kind_of_answer_is_no_answer(appeals: tuple[Appeal, ...]) -> None:
    """What merely follows on an appeal is not counted as an answer to it."""
    assert all(one.event.id != "protest" for appeal in appeals for one in appeal.answers)


def test_an_event_that_is_answered_is_an_appeal_though_it_does_not_say_for_what() -> None:
    """The kind of answer on a link is enough; other events are no appeals."""
    record = a_chronicle(
        an_event("2020", "call"),
        an_event("2021", "no"),
        an_event("2022", "else"),
        links=(a_link("no", "call", answer="refusal"), a_link("else", "no")),
    )
    assert [one.event.id for one in appeals_of(record)] == ["call"]


def test_an_answer_counts_for_those_who_gave_it(appeals: tuple[Appeal, ...]) -> None:
    """Of two who were asked, one answered: the other's row says that no answer of it is told."""
    rows = {row.party: row for row in tallies(appeals)}
    assert (rows["league"].asked, rows["league"].unanswered) == (1, 0)
    assert rows["league"].given == {"silence": 1, "statement": 1}
    assert (rows["russia"].asked, rows["russia"].unanswered, rows["russia"].answers) == (2, 2, 0)
    assert (rows["belarus"].asked, rows["belarus"].given) == (0, {"refusal": 1})
    assert [row.party for row in tallies(appeals)][:2] == ["russia", "league"]


def test_appeals_are_narrowed_by_who_asked_and_whom_they_concern(
    appeals: tuple[Appeal, ...],
) -> None:
    """A party is concerned when it was asked, and also when it answered unasked."""
    assert between(appeals) == appeals
    assert [one.event.id for one in between(appeals, party="belarus")] == ["appeal"]
    assert [one.event.id for one in between(appeals, "armenia", "russia")] == ["appeal", "second"]
    assert between(appeals, "league") == ()
    assert tally_of(appeals, "league") == {"silence": 1, "statement": 1}
    assert sum(tally_of(appeals).values()) == 3
    assert askers_of(appeals) == {"armenia": 2}


def test_the_alliance_s_record_is_what_the_chronicle_codes() -> None:
    """In the bundled chronicle every coded answer is in the ledger, once."""
    path = Path(__file__).parents[2] / "data" / "armenia-csto.chronicle.json"
    chronicle = open_chronicle(path)
    appeals = appeals_of(chronicle)
    coded = sorted(link.from_event for link in chronicle.links if link.answer)
    assert sorted(one.event.id for appeal in appeals for one in appeal.answers) == coded
    given = tally_of(between(appeals, "armenia", "csto"), "csto")
    assert given["help"] == 0
    assert given["silence"] == 3
    assert given["postponement"] == 1
