"""StudyKeeper: copies of attached texts go with the workspace that says they are attached."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.keeping import StudyKeeper
from explorer.opening import Study, open_study
from explorer.store.chronicles import save_chronicle
from tests.sources.made_up import HERALD, coded


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """The made-up chronicle with its articles attached for good."""
    sheets = coded(tmp_path)
    path = tmp_path / "lighthouse.chronicle.json"
    save_chronicle(sheets.build(), path)
    return open_study(path, articles=sheets.folder / "articles", write=True)


def _herald(study: Study) -> str:
    return next(a.sha256 for a in study.workspace.attachments if a.article == "herald-2001")


def test_the_copy_of_a_detached_text_is_deleted(study: Study) -> None:
    """Once the workspace without it is saved the file is gone, and the other one is not."""
    sha256 = _herald(study)
    without = study.workspace.without_attachment("herald-2001", sha256)
    StudyKeeper(study).save(without)
    assert not study.texts.has(sha256)
    assert all(study.texts.has(one.sha256) for one in without.attachments)
    assert not study.library_for(without).is_attached("herald-2001")


def test_detaching_can_be_undone(study: Study) -> None:
    """The text comes back from memory with the workspace that names it."""
    keeper = StudyKeeper(study)
    keeper.save(study.workspace.without_attachment("herald-2001", _herald(study)))
    keeper.save(study.workspace)
    assert keeper.library(study.workspace).text("herald-2001") == HERALD
    assert study.texts.get(_herald(study)) == HERALD


def test_a_text_that_went_missing_is_no_obstacle_to_detaching(study: Study) -> None:
    """What is not there need not be deleted."""
    sha256 = _herald(study)
    study.texts.remove(sha256)
    StudyKeeper(study).save(study.workspace.without_attachment("herald-2001", sha256))
    assert not study.texts.has(sha256)
