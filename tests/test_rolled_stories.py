"""The user stories once more, with the chronicle opened as one of very many events is."""

from __future__ import annotations

import pytest

from explorer.model.roll import Roll
from tests.test_analyst_stories import *  # noqa: F403 - these very tests
from tests.test_user_stories import *  # noqa: F403
from tests.whole_window import Person, open_rolled


@pytest.fixture(autouse=True)
def rolled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open every chronicle as one of very many events."""
    open_rolled(monkeypatch)


def test_the_chronicle_is_a_roll(person: Person) -> None:
    """What these stories are told on is a roll indeed."""
    person.launch()
    assert isinstance(person.window.session.chronicle.events, Roll)
