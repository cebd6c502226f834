"""The coded chronicle on the real articles; skipped where QUOTELINE_ARTICLES names none."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.sources.anchoring import Status, anchor
from explorer.sources.attaching import attach_paths
from explorer.sources.coding import build_chronicle, read_articles
from explorer.sources.library import make_library
from explorer.sources.locators import locate, normalise
from explorer.sources.text import decode_text, paragraphs, sentences
from tests.sources.editions import passages_of

ROOT = Path(__file__).parents[2]
REQUOTED = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "—", " ": "\u00a0"})


@cache
def built(folder: Path) -> tuple[Chronicle, dict[str, str]]:
    """Return the chronicle built from the repository's sheets, and the articles' texts."""
    sheets = ROOT / "data/coding"
    if not (sheets / "chronicle.toml").is_file():
        pytest.skip("data/coding holds no coding sheets")
    codebook = read_codebook(
        (ROOT / "resources/codebook.toml").read_text(encoding="utf-8"), "codebook.toml"
    )
    texts = read_articles(sheets, folder)
    return build_chronicle(sheets, ROOT / "data/briefs", texts, codebook), texts


def rewrapped(text: str) -> str:
    """Wrap every line of a text at 60 signs."""
    return "\n\n".join(textwrap.fill(line, 60) for line in text.split("\n"))


def with_banner(text: str) -> str:
    """Put a notice before a text and into its middle."""
    notice = "We value your privacy. Accept all cookies?\n\n"
    middle = text.index("\n", len(text) // 2) + 1
    return notice + text[:middle] + notice + text[middle:]


def requoted(text: str) -> str:
    """Change quotes, dashes and spaces."""
    return text.translate(REQUOTED)


def shuffled(text: str) -> str:
    """Change the order of the paragraphs."""
    lines = text.split("\n")
    random.Random(1992).shuffle(lines)  # noqa: S311 - the same order at every run
    return "\n".join(lines)


EDITS = [rewrapped, with_banner, requoted, shuffled]


def test_every_coded_passage_is_exact(articles: Path) -> None:
    """In the articles that were coded every passage is exact, and so in the briefs."""
    chronicle, texts = built(articles)
    library = make_library(chronicle, texts)
    assert {reading.status for reading in library.readings.values()} == {Status.EXACT}


def test_the_folder_of_articles_is_recognised(articles: Path) -> None:
    """Each article is matched by its content, and nothing else in the folder is."""
    chronicle, texts = built(articles)
    report = attach_paths(chronicle, [articles])
    assert sorted(one.article for one in report.matched) == sorted(texts)
    assert report.faults == ()


@pytest.mark.parametrize("edit", EDITS)
def test_every_coded_passage_is_found_in_another_edition(
    articles: Path, edit: Callable[[str], str]
) -> None:
    """Re-wrapped, re-quoted, with notices put in or shuffled, no coded passage is lost."""
    chronicle, texts = built(articles)
    library = make_library(chronicle, {name: edit(text) for name, text in texts.items()})
    for passage in chronicle.passages:
        reading = library.reading(passage.id)
        assert reading.status is not Status.MISSING
        if passage.article in texts:
            own = texts[passage.article][passage.start : passage.end]
            assert normalise(reading.quote) == normalise(own)


@pytest.mark.parametrize("edit", EDITS)
def test_every_sentence_is_found_in_another_edition(
    articles: Path, edit: Callable[[str], str]
) -> None:
    """Every sentence of every article is found, with its words, in each edited edition."""
    for file in sorted(articles.glob("*.txt")):
        text = decode_text(file.read_bytes(), file.name)
        counted = [one for paragraph in paragraphs(text) for one in sentences(text, paragraph)]
        passages = passages_of(text, [(one.start, one.end) for one in counted])
        other = edit(text)
        found = anchor(passages, other)
        for one in passages:
            assert found[one.id].status is not Status.MISSING
            here = other[found[one.id].start : found[one.id].end]
            assert normalise(here) == normalise(text[one.start : one.end])


def test_a_deleted_sentence_is_missing_from_a_real_article(articles: Path) -> None:
    """Each sentence taken out in turn is missing, and not found somewhere else."""
    for file in sorted(articles.glob("*.txt")):
        text = decode_text(file.read_bytes(), file.name)
        for paragraph in paragraphs(text):
            for one in sentences(text, paragraph):
                (locator,) = locate(text, [one])
                if locator.fingerprint:
                    (passage,) = passages_of(text, [(one.start, one.end)])
                    rest = text[: one.start] + text[one.end :]
                    assert anchor([passage], rest)["p0"].status is Status.MISSING
