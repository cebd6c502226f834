"""Made-up columns for the tests of layout."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from hypothesis import strategies as st

from explorer.layout.columns import Columns
from explorer.layout.labels import Measured, Typesetter
from explorer.layout.lanes import Sizes, pack
from explorer.layout.pyramid import Pyramid
from explorer.layout.scale import ceil_pow2
from explorer.layout.shelf import shelve
from explorer.layout.stretch import Plan, plan_of

DAY = 86_400.0
SIZES = Sizes()


def measure(text: str, bold: bool) -> float:
    """Return a width as of letters of one width, bold ones wider."""
    return len(text) * (7.0 if bold else 6.5)


TYPESETTER = Typesetter(measure)


def columns_from(rows: list[tuple[float, float, int]], track: list[int] | None = None) -> Columns:
    """Return columns of (start in days, length in days, importance); all of it certain."""
    rows = sorted(rows, key=lambda row: (row[0], -row[2]))
    start = np.array([row[0] * DAY for row in rows], dtype=np.float64)
    end = start + np.array([max(row[1] * DAY, 1.0) for row in rows], dtype=np.float64)
    return Columns(
        ids=tuple(f"e{index}" for index in range(len(rows))),
        titles=tuple(f"Event number {index} of some length" for index in range(len(rows))),
        start=start,
        end=end,
        core_start=start.copy(),
        core_end=end.copy(),
        importance=np.array([row[2] for row in rows], dtype=np.int64),
        kind=np.arange(len(rows), dtype=np.int64) % 5,
        signs=np.zeros(len(rows), dtype=np.int64),
        track=np.zeros(len(rows), dtype=np.int64) if track is None else np.array(track),
    )


def arranged(
    columns: Columns,
    *,
    preferred: int = 4,
    most: int = 400,
    picked: Collection[int] = (),
    marked: Collection[int] = (),
    width: float = 800.0,
) -> Plan:
    """Return the columns packed for all of them in `width` px; `picked` and `marked` are rows."""
    length = max(float(columns.end.max() - columns.start.min()), DAY) if len(columns) else DAY
    labels = np.array([measure(title, False) for title in columns.titles], dtype=np.float64)
    resolution = ceil_pow2(length / width)
    lanes = pack(columns, labels, resolution, SIZES, preferred=preferred, most=most)
    pyramid = Pyramid(shelve(columns, lanes), SIZES)
    chosen = (np.array(sorted(some), dtype=np.int64) for some in (picked, marked))
    return plan_of(pyramid, *chosen)


def measured(plan: Plan) -> Measured:
    """Return the widths of a plan's titles."""
    columns = plan.shelf.columns
    return Measured(columns.titles, columns.importance >= 3, TYPESETTER)


_LENGTHS = st.sampled_from((0.0, 0.02, 1.0, 1.0, 1.0, 30.0, 31.0, 365.0, 4_000.0))
ROWS = st.lists(
    st.tuples(
        st.one_of(
            st.integers(0, 12_000).map(float),
            st.integers(8_000, 8_040).map(float),
            st.floats(0, 12_000, allow_nan=False),
        ),
        _LENGTHS,
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=60,
)
"""Events over 33 years, many of them within forty days, from moments to years."""
