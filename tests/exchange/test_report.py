from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.exchange.report import SUPPORTS, independent, make_report
from explorer.exchange.share import shareable
from explorer.sources.library import Status, make_library
from tests.builders import a_workspace, an_article
from tests.exchange.herons import COPIED, STORY, carried
from tests.exchange.reported import CUT, attached, many, report_on
from tests.model.test_invariants import CODEBOOK


def test_events_are_told_by_their_support() -> None:
    """None, one source, several independent ones; two articles by one author are one source."""
    report = report_on(many())
    assert {name: [one.id for one in report.events[name]] for name in SUPPORTS} == {
        "unsupported": ["nowhere", "mentioned"],
        "one source": ["single", "same-author", "disputed"],
        "several sources": ["twice", "contradicted"],
        "disputed": ["disputed", "contradicted"],
    }
    (twice, _) = report.events["several sources"]
    assert (twice.title, twice.date, twice.sources) == ("Title of twice", "2004", ("a", "b"))


def test_counts_hold_zeros_for_what_does_not_occur() -> None:
    """Bases, kinds of link, answers and disagreements, each with all it may be."""
    report = report_on(many())
    assert report.dates == {"stated": 7, "relative": 0, "inferred": 0, "background": 0}
    assert report.links == {"responds_to": 2, "part_of": 0, "causes": 0, "contradicts": 0}
    assert report.answers == {"silence": 1}
    assert report.disagreements["contradiction"]["figure"] == 1
    assert report.disagreements["framing"]["actor"] == 1
    assert sum(sum(some.values()) for some in report.disagreements.values()) == 2
    assert report.records["events"] == 7
    assert report.records["passages"] == 5


def test_framing_is_no_dispute() -> None:
    """Only a disputing passage or a contradiction makes an event disputed."""
    chronicle = many()
    assert not chronicle.is_disputed(chronicle.event["twice"])


def test_an_article_derived_from_another_is_no_source_of_its_own() -> None:
    """Neither is one that shares an author with one before it; articles without authors are."""
    first, copy = an_article("a"), an_article("b", derived_from="a")
    assert independent([first, copy]) == (first,)
    assert independent([first, an_article("c")]) == (first, an_article("c"))


def test_passages_are_counted_over_the_texts_shown() -> None:
    """A text that is kept and not shown has a line of its own and no part in the sum."""
    chronicle = shareable(carried(), ())
    editions = {"report": [(attached(CUT), CUT), (attached(STORY), STORY)]}
    report = report_on(chronicle, STORY, editions=editions)
    assert len(report.editions) == 2
    assert report.passages[Status.EXACT] == 3
    assert sum(report.passages.values()) == 3


@pytest.mark.parametrize(
    ("text", "expected", "rules"),
    [
        (STORY, True, []),
        ("", False, []),
        ("", True, ["unattached"]),
        (CUT, True, ["missing", "missing"]),
    ],
)
def test_texts_make_violations(text: str, expected: bool, rules: list[str]) -> None:
    """A passage missing from a text in hand; a text that was to be there and is not."""
    chronicle = shareable(carried(), ())
    report = report_on(chronicle, text, expected=expected)
    found = [one.rule for one in report.violations if one.rule not in ("brief", "codebook")]
    assert found == rules


def test_dangling_ids_are_violations_and_counted() -> None:
    """A bookmark on an event that is gone is both."""
    chronicle = shareable(carried(), ())
    report = make_report(chronicle, make_library(chronicle), a_workspace("gone"), CODEBOOK)
    assert [one.id for one in report.dangling] == ["gone"]
    assert set(report.dangling) <= set(report.violations)


def test_a_report_repeats_no_wording_of_an_article() -> None:
    """A title typed from it is told as a violation, and left out."""
    chronicle = shareable(carried(), ())
    (event,) = chronicle.events
    copied = replace(
        chronicle,
        title=COPIED,
        events=(replace(event, title=COPIED),),
        articles=(replace(chronicle.articles[0], title=COPIED), *chronicle.articles[1:]),
    )
    report = report_on(copied, STORY)
    assert [one.table for one in report.violations if one.rule == "wording"] == [
        "_meta",
        "articles",
        "events",
    ]
    assert "heron" not in repr(report)


def test_the_same_project_gives_the_same_report() -> None:
    """Nothing but what is given goes into it."""
    assert report_on(many(), made="2026-01-02") == report_on(many(), made="2026-01-02")


def test_it_tells_how_far_it_is_each_time_it_goes_through_the_events() -> None:
    """Each walk begins at none of all events; what the listener raises ends the report."""
    chronicle, told = many(), list[tuple[int, int]]()
    library = make_library(chronicle)

    def step(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) > 2:
            raise InterruptedError

    make_report(chronicle, library, a_workspace(), CODEBOOK, step=step)
    assert told == [(0, 7), (0, 7)]
    with pytest.raises(InterruptedError):
        make_report(chronicle, library, a_workspace(), CODEBOOK, step=step)
