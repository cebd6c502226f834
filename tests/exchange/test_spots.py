from __future__ import annotations

from explorer.exchange.spots import Spot, spots_that

TABLES: dict[str, dict[str, object]] = {
    "events": {
        "1": {"id": "first", "title": "red", "support": [{"asserts": {"note": "a red one"}}]},
        "2": {"id": "second", "tags": ["blue", "red"], "n": 3},
    },
    "bookmarks": {"7": {"event": "first", "note": "red"}, "8": {"note": "red"}},
}


def test_every_text_has_its_place() -> None:
    """Table, number, id or what a document without one is about, and the way to the field."""
    found = list(spots_that(lambda text: "red" in text, TABLES))
    assert [(one.table, one.number, one.id, one.field, one.text) for one in found] == [
        ("events", "1", "first", "title", "red"),
        ("events", "1", "first", "support[0].asserts.note", "a red one"),
        ("events", "2", "second", "tags", "blue red"),
        ("bookmarks", "7", "first", "note", "red"),
        ("bookmarks", "8", "8", "note", "red"),
    ]


def test_what_stands_only_in_the_whole_document_has_no_field() -> None:
    """Words that run from one field, or from its name, into the next are told of the document."""
    found = list(spots_that(lambda text: "second tags blue" in text, TABLES))
    assert found == [Spot("events", "2", "second", (), "id second tags blue red n 3")]
