"""An actor's record: names in any script, statements, appeals and sources."""

from __future__ import annotations

import pytest

from explorer.analysis.actor_record import ActorRecord, Naming, record_of, script_of
from explorer.analysis.actor_tally import tally_of
from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.records import Support
from tests.builders import a_chronicle, a_link, an_actor, an_article, an_event

WORDS = {
    "late.1": "President Əliyev spoke; Aliyev did.",
    "late.2": "Ilham Aliyev again.",
    "early.1": "Алиев говорил.",
    "early.2": "Aliyevs are others.",
}


def a_record() -> Chronicle:
    """Return five events about one person, in an early and a late article."""
    return a_chronicle(
        an_event("2014", "speech", actors={"aliyev": "speaker"}, passages=("late.1", "early.2")),
        an_event(
            "2015",
            "charge",
            actors={"sargsyan": "speaker", "aliyev": "subject"},
            passages=("early.1",),
        ),
        an_event(
            "2016", "plea", actors={"aliyev": "initiator", "putin": "addressee"}, asks="Help.",
            passages=(Support("late.2", "mentions"),),
        ),
        an_event("2017", "claim", claimed_by="aliyev"),
        an_event("2018", "own", actors={"aliyev": "speaker", "baku": "subject"}),
        an_event("2019", "no", actors={"putin": "initiator"}),
        actors=(an_actor("aliyev", name="Aliyev", aliases=("Ilham Aliyev", "Алиев", "Ալիև")),),
        articles=(
            an_article("late", issued=parse_date("2020")),
            an_article("early", issued=parse_date("2016")),
        ),
        links=(a_link("no", "plea", answer="refusal"),),
    )  # fmt: skip


def held_of(chronicle: Chronicle, actor: str, words: dict[str, str]) -> ActorRecord:
    """Return what is held of an actor."""
    return record_of(chronicle, actor, words, tally_of(chronicle, actor))


@pytest.fixture
def record() -> ActorRecord:
    """What is held of that person."""
    return held_of(a_record(), "aliyev", WORDS)


def test_names_stand_with_their_script_and_their_first_use_in_each_article(
    record: ActorRecord,
) -> None:
    """Case does not matter, spelling and whole words do; the oldest article comes first."""
    assert record.names == (
        Naming("Aliyev", "LATIN", ("late.1",)),
        Naming("Ilham Aliyev", "LATIN", ("late.2",)),
        Naming("Алиев", "CYRILLIC", ("early.1",)),
        Naming("Ալիև", "ARMENIAN", ()),
    )


def test_a_brief_stands_in_only_for_an_article_that_is_not_in_hand() -> None:
    """Our own words tell of a name's use as long as the article's are not there."""
    record = a_chronicle(
        an_event("2014", "speech", actors={"aliyev": "speaker"}, passages=("late.1", "brief.1")),
        articles=(an_article("late"), an_article("brief", kind="brief", derived_from="late")),
    )
    ours = {"brief.1": "Aliyev spoke."}
    assert held_of(record, "aliyev", ours).names[0].passages == ("brief.1",)
    both = {**ours, "late.1": "The president spoke."}
    assert held_of(record, "aliyev", both).names[0].passages == ()


def test_statements_are_by_the_speaker_and_about_those_spoken_of(record: ActorRecord) -> None:
    """A claim is a statement of its claimant; speaking of others is not being spoken of."""
    assert [event.id for event in record.said] == ["speech", "claim", "own"]
    assert [event.id for event in record.said_of] == ["charge"]


def test_appeals_are_made_and_received(record: ActorRecord) -> None:
    """The asker has it among those made, the asked among those received, with the answer."""
    assert [one.event.id for one in record.made] == ["plea"]
    assert record.received == ()
    (received,) = held_of(a_record(), "putin", {}).received
    assert [answer.kind for answer in received.answers] == ["refusal"]


def test_sources_are_counted_by_what_they_tell_and_mention(record: ActorRecord) -> None:
    """An article that only mentions an event does not tell it; the fullest source comes first."""
    found = [(one.article.id, one.told, one.mentioned) for one in record.sources]
    assert found == [("early", 2, 0), ("late", 1, 1)]


def test_nobody_has_an_empty_record() -> None:
    """An id that the chronicle lacks is no fault."""
    assert held_of(a_record(), "nobody", WORDS) == ActorRecord()


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Əliyev", "LATIN"),
        ("Зась", "CYRILLIC"),
        ("ՀԱՊԿ", "ARMENIAN"),
        ("С-300 Фаворит", "CYRILLIC"),
        ("7", "LATIN"),
    ],
)
def test_a_name_has_the_script_of_most_of_its_letters(name: str, script: str) -> None:
    """Signs and digits have no say."""
    assert script_of(name) == script
