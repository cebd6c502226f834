"""What every test stands on: an offscreen Qt, an empty home, and no leftover window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of the test's own, so that none reads or writes the reader's files."""
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("QUOTELINE_HOME", str(place))
    yield place


@pytest.fixture
def articles() -> Path:
    """The folder of the real articles; the test is skipped where it is not at hand."""
    folder = os.environ.get("QUOTELINE_ARTICLES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("QUOTELINE_ARTICLES names no folder with the published articles")
    return Path(folder)
