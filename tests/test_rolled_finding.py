"""Finding once more, with the chronicle opened as one of very many events is."""

from __future__ import annotations

import pytest

from tests.test_finding_stories import *  # noqa: F403 - these very tests
from tests.whole_window import open_rolled


@pytest.fixture(autouse=True)
def rolled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open every chronicle as one of very many events."""
    open_rolled(monkeypatch)
