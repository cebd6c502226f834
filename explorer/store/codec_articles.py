"""The codec of articles (CSL-JSON items), editions and passages."""

from __future__ import annotations

from typing import get_args

from explorer.model.records import Article, ArticleKind, Author, Edition, Passage, TextQuote
from explorer.model.said import said
from explorer.store.codec_fields import LARGEST, Fields, document

ARTICLE_KINDS: tuple[ArticleKind, ...] = get_args(ArticleKind)

LARGEST_PRINT = 2**64 - 1
"""The largest hash in a fingerprint."""


def decode_article(fields: Fields) -> Article:
    """Return the article that a CSL-JSON item holds; DamagedFile names the field that is wrong."""
    return Article(
        id=fields.text("id"),
        kind=fields.choice("kind", ARTICLE_KINDS),
        derived_from=fields.optional_text("derived_from"),
        type=fields.optional_text("type") or "article",
        title=fields.text("title"),
        container_title=fields.optional_text("container-title"),
        publisher=fields.optional_text("publisher"),
        authors=fields.inners("author", decode_author),
        issued=fields.optional_date("issued"),
        issued_basis=fields.optional_text("issued-basis"),
        url=fields.optional_text("URL"),
        language=fields.optional_text("language"),
        extra=fields.rest(),
    )


def encode_article(article: Article) -> dict[str, object]:
    """Return the CSL-JSON item of an article."""
    return document(
        {
            "id": article.id,
            "kind": article.kind,
            "derived_from": article.derived_from,
            "type": article.type,
            "title": article.title,
            "container-title": article.container_title,
            "publisher": article.publisher,
            "author": [encode_author(author) for author in article.authors],
            "issued": article.issued.edtf if article.issued else "",
            "issued-basis": article.issued_basis,
            "URL": article.url,
            "language": article.language,
        },
        article.extra,
    )


def decode_author(fields: Fields) -> Author:
    """Return the name that a CSL-JSON name object holds."""
    return Author(
        family=fields.optional_text("family"),
        given=fields.optional_text("given"),
        extra=fields.rest(),
    )


def encode_author(author: Author) -> dict[str, object]:
    """Return the CSL-JSON name object of an author."""
    return document({"family": author.family, "given": author.given}, author.extra)


def decode_edition(fields: Fields) -> Edition:
    """Return the edition that a JSON object holds."""
    text = fields.optional_text("text")
    return Edition(
        id=fields.text("id"),
        article=fields.text("article"),
        sha256=fields.text("sha256"),
        length=fields.whole("length", 0, LARGEST),
        text=text or None,
        extra=fields.rest(),
    )


def encode_edition(edition: Edition) -> dict[str, object]:
    """Return the JSON object of an edition."""
    known = {
        "id": edition.id,
        "article": edition.article,
        "sha256": edition.sha256,
        "length": edition.length,
        "text": edition.text,
    }
    return document(known, edition.extra)


def decode_passage(fields: Fields) -> Passage:
    """Return the passage that a JSON object holds."""
    start = fields.whole("start", 0, LARGEST)
    end = fields.whole("end", 0, LARGEST)
    if end < start:
        raise fields.fault(
            "end",
            said("must not come before the start, {start}, but it is {end}.", start=start, end=end),
        )
    return Passage(
        id=fields.text("id"),
        article=fields.text("article"),
        edition=fields.text("edition"),
        paragraph=fields.whole("paragraph", 1, LARGEST),
        start=start,
        end=end,
        sha256=fields.text("sha256"),
        fingerprint=fields.wholes("fingerprint", 0, LARGEST_PRINT),
        retells=fields.texts("retells"),
        quote=decode_quote(fields.inner("quote")) if fields.has("quote") else None,
        extra=fields.rest(),
    )


def encode_passage(passage: Passage) -> dict[str, object]:
    """Return the JSON object of a passage."""
    return document(
        {
            "id": passage.id,
            "article": passage.article,
            "edition": passage.edition,
            "paragraph": passage.paragraph,
            "start": passage.start,
            "end": passage.end,
            "sha256": passage.sha256,
            "fingerprint": list(passage.fingerprint),
            "retells": list(passage.retells),
            "quote": encode_quote(passage.quote) if passage.quote else None,
        },
        passage.extra,
    )


def decode_quote(fields: Fields) -> TextQuote:
    """Return the words of a passage and around it that a JSON object holds."""
    return TextQuote(
        exact=fields.text("exact"),
        prefix=fields.optional_text("prefix"),
        suffix=fields.optional_text("suffix"),
        extra=fields.rest(),
    )


def encode_quote(quote: TextQuote) -> dict[str, object]:
    """Return the JSON object of a passage's words and of those around it."""
    known = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    return document(known, quote.extra)
