"""The bars over the years."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from explorer.actors.activity_plot import ActivityPlot
from explorer.actors.profile import Activity, Bar
from explorer.theme import theme

BARS = (Bar(2015, 2015, 4), Bar(2016, 2016, 0), Bar(2017, 2017, 1), Bar(2018, 2018, 2))


def plot(qtbot: QtBot, activity: Activity) -> ActivityPlot:
    """Return a plot of 200 by 84 pixels."""
    made = ActivityPlot(activity, theme("light"))
    qtbot.addWidget(made)
    made.resize(200, 84)
    return made


def test_the_pointer_finds_the_bar_under_it(qtbot: QtBot) -> None:
    """Every bar has an equal part of the width, and beside them there is none."""
    made = plot(qtbot, Activity(BARS))
    assert [made.bar_at(x) for x in (0, 49, 51, 199)] == [BARS[0], BARS[0], BARS[1], BARS[3]]
    assert made.bar_at(-1) is None
    assert made.bar_at(200) is None


def test_a_bar_is_as_tall_as_its_count(qtbot: QtBot) -> None:
    """In the picture the columns of accent colour stand in the proportion of the counts."""
    image = plot(qtbot, Activity(BARS)).grab().toImage()
    accent = theme("light").accent.lower()

    def height(x: int) -> int:
        return sum(image.pixelColor(x, y).name() == accent for y in range(image.height()))

    assert height(75) == 0
    assert abs(height(25) - 2 * height(175)) <= 2
    assert abs(height(25) - 4 * height(125)) <= 4


def test_counts_are_there_for_those_who_do_not_see_them(qtbot: QtBot) -> None:
    """The accessible description words every bar that has events."""
    made = plot(qtbot, Activity(BARS))
    assert made.accessibleDescription() == ("2015: 4 events; 2017: one event; 2018: 2 events")


def test_bars_of_several_years_say_which(qtbot: QtBot) -> None:
    """A bar of a decade names its first and last year."""
    bar = Bar(1990, 1999, 7)
    assert plot(qtbot, Activity((bar,))).words(bar) == "1990–1999: 7 events"


def test_nothing_to_draw_draws_nothing(qtbot: QtBot) -> None:
    """Without bars there is no bar at any place, and painting does no harm."""
    made = plot(qtbot, Activity())
    made.grab()
    assert made.bar_at(10) is None
