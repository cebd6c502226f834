"""Queries: what is typed, read as a tree, and held against events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.model.chronicle import Chronicle
from explorer.model.filters import Filters, Matcher, looks_at_marks, words_of
from explorer.model.finding import Ground, holds_of
from explorer.model.folding import fold
from explorer.model.query import All, Any, Field, Node, Not, Query, Word, rendered, words_in
from explorer.model.query_reading import read_query
from explorer.model.records import Event
from explorer.model.workspace import Bookmark
from tests.builders import a_chronicle, an_actor, an_article, an_event

PLAIN = st.sampled_from(
    ["armenia", "C++", "O'Brien", "-", "--a", "well-known", "12:30", "Ереван", "a*b", "əli"]
)
LEAVES = (
    PLAIN.map(Word)
    | st.sampled_from(["arm", "csto", "Հ"]).map(lambda text: Word(text, "prefix"))
    | st.sampled_from(["collective security", "a b"]).map(lambda text: Word(text, "phrase"))
    | st.sampled_from(
        [Field("actor", "Nikol Pashinyan"), Field("is", "disputed"), Field("date", "2016..2018")]
    )
    | st.sampled_from(['say "no"', '"', '""', 'a"b', '"a"']).map(lambda tag: Field("tag", tag))
)


def joined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Return trees of trees, as reading makes them: none within one of its own kind."""
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    plain = several.filter(lambda parts: not any(isinstance(part, All) for part in parts))
    return (
        plain.map(All)
        | several.filter(lambda parts: not any(isinstance(part, Any) for part in parts)).map(Any)
        | inner.map(Not)
    )


TREES = st.recursive(LEAVES, joined, max_leaves=8)


@given(st.text(st.sampled_from('ab"()-*: ORANDTisdate\n'), max_size=30) | st.text(max_size=30))
@example('"')
@example("((((")
@example("-" * 50)
@example("NOT NOT NOT")
@example("-(-")
@example("-(a -)")
@example("NOT --a")
@example('"-:')
@example('O"R is":disputed')
def test_nothing_that_is_typed_is_refused(text: str) -> None:
    """Any text is read, and what is left out of it is told with its place."""
    found = read_query(text)
    for fault in found.faults:
        assert 0 <= fault.start < fault.end <= len(text)
    assert read_query(rendered(found.node)).node == found.node


@given(TREES)
def test_a_tree_is_read_as_it_is_written(node: Node) -> None:
    """Writing a tree down and reading it gives the same tree, without a fault."""
    assert read_query(rendered(node)) == Query(node)


@given(st.text("ab\"() -:'", min_size=1, max_size=10).filter(lambda value: value == value.strip()))
def test_any_value_of_a_field_can_be_written(value: str) -> None:
    """Whatever signs a tag is made of, quotes among them, its query reads as that tag alone."""
    tree = All((Field("tag", value), Word("x y", "phrase")))
    assert read_query(rendered(tree)) == Query(tree)


@pytest.mark.parametrize(
    "text", ["C++", "O'Brien", '"unclosed', "a:b", "12:30", "https://x.org/?q=1", "-", "*", "well-"]
)
def test_signs_that_mean_nothing_are_part_of_words(text: str) -> None:
    """They are sought as they stand, and nothing is said of them."""
    found = read_query(text)
    assert found.faults == ()
    assert words_in(found.node) == (text.replace('"', ""),)


@pytest.mark.parametrize(
    ("text", "why", "at"),
    [
        ("a OR", "nothing-after", 2),
        ("OR a", "nothing-before", 0),
        ("a AND", "nothing-after", 2),
        ("a (b", "not-closed", 2),
        ("a) b", "nothing-before", 1),
        ("a ()", "empty", 2),
        ("a is:odd", "state", 2),
        ("has:money a", "belonging", 0),
        ("date:soon a", "date", 0),
        ("within:12 a", "date", 0),
        ("actor: a", "nothing-after", 0),
        ("a NOT", "nothing-after", 2),
    ],
)
def test_what_cannot_be_read_is_explained_and_left_out(text: str, why: str, at: int) -> None:
    """The rest of the query counts."""
    found = read_query(text)
    assert [(fault.why, fault.start) for fault in found.faults] == [(why, at)]
    assert "a" in words_in(found.node)


@pytest.fixture
def chronicle() -> Chronicle:
    """Three events: an appeal, a disputed truce, a claim."""
    return a_chronicle(
        an_event(
            "2016-04", "appeal", actors=("baku",), passages=("one.1", "two.1"), type="REQUEST"
        ),
        an_event(
            "2017~", "truce", title="A well-known truce", passages=("one.2",), tags=("peace",)
        ),
        an_event("2021/2023", "border", claimed_by="baku", place="Sotk"),
        actors=(an_actor("baku", name="Azerbaijan", aliases=("Əliyev's Baku", "Баку")),),
        articles=(an_article("one", title="Fair-weather allies", container_title="The Herald"),),
    )


def found(chronicle: Chronicle, text: str) -> set[str]:
    """Return the ids of the events that a query finds."""
    words = words_of(chronicle, {"two.1": "Shots were heard."}, {"REQUEST": "Appeal"})
    marks = {"truce": Bookmark("truce", "", "Look again.", ("mine",))}
    noted = frozenset({"border"})
    matcher = Matcher(chronicle, Filters(text=text), words, frozenset(marks), marks, noted)
    events = matcher.events()
    assert all(matcher.matches(event) for event in events)
    return {event.id for event in events}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("shots", {"appeal"}),
        ('"shots were"', {"appeal"}),
        ('"shot were"', set()),
        ("know*", {"truce"}),
        ("nown*", set()),
        ("nown", {"truce"}),
        ("-shots", {"truce", "border"}),
        ("shots OR truce", {"appeal", "truce"}),
        ("(shots OR truce) -known", {"appeal"}),
        ("actor:aliyev", {"appeal", "border"}),
        ("actor:баку", {"appeal", "border"}),
        ("type:appeal", {"appeal"}),
        ("type:request", {"appeal"}),
        ("article:herald", {"appeal", "truce"}),
        ('article:"fair-weather"', {"appeal", "truce"}),
        ("date:2016", {"appeal"}),
        ("date:2016..2022", {"appeal", "truce", "border"}),
        ("date:2018..", {"border"}),
        ("within:2016", {"appeal"}),
        ("within:2021..2022", set()),
        ("within:2021..", {"border"}),
        ("within:..2017", {"appeal", "truce"}),
        ("tag:pea", {"truce"}),
        ("tag:mine", {"truce"}),
        ("place:sotk", {"border"}),
        ("is:single-source", {"truce"}),
        ("is:bookmarked", {"truce"}),
        ("is:claimed", {"border"}),
        ("is:approximate", {"truce"}),
        ("has:note", {"truce", "border"}),
        ("has:tag", {"truce"}),
        ("has:place", {"border"}),
        ("has:actor", {"appeal"}),
        ("is:disputed", set()),
    ],
)
def test_what_is_found(chronicle: Chronicle, text: str, ids: set[str]) -> None:
    """Each form finds what it says."""
    assert found(chronicle, text) == ids


@given(TREES)
def test_a_tree_means_what_its_parts_mean(node: Node) -> None:
    """Any tree holds of an event as a plain reading of it says."""
    chronicle = a_chronicle(
        an_event("2016-04", "x", title="Armenia and C++, 12:30", summary="collective security"),
        an_event(
            "2017", "y", title="O'Brien in Ереван: well-known, Əli", actors=("nikol-pashinyan",)
        ),
    )
    words = words_of(chronicle, {})
    ground = Ground(chronicle, words)

    def plainly(one: Node, event: Event) -> bool:
        text = words.of_event[event.id]
        match one:
            case All(parts):
                return all(plainly(part, event) for part in parts)
            case Any(parts):
                return any(plainly(part, event) for part in parts)
            case Not(of):
                return not plainly(of, event)
            case Word(wanted, "part"):
                return fold(wanted) in text
            case Word(wanted, "prefix"):
                return any(word.startswith(fold(wanted)) for word in text.split())
            case Word(wanted, _):
                return f" {fold(wanted)} " in f" {text} ".replace("\n", " ")
            case Field("actor", _):
                return bool(event.participants)
            case Field("date", _):
                return True
            case _:
                return False

    holds = holds_of(node, ground)
    for event in chronicle.events:
        assert holds(event) == plainly(node, event)


def test_some_queries_depend_on_bookmarks() -> None:
    """So that the list follows when they change."""
    assert looks_at_marks(Filters(text="a OR has:note"))
    assert looks_at_marks(replace(Filters(), bookmarked_only=True))
    assert not looks_at_marks(Filters(text="note actor:x"))
