from __future__ import annotations

from PySide6.QtCore import QLocale

from explorer.layout.ticks import axis
from explorer.model.calendar import day_number
from explorer.model.records import Support
from explorer.timeline.words import AxisWords, cluster_tip, event_tip, year_words
from tests.builders import a_chronicle, an_event

ENGLISH = AxisWords(QLocale(QLocale.Language.English))
DAY = 86_400.0


def labels(start: tuple[int, int, int], days: float) -> tuple[list[str], list[str]]:
    """Return the major and minor labels of a span, 1000 px wide."""
    first = day_number(*start) * DAY
    made = axis(first, first + days * DAY, 1000, ENGLISH)
    return [tick.label for tick in made.major], [tick.label for tick in made.minor]


def test_months_are_named_under_their_year() -> None:
    """A year reads 2016 over Jan, Feb, ..."""
    major, minor = labels((2016, 1, 1), 364)
    assert major == ["2016"]
    assert minor[:3] == ["Jan", "Feb", "Mar"]


def test_days_are_counted_under_month_and_year() -> None:
    """A month reads April 2016 over 1, 2, ..."""
    major, minor = labels((2016, 4, 1), 20)
    assert major == ["April 2016"]
    assert minor[:2] == ["1", "2"]


def test_hours_stand_under_the_whole_date() -> None:
    """A day reads 5 April 2016 over 00:00, 01:00, ..."""
    major, minor = labels((2016, 4, 5), 0.5)
    assert major == ["5 April 2016"]
    assert minor[:2] == ["00:00", "01:00"]


def test_decades_and_ages_are_named_by_their_years() -> None:
    """Ten years read 1990–1999; before Christ years count down and there is no year 0."""
    assert "1990–1999" in labels((1985, 1, 1), 9_000)[0]
    major, minor = labels((-2_500, 1, 1), 1_600_000)
    assert "2000–1001 BC" in major
    assert "1000–1 BC" in major
    assert "1–999" in major
    assert "500 BC" in minor
    assert "0" not in minor


def test_years_before_christ() -> None:
    """The astronomical year 0 is 1 BC."""
    assert [year_words(year) for year in (2016, 1, 0, -43)] == ["2016", "1", "1 BC", "44 BC"]


def test_month_names_follow_the_locale() -> None:
    """Another language names the months its own way."""
    german = AxisWords(QLocale(QLocale.Language.German))
    first = day_number(2016, 5, 1) * DAY
    assert axis(first, first + 10 * DAY, 1000, german).major[0].label == "Mai 2016"


def test_a_tip_tells_title_date_and_sources_as_plain_words() -> None:
    """Signs of markup in a title are shown, not obeyed; disputes and bookmarks are told."""
    event = an_event(
        "2016-04", "x", title="A <b> & B", passages=("a.1", Support("b.1", "disputes"))
    )
    tip = event_tip(a_chronicle(event), event, bookmarked=True)
    assert "A &lt;b&gt; &amp; B" in tip
    assert "April 2016" in tip
    assert "2 sources" in tip
    assert "Disputed" in tip
    assert "Bookmarked" in tip


def test_a_cluster_tip_names_the_first_and_counts_the_rest() -> None:
    """Seven members read as five titles and two more."""
    events = [an_event(f"2016-04-0{day}", f"e{day}") for day in range(1, 8)]
    tip = cluster_tip(events, 7)
    assert "7 events" in tip
    assert tip.count("Title of") == 5
    assert "2 more" in tip
