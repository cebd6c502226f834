"""Plain dates: read the short way, they are what the parser reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.date import DateError, parse_date
from explorer.store.plain_dates import Dates, plain_date
from explorer.store.unusual import UnusualError
from tests.store.test_swift import told

DAYS = (
    st.dates().map(str)
    | st.from_regex(r"[0-9]{4}-[0-9W]{2}-[0-9]{2}", fullmatch=True)
    | st.from_regex(r"[-+ \d]{4}-[-+ \dW]{2}-[-+ \d]{2}", fullmatch=True)
)
MARKED = st.tuples(DAYS, st.sampled_from("?~%. X")).map("".join)
SPANS = st.tuples(DAYS, DAYS).map("/".join)


@given(DAYS | MARKED | SPANS | st.tuples(MARKED, DAYS).map("/".join))
def test_a_plain_date_is_the_date_that_is_parsed(text: str) -> None:
    """A date read the short way is the date that the parser reads, and no other text is taken."""
    swift = plain_date(text)
    try:
        parsed = parse_date(text)
    except DateError:
        assert swift is None
        return
    assert swift is None or told(swift) == told(parsed)


@pytest.mark.parametrize("text", ["2016-04-02", "2016-04-02%", "2016-04-02/2020-02-29"])
def test_what_is_plain_is_read_the_short_way(text: str) -> None:
    """Days, doubted days and intervals of days need no parser; each text is read once."""
    assert plain_date(text) == parse_date(text)
    dates = Dates()
    assert dates[text] is dates[text]


def test_other_dates_are_left_to_the_parser() -> None:
    """Months are read by the parser; what is no date is told."""
    assert plain_date("2016-04") is None
    dates = Dates()
    assert dates["2016-04"] == parse_date("2016-04")
    with pytest.raises(UnusualError):
        dates["2016-04-02/2016-04-01"]
