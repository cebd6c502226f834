"""The reader's choice of tracks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.tracks import GROUPINGS, Tracks

KEYS = st.lists(st.sampled_from(["", "a", "b", "c", "d"]), unique=True).map(tuple)
CHOICES = st.builds(
    Tracks, st.sampled_from(GROUPINGS), KEYS, KEYS, KEYS.map(frozenset), KEYS.map(frozenset)
)


@given(CHOICES)
def test_a_choice_comes_back_from_plain_data(tracks: Tracks) -> None:
    """What is grouped is read as it was written; what is not says nothing."""
    data = tracks.as_data()
    assert Tracks.from_data(data) == (tracks or Tracks())


@given(st.recursive(st.none() | st.text() | st.integers(), st.lists, max_leaves=4))
def test_what_is_no_choice_is_none(data: object) -> None:
    """Data of any other shape groups nothing, and raises nothing."""
    assert not Tracks.from_data(data)
    assert Tracks.from_data({"by": "actor", "order": data}).by == "actor"


@given(CHOICES, KEYS)
def test_every_track_has_one_place(tracks: Tracks, keys: tuple[str, ...]) -> None:
    """Arranging loses no key, and pinned ones come first."""
    found = tracks.arranged(keys)
    assert sorted(found) == sorted(keys)
    pinned = [key in tracks.pinned for key in found]
    assert pinned == sorted(pinned, reverse=True)


@given(CHOICES, KEYS.filter(bool), st.integers(-5, 5), st.data())
def test_a_track_moves_as_far_as_it_can(
    tracks: Tracks, keys: tuple[str, ...], places: int, data: st.DataObject
) -> None:
    """It stays among the pinned, or among the others, which keep their order."""
    key = data.draw(st.sampled_from(keys))
    before = [
        one for one in tracks.arranged(keys) if (one in tracks.pinned) == (key in tracks.pinned)
    ]
    after = [one for one in tracks.moved(keys, key, places).arranged(keys) if one in before]
    assert [one for one in after if one != key] == [one for one in before if one != key]
    wanted = min(max(before.index(key) + places, 0), len(before) - 1)
    assert after.index(key) == wanted


def test_a_second_time_takes_it_back() -> None:
    """Collapsing, hiding and pinning twice leaves the choice as it was."""
    tracks = Tracks("actor", pinned=("a",))
    for change in (Tracks.with_collapsed, Tracks.with_hidden, Tracks.with_pinned):
        assert change(change(tracks, "b"), "b") == tracks
    assert tracks.with_pinned("b").pinned == ("a", "b")
    assert tracks.with_pinned("a").pinned == ()
