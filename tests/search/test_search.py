"""Searching everything: what is found, in what order, and what it says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.notes import Note
from explorer.search.documents import KINDS
from explorer.search.search import Hit, Results
from tests.search.conftest import TEXT, Reader, reader

ANY_TEXT = st.text(max_size=40) | st.text(alphabet="ab\"*()-:OR ANDNT#+'", max_size=60)


def hits(results: Results) -> list[Hit]:
    """Return all hits."""
    return [hit for group in results.groups for hit in group.hits]


def test_every_kind_is_found(herons: Reader) -> None:
    """Events, actors, articles, notes, briefs and texts, in the order of kinds."""
    assert herons.found("frog") == ["note:meeting", "brief:brief", "text:marsh-news"]
    assert herons.found("heron ford") == ["event:meeting", "text:marsh-news"]
    assert herons.found("country") == ["actor:armenia"]
    assert herons.found("reed") == ["article:marsh-news", "note:count"]
    kinds = [group.kind for group in herons.find("heron OR aliyev OR news OR frogs").groups]
    assert kinds == sorted(kinds, key=KINDS.index)


def test_a_text_is_found_by_paragraph_with_its_place(herons: Reader) -> None:
    """The place holds the paragraph's offsets in the text, and the ranges those in it."""
    (hit,) = hits(herons.find("frogs cafe"))
    place = hit.document.place
    assert place is not None
    assert (place.article, place.paragraph) == ("marsh-news", 3)
    assert TEXT[place.start : place.end] == hit.document.text
    words = [hit.document.text[start:end] for start, end in hit.ranges]
    assert words == ["frogs", "café"]


@pytest.mark.parametrize("typed", ["Aliyev", "aliyev", "Əliyev", "Алиев", "Ալիև", "Aliev"])
def test_a_name_is_found_in_any_script(herons: Reader, typed: str) -> None:
    """By a last name in any spelling: the actor, its events, and texts in another script."""
    found = herons.found(typed)
    assert "actor:aliyev" in found
    assert "event:count" in found
    assert found[-1] == "text:marsh-news"
    assert "brief:brief" in found


def test_a_name_without_a_recorded_alias_is_found_across_scripts() -> None:
    """Cyrillic and Armenian words are found by their Latin spelling, and the other way round."""
    notes = (
        Note("actor", "armenia", "Сергей Лавров и Ельцин"),
        Note("article", "marsh-news", "Նիկոլ Փաշինյան"),
        Note("passage", "p1", "Lavrov was there"),
    )
    some = reader(notes=notes)
    assert some.found("lavrov") == ["note:p1", "note:armenia"]
    assert some.found("Лавров") == ["note:armenia", "note:p1"]
    assert some.found("yeltsin") == ["note:armenia"]
    assert some.found('"Nikol Pashinyan"') == ["note:marsh-news"]
    (hit,) = hits(some.find("pashinyan"))
    assert [hit.document.text[start:end] for start, end in hit.ranges] == ["Փաշինյան"]


def test_a_text_without_paragraphs_is_found_in_parts() -> None:
    """A line of a hundred thousand signs is many documents, cut between words, none lost."""
    long = " ".join(f"word{number}" for number in range(12_000))
    some = reader(f"{long}\n\nShort.")
    for number in (0, 390, 391, 392, 11_999):
        (hit,) = hits(some.find(f'"word{number}"'))
        place = hit.document.place
        assert place is not None
        assert place.paragraph == 1
        assert len(hit.document.text) <= 4_000
    assert len(hits(some.find("short"))) == 1
    unbroken = reader("x" * 9_000)
    assert unbroken.find("xxx").total == 3


def test_names_that_were_sought_as_well_are_told(herons: Reader) -> None:
    """Several words that are a name together count as one; in quotes nothing is widened."""
    (told,) = herons.find("ilham aliyev").widened
    assert told.actor == "aliyev"
    assert "Ильхам Алиев" in told.names
    assert "Ilham Aliyev" not in told.names
    assert herons.find('"aliyev"').widened == ()
    assert "text:marsh-news" in herons.found("ilham aliyev herons")


def test_short_names_are_not_beginnings(herons: Reader) -> None:
    """Typing Armenia looks for U.S. as well, but not for words that begin so."""
    (told,) = herons.find("Armenia").widened
    assert "U.S." in told.names
    assert "event:count" not in herons.found("Armenia")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("C++", ["text:marsh-news"]),
        ("O'Brien", ["text:marsh-news"]),
        ('"herons met', ["text:marsh-news"]),
        ('"met herons"', []),
        ('"Herons meet"', ["event:meeting", "brief:brief"]),
        ('"heron"', []),
        ("heron*", ["event:meeting", "brief:brief", "text:marsh-news", "text:marsh-news"]),
        ("herons -ford -brien", ["brief:brief"]),
        ("heron -(met OR meet)", ["text:marsh-news"]),
        ("reeds OR country", ["actor:armenia", "note:count"]),
        ("NEAR(herons, 2)", []),
        ("title:herons", []),
    ],
)
def test_the_query_language(herons: Reader, typed: str, found: list[str]) -> None:
    """Phrases, beginnings, exclusion and choice; signs without a meaning are part of words."""
    results = herons.find(typed)
    assert [f"{hit.document.kind}:{hit.document.id}" for hit in hits(results)] == found


def test_fields_are_asked_of_the_events_of_a_document(herons: Reader) -> None:
    """A paragraph has what an event has whose passage stands in it."""
    met = ["event:meeting", "brief:brief", "text:marsh-news"]
    assert herons.found("herons date:2016") == met
    assert herons.found("herons actor:armenia") == met
    assert herons.found("herons date:2018") == []
    assert herons.found("actor:aliyev") == ["actor:aliyev", "event:count", "note:count"]
    assert herons.found("is:bookmarked") == ["actor:aliyev", "event:count", "note:count"]
    assert herons.found("has:note -is:bookmarked")[:2] == ["actor:armenia", "event:meeting"]
    assert herons.found("frogs OR date:2018")[:2] == ["actor:aliyev", "event:count"]
    assert herons.found("herons -date:2016") == ["text:marsh-news"]


def test_what_cannot_be_read_is_told_and_left_out(herons: Reader) -> None:
    """A fault stands beside the results of the rest."""
    results = herons.find("frogs date:soon OR")
    assert [fault.why for fault in results.faults] == ["date", "nothing-after"]
    assert results.total == 3
    assert not herons.find("date:soon").asked


def test_titles_weigh_more(herons: Reader) -> None:
    """An event with the word in its title comes before one that has it beside."""
    assert herons.found("ford")[:2] == ["event:meeting", "event:count"]


def test_counts_are_of_all_and_hits_as_many_as_asked(herons: Reader) -> None:
    """Of each kind, or of one alone."""
    results = herons.search.find("herons", herons.ground, 1)
    assert {group.kind: (group.total, len(group.hits)) for group in results.groups} == {
        "event": (1, 1),
        "brief": (1, 1),
        "text": (2, 1),
    }
    only = herons.search.find("herons", herons.ground, 5, only="text")
    assert {group.kind: (group.total, len(group.hits)) for group in only.groups} == {
        "event": (1, 0),
        "brief": (1, 0),
        "text": (2, 2),
    }


@given(ANY_TEXT)
def test_nothing_typed_raises(typed: str) -> None:
    """Whatever is typed, there is an answer, and its marks lie in their texts."""
    for hit in hits(SOME.find(typed)):
        for one in (hit.title, hit.snippet):
            assert all(0 <= start < end <= len(one.text) for start, end in one.marks)
        assert all(0 <= start < end <= len(hit.document.text) for start, end in hit.ranges)


@pytest.mark.parametrize("typed", ["(" * 5_000, "NOT " * 900, "-(" * 900, "a " * 900, '"' * 999])
def test_nothing_long_raises(herons: Reader, typed: str) -> None:
    """Brackets without end and a thousand words are answered as well."""
    assert herons.find(typed).total >= 0


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=3))
def test_every_result_holds_every_word(typed: list[str]) -> None:
    """Each word typed stands, marked, in each result; a paragraph that has all is found."""
    words = ['"' + word.strip(".,") + '"' for word in typed]
    results = SOME.find(" ".join(words))
    for word in words:
        alone = {id(hit.document) for hit in hits(SOME.find(word, 500))}
        for hit in hits(results):
            assert id(hit.document) in alone
            assert hit.ranges or hit.title.marks or hit.snippet.marks
    paragraphs = [one for one in TEXT.split("\n\n") if all(w.strip('"') in one for w in words)]
    texts = [hit.document.text for hit in hits(results) if hit.document.kind == "text"]
    assert set(paragraphs) <= set(texts)


SOME = reader()
