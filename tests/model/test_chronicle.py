"""Chronicle: the order of events and the ways to look records up."""

from __future__ import annotations

from explorer.model.chronicle import Chronicle
from explorer.model.records import Disagreement, Support
from tests.builders import a_chronicle, a_full_chronicle, a_link, a_passage, an_article, an_event


def test_events_stand_in_the_order_of_their_dates() -> None:
    """Earlier days come first; of one day, what is known more closely ends first."""
    late, early, year = an_event("2020-01-01"), an_event("-0044-03-15"), an_event("2016")
    day = an_event("2016-01-01")
    ordered = a_chronicle(late, year, day, early).events
    assert ordered == (early, day, year, late)


def test_an_actors_events_include_what_it_claims() -> None:
    """A claim belongs to the one who makes it, although he takes no part in what it tells."""
    told = an_event("2020", "told", actors=("belarus",), claimed_by="lukashenko")
    chronicle = a_chronicle(told, an_event("2021", "other", actors=("belarus",)))
    assert [e.id for e in chronicle.events_of_actor["lukashenko"]] == ["told"]
    assert [e.id for e in chronicle.events_of_actor["belarus"]] == ["told", "other"]


def test_passages_of_an_article_stand_in_the_order_of_its_text() -> None:
    """However the file lists them, an article's passages are read from its beginning."""
    chronicle = a_chronicle(
        an_event(passages=("x.2", "x.1")),
        passages=(a_passage("x.2", 9, 12), a_passage("x.1", 0, 5)),
    )
    assert [one.id for one in chronicle.passages_of_article["x"]] == ["x.1", "x.2"]


def test_support_is_counted_by_published_article_only() -> None:
    """A brief is no source: it never adds to the number of sources of an event."""
    chronicle = a_full_chronicle()
    first = chronicle.event["first"]
    assert chronicle.sources_of(first) == ("report",)
    assert [s.passage for s in chronicle.support_by_article(first)["report"]] == ["report.1"]
    assert [article.id for article in chronicle.published] == ["report"]
    assert chronicle.brief_of["report"].id == "brief-report"


def test_a_retelling_is_found_within_the_event_only() -> None:
    """A brief's passage stands in for a published one where the event itself names it."""
    chronicle = a_full_chronicle()
    found = chronicle.retelling(chronicle.event["first"], "report.1")
    assert found is not None
    assert found.id == "brief-report.1"
    assert chronicle.retelling(chronicle.event["second"], "report.1") is None


def test_links_are_found_from_both_ends() -> None:
    """An appeal knows its answer, and the answer its appeal."""
    asked, answered = an_event("2021-05-14", "asked"), an_event("2021-05-26", "answered")
    link = a_link("answered", "asked")
    chronicle = a_chronicle(asked, answered, links=(link,))
    assert chronicle.links_of_event["asked"] == chronicle.links_of_event["answered"] == (link,)


def test_the_extent_covers_every_event() -> None:
    """The extent runs from the first day of the first event to the end of the last."""
    chronicle = a_chronicle(an_event("1992-05-15"), an_event("2024"))
    spans = [chronicle.extent.start, chronicle.extent.end]
    assert [span // 86_400 for span in spans] == [8170.0, 20089.0]


def test_an_empty_chronicle_still_has_an_extent() -> None:
    """With nothing to show there is a century to look at."""
    assert Chronicle("", "").extent.length > 99 * 365 * 86_400


def test_a_passage_knows_the_events_it_bears_on() -> None:
    """One passage may bear on several events."""
    chronicle = a_chronicle(
        an_event("2020", "b", passages=("x.1",)), an_event("2019", "a", passages=("x.1", "x.1")),
        articles=(an_article("x"),),
    )  # fmt: skip
    assert [event.id for event in chronicle.events_of_passage["x.1"]] == ["a", "b"]


def test_an_event_is_disputed_by_a_passage_or_by_a_contradiction() -> None:
    """A passage that disputes is enough, and so is a recorded contradiction, but not a framing."""
    record = a_chronicle(
        an_event("2020", "doubted", passages=(Support("a.1", "disputes"),)),
        an_event("2021", "told twice", passages=("a.2", "b.1")),
        an_event("2022", "plain", passages=("a.3",)),
        disagreements=(
            Disagreement("one", "contradiction", "date", "When.", (), ("told twice",)),
            Disagreement("two", "framing", "date", "How.", (), ("plain",)),
        ),
    )
    assert [record.is_disputed(event) for event in record.events] == [True, True, False]
