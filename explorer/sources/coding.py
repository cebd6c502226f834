"""Coding: the chronicle made from its sheets, its briefs and the articles, again whenever wanted.

The sheets are TOML files written by hand (data/README.md tells how). They name a passage as
`<article> p<paragraph>.s<first>[-s<last>]`, counted as the module `text` counts; what comes out
holds locators and no word of a published article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.errors import QuotelineError
from explorer.model.records import Article, Author, Edition
from explorer.sources.coding_links import disagreements, links
from explorer.sources.coding_passages import CodedText, PassageBook
from explorer.sources.coding_records import Known, actor, event, ids_of
from explorer.sources.coding_sheets import Faults, Row, Sheets, read_sheets
from explorer.sources.library import text_sha256
from explorer.sources.text import decode_text, paragraphs


def read_articles(sheets: Path, folder: Path) -> dict[str, str]:
    """Return the texts of the articles that the sheets name, by article id.

    A text is the file that articles.toml gives, or else `<article id>.txt`, in `folder`.
    Raises QuotelineError naming every article whose text is not there or cannot be read.
    """
    read = read_sheets(sheets)
    found: dict[str, str] = {}
    faults = Faults()
    for one in read.articles:
        row = replace(one, faults=faults)
        article = row.text("id")
        names = dict.fromkeys(name for name in (row.text("file"), f"{article}.txt") if name)
        path = next((folder / name for name in names if (folder / name).is_file()), None)
        if path is None:
            row.fault(f"no text in {folder} ({' or '.join(names)})")
        else:
            found[article] = _read_text(path, row)
    faults.raise_if_any()
    return found


def _read_text(path: Path, row: Row) -> str:
    try:
        return decode_text(path.read_bytes(), path.name)
    except OSError as error:
        row.fault(f"{path.name}: cannot be read ({error.strerror})")
    except QuotelineError as error:
        row.fault(str(error))
    return ""


def build_chronicle(
    sheets: Path, briefs: Path, articles: Mapping[str, str], codebook: Codebook
) -> Chronicle:
    """Make the chronicle from the sheets in `sheets` and the briefs `<article id>.txt` in `briefs`.

    `articles` holds the text of every published article by id (see `read_articles`); `codebook`
    says which types and roles there are. The same files give the same chronicle.

    Raises one QuotelineError that lists every fault with its file and id.
    """
    read = read_sheets(sheets)
    head = read.chronicle[0] if read.chronicle else Row({}, "chronicle.toml", read.faults)
    published = [_article(row) for row in read.articles]
    texts = _texts(read, briefs, articles)
    book = PassageBook(texts)
    ids_of(read.articles)
    known = Known(codebook, ids_of(read.actors), ids_of(read.events), book)
    actors = tuple(actor(row, known) for row in read.actors)
    events = tuple(one for row in read.events if (one := event(row, known)) is not None)
    linked = links(read.links, known)
    differing = disagreements(read.disagreements, known, events)
    told = _head(head)
    read.faults.raise_if_any()
    retold = [_brief(article, texts[f"brief-{article.id}"].text, told) for article in published]
    return Chronicle(
        id=head.text("id"),
        title=head.text("title"),
        description=head.text("description"),
        articles=(*published, *retold),
        editions=tuple(coded.edition for coded in texts.values()),
        passages=book.passages(),
        actors=actors,
        events=events,
        links=linked,
        disagreements=differing,
        extra=told,
    )


def _head(row: Row) -> dict[str, object]:
    """Check the chronicle's own sheet and return what goes beyond id, title and description."""
    further = ("subject", "language", "licence")
    row.only("id", "title", "description", *further)
    row.slug("id")
    row.text("title", None)
    row.text("description")
    return {key: row.text(key) for key in further if row.text(key)}


def _article(row: Row) -> Article:
    row.only(
        "id", "type", "title", "container-title", "publisher", "author", "issued", "issued-basis",
        "URL", "language", "file",
    )  # fmt: skip
    return Article(
        id=row.text("id"),
        kind="published",
        title=row.text("title", None),
        type=row.text("type", "article"),
        container_title=row.text("container-title"),
        publisher=row.text("publisher"),
        authors=tuple(_author(one) for one in row.rows("author")),
        issued=row.date("issued", ""),
        issued_basis=row.text("issued-basis"),
        url=row.text("URL"),
        language=row.text("language"),
    )


def _author(row: Row) -> Author:
    row.only("family", "given")
    return Author(row.text("family", None), row.text("given"))


def _brief(article: Article, text: str, told: Mapping[str, object]) -> Article:
    first = paragraphs(text)[0]
    return Article(
        id=f"brief-{article.id}",
        kind="brief",
        title=text[first.start : first.end],
        derived_from=article.id,
        publisher="Quoteline",
        language=str(told.get("language", "en")),
    )


def _texts(read: Sheets, briefs: Path, articles: Mapping[str, str]) -> dict[str, CodedText]:
    """Return the texts of the published articles and then of their briefs, by article id."""
    published: dict[str, CodedText] = {}
    retold: dict[str, CodedText] = {}
    for row in read.articles:
        article = row.text("id")
        text = articles.get(article, "")
        if not text.strip():
            row.fault("its text is not given")
        published[article] = _coded(article, text, carried=False)
        brief = _brief_text(row, briefs / f"{article}.txt")
        retold[f"brief-{article}"] = _coded(f"brief-{article}", brief, carried=True)
    return {**published, **retold}


def _brief_text(row: Row, path: Path) -> str:
    if not path.is_file():
        row.fault(f"its brief {path.name} is missing in {path.parent}")
        return ""
    text = _read_text(path, row)
    if not text.strip():
        row.fault(f"its brief {path.name} is empty")
    return text


def _coded(article: str, text: str, carried: bool) -> CodedText:
    sha256 = text_sha256(text)
    edition = Edition(
        f"{article}-{sha256[:8]}", article, sha256, len(text), text if carried else None
    )
    return CodedText(edition, text)
