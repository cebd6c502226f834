"""BibTeX, RIS and CSL-JSON: what reference programs read of an article."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from explorer.exchange.citing.bibtex import bibtex
from explorer.exchange.citing.csl_json import csl_json
from explorer.exchange.citing.ris import ris
from explorer.model.date import parse_date
from explorer.model.records import Article, Author

BOATS = Article(
    "boats-2001",
    "published",
    "Boats & {Braces}: 50% Off",
    container_title="Herald",
    authors=(Author("Lind", "Ada"), Author("Harbour Guild")),
    issued=parse_date("2001-06-10"),
    url="https://herald.example/boats_1",
    language="en",
)
UNDATED = Article("Zürich/§", "published", "No Day", issued=parse_date("[2000..2001]"))


def test_bibtex_holds_what_is_known() -> None:
    """Names parted, capitals kept, TeX's signs made plain, the date as it is."""
    told = bibtex([BOATS])
    assert told.startswith("@article{boats-2001,\n")
    assert "author = {Lind, Ada and {Harbour Guild}}" in told
    assert r"title = {{Boats \& \{Braces\}: 50\% Off}}" in told
    assert "date = {2001-06-10}" in told
    assert "url = {https://herald.example/boats_1}" in told


def test_bibtex_keys_are_plain_and_apart() -> None:
    """Two ids that look alike without accents get keys of their own."""
    told = bibtex([UNDATED, Article("Zurich/", "published", "Other")])
    assert re.findall(r"@\w+\{([^,]+),", told) == ["Zurich/", "Zurich/-2"]
    assert "year = {[2000 or 2001]}" in told


@given(st.text(st.characters(codec="utf-8")))
def test_bibtex_braces_are_balanced(title: str) -> None:
    """Whatever a title holds, the entry ends where it should."""
    told = bibtex([Article("a", "published", title)])
    bare = re.sub(r"\\[{}]", "", told.replace(r"\textbackslash{}", ""))
    assert bare.count("{") == bare.count("}")
    assert told.count("\n@") == 0


def test_ris_holds_what_is_known() -> None:
    """Tags, names and the date in RIS's own form; lines end as it asks."""
    told = ris([BOATS])
    lines = told.split("\r\n")
    assert lines[0] == "TY  - MGZN"
    assert "AU  - Lind, Ada" in lines
    assert "AU  - Harbour Guild" in lines
    assert "PY  - 2001" in lines
    assert "DA  - 2001/06/10" in lines
    assert lines[-2] == "ER  - "


def test_ris_says_what_is_doubtful_of_a_date() -> None:
    """No year is invented where there are two; a note tells."""
    told = ris([UNDATED])
    assert "PY" not in told
    assert "N1  - Date of publication: [2000..2001]" in told


@given(st.text(st.characters(codec="utf-8")))
def test_a_field_of_ris_cannot_begin_another(title: str) -> None:
    """A title of several lines stays one field."""
    told = ris([Article("a", "published", f"x{title}\r\nER  - ")])
    tags = [line[:6] for line in told.split("\r\n") if line]
    assert tags == ["TY  - ", "ID  - ", "TI  - ", "ER  - "]


def test_csl_json_holds_what_is_known() -> None:
    """Date parts, names, and no empty field."""
    (item,) = json.loads(csl_json([BOATS]))
    assert item["issued"] == {"date-parts": [[2001, 6, 10]]}
    assert item["author"] == [{"family": "Lind", "given": "Ada"}, {"literal": "Harbour Guild"}]
    assert "publisher" not in item


def test_csl_json_keeps_doubt_about_a_date() -> None:
    """Of several years the first and the last, about so; of an open date its text."""
    open_ended = Article("b", "published", "Open", issued=parse_date("../2001"))
    first, second = json.loads(csl_json([UNDATED, open_ended]))
    assert first["issued"] == {"date-parts": [[2000], [2001]], "circa": True}
    assert second["issued"] == {"literal": "../2001"}
