"""What every test stands on: an offscreen Qt, an empty home, and no leftover window."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: how long an example takes tells of the machine, not of the code.
settings.register_profile("quoteline", deadline=None)
settings.load_profile("quoteline")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that none reads or writes the reader's files."""
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("QUOTELINE_HOME", str(place))
    return place


@pytest.fixture
def articles() -> Path:
    """The folder of the real articles; the test is skipped where it is not at hand."""
    folder = os.environ.get("QUOTELINE_ARTICLES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("QUOTELINE_ARTICLES names no folder with the published articles")
    return Path(folder)
