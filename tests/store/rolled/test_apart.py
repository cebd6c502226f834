"""Gathering apart: processes give what one thread gives, and their failing costs nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest

from explorer.model.date import sort_key
from explorer.rolls.digest import Digest
from explorer.store.chronicle_tables import tables_of
from explorer.store.rolled import apart
from explorer.store.rolled.apart import Hands
from explorer.store.rolled.digesting import digest_of
from explorer.store.rolled.gathering import Gathered
from explorer.store.rolled.survey import PlacedFile, survey
from explorer.store.storage import bytes_of
from explorer.store.unusual import UnusualError
from tests.generate import chronicle

MADE = chronicle(600)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a chronicle, of which each some lines make a run."""
    monkeypatch.setattr("explorer.store.rolled.survey._RUN", 5_000)
    path = tmp_path / "a.json"
    path.write_bytes(bytes_of(tables_of(MADE), path))
    return path


def gathered(path: Path, cores: int) -> list[Gathered]:
    """Gather all runs of a file, in their order."""
    with PlacedFile(path) as file, Hands(0, cores) as hands:
        found = survey(file)
        assert found is not None
        assert len(found.runs) > 10
        return sorted(hands.gather(file, found.runs, {}), key=lambda run: int(run.first[0]))


def told(digest: Digest) -> list[object]:
    """Return what a digest holds, as plain values."""
    return [
        digest.ids.letters.tobytes(),
        digest.words.letters.tobytes(),
        digest.start.tolist(),
        digest.first.tolist(),
        digest.traits.tolist(),
        *([one.names, one.codes.tolist()] for one in (digest.actors, digest.passages)),
    ]


def test_processes_gather_what_one_thread_does(path: Path) -> None:
    """Two processes and this one make the same digest, in the order of dates and ids."""
    digest = digest_of(gathered(path, 1))
    assert told(digest_of(gathered(path, 2))) == told(digest)
    ids = [digest.ids.text(at) for at in range(len(digest))]
    key = {one.id: (sort_key(one.date.value), one.id) for one in MADE.events}
    assert ids == sorted(key, key=key.__getitem__)


def test_what_is_unusual_in_any_run_is_told(path: Path) -> None:
    """A wrong value that a process meets is raised here."""
    raw = path.read_bytes()
    at = raw.rindex(b'"edtf": "') + len(b'"edtf": "')
    path.write_bytes(raw[:at] + b"9999-99-99" + raw[at + 10 :])
    with pytest.raises(UnusualError):
        gathered(path, 2)


@pytest.mark.parametrize("harm", ["none to start", "killed", "no such thing"])
def test_without_processes_it_is_done_here(
    path: Path, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes cannot start, are killed or fail, all is gathered all the same."""
    expected = told(digest_of(gathered(path, 1)))
    start = apart.started

    def failing(module: str, *, buffered: bool = False) -> subprocess.Popen[bytes]:
        if harm == "none to start":
            raise OSError(11, "no more processes")
        process = start("explorer.nowhere" if harm == "no such thing" else module, buffered=True)
        if harm == "killed":
            process.kill()
        return process

    monkeypatch.setattr(apart, "started", failing)
    assert told(digest_of(gathered(path, 2))) == expected


def test_gathering_given_up_ends_its_processes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever leaves half-way leaves no process behind."""
    begun: list[subprocess.Popen[bytes]] = []
    start = apart.started

    def noted(module: str, *, buffered: bool = False) -> subprocess.Popen[bytes]:
        begun.append(start(module, buffered=buffered))
        return begun[-1]

    monkeypatch.setattr(apart, "started", noted)
    with PlacedFile(path) as file, Hands(0, 2) as hands:
        found = survey(file)
        assert found is not None
        assert len(next(hands.gather(file, found.runs, {})).keys)
    assert len(begun) == 2
    assert all(process.poll() is not None for process in begun)


def test_no_run_is_longer_than_it_has_to_be(path: Path) -> None:
    """Runs are whole lines that follow on each other."""
    runs = gathered(path, 1)
    firsts = np.concatenate([run.first for run in runs])
    lasts = np.concatenate([run.last for run in runs])
    assert (firsts[1:] - lasts[:-1] == len(",\n")).all()
    assert len(firsts) == len(MADE.events)
    assert max(len(run.keys) for run in runs) < 100
