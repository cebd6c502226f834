"""The outline of a paper once more, with the chronicle opened as one of very many events is."""

from __future__ import annotations

import pytest

from explorer.model.counting import tags_used
from explorer.model.roll import Roll
from tests.collected.test_collections_story import *  # noqa: F403 - these very tests
from tests.collected.test_collections_story import Person, person
from tests.whole_window import open_rolled

__all__ = ["person"]


@pytest.fixture(autouse=True)
def rolled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open every chronicle as one of very many events."""
    open_rolled(monkeypatch)


def test_the_tags_used_are_known_without_decoding(person: Person) -> None:
    """They are those that the events have, asked one by one."""
    events = person.window.session.chronicle.events
    assert isinstance(events, Roll)
    wanted = {tag for event in events for tag in event.tags}
    assert wanted
    assert set(tags_used(events)) == wanted == set(tags_used(tuple(events)))
