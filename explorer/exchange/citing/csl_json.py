"""CSL-JSON: articles as items of the Citation Style Language, as Zotero and pandoc read them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.exchange.citing.issued import issued_of
from explorer.model.records import Article


def csl_json(articles: Iterable[Article]) -> str:
    """Return the items (CSL-JSON schema 1.0.2); what an item holds besides is kept."""
    return json.dumps([_item(one) for one in articles], ensure_ascii=False, indent=2) + "\n"


def _item(article: Article) -> dict[str, object]:
    item: dict[str, object] = {
        "id": article.id,
        "type": article.type if article.type != "article" else "article-magazine",
        "title": article.title,
        "container-title": article.container_title,
        "publisher": article.publisher,
        "author": [
            {"family": one.family, "given": one.given} if one.given else {"literal": one.family}
            for one in article.authors
        ],
        "issued": _issued(article),
        "URL": article.url,
        "language": article.language,
    }
    return {name: value for name, value in item.items() if value}


def _issued(article: Article) -> dict[str, object]:
    """Return a date as CSL has it: parts of one day, month or year, or of the bounds of several."""
    issued = issued_of(article.issued)
    if article.issued is None:
        return {}
    if issued is None:
        return {"literal": article.issued.edtf}
    if issued.sure and issued.first == issued.last:
        parts = [one for one in (issued.first, issued.month, issued.day) if one]
        return {"date-parts": [parts]}
    years = [[issued.first]] if issued.first == issued.last else [[issued.first], [issued.last]]
    return {"date-parts": years, "circa": True}
