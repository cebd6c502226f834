from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.exchange.share import WordingError, share, shareable
from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.records import Assertion, Disagreement, Side, Support, TextQuote
from explorer.sources.coding import build_chronicle, read_articles
from explorer.sources.library import Status, make_library
from explorer.store.chronicles import open_chronicle, save_chronicle
from tests.builders import (
    a_link,
    an_actor,
    an_edition,
    an_event,
)
from tests.exchange.herons import COPIED, OWN, STORY, carried

ROOT = Path(__file__).parents[2]


def statuses(chronicle: Chronicle, text: str) -> set[Status]:
    """Return how the published passages read once the text is attached."""
    library = make_library(chronicle, {"report": text})
    return {library.reading(one.id).status for one in chronicle.passages if one.article == "report"}


@pytest.mark.parametrize("fingerprinted", [True, False])
def test_texts_and_quotes_of_others_are_taken_out(fingerprinted: bool) -> None:
    """What is ours stays, every locator too; what was taken is named."""
    chronicle = carried(fingerprinted=fingerprinted)
    shared = share(chronicle, ())
    assert shared.editions == ("report-edition",)
    assert shared.quotes == ("report.0", "report.1", "report.2")
    assert (shared.redacted, shared.compared) == ((), 4)
    made = shared.chronicle
    assert made.edition["report-edition"] == replace(chronicle.editions[0], text=None)
    assert made.edition["brief-report-edition"].text == OWN
    assert all(one.fingerprint and one.quote is None for one in made.passages)
    assert (made.events, made.articles) == (chronicle.events, chronicle.articles)


@pytest.mark.parametrize("fingerprinted", [True, False])
def test_attaching_the_text_again_finds_every_passage(fingerprinted: bool) -> None:
    """The way back: each passage is exact, and moved in another edition."""
    made = shareable(carried(fingerprinted=fingerprinted), ())
    assert statuses(made, STORY) == {Status.EXACT}
    assert statuses(made, f"A banner.\n\n{STORY}") == {Status.MOVED}


def test_a_fingerprint_is_made_from_the_text_in_hand() -> None:
    """A passage without words in the chronicle is located in the reader's text of its edition."""
    chronicle = carried()
    bare = replace(
        chronicle,
        editions=tuple(
            replace(one, text=None) if one.article == "report" else one
            for one in chronicle.editions
        ),
        passages=tuple(replace(one, quote=None) for one in chronicle.passages),
    )
    made = shareable(bare, [STORY])
    assert made == shareable(chronicle, ())
    with pytest.raises(QuotelineError, match=r"'passages', id 'report.0', 'report.1', 'report.2':"):
        shareable(bare, ["Another text."])


def test_a_fingerprint_is_made_from_the_quote_alone() -> None:
    """Without the edition's text the quote will do, if it is the passage's; else it is a fault."""
    chronicle = carried()
    editions = tuple(replace(one, text=None) for one in chronicle.editions)
    made = shareable(replace(chronicle, editions=editions), ())
    assert statuses(made, STORY) == {Status.EXACT}
    assert statuses(made, f"A banner.\n\n{STORY}") == {Status.MOVED}
    wrong = replace(chronicle.passages[0], quote=TextQuote("Other words."))
    with pytest.raises(QuotelineError, match=r"'report\.0': no fingerprint"):
        shareable(
            replace(chronicle, editions=editions, passages=(wrong, *chronicle.passages[1:])), ()
        )


def test_a_chronicle_without_others_words_is_shared_as_it_is() -> None:
    """There is nothing to take out, and nothing changes."""
    made = shareable(carried(), ())
    again = share(made, [STORY])
    assert (again.chronicle, again.editions, again.quotes) == (made, (), ())
    assert again.compared == 1


FIELDS = [
    ("events", {"title": COPIED}, "title", "Seven grey herons stood along…"),
    ("events", {"summary": f"So: {COPIED}"}, "summary", ""),
    (
        "events",
        {"tags": ("seven grey herons stood along", "the river before the first")},
        "tags",
        (),
    ),
    ("events", {"asks": COPIED.upper()}, "asks", ""),
]


@pytest.mark.parametrize(("table", "changed", "field", "left"), FIELDS)
def test_wording_typed_from_the_article_is_refused_or_redacted(
    table: str, changed: dict[str, Any], field: str, left: object
) -> None:
    """The refusal names table, id and field, not the words; --redact empties or cuts the field."""
    chronicle = carried(**changed)
    with pytest.raises(WordingError) as refused:
        shareable(chronicle, ())
    assert f"table '{table}', id 'first', field '{field}'" in str(refused.value)
    assert "herons" not in str(refused.value).lower()
    assert [one.field for one in refused.value.spots] == [field]
    shared = share(chronicle, (), redact=True)
    assert [one.field for one in shared.redacted] == [field]
    assert getattr(shared.chronicle.event["first"], field) == left


def test_every_table_is_looked_through() -> None:
    """Assertions, notes, aliases, sides, what a newer version wrote, the meta table."""
    chronicle = carried()
    (event,) = chronicle.events
    said = Support("report.0", asserts=Assertion(note=COPIED))
    other = an_event("2002", "second", passages=("report.1",), extra={"aside": [{"x": COPIED}]})
    sides = (Side("report.0", COPIED), Side("report.1"))
    chronicle = replace(
        chronicle,
        title=COPIED,
        description=COPIED,
        events=(replace(event, support=(said, *event.support[1:])), other),
        links=(a_link("second", "first", note=COPIED),),
        actors=(an_actor("owl", name=COPIED, aliases=("Owl", COPIED)),),
        disagreements=(Disagreement("d", "framing", "figure", COPIED, sides, ("first",)),),
        extra={"later": {"1": {"id": "z", "said": COPIED}}},
    )
    shared = share(chronicle, (), redact=True)
    told = {f"{one.table} {one.id} {one.field}" for one in shared.redacted}
    assert told == {
        "_meta test title",
        "_meta test description",
        "events first support[0].asserts.note",
        "events second aside[0].x",
        "links second-responds-to-first note",
        "actors owl name",
        "actors owl aliases",
        "disagreements d note",
        "disagreements d sides[0].says",
        "later z said",
    }
    made = shared.chronicle
    short = "Seven grey herons stood along…"
    assert (made.title, made.description, made.actor["owl"].name) == (short, "", short)
    assert made.disagreements[0].note == short
    assert made.event["first"].support[0].asserts == Assertion()
    assert chronicle.event["second"].extra == {"aside": [{"x": COPIED}]}


def test_a_brief_that_copies_its_article_loses_its_text() -> None:
    """Our text that is not ours goes; the locators of its passages stay."""
    text = f"Brief.\n\n{COPIED}.\n"
    chronicle = carried()
    copied = an_edition("brief-report", text, text=text)
    shared = share(replace(chronicle, editions=(chronicle.editions[0], copied)), (), redact=True)
    assert shared.chronicle.edition["brief-report-edition"].text is None


def test_what_cannot_be_redacted_is_refused() -> None:
    """An id made of an article's words names other records by them; it has to be changed."""
    chronicle = carried()
    (event,) = chronicle.events
    named = replace(chronicle, events=(replace(event, id=COPIED.lower().replace(" ", "-")),))
    with pytest.raises(WordingError, match="This cannot be redacted"):
        share(named, (), redact=True)


def test_a_run_from_one_field_into_the_next_is_refused() -> None:
    """Words that only meet in the file are found there too, as any reader of the file would."""
    text = "title seven grey herons stood along summary the river froze"
    chronicle = carried(text, title="Seven grey herons stood along", summary="The river froze")
    with pytest.raises(WordingError, match="id 'first', from one field into the next"):
        share(chronicle, (), redact=True)


def test_a_text_of_ours_among_those_in_hand_is_not_anothers() -> None:
    """The brief's own text, given with the others, does not make the brief a copy."""
    assert share(carried(), [OWN]).compared == 4


WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every ten words in a row, counted by other means than the program's."""
    row = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    return {tuple(row[at : at + 10]) for at in range(len(row) - 9)}


TEXTS = st.lists(
    st.lists(
        st.sampled_from(["ash", "oak", "elm", "fir", "yew", "bay", "box", "fig’s", "Հայ", "сон"]),
        min_size=3,
        max_size=25,
    ),
    min_size=2,
    max_size=8,
).map(lambda rows: "".join(" ".join(row).capitalize() + ".\n" for row in rows))


@given(text=TEXTS, data=st.data())
def test_no_ten_words_of_a_text_survive(
    text: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever stretches of it are typed into the fields, the written file shares no run of ten."""

    def stretch() -> str:
        start = data.draw(st.integers(0, len(text)))
        return text[start : start + data.draw(st.integers(0, 120))].strip() or "ours"

    chronicle = carried(text, title=stretch(), summary=stretch(), tags=(stretch(), stretch()))
    chronicle = replace(
        chronicle,
        title=stretch(),
        actors=(an_actor("owl", name=stretch(), aliases=(stretch(), stretch(), stretch())),),
        links=(a_link("first", "first", note=stretch()),),
    )
    path = tmp_path_factory.mktemp("shared") / "s.chronicle.json"
    made = shareable(chronicle, (), redact=True)
    save_chronicle(made, path)
    assert not runs(text) & runs(path.read_text("utf-8"))
    assert open_chronicle(path) == made
    assert statuses(made, text) == {Status.EXACT}


def test_the_real_articles_do_not_survive(articles: Path, tmp_path: Path) -> None:
    """A chronicle that carries all five articles and quotes every passage is shared without them.

    The texts stand in the file before and not after, and attaching them finds every passage.
    """
    from explorer.commands.codebooks import open_codebook  # noqa: PLC0415

    texts = read_articles(ROOT / "data/coding", articles)
    built = build_chronicle(ROOT / "data/coding", ROOT / "data/briefs", texts, open_codebook(None))
    full = replace(
        built,
        editions=tuple(
            replace(one, text=texts[one.article]) if one.article in texts else one
            for one in built.editions
        ),
        passages=tuple(
            replace(one, fingerprint=(), quote=TextQuote(texts[one.article][one.start : one.end]))
            if one.article in texts
            else one
            for one in built.passages
        ),
    )
    before, after = tmp_path / "full.json", tmp_path / "shared.json"
    save_chronicle(full, before)
    shared = share(full, texts.values())
    save_chronicle(shared.chronicle, after)
    theirs = set().union(*map(runs, texts.values()))
    assert theirs & runs(before.read_text("utf-8"))
    assert not theirs & runs(after.read_text("utf-8"))
    library = make_library(open_chronicle(after), texts)
    assert {one.status for one in library.readings.values()} == {Status.EXACT}
    assert [one.fingerprint for one in shared.chronicle.passages] == [
        one.fingerprint for one in built.passages
    ]
