"""A made-up chronicle on disk, bundled or not, and the command line to use it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explorer.__main__ import main
from explorer.store import folders
from explorer.store.chronicles import save_chronicle
from tests.commands.said import Command, Said
from tests.sources.made_up import Coded, coded

ROOT = Path(__file__).parents[2]


@pytest.fixture
def sheets(tmp_path: Path) -> Coded:
    """The sheets, briefs and articles of the made-up chronicle."""
    return coded(tmp_path)


@pytest.fixture
def chronicle(sheets: Coded) -> Path:
    """The made-up chronicle in a folder of its own."""
    path = sheets.folder / "own" / "lighthouse.chronicle.json"
    path.parent.mkdir()
    save_chronicle(sheets.build(), path)
    return path


@pytest.fixture
def bundled(sheets: Coded, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up chronicle in the place of the one that comes with the program."""
    place = sheets.folder / "installed"
    (place / "data").mkdir(parents=True)
    shutil.copytree(ROOT / "resources", place / "resources")
    monkeypatch.setattr(folders, "_PLACES", (place,))
    path = place / "data" / "armenia-csto.chronicle.json"
    save_chronicle(sheets.build(), path)
    return path


@pytest.fixture
def quoteline(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line, which returns what was said."""

    def run(*words: object) -> Said:
        capsys.readouterr()
        status = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Said(status, printed.out, printed.err)

    return run
