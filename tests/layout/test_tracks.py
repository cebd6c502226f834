"""Events in tracks: rows repeated, lanes apart, nothing lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.columns import Columns
from explorer.layout.lanes import Sizes, pack
from explorer.layout.tracks import Track, Tracked, numbered, rows_by_key, tracked
from tests.layout.made_up import columns_from

KEYS = ("", "a", "b", "c")
ROWS = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0, 40), st.sets(st.sampled_from(KEYS[1:]))), max_size=25
)


def in_tracks(
    rows: list[tuple[float, float, set[str]]], collapsed: frozenset[str], hidden: frozenset[str]
) -> Tracked:
    """Return made-up events in the tracks of their keys."""
    ordered = sorted(rows, key=lambda row: row[0])
    whole = columns_from([(start, length, 2) for start, length, _ in ordered])
    keys = {id_: sorted(of) for id_, (_, _, of) in zip(whole.ids, ordered, strict=True)}
    found = rows_by_key(whole.ids, keys.__getitem__)
    tracks = [
        Track(key, key, np.array(found[key]), 0, is_collapsed=key in collapsed)
        for key in KEYS
        if key in found
    ]
    return tracked(whole, numbered(tracks, hidden), lambda _id, key: f" in {key}")


def packed(columns: Columns) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return the lanes of some columns."""
    return pack(columns, np.zeros(len(columns)), 86_400.0, Sizes(), preferred=10)


@given(ROWS, st.sets(st.sampled_from(KEYS)), st.sets(st.sampled_from(KEYS)))
def test_every_event_is_counted_once_for_each_track(
    rows: list[tuple[float, float, set[str]]], collapsed: set[str], hidden: set[str]
) -> None:
    """Rows are those of the open tracks; with the closed and hidden ones nothing is lost."""
    found = in_tracks(rows, frozenset(collapsed), frozenset(hidden))
    assert {row for track in found.tracks for row in track.rows.tolist()} == set(range(len(rows)))
    opened = [track for track in found.shown if not track.is_collapsed]
    assert len(found.columns) == sum(len(track.rows) for track in opened)
    start, end = (found.whole.first - 1, found.whole.last + 1)
    seen = len(set(found.columns.ids))
    assert seen + found.out_of_sight(start, end) == len(rows)


@given(ROWS, st.sets(st.sampled_from(KEYS)))
def test_each_lane_belongs_to_one_track(
    rows: list[tuple[float, float, set[str]]], collapsed: set[str]
) -> None:
    """The first lane of each track is its header's; the lanes below it hold its events alone."""
    found = in_tracks(rows, frozenset(collapsed), frozenset())
    lanes = packed(found.columns)
    tops = lanes.tops.tolist()
    assert len(tops) >= len(found.shown)
    for row, lane in enumerate(lanes.of.tolist()):
        number = int(found.columns.track[row])
        below = tops[number + 1] if number + 1 < len(tops) else lanes.count
        assert tops[number] < lane < below
    assert lanes.count == 0 or tops == sorted(set(tops))


def test_rows_of_an_event_are_all_found() -> None:
    """What is selected stands out in each of its tracks, and titles say the track's word."""
    found = in_tracks([(0, 1, {"a", "b"}), (5, 1, {"b"})], frozenset(), frozenset())
    twice = found.whole.ids[0]
    assert len(found.columns.rows((twice,))) == 2
    assert found.columns.row_of[twice] == found.columns.rows((twice,))[0]
    titles = [found.columns.titles[row] for row in found.columns.rows((twice,))]
    assert sorted(title[-5:] for title in titles) == [" in a", " in b"]


@pytest.mark.parametrize("count", [0, 3])
def test_closed_tracks_keep_their_headers(count: int) -> None:
    """With every track closed, each has one lane and no events are laid out."""
    found = in_tracks([(n, 1, {"a"}) for n in range(count)], frozenset(KEYS), frozenset())
    lanes = packed(found.columns)
    assert len(found.columns) == 0
    assert lanes.count == found.columns.headers == (1 if count else 0)


def test_a_large_track_has_more_lanes() -> None:
    """Lanes are shared out by events, so that the main actor's are not the most crowded."""
    rows: list[tuple[float, float, set[str]]] = [(n % 7, 30, {"a"}) for n in range(60)]
    rows += [(n, 30, {"b"}) for n in range(4)]
    found = in_tracks(rows, frozenset(), frozenset())
    tops = packed(found.columns).tops.tolist()
    lanes = packed(found.columns)
    assert tops[1] - tops[0] > lanes.count - tops[1]
