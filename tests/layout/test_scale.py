from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.scale import TimeScale, ceil_pow2, floor_pow2

MOMENTS = st.floats(-6e11, 6e11)
PER_PX = st.floats(0.5, 1e9)


@given(start=MOMENTS, per_px=PER_PX, moment=MOMENTS)
def test_a_moment_survives_the_way_to_px_and_back(
    start: float, per_px: float, moment: float
) -> None:
    """`to_time(to_px(t))` is `t`, to a thousandth of a second over forty thousand years."""
    scale = TimeScale(start, per_px)
    assert scale.to_time(scale.to_px(moment)) == pytest.approx(moment, rel=1e-12, abs=1e-3)


@given(number=st.floats(1e-6, 1e12))
def test_powers_of_two_enclose_a_number(number: float) -> None:
    """The power below and the power above are the nearest ones, equal only at a power itself."""
    below, above = floor_pow2(number), ceil_pow2(number)
    assert below <= number <= above
    assert above == below if number == below else above == 2 * below


def test_a_power_of_two_is_its_own_resolution() -> None:
    """The resolution of a scale is never finer than the scale itself."""
    assert TimeScale(0, 8.0).resolution == 8.0
    assert TimeScale(0, 8.1).resolution == 16.0
    assert TimeScale(0, 0.3).resolution == 0.5


def test_a_pixel_must_last() -> None:
    """A scale on which time stands still is refused."""
    with pytest.raises(ValueError, match="must last"):
        TimeScale(0, 0)
