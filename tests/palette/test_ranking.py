"""Which entries of the palette fit, and in what order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.folding import fold
from explorer.palette.ranking import Entry, ranked

ENTRIES = [
    Entry("action", "fit_all", "Fit all"),
    Entry("action", "export", "Export events"),
    Entry("actor", "armenia", "Armenia", aliases=("Հայաստան", "Yerevan")),
    Entry("actor", "aliyev", "Ilham Aliyev", aliases=("İlham Əliyev", "Алиев")),
    Entry("article", "allies", "Armenia's Fair-Weather Allies"),
    Entry("event", "appeal", "Armenia turns to Russia"),
    Entry("view", "April", "April 2016"),
]


def ids(typed: str, recent: tuple[str, ...] = ()) -> list[str]:
    """Return the ids of what fits."""
    return [one.id for one in ranked(ENTRIES, typed, recent)]


def test_beginnings_come_first_and_shorter_ones_before_longer() -> None:
    """Of those that begin alike, events come last."""
    assert ids("arm") == ["armenia", "allies", "appeal"]


def test_tags_do_not_stand_in_the_way() -> None:
    """Short as they are, they follow what begins alike, unless they are called just so."""
    entries = [*ENTRIES, Entry("tag", "arms", "arms")]
    found = [one.id for one in ranked(entries, "arm")]
    assert found == ["armenia", "allies", "arms", "appeal"]
    assert ranked(entries, "arms")[0].id == "arms"


def test_what_is_called_so_comes_first() -> None:
    """A whole name or alias stands before what only begins with it."""
    entries = [
        Entry("actor", "x", "CSTO Secretariat"),
        Entry("actor", "y", "League", aliases=("CSTO",)),
    ]
    assert [one.id for one in ranked(entries, "csto")] == ["y", "x"]


def test_all_words_must_be_there() -> None:
    """In any order."""
    assert ids("russia armenia")[0] == "appeal"
    assert ids("all fit")[0] == "fit_all"


def test_names_in_any_script_find_an_actor() -> None:
    """An alias does as well as the name."""
    for typed in ("алиев", "əliyev", "ALIYEV"):
        assert ids(typed)[0] == "aliyev"
    assert ids("yerevan") == ["armenia"]


def test_a_slip_of_the_pen_is_forgiven() -> None:
    """Where nothing holds the word, what is much like it is offered."""
    assert "export" in ids("exprot events")
    assert "armenia" in ids("aremnia")


def test_what_was_used_last_is_offered_first() -> None:
    """Without words, then the actions; with words, among equals."""
    recent = ("event:appeal", "action:export")
    assert ids("", recent) == ["appeal", "export", "fit_all"]
    assert ids("") == ["fit_all", "export"]
    assert ids("arm", ("event:appeal",))[0] == "appeal"


@given(st.text(max_size=12))
def test_what_fits_holds_what_is_typed_or_is_like_it(typed: str) -> None:
    """Nothing is offered twice, and what holds all words stands before what does not."""
    found = ranked(ENTRIES, typed)
    assert len({one.key for one in found}) == len(found)
    parts = fold(typed).split()
    holds = [all(part in one.all_words for part in parts) for one in found]
    assert holds == sorted(holds, reverse=True)
