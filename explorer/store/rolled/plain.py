"""Plain: days and intervals of days as they are mostly written, read by the thousand at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.layout.columns import Sign

Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]

_DAY, _MARKED, _INTERVAL = 10, 11, 21
"""How many signs has 2016-04-02, with a mark behind it, and with another day behind a slash."""

_MARKS: Mapping[str, int] = {
    "?": Sign.UNCERTAIN,
    "~": Sign.APPROXIMATE,
    "%": Sign.UNCERTAIN | Sign.APPROXIMATE,
}


@dataclass(frozen=True, eq=False)
class PlainDays:
    """Those of some texts that are plain: their rows, first and last days, and signs.

    Days count from 1970-01-01. A date without signs is certain.
    """

    rows: Ints
    first: Ints
    last: Ints
    signs: Ints


def plain_days(texts: Sequence[str]) -> PlainDays:
    """Read the texts like 2016-04-02, 2016-04-02~ or 2016-04-02/2016-04-05; others are left."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    found: list[tuple[Any, ...]] = []
    for length in (_DAY, _MARKED, _INTERVAL):
        rows = np.flatnonzero(lengths == length)
        if found and not len(rows):
            continue
        joined = "".join([texts[at] for at in rows.tolist()])
        if not joined.isascii():
            rows = rows[[texts[at].isascii() for at in rows.tolist()]]
            joined = "".join([texts[at] for at in rows.tolist()])
        letters = np.frombuffer(joined.encode(), dtype=np.uint8).reshape(-1, length)
        read = _read(letters)
        found.append((rows[read[0]], *(part[read[0]] for part in read[1:])))
    return PlainDays(*map(np.concatenate, zip(*found, strict=True)))


def _read(letters: npt.NDArray[np.uint8]) -> tuple[Bools, Ints, Ints, Ints]:
    """Return of texts of one length which are plain, their days and their signs."""
    plain, first = _days(letters[:, :_DAY])
    last, signs = first, np.zeros(len(letters), dtype=np.int16)
    if letters.shape[1] == _MARKED:
        for mark, bits in _MARKS.items():
            signs[letters[:, _DAY] == ord(mark)] = bits
        plain &= signs > 0
    elif letters.shape[1] == _INTERVAL:
        also, last = _days(letters[:, _MARKED:])
        plain &= also & (letters[:, _DAY] == ord("/")) & (first <= last)
    return plain, first, last, signs


def _days(letters: npt.NDArray[np.uint8]) -> tuple[Bools, Ints]:
    """Return which of some texts of ten signs are days, and the days since 1970-01-01."""
    figures = letters.astype(np.int64) - ord("0")
    plain = (letters[:, 4] == ord("-")) & (letters[:, 7] == ord("-"))
    for at in (0, 1, 2, 3, 5, 6, 8, 9):
        plain &= (figures[:, at] >= 0) & (figures[:, at] <= 9)
    year = figures[:, :4] @ (1000, 100, 10, 1)
    month = figures[:, 5:7] @ (10, 1)
    day = figures[:, 8:] @ (10, 1)
    plain &= (year >= 1) & (month >= 1) & (month <= 12) & (day >= 1)
    months = np.where(plain, (year - 1970) * 12 + month - 1, 0)
    begins, ends = (_first_days(some) for some in (months, months + 1))
    plain &= day <= ends - begins
    return plain, begins + day - 1


def _first_days(months: Ints) -> Ints:
    """Return the first day of each month since 1970-01, as days since 1970-01-01."""
    found: Ints = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return found
