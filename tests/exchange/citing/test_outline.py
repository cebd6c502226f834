"""Outline: events with their quotes, each quote with the number of its citation."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.exchange.citing.formats import Format, cited, format_of, written
from explorer.exchange.citing.outline import Outline, make_outline
from explorer.exchange.citing.styles import Style
from explorer.exchange.citing.words import plain
from explorer.exchange.scope import Scope, scope_events
from explorer.model.chronicle import Chronicle
from explorer.model.collecting import Collection, Entry
from explorer.model.errors import QuotelineError
from explorer.model.said import Said
from explorer.model.workspace import Bookmark, Workspace
from explorer.sources.library import make_library
from tests.builders import a_chronicle, an_event
from tests.exchange.herons import STORY, carried

OUTLINES = [one for one in Format if one.has_style]
PLAIN = (Format.MARKDOWN, Format.HTML, Format.TEXT)


def outline(
    chronicle: Chronicle, note: str = "", style: Style = Style.CHICAGO, *, attached: bool = True
) -> Outline:
    """Return the outline of all events of a chronicle, one of them with a note."""
    library = make_library(chronicle, {"report": STORY} if attached else {})
    marks = Workspace("herons", (Bookmark("first", "", note, ("mine",)),))
    return make_outline(chronicle, library, marks, chronicle.events, style, "Made today")


def bare() -> Chronicle:
    """Return the chronicle without the article's text, as it is passed on."""
    chronicle = carried()
    editions = [replace(one, text="") if one.article == "report" else one for one in
                chronicle.editions]  # fmt: skip
    passages = [replace(one, quote=None) for one in chronicle.passages]
    return replace(chronicle, editions=tuple(editions), passages=tuple(passages))


def test_each_quote_has_the_words_and_a_note() -> None:
    """Notes are numbered through, in full at the first time and in short after."""
    made = outline(carried())
    quotes = made.sections[0].quotes
    assert [one.note for one in quotes] == [1, 2, 3]
    assert quotes[0].text.startswith("Seven grey herons")
    assert not quotes[0].own_words
    assert plain(made.notes[0]) == "“Title of report,” n.d., para. 1."
    assert plain(made.notes[2]) == "“Title of report,” para. 2."
    assert [plain(one) for one in made.sources] == ["“Title of report.” n.d."]


def test_a_brief_s_words_are_told_as_such() -> None:
    """Where the article is not at hand, our own words stand in, without quotation marks."""
    made = outline(bare(), attached=False)
    first, second, _ = made.sections[0].quotes
    assert first.own_words
    assert first.text == "A brief of ours."
    assert (second.text, second.own_words) == ("", False)


@pytest.mark.parametrize("form", PLAIN)
def test_every_outline_holds_what_the_reader_marked(form: Format) -> None:
    """The note, the tags, the quotes and the citations."""
    told = written(form, lambda: outline(carried(), "Check the roof."), tuple).decode()
    for words in (
        "Title of first",
        "Check the roof.",
        "mine",
        "eleven birds upon his roof",
        "n.d.",
    ):
        assert words in told


@pytest.mark.parametrize("form", OUTLINES)
@pytest.mark.parametrize("style", Style)
def test_every_note_number_has_its_note(form: Format, style: Style) -> None:
    """In each format and style the numbers in the text are those of the notes."""
    told = written(form, lambda: outline(carried(), style=style), tuple).decode()
    asked, given = {
        Format.MARKDOWN: (r"(?m)(?<=.)\[\^(\d+)\]", r"(?m)^\[\^(\d+)\]: "),
        Format.TEXT: (r"(?m)\[(\d+)\]$", r"(?m)^(\d+)\. (?=[“(])"),
    }.get(form, (r'href="#note-(\d+)"', r'<li id="note-(\d+)"'))
    assert re.findall(asked, told) == re.findall(given, told) == ["1", "2", "3"]


TWO = a_chronicle(
    an_event("1992", "first", passages=("x.1", "y.1")),
    an_event("2016", "second", passages=("y.2", "x.2")),
)


def of_collection(*entries: Entry, style: Style = Style.CHICAGO) -> Outline:
    """Return the outline of a collection of events of two articles."""
    one = Collection("Chapter <1>", "", entries)
    events = scope_events(Scope.COLLECTION, TWO, collection=one)
    marks = Workspace("test", (Bookmark("first", note="On the event."),), collections=(one,))
    return make_outline(TWO, make_library(TWO), marks, events, style, collection=one)


def test_a_collection_is_cited_in_its_own_order() -> None:
    """Whatever comes first cites in full, each article once, and in short after, never Ibid."""
    made = of_collection(Entry("second"), Entry("gone"), Entry("first"))
    assert [one.title for one in made.sections] == ["Title of second", "Title of first"]
    notes = [plain(one) for one in made.notes]
    assert notes == [
        "“Title of y,” n.d., para. 1.",
        "“Title of x,” n.d., para. 1.",
        "“Title of x,” para. 1.",
        "“Title of y,” para. 1.",
    ]
    assert not any("bid." in one for one in notes)
    events = [TWO.event["second"], TWO.event["first"]]
    assert [one.id for one in cited(TWO, events, in_order=True)] == ["y", "x"]
    assert [one.id for one in cited(TWO, events)] == ["x", "y"]


@given(st.permutations(["first", "second"]), st.sampled_from(Style))
def test_every_quote_has_the_next_number_in_any_order(events: list[str], style: Style) -> None:
    """Numbers go through from 1 in the order of the outline, and each has its citation."""
    made = of_collection(*map(Entry, events), style=style)
    numbers = [quote.note for section in made.sections for quote in section.quotes]
    assert numbers == list(range(1, len(made.notes) + 1))
    assert len(made.sources) == 2


@pytest.mark.parametrize("form", PLAIN)
def test_a_collection_s_own_words_stand_in_it(form: Format) -> None:
    """Its name on top, headings in the place of titles, remarks before notes, all of it text."""
    entry = Entry("first", "The <b>beginning</b>", "# A remark,\non two lines.")
    told = written(form, lambda: of_collection(entry, Entry("second")), tuple).decode()
    places = [told.index(one) for one in ("Chapter", "beginning", "1992", "A remark", "On the ev")]
    assert places == sorted(places)
    assert "Title of first" in told[places[1] : places[3]]
    assert "2. Title of second" in told
    if form is not Format.TEXT:
        assert "<b>" not in told
        assert "<1>" not in told


@pytest.mark.parametrize("form", OUTLINES)
def test_a_note_cannot_smuggle_markup(form: Format) -> None:
    """What the reader wrote is text, in HTML and Markdown alike."""
    told = written(
        form, lambda: outline(carried(), "<script>x</script>\n# Not a heading"), tuple
    ).decode()
    if form is not Format.TEXT:
        assert "<script>" not in told
    assert "\n# Not" not in told or form is not Format.MARKDOWN


def test_the_articles_cited_are_those_of_the_events() -> None:
    """Published ones, each once."""
    chronicle = carried()
    assert [one.id for one in cited(chronicle, chronicle.events)] == ["report"]
    assert cited(chronicle, ()) == ()


def test_a_file_s_ending_tells_the_format() -> None:
    """Each format has one of its own, but pages with a timeline; another ending tells none."""
    pages = (Format.PAGE, Format.OWN_PAGE)
    for one in Format:
        assert format_of(f"x{one.suffix}") is (Format.HTML if one in pages else one)
    assert format_of("paper.docx") is None


def test_half_a_character_is_told() -> None:
    """No file can hold it, and none is written."""
    with pytest.raises(QuotelineError, match="lone surrogate"):
        written(Format.TEXT, lambda: outline(carried(), "\ud800"), tuple)


@pytest.mark.parametrize("form", OUTLINES)
@pytest.mark.parametrize("attached", [True, False])
def test_every_outline_is_in_the_language_it_is_said_in(form: Format, attached: bool) -> None:
    """What is left when our own words are said as signs came from the chronicle or the reader."""

    def say(words: str) -> str:
        return "※" if isinstance(words, Said) else words

    made = outline(carried() if attached else bare(), "Check the roof.", attached=attached)
    told = written(form, lambda: made, tuple, say).decode()
    shown = re.sub(r"<style>.*?</style>|<[^>]*>", " ", told, flags=re.DOTALL)
    given = [made.title, made.made, *map(plain, (*made.notes, *made.sources))]
    for one in made.sections:
        given += [one.title, one.when, one.summary, one.note, *one.tags, *one.actors]
        given += [quote.text for quote in one.quotes]
        given += [one.date.edtf] if one.date else []
    words = re.compile(r"[^\W\d_]{3,}")
    assert set(words.findall(unescape(shown))) <= set(words.findall(" ".join(given)))
    assert not re.search(r'aria-label="[^"※]*[a-z]{3}', told)
    assert "<html" not in told or '<html lang="※">' in told
