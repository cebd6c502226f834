"""RIS: articles as records of reference programs (Research Information Systems, 2001 format)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.exchange.citing.issued import Issued, issued_of
from explorer.model.records import Article, Author

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "book": "BOOK", "chapter": "CHAP", "report": "RPRT", "webpage": "ELEC", "post-weblog": "BLOG",
}  # fmt: skip


def ris(articles: Iterable[Article]) -> str:
    """Return one record for each article, lines ended by CR and LF as the format asks."""
    return "".join(
        f"{tag}  - {' '.join(value.split())}\r\n"
        for article in articles
        for tag, value in _fields(article)
    )


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    unknown = "MGZN" if article.container_title else "ELEC" if article.url else "GEN"
    yield "TY", _TYPES.get(article.type, unknown)
    yield "ID", article.id
    yield from (("AU", _name(one)) for one in article.authors)
    issued = issued_of(article.issued)
    for tag, value in (
        ("TI", article.title),
        ("T2", article.container_title),
        ("PB", article.publisher),
        ("PY", str(issued.first) if issued and issued.first == issued.last else ""),
        ("DA", _date(issued) if issued else ""),
        ("N1", _doubt(article, issued)),
        ("UR", article.url),
        ("LA", article.language),
    ):
        if value:
            yield tag, value
    yield "ER", ""


def _name(author: Author) -> str:
    return ", ".join(part for part in (author.family, author.given) if part)


def _date(issued: Issued) -> str:
    """Return a date as RIS has it: year, month and day between strokes."""
    if not issued.month:
        return ""
    return f"{issued.first}/{issued.month:02d}/{f'{issued.day:02d}' if issued.day else ''}"


def _doubt(article: Article, issued: Issued | None) -> str:
    """Say what is known of a date that RIS has no place for."""
    if article.issued is None or (issued is not None and issued.sure):
        return ""
    basis = f" ({article.issued_basis})" if article.issued_basis else ""
    return f"Date of publication: {article.issued.edtf}{basis}"
