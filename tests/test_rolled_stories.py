"""The user stories once more, with the chronicle opened as one of very many events is."""

from __future__ import annotations

import pytest

from explorer.model.roll import Roll
from explorer.store.rolled import kept, opening
from tests.test_analyst_stories import *  # noqa: F403 - these very tests
from tests.test_finding_stories import *  # noqa: F403
from tests.test_user_stories import *  # noqa: F403
from tests.whole_window import Person


@pytest.fixture(autouse=True)
def rolled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open every chronicle as one of very many events, and keep what was worked out of it."""
    monkeypatch.setattr(opening, "LEAST_EVENTS", 1)
    monkeypatch.setattr(opening, "_LEAST_BYTES", 0)
    monkeypatch.setattr(kept, "_SETTLED", -1.0)


def test_the_chronicle_is_a_roll(person: Person) -> None:
    """What these stories are told on is a roll indeed."""
    person.launch()
    assert isinstance(person.window.session.chronicle.events, Roll)
