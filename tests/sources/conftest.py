"""The made-up chronicle that the tests of sources stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.model.chronicle import Chronicle
from tests.sources.made_up import Coded, coded


@pytest.fixture
def sheets(tmp_path: Path) -> Coded:
    """The files of the made-up chronicle, to be changed and built."""
    return coded(tmp_path)


@pytest.fixture
def lighthouse(sheets: Coded) -> Chronicle:
    """The made-up chronicle, built."""
    return sheets.build()
