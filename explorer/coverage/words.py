"""The words and signs of the matrix of sources."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.analysis.coverage import Bearing, Covered
from explorer.model.calendar import civil
from explorer.model.records import Article
from explorer.theme import Theme
from explorer.wording.citations import authors, publication

translate = QCoreApplication.translate

_SIGNS = {
    Bearing.SUPPORTS: "●",
    Bearing.DISPUTES: "≠",
    Bearing.MENTIONS: "○",
    Bearing.LEAVES_OUT: "◌",
    Bearing.SILENT: "–",
}


def bearing_words(bearing: Bearing) -> str:
    """Name how an article bears on an event, with its sign."""
    return f"{bearing_sign(bearing)} {bearing_name(bearing)}"


def bearing_sign(bearing: Bearing) -> str:
    """Return the sign of a bearing."""
    return _SIGNS[bearing]


def bearing_name(bearing: Bearing) -> str:
    """Name how an article bears on an event."""
    return {
        Bearing.SUPPORTS: translate("Coverage", "supports"),
        Bearing.DISPUTES: translate("Coverage", "disputes"),
        Bearing.MENTIONS: translate("Coverage", "mentions"),
        Bearing.LEAVES_OUT: translate("Coverage", "leaves out"),
        Bearing.SILENT: translate("Coverage", "silent"),
    }[bearing]


def bearing_tip(bearing: Bearing) -> str:
    """Say what a bearing means."""
    return {
        Bearing.SUPPORTS: translate("Coverage", "A passage of it supports the event."),
        Bearing.DISPUTES: translate("Coverage", "A passage of it disputes the event."),
        Bearing.MENTIONS: translate("Coverage", "A passage of it merely mentions the event."),
        Bearing.LEAVES_OUT: translate(
            "Coverage", "Others tell of it, it falls into this article's time, and it says nothing."
        ),
        Bearing.SILENT: translate("Coverage", "It says nothing: the event is not of its time."),
    }[bearing]


def bearing_colour(bearing: Bearing, theme: Theme) -> str:
    """Return the colour (#RRGGBB) of a bearing; its sign and word tell it as well."""
    return {
        Bearing.SUPPORTS: theme.good,
        Bearing.DISPUTES: theme.danger,
        Bearing.MENTIONS: theme.accent,
    }.get(bearing, theme.muted)


def article_name(article: Article, between: str = " ") -> str:
    """Name an article in short: where it appeared, and the year."""
    named = publication(article) or authors(article) or article.title
    day = article.issued.earliest if article.issued else None
    return named if day is None else f"{named}{between}{civil(day)[0]}"


def span_words(covered: Covered) -> str:
    """Word the years that an article covers."""
    if covered.first is None or covered.last is None:
        return translate("Coverage", "no date")
    first, last = civil(covered.first)[0], civil(covered.last)[0]
    return str(first) if first == last else f"{first}–{last}"
