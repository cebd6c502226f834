"""What the panel of relations says of years, sides and signs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.analysis.relations import Period
from explorer.model.codebook import Quad

translate = QCoreApplication.translate

_SHAPES = {"circle": "●", "square": "■", "triangle": "▲", "diamond": "◆"}
_SIDES = {"supportive": "+", "neutral": "○", "critical": "−", "hostile": "✕"}


def years_words(period: Period) -> str:
    """Word the years of a period: "2016", "2020–2024", "to 1999", "from 2013", "no year"."""
    first, last = period.first, period.last
    if first is None and last is None:
        return translate("Relations", "no year")
    if first is None:
        return translate("Relations", "to {year}").format(year=_year(last or 0))
    if last is None:
        return translate("Relations", "from {year}").format(year=_year(first))
    return _year(first) if first == last else f"{_year(first)}–{_year(last)}"


def quad_sign(quad: Quad) -> str:
    """Return the sign of a quad class, as the timeline draws its marks."""
    return _SHAPES.get(quad.shape, "•")


def side_words(side: str) -> str:
    """Name the side that an actor takes; one that is not known is named as it is recorded."""
    words = {
        "supportive": translate("Relations", "Supportive"),
        "neutral": translate("Relations", "Neutral"),
        "critical": translate("Relations", "Critical"),
        "hostile": translate("Relations", "Hostile"),
    }
    return words.get(side, side)


def side_sign(side: str) -> str:
    """Return the sign of a side."""
    return _SIDES.get(side, "•")


def _year(year: int) -> str:
    return str(year) if year > 0 else translate("Relations", "{year} BC").format(year=1 - year)
