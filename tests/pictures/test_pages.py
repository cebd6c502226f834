"""The timeline on pages: nothing is lost between them."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from explorer.pictures.pages import Pages, Paper
from explorer.pictures.tiles import tiling
from explorer.pictures.writing import Picture, Wish
from explorer.theme import theme
from tests.builders import a_chronicle, an_event
from tests.pictures.conftest import CHRONICLE, MADE, drawn_as_svg, open_session, words_in

CROWD = a_chronicle(
    *(
        an_event(
            f"{1992 + number % 30}-{1 + number % 12:02d}-{1 + number % 28:02d}",
            f"event-{number}",
            title=f"Number {number}: something that it takes a few words to name",
        )
        for number in range(300)
    )
)


@pytest.fixture
def crowd(qtbot: QtBot) -> Picture:
    """A picture of three hundred events."""
    return Picture(open_session(CROWD), theme("light"), MADE)


def words_on(pages: Pages, number: int) -> list[str]:
    """Return the texts on a page."""
    return words_in(
        drawn_as_svg(pages.width, pages.height, lambda painter: pages.paint_page(painter, number))
    )


def test_every_title_stands_whole_on_some_page(crowd: Picture) -> None:
    """What a page has no room for at its edge stands on the next one."""
    pages = crowd.pages(Paper.A4)
    words = {word for number in range(1, pages.count + 1) for word in words_on(pages, number)}
    assert pages.tiling.columns > 1
    assert pages.tiling.rows > 1
    assert [event.title for event in CROWD.events if event.title not in words] == []


def test_each_page_says_which_it_is_and_from_when_to_when(crowd: Picture) -> None:
    """Pages are numbered, and those of the timeline name their days and lanes."""
    pages = crowd.pages(Paper.A4)
    for number in range(1, pages.count + 1):
        words = words_on(pages, number)
        assert words[-1] == f"Page {number} of {pages.count}"
        if number > 1:
            assert re.search(r"\d{4} – .*\d{4}", words[1]), words[1]
            assert re.match(r"Time \d+ of \d+, lanes \d+–\d+ of \d+", words[-2])


def test_the_first_page_lists_the_others(crowd: Picture) -> None:
    """The pages of each stretch of time are told, without a gap, up to the last one."""
    pages = crowd.pages(Paper.A4)
    told = [word for word in words_on(pages, 1) if re.match(r"Time \d+: ", word)]
    numbers = [tuple(map(int, re.findall(r"(\d+)(?:–(\d+))?$", one)[0])) for one in told]
    assert numbers[0][0] == 2
    assert [first for first, _ in numbers[1:]] == [last + 1 for _, last in numbers[:-1]]
    assert numbers[-1][-1] == pages.count


def test_parts_without_events_are_left_out_and_none_else(crowd: Picture) -> None:
    """Each drawing begins on a page, and every page has one."""
    tiles = crowd.pages(Paper.A4).tiling
    extents = tiles.arrangement.extents
    held = np.zeros(len(extents.left), dtype=np.bool_)
    for tile in tiles.tiles:
        inside = (extents.left >= tile.left) & (extents.reach <= tile.left + tiles.width)
        inside &= (extents.lane >= tile.lanes.start) & (extents.lane < tile.lanes.stop)
        held |= inside
        shown = (extents.left < tile.left + tiles.width) & (extents.right > tile.left)
        shown &= (extents.lane >= tile.lanes.start) & (extents.lane < tile.lanes.stop)
        assert shown.any()
    assert held.all()


def test_narrow_pages_go_on_even_where_titles_are_long(crowd: Picture) -> None:
    """Pages narrower than a title still come to an end."""
    arrangement = crowd.sheet.arrangement
    cut = tiling(arrangement, 150.0, 5)
    assert cut.columns * 150.0 >= arrangement.width
    assert cut.columns <= 2 * arrangement.width / 150.0 + 2


def test_papers_hold_more_or_less(crowd: Picture) -> None:
    """A3 takes fewer pages than A4, and each paper has its own shape."""
    sizes = {paper: (crowd.pages(paper).width, crowd.pages(paper).height) for paper in Paper}
    assert crowd.pages(Paper.A3).count < crowd.pages(Paper.A4).count
    assert sizes[Paper.A4][0] > sizes[Paper.LETTER][0]
    assert sizes[Paper.A4][1] < sizes[Paper.LETTER][1]


def test_the_pdf_has_its_pages_and_letters(crowd: Picture) -> None:
    """As many pages as were told, and fonts instead of pictures of letters."""
    raw = crowd.encoded(".pdf", Wish(paper=Paper.LETTER))
    assert raw.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", raw)) == crowd.pages(Paper.LETTER).count
    assert b"/Font" in raw
    assert not re.search(rb"/Subtype\s*/Image", raw)


def test_a_few_events_stand_on_one_page_after_the_words(picture: Callable[[], Picture]) -> None:
    """A small chronicle takes two pages, the second with all of its titles."""
    pages = picture().pages(Paper.A4)
    words = words_on(pages, 2)
    assert pages.count == 2
    assert [event.title for event in CHRONICLE.events if event.title not in words] == []
