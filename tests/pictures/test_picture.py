"""The whole timeline on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from explorer.layout.pieces import Cluster
from explorer.model.date import parse_date
from explorer.model.errors import QuotelineError
from explorer.model.filters import Filters
from explorer.pictures.arranging import Arrangement, Arranger
from explorer.pictures.writing import LONGEST_SIDE, MOST_PX, Picture, Wish
from explorer.session.session import Session
from explorer.theme import theme
from tests import generate
from tests.builders import a_chronicle, an_event
from tests.pictures.conftest import CHRONICLE, MADE, open_session, words_of

Make = Callable[[], Picture]


def test_every_title_stands_in_the_svg_as_text(picture: Make) -> None:
    """All events are named in whole words that can be selected."""
    words = words_of(picture())
    assert [event.title for event in CHRONICLE.events if event.title not in words] == []


def test_the_svg_says_what_it_shows_from_whom_and_when(picture: Make) -> None:
    """Title, number of events, time, legend, sources and the day it was made stand around it."""
    words = words_of(picture())
    assert words[0] == "A made-up chronicle"
    assert words[1] == "All 8 events · 15 May 1992 – 31 December 2024"
    assert {"Verbal cooperation", "Material conflict", "sources differ", "uncertain date"} <= set(
        words
    )
    assert [one for one in words if one.startswith(("1.", "2."))] == [
        "1. “Of clashes.” The Gazette, undated.",
        "2. “Of borders.” The Herald, undated.",
    ]
    assert words[-1].startswith("Made on 23 November 2026 with Quoteline ")


def test_only_what_passes_the_filters_is_drawn(session: Session, picture: Make) -> None:
    """Filters are told in words, and so is how many events of all they let through."""
    session.set_filters(Filters(types=frozenset(("RETREAT", "ASSAULT")), text="a"))
    words = words_of(picture())
    assert words[1].startswith("2 of 8 events · ")
    assert words[2].startswith("Filtered: with the words “a”; Type: ")
    named = {event.title for event in CHRONICLE.events} & set(words)
    assert named == {"Guns fall silent & talks begin", "A war of forty-four days"}


def test_a_time_filter_cuts_the_picture(session: Session, picture: Make) -> None:
    """What begins before it is drawn from its edge on, and what may lie in it is not lost."""
    first, last = parse_date("2016-04").earliest, parse_date("2016-04").latest
    session.set_filters(Filters(first_day=first, last_day=last))
    made = picture()
    words = words_of(made)
    assert words[1] == "4 of 8 events · April 2016"
    assert "Somebody sells rockets" in words
    assert "What reaches an end of April 2016 may go on beyond it." in words
    arrangement = made.sheet.arrangement
    assert len(arrangement.extents.left) == 4
    assert arrangement.extents.left.min() >= 0
    assert arrangement.extents.reach.max() <= arrangement.width


def test_a_png_has_the_size_asked_for(picture: Make, tmp_path: Path) -> None:
    """A scale of two makes twice as many pixels each way, sharp ones."""
    made = picture()
    for scale in (0.5, 1.0, 2.0):
        made.write(tmp_path / "out.png", Wish(scale))
        image = QImage(str(tmp_path / "out.png"))
        assert (image.width(), image.height()) == made.size(scale)
    assert made.size(2.0) == pytest.approx([2 * side for side in made.size(1.0)], abs=1)


def test_a_png_that_would_be_too_large_is_refused(picture: Make, tmp_path: Path) -> None:
    """The message says what scale fits, and that one does."""
    made = picture()
    with pytest.raises(QuotelineError, match=f"Scale {made.largest_scale:g} fits"):
        made.write(tmp_path / "out.png", Wish(40.0))
    assert list(tmp_path.iterdir()) == []
    assert made.fault(made.largest_scale) == ""
    assert made.fault(made.largest_scale + 0.2)
    width, height = made.size(made.largest_scale)
    assert max(width, height) <= LONGEST_SIDE
    assert width * height <= MOST_PX


def test_nothing_to_draw_is_told(session: Session, picture: Make) -> None:
    """Where no event passes the filters there is no picture, but a message."""
    session.set_filters(Filters(text="nowhere to be found"))
    with pytest.raises(QuotelineError, match="No event passes the filters"):
        picture()


@pytest.mark.parametrize("name", ["out.gif", "out"])
def test_other_endings_are_refused(picture: Make, tmp_path: Path, name: str) -> None:
    """A name that ends in none of the three kinds names them."""
    with pytest.raises(QuotelineError, match=r"\.png, \.svg, \.pdf"):
        picture().write(tmp_path / name, Wish())


def test_dark_and_light_have_their_own_ground(session: Session, tmp_path: Path) -> None:
    """A picture wears the theme asked for."""
    for name in ("light", "dark"):
        Picture(session, theme(name), MADE).write(tmp_path / "out.png", Wish(0.5))
        assert QImage(str(tmp_path / "out.png")).pixelColor(1, 1) == QColor(theme(name).base)


def test_the_same_events_give_the_same_bytes(picture: Make) -> None:
    """Drawing twice gives one and the same SVG and PNG."""
    first, second = picture(), picture()
    for suffix in (".svg", ".png"):
        assert first.encoded(suffix, Wish()) == second.encoded(suffix, Wish())


DAYS = st.dates(min_value=MADE - timedelta(days=9_000), max_value=MADE)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.tuples(DAYS, st.integers(0, 4_000)), min_size=1, max_size=40))
def test_all_are_apart_with_whole_titles(qtbot: QtBot, days: list[tuple[object, int]]) -> None:
    """Whatever the dates, none is counted in a cluster, none overlaps, and no title is cut."""
    events = [
        an_event(
            f"{day}/{day + timedelta(days=more)}" if more else f"{day}",  # type: ignore[operator]
            f"event-{number}",
            title=f"Something that happened, and it was number {number}",
            importance=1 + number % 3,
        )
        for number, (day, more) in enumerate(days)
    ]
    made = Picture(open_session(a_chronicle(*events)), theme("light"), MADE)
    arrangement = made.sheet.arrangement
    assert arrangement.counted == 0
    pieces = arrangement.whole.pieces
    assert len(pieces) == len(events)
    titles = {event.id: event.title for event in events}
    for piece in pieces:
        assert not isinstance(piece, Cluster)
        assert piece.label is not None
        assert piece.label.text == titles[piece.event]
    assert_apart(arrangement)


def assert_apart(arrangement: Arrangement) -> None:
    """Check that no drawing or title reaches into the next one of its lane."""
    extents = arrangement.extents
    order = np.lexsort((extents.left, extents.lane))
    lane, left, reach = extents.lane[order], extents.left[order], extents.reach[order]
    same = lane[1:] == lane[:-1]
    assert (reach[:-1][same] <= left[1:][same] + 1e-6).all()


def test_more_than_can_be_named_are_counted(qtbot: QtBot) -> None:
    """Of thousands, those apart and those counted add up to all, and the picture says so."""
    made = Picture(open_session(generate.chronicle(3_000)), theme("light"), MADE)
    arrangement = made.sheet.arrangement
    assert arrangement.counted > 0
    pieces = arrangement.whole.pieces
    apart = sum(1 for piece in pieces if not isinstance(piece, Cluster))
    assert apart + arrangement.counted == 3_000
    told = f"{arrangement.counted:,} of the events are counted in clusters: too many to name."
    assert told in words_of(made)


def test_each_arrangement_is_twice_as_wide_as_the_last(session: Session) -> None:
    """Scales are powers of two, so that what is packed apart is drawn apart."""
    style = Picture(session, theme("light"), MADE)
    arranger: Arranger = style.arranger()
    wide = [one.time_width for one in arranger.arrangements()]
    assert len(wide) > 3
    assert all(second == pytest.approx(2 * first) for first, second in pairwise(wide))
