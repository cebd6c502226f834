from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.labels import ELLIPSIS, Typesetter, elided
from tests.layout.made_up import measure


@given(text=st.text(max_size=60), room=st.floats(0, 400))
def test_a_label_never_exceeds_its_room(text: str, room: float) -> None:
    """Whatever the title and the room, the width is that of the text and fits."""
    shown, width = elided(text, False, room, measure)
    assert width <= room
    assert width == measure(shown, False)


@given(text=st.text(min_size=1, max_size=60), room=st.floats(0, 400))
def test_a_cut_label_says_so(text: str, room: float) -> None:
    """What is shown is the title, its beginning with an ellipsis, or nothing."""
    shown, _ = elided(text, True, room, measure)
    if shown and shown != text:
        assert shown.endswith(ELLIPSIS)
        assert text.startswith(shown.removesuffix(ELLIPSIS))


def test_no_stray_stop_before_the_ellipsis() -> None:
    """A cut at the end of a word leaves no blank or comma."""
    assert elided("Yerevan, Moscow", False, measure("Yerevan, M", False), measure)[0] == "Yerevan…"


def test_too_little_room_shows_nothing() -> None:
    """One letter and an ellipsis say nothing."""
    assert elided("Yerevan", False, 13.0, measure) == ("", 0.0)


@given(text=st.text(max_size=60), room=st.floats(0, 400), bold=st.booleans())
def test_a_typesetter_keeps_to_the_room(text: str, room: float, bold: bool) -> None:
    """What it remembers fits as well as what it sets for the first time."""
    typesetter = Typesetter(measure)
    first = typesetter.fitted(text, bold, room)
    assert typesetter.fitted(text, bold, room) == first
    assert first[1] == measure(first[0], bold) <= room


def test_a_typesetter_measures_a_title_once() -> None:
    """A title already known costs nothing, cut or whole."""
    asked = []

    def counted(text: str, bold: bool) -> float:
        asked.append(text)
        return measure(text, bold)

    typesetter = Typesetter(counted)
    typesetter.fitted("Yerevan, Moscow", False, 50)
    before = len(asked)
    typesetter.fitted("Yerevan, Moscow", False, 51)
    assert typesetter.width("Yerevan, Moscow", False) > 51
    assert len(asked) == before
