"""The real articles as saved pages; skipped where QUOTELINE_ARTICLES names none."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.importing.reading import read_texts
from explorer.importing.texts import ReadAs
from explorer.sources.attaching import attach_paths, recognise_texts
from explorer.sources.library import make_library
from explorer.sources.status import Status
from explorer.sources.text import decode_text
from explorer.store.chronicles import open_chronicle
from explorer.store.folders import bundled_chronicle
from tests.importing.made_pages import STRAY, with_everything


def page_of(path: Path) -> str:
    """Return an article's text as a page: its first line as the headline, a line a paragraph."""
    text = decode_text(path.read_bytes(), path.name)
    first, *others = [line.strip() for line in text.split("\n") if line.strip()]
    return with_everything(first, others)


def test_every_passage_is_found_in_the_body_of_a_page(articles: Path) -> None:
    """With menu, cookie banner, comments and teasers around, each bundled passage is found."""
    chronicle = open_chronicle(bundled_chronicle())
    bodies = {}
    for path in sorted(articles.glob("*.txt")):
        found = read_texts(page_of(path).encode(), "page.html")
        best = recognise_texts(chronicle, "page.html", found)[-1]
        assert best.reading is ReadAs.READABLE
        assert STRAY not in best.text
        bodies[best.article] = best.text
    assert sorted(bodies) == sorted(one.id for one in chronicle.published)
    library = make_library(chronicle, bodies)
    lost = [
        passage.id
        for passage in chronicle.passages
        if library.reading(passage.id).status not in {Status.EXACT, Status.MOVED}
    ]
    assert lost == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_saved_pages_of_the_articles_are_recognised(
    articles: Path, tmp_path: Path, encoding: str
) -> None:
    """In whatever encoding, under whatever name, and amid strangers."""
    chronicle = open_chronicle(bundled_chronicle())
    for number, path in enumerate(sorted(articles.glob("*.txt"))):
        raw = page_of(path).encode(encoding, "xmlcharrefreplace")
        (tmp_path / f"{number}.html").write_bytes(raw)
        (tmp_path / f"{number} other.html").write_text(with_everything("Tale", ["Words. " * 40]))
    report = attach_paths(chronicle, [tmp_path])
    published = {one.id for one in chronicle.published}
    assert {one.article for one in report.matched} == published
    assert len(report.matched) == 2 * len(published)
    assert len(report.unmatched) == len(published)
    assert report.faults == ()
