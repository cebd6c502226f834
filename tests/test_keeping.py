"""StudyKeeper: each step in the file, and attached texts for as long as a step needs them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.keeping import StudyKeeper, sweep_texts
from explorer.model.workspace import Attachment, Bookmark
from explorer.opening import Study, hold_study
from explorer.store.chronicles import save_chronicle
from explorer.store.copies import copies_folder
from explorer.store.files import copy_path
from explorer.store.journal_records import Kind
from explorer.store.steps import history_path
from explorer.store.workspaces import open_workspace, save_workspace
from tests.builders import a_workspace
from tests.sources.made_up import HERALD, coded

OLD = time.time() - 2 * 86_400


@pytest.fixture
def chronicle(tmp_path: Path) -> Path:
    """The made-up chronicle with its articles attached for good."""
    sheets = coded(tmp_path)
    path = tmp_path / "lighthouse.chronicle.json"
    save_chronicle(sheets.build(), path)
    _close(hold_study(path, articles=sheets.folder / "articles"))
    return path


@pytest.fixture
def study(chronicle: Path) -> Iterator[Study]:
    """That chronicle, held open."""
    study = hold_study(chronicle)
    yield study
    _close(study)


def _close(study: Study) -> None:
    assert study.own is not None
    study.own.close()


def _herald(study: Study) -> str:
    return next(a.sha256 for a in study.workspace.attachments if a.article == "herald-2001")


def test_attaching_at_the_opening_is_a_step(study: Study) -> None:
    """It can be taken back like any other, under its name, once the steps were read."""
    keeper = StudyKeeper(study)
    assert keeper.past().done == 0
    keeper.own.stack()
    assert [step.name for step in keeper.past().steps] == ["Attach articles"]
    without = keeper.past().steps[0].without()
    assert without.attachments == ()


def test_a_step_is_on_the_disk_under_its_name(study: Study) -> None:
    """Another reader sees it at once; undo is noted as such."""
    keeper = StudyKeeper(study)
    keeper.own.stack()
    before = study.workspace
    keeper.commit(before.with_bookmark(Bookmark("guild-asks")), "Bookmark", Kind.DO)
    assert "guild-asks" in open_workspace(study.workspace_path, "lighthouse").bookmark
    keeper.commit(before, "Bookmark", Kind.UNDO)
    assert [step.name for step in keeper.past().steps] == ["Attach articles", "Bookmark"]
    assert keeper.past().done == 1


def test_the_copy_of_a_detached_text_stays_for_undo(chronicle: Path, study: Study) -> None:
    """It is not in hand any more, yet the next run can bring it back with its words."""
    sha256 = _herald(study)
    without = study.workspace.without_attachment("herald-2001", sha256)
    keeper = StudyKeeper(study)
    keeper.commit(without, "Detach a text", Kind.DO)
    assert not keeper.library(without).is_attached("herald-2001")
    _close(study)
    again = hold_study(chronicle)
    keeper = StudyKeeper(again)
    keeper.own.stack()
    back = keeper.past().steps[-1].without()
    keeper.commit(back, "Detach a text", Kind.UNDO)
    assert keeper.library(back).text("herald-2001") == HERALD
    _close(again)


def test_it_is_deleted_with_the_last_step_that_names_it(study: Study) -> None:
    """An attaching taken back and given up for another step leaves nothing behind."""
    keeper = StudyKeeper(study)
    keeper.own.stack()
    sha256 = study.texts.put("Another text.\n")
    keeper.commit(
        study.workspace.with_attachment(Attachment("herald-2001", sha256)), "Attach", Kind.DO
    )
    keeper.commit(study.workspace, "Attach", Kind.UNDO)
    assert study.texts.has(sha256)
    keeper.commit(study.workspace.with_bookmark(Bookmark("guild-asks")), "Bookmark", Kind.DO)
    assert not study.texts.has(sha256)
    assert study.texts.has(_herald(study))


def test_a_text_that_another_workspace_names_is_not_deleted(study: Study) -> None:
    """Workspaces in one folder share the texts; each speaks for its own only."""
    keeper = StudyKeeper(study)
    keeper.own.stack()
    sha256 = study.texts.put("Another text.\n")
    attached = study.workspace.with_attachment(Attachment("herald-2001", sha256))
    other = study.workspace_path.with_name("other.workspace.json")
    save_workspace(replace(attached, extra={}), other)
    keeper.commit(attached, "Attach", Kind.DO)
    keeper.commit(study.workspace, "Attach", Kind.UNDO)
    keeper.commit(study.workspace.with_bookmark(Bookmark("guild-asks")), "Bookmark", Kind.DO)
    assert study.texts.has(sha256)


def test_what_only_lost_steps_named_is_swept(chronicle: Path, study: Study) -> None:
    """Where the history is gone, old copies of detached texts go; young ones and copies' stay."""
    sha256 = _herald(study)
    without = study.workspace.without_attachment("herald-2001", sha256)
    StudyKeeper(study).commit(without, "Detach a text", Kind.DO)
    young = study.texts.put("On its way.\n")
    os.utime(study.texts.folder / f"{sha256}.txt", (OLD, OLD))
    _close(study)
    again = hold_study(chronicle)
    sweep_texts(again)
    assert again.texts.has(sha256)
    _close(again)
    history_path(study.workspace_path).unlink()
    copies = copies_folder(study.workspace_path)
    kept = study.texts.put("Named by a copy.\n")
    os.utime(study.texts.folder / f"{kept}.txt", (OLD, OLD))
    mine = copies / "lighthouse.workspace.json.20260101T000000Z"
    mine.write_text(f"{kept} {sha256}", "utf-8")
    last = hold_study(chronicle)
    sweep_texts(last)
    assert [last.texts.has(one) for one in (sha256, young, kept)] == [True, True, True]
    for one in (*copies.iterdir(), copy_path(study.workspace_path)):
        one.unlink()
    mine.write_text(kept, "utf-8")
    sweep_texts(last)
    assert [last.texts.has(one) for one in (sha256, young, kept)] == [False, True, True]
    _close(last)


def test_a_text_that_went_missing_is_no_obstacle_to_detaching(study: Study) -> None:
    """What is not there need not be deleted."""
    sha256 = _herald(study)
    study.texts.remove(sha256)
    keeper = StudyKeeper(study)
    without = study.workspace.without_attachment("herald-2001", sha256)
    keeper.commit(without, "Detach a text", Kind.DO)
    assert not study.texts.has(sha256)


def test_a_second_holder_reads_only(chronicle: Path, study: Study) -> None:
    """While one holds the workspace, another study of it says who; what is given is for the run."""
    second = hold_study(chronicle)
    assert second.own is not None
    assert str(os.getpid()) in second.own.read_only
    assert second.workspace == study.workspace
    same = hold_study(chronicle, known=study.own)
    assert same.own is study.own


def test_a_workspace_of_nothing_but_a_journal_is_read(chronicle: Path, tmp_path: Path) -> None:
    """A named workspace that was never folded opens for reading too."""
    from explorer.opening import open_study  # noqa: PLC0415 - beside what it is compared with
    from explorer.store.journalled import OpenWorkspace  # noqa: PLC0415

    path = tmp_path / "named.json"
    opened = OpenWorkspace.open(path, "lighthouse")
    opened.commit(a_workspace("guild-asks", chronicle="lighthouse"), "Bookmark")
    assert "guild-asks" in open_study(chronicle, path).workspace.bookmark
    assert not path.exists()
    opened.close()
