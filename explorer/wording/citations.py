"""Citations: an article named on one line, much as the Chicago Manual of Style names it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.model.records import Article, Author
from explorer.wording.dates import date_wording

translate = QCoreApplication.translate
_STOPS = (".", "?", "!", "…")


def citation(article: Article, locale: QLocale | None = None) -> str:
    """Cite an article on one line: authors, title, publication, date (17th edition, 14.1)."""
    title = article.title if article.title.endswith(_STOPS) else f"{article.title}."
    parts = [translate("Wording", "“{title}”").format(title=title)]
    if named := authors(article):
        parts.insert(0, named if named.endswith(_STOPS) else f"{named}.")
    issue = ", ".join(part for part in (publication(article), issued(article, locale)) if part)
    parts.append(f"{issue}.")
    return " ".join(parts)


def authors(article: Article) -> str:
    """Return the authors' names, the first one turned about; four or more are cut to one."""
    if not article.authors:
        return ""
    first, *others = article.authors
    lead = f"{first.family}, {first.given}" if first.given else first.family
    if not others:
        return lead
    if len(others) > 2:
        return translate("Wording", "{author} et al.").format(author=lead)
    names = [lead, *map(_straight, others)]
    return translate("Wording", "{authors}, and {last}").format(
        authors=", ".join(names[:-1]), last=names[-1]
    )


def publication(article: Article) -> str:
    """Return where an article appeared."""
    return article.container_title or article.publisher


def issued(article: Article, locale: QLocale | None = None) -> str:
    """Word an article's date, or say that it has none."""
    if article.issued is None:
        return translate("Wording", "undated")
    return date_wording(article.issued, locale)


def _straight(author: Author) -> str:
    return f"{author.given} {author.family}".strip()
