"""The filters that are on, in words, each with the filters that stay when it is taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from explorer.events.ranges import range_edtf
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.date import parse_date
from explorer.model.filters import Filters
from explorer.wording import citation, date_wording

translate = QCoreApplication.translate
_MOST = 4
"""Values of one facet that are named one by one; more of them stand as a number."""


@dataclass(frozen=True, slots=True)
class Active:
    """A filter that is on: its words, more words for a tip, and the filters without it."""

    text: str
    without: Filters
    tip: str = ""


def active_filters(filters: Filters, chronicle: Chronicle, codebook: Codebook) -> list[Active]:
    """Return what is on, facet by facet; the search text is left to the search box."""
    types = {one: codebook.type_name(one) for one in filters.types}
    actors = {
        one: chronicle.actor[one].name if one in chronicle.actor else one for one in filters.actors
    }
    articles = {
        one: chronicle.article[one].title if one in chronicle.article else one
        for one in filters.articles
    }
    cited = {one: citation(chronicle.article[one]) for one in articles if one in chronicle.article}
    found = _facet(filters, "types", translate("Filters", "Type"), types)
    found += _facet(filters, "actors", translate("Filters", "Actor"), actors)
    found += _facet(filters, "articles", translate("Filters", "Article"), articles, cited)
    tags = {one: one for one in filters.tags}
    found += _facet(filters, "tags", translate("Filters", "Tag"), tags)
    found += _range(filters)
    if filters.bookmarked_only:
        text = translate("Filters", "Bookmarked")
        found.append(Active(text, replace(filters, bookmarked_only=False)))
    return found


def range_wording(filters: Filters) -> str:
    """Word the time range of filters: "April 2016", "since 1999"; empty when there is none."""
    edtf = range_edtf(filters.first_day, filters.last_day)
    return date_wording(parse_date(edtf)) if edtf else ""


def _facet(
    filters: Filters,
    facet: str,
    name: str,
    values: Mapping[str, str],
    tips: Mapping[str, str] | None = None,
) -> list[Active]:
    ordered = sorted(values.items(), key=lambda one: one[1].casefold())
    if len(ordered) > _MOST:
        text = translate("Filters", "{facet}: {count} chosen")
        emptied = _with_facet(filters, facet, frozenset())
        named = "\n".join(words for _, words in ordered)
        return [Active(text.format(facet=name, count=len(ordered)), emptied, named)]
    text = translate("Filters", "{facet}: {value}")
    return [
        Active(
            text.format(facet=name, value=words),
            _with_facet(filters, facet, getattr(filters, facet) - {value}),
            (tips or {}).get(value, words),
        )
        for value, words in ordered
    ]


def _with_facet(filters: Filters, facet: str, values: frozenset[str]) -> Filters:
    changed: dict[str, Any] = {facet: values}
    return replace(filters, **changed)


def _range(filters: Filters) -> list[Active]:
    words = range_wording(filters)
    if not words:
        return []
    text = translate("Filters", "{facet}: {value}").format(
        facet=translate("Filters", "Time"), value=words
    )
    return [Active(text, replace(filters, first_day=None, last_day=None), words)]
