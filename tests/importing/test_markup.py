"""Sources made to choke a parser are refused at once, and nothing outside them is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.importing.markup import parse_page
from explorer.importing.texts import ImportFault, Trouble


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("<div>" * 200_000 + "deep", "nest too deep"),
        ("</x>" * 100_000 + "<b>" * 5_000, "nest too deep"),
        ("<div " + " ".join(f"a{n}='1'" for n in range(200_000)) + ">", "attributes"),
        ("<div " + "/".join(f"a{n}" for n in range(200_000)) + ">", "attributes"),
        ("<br>" * 300_000, "250,000 tags"),
    ],
    ids=["nested", "errors first", "attributes", "bare attributes", "tags"],
)
def test_what_no_page_has_is_refused(source: str, told: str) -> None:
    """Tags nested, attributes and tags without measure end as one line."""
    with pytest.raises(ImportFault, match=told) as caught:
        parse_page(source, "a.html")
    assert caught.value.trouble is Trouble.UNREADABLE
    assert str(caught.value).startswith("a.html: ")


@pytest.mark.parametrize("source", ["<!--" * 40_000, "<?" * 100_000, "<![CDATA[" * 50_000, " "])
def test_what_says_nothing_has_no_tree(source: str) -> None:
    """Comments and the like that never end are read in one go and hold nothing."""
    assert parse_page(source, "a.html") is None


def text_of(source: str) -> str:
    """Return all the text in a source's tree."""
    root = parse_page(source, "a.html")
    assert root is not None
    return "".join(root.itertext())


def test_a_tag_that_never_ends_says_nothing() -> None:
    """Forty thousand beginnings of a link are read in one go."""
    assert text_of("<p>words</p>" + "<a " * 40_000) == "words"


def test_a_long_tag_of_a_saved_picture_is_none_of_the_refused() -> None:
    """Pages saved in one file carry pictures and data as long attributes, and long scripts."""
    for value in ("data:image/png;base64,A b=c", '{"a b": "c d"} '):
        assert text_of(f"<p>words<img src='{value * 20_000}'></p>") == "words"
    script = "for (i = 0; i <n; i++) x = [" + "'a', " * 20_000
    assert text_of(f"<script>{script}]</script><p>words</p>").endswith("]words")


def test_entities_of_the_document_are_not_put_in(tmp_path: Path) -> None:
    """Neither an entity that grows without end nor one that names a file is followed."""
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    grown = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))
    source = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{grown}'
        f'<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body>'
        "<p>&l19; &x; &eacute;</p></body></html>"
    )
    text = text_of(source)
    assert "secret" not in text.replace("&x;", "")
    assert len(text) < 200
    assert "é" in text


def test_empty_tags_of_xhtml_swallow_nothing() -> None:
    """A script or division that closes itself ends there."""
    source = "<html><head><script src='a'/><title/></head><body><div/><p>words</p></body></html>"
    assert text_of(source) == "words"
