"""BibTeX: articles as entries for LaTeX (biblatex's @online and @article), in UTF-8."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from explorer.exchange.citing.issued import issued_of
from explorer.model.records import Article, Author

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(articles: Iterable[Article]) -> str:
    """Return one entry for each article, its key made of its id."""
    keys: set[str] = set()
    return "\n".join(_entry(one, _key(one.id, keys)) for one in articles)


def _key(name: str, taken: set[str]) -> str:
    """Return an id as a key that no other entry has; LaTeX takes only plain letters there."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9:.+/-]+", "-", plain).strip("-") or "source"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    taken.add(key)
    return key


def _entry(article: Article, key: str) -> str:
    issued = issued_of(article.issued)
    where = article.container_title
    fields = {
        "author": " and ".join(_name(one) for one in article.authors),
        "title": f"{{{_tex(article.title)}}}",  # braces keep the capitals
        "journaltitle": _tex(where),
        "publisher": _tex(article.publisher),
        "date": article.issued.edtf if article.issued and issued and issued.sure else "",
        "year": "" if issued is None or issued.sure else issued.year,
        "url": article.url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        "langid": article.language,
    }
    kind = "article" if where else "online"
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}\n}}\n"


def _name(author: Author) -> str:
    """Return a name as BibTeX parts it; one of a single part is kept whole."""
    if author.given:
        return f"{_tex(author.family)}, {_tex(author.given)}"
    return f"{{{_tex(author.family)}}}"


def _tex(text: str) -> str:
    """Return text of which TeX takes nothing for a command."""
    return "".join(_SPECIAL.get(sign, sign) for sign in " ".join(text.split()))
