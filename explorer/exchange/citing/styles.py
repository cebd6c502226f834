"""Styles: an article cited as Chicago notes, APA or MLA want it.

Chicago Manual of Style, 17th edition, 14.76 (authors), 14.191 (magazines) and 14.206 (websites);
Publication Manual of the APA, 7th edition, 10.1 and 10.16; MLA Handbook, 9th edition, 5. Titles
keep the capitals they have: which words are names, and so keep theirs in APA's lower case, nobody
but a reader can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from explorer.exchange.citing.issued import MONTHS, Issued, issued_of
from explorer.exchange.citing.words import Citation, Words
from explorer.model.records import Article, Author


class Style(StrEnum):
    """A style of citation."""

    CHICAGO = "chicago"
    APA = "apa"
    MLA = "mla"


NAMES = {Style.CHICAGO: "Chicago (notes)", Style.APA: "APA", Style.MLA: "MLA"}

_LISTED, _NAMED = 10, 7
"""Authors that a Chicago bibliography names at most, and those it names where there are more."""

_ENDS = (".", "?", "!", "…")
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.",
          "Dec.")  # fmt: skip


def in_full(article: Article, style: Style) -> Citation:
    """Cite an article in full, as a list of sources has it."""
    return _FULL[style](article)


def in_first_note(article: Article, style: Style, place: str) -> Citation:
    """Cite a passage of an article not cited before, which Chicago then does in full."""
    return _chicago(article, place) if style is Style.CHICAGO else in_short(article, style, place)


def in_short(article: Article, style: Style, place: str) -> Citation:
    """Cite an article that is cited in full elsewhere; `place` names the passage ("para. 3")."""
    return _BRIEF[style](article, place)


def _chicago(article: Article, place: str = "") -> Citation:
    date = _chicago_date(issued_of(article.issued))
    names = _list([_straight(one) for one in article.authors], "and", most=3)
    behind = [part for part in (date, place, article.url) if part]  # an address comes last
    return (
        Words(f"{names}, " if names else ""),
        Words(f"“{_quotable(article.title)},” "),
        *_container(article, ", " if behind else "."),
        Words(_ended(", ".join(behind)) if behind else ""),
    )


def _chicago_listed(article: Article) -> Citation:
    """Cite an article as a bibliography has it: by the first author's family, in sentences."""
    names = _mla_names(article.authors[:1])
    others = [_straight(one) for one in article.authors[1:]]
    if len(others) > _LISTED - 1:
        names = ", ".join((names, *others[: _NAMED - 1], "et al."))
    elif others:
        names = f"{', '.join((names, *others[:-1]))}, and {others[-1]}"
    title = _quotable(article.title)
    stop = "" if title.endswith(_ENDS) else "."
    date = _ended(_chicago_date(issued_of(article.issued)))
    return (
        Words(f"{_ended(names)} " if names else ""),
        Words(f"“{title}{stop}” "),
        *_container(article, ", "),
        Words(f"{date} {_ended(article.url)}" if article.url else date),
    )


def _chicago_date(issued: Issued | None) -> str:
    if issued is None:
        return "n.d."
    month = MONTHS[issued.month - 1] if issued.month else ""
    if issued.day:
        return f"{month} {issued.day}, {issued.year}"
    return f"{month} {issued.year}".strip()


def _chicago_brief(article: Article, place: str) -> Citation:
    families = _list([one.family for one in article.authors], "and", most=3)
    title = _quotable(_short_title(article.title))
    behind = f"“{title},” {place}." if place else f"“{_ended(title)}”"
    return (Words(f"{families}, " if families else ""), Words(behind))


def _apa(article: Article) -> Citation:
    issued = issued_of(article.issued)
    date = _apa_year(issued)
    if issued is not None and issued.month:
        date += f", {MONTHS[issued.month - 1]}" + (f" {issued.day}" if issued.day else "")
    names = _list([_initials(one) for one in article.authors], "&", most=20, comma=True)
    title = _ended(article.title)
    lead = f"{_ended(names)} ({date}). {title} " if names else f"{title} ({date}). "
    return (
        Words(lead),
        *_container(article, ". " if article.url else "."),
        Words(article.url),
    )


def _apa_year(issued: Issued | None) -> str:
    if issued is None:
        return "n.d."
    years = str(issued.first) if issued.first == issued.last else f"{issued.first}–{issued.last}"
    return years if issued.sure else f"ca. {years}"


def _apa_brief(article: Article, place: str) -> Citation:
    issued = issued_of(article.issued)
    families = [one.family for one in article.authors]
    names = f"{families[0]} et al." if len(families) > 2 else " & ".join(families)
    return (Words(f"({_parted(names, article, _apa_year(issued), place)})"),)


def _mla(article: Article) -> Citation:
    behind = [part for part in (_mla_date(issued_of(article.issued)), _bare(article.url)) if part]
    names = _mla_names(article.authors)
    title = _quotable(article.title)
    stop = "" if title.endswith(_ENDS) else "."
    return (
        Words(f"{_ended(names)} " if names else ""),
        Words(f"“{title}{stop}” "),
        *_container(article, ", " if behind else "."),
        Words(_ended(", ".join(behind)) if behind else ""),
    )


def _mla_date(issued: Issued | None) -> str:
    if issued is None:
        return ""
    month = _SHORT[issued.month - 1] if issued.month else ""
    return " ".join(part for part in (str(issued.day or ""), month, issued.year) if part)


def _mla_names(authors: Sequence[Author]) -> str:
    if not authors:
        return ""
    first = ", ".join(part for part in (authors[0].family, authors[0].given) if part)
    if len(authors) == 1:
        return first
    return f"{first}, et al." if len(authors) > 2 else f"{first}, and {_straight(authors[1])}"


def _mla_brief(article: Article, place: str) -> Citation:
    families = [one.family for one in article.authors]
    names = f"{families[0]} et al." if len(families) > 2 else " and ".join(families)
    return (Words(f"({_parted(names, article, place.replace('para.', 'par.'))})"),)


def _parted(names: str, article: Article, *behind: str) -> str:
    """Return names, or a title without any, and what follows; a comma stands within the quotes."""
    rest = ", ".join(part for part in behind if part)
    if names:
        return f"{names}, {rest}" if rest else names
    title = _quotable(_short_title(article.title))
    return f"“{title},” {rest}" if rest else f"“{title}”"


_FULL: dict[Style, Callable[[Article], Citation]] = {
    Style.CHICAGO: _chicago_listed,
    Style.APA: _apa,
    Style.MLA: _mla,
}
_BRIEF: dict[Style, Callable[[Article, str], Citation]] = {
    Style.CHICAGO: _chicago_brief,
    Style.APA: _apa_brief,
    Style.MLA: _mla_brief,
}


def _container(article: Article, stop: str) -> Citation:
    where = article.container_title or article.publisher
    return (Words(where, italic=True), Words(stop)) if where else ()


def _straight(author: Author) -> str:
    return f"{author.given} {author.family}".strip()


def _initials(author: Author) -> str:
    letters = " ".join(
        "-".join(f"{part[0]}." for part in name.split("-") if part) for name in author.given.split()
    )
    return f"{author.family}, {letters}" if letters else author.family


def _list(names: Sequence[str], word: str, *, most: int, comma: bool = False) -> str:
    """Join names; more than `most` are cut to the first one with "et al."."""
    if len(names) > most:
        return f"{names[0]} et al."
    if len(names) < 2:
        return "".join(names)
    stop = "," if comma or len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{stop} {word} {names[-1]}"


def _short_title(title: str) -> str:
    """Return a title up to its colon and without a leading article (Chicago 14.33)."""
    head = title.split(":", maxsplit=1)[0]
    first, _, rest = head.partition(" ")
    return rest if first in {"A", "An", "The"} and rest else head


def _quotable(title: str) -> str:
    """Return a title whose own double quotation marks are made single ones."""
    return title.translate({0x201C: 0x2018, 0x201D: 0x2019, 0x22: 0x2019})


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def _bare(url: str) -> str:
    """Return an address without its scheme, as MLA has it."""
    return url.removeprefix("https://").removeprefix("http://")
