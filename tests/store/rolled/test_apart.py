"""Gathering apart: processes give what one thread gives, and their failing costs nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest

from explorer.model.date import sort_key
from explorer.rolls.digest import Digest
from explorer.store.chronicle_tables import tables_of
from explorer.store.rolled import apart, lines
from explorer.store.rolled.apart import Hands
from explorer.store.rolled.digesting import digest_of
from explorer.store.rolled.gathering import Gathered
from explorer.store.rolled.lines import runs_in, section_of
from explorer.store.storage import bytes_of
from explorer.store.unusual import UnusualError
from tests.generate import chronicle

MADE = chronicle(600)


@pytest.fixture
def raw(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Return the bytes of a chronicle, of which each some lines make a run."""
    monkeypatch.setattr(lines, "_RUN", 5_000)
    return bytes_of(tables_of(MADE), Path("a.json"))


def gathered(raw: bytes, cores: int) -> list[Gathered]:
    """Gather all runs of a file, in their order."""
    section = section_of(raw, "events")
    assert section is not None
    runs = runs_in(raw, section)
    assert len(runs) > 10
    with Hands(0, cores) as hands:
        return sorted(hands.gather(raw, runs, {}), key=lambda run: int(run.first[0]))


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


def test_processes_gather_what_one_thread_does(raw: bytes) -> None:
    """Two processes and this one make the same digest, in the order of dates and ids."""
    digest = digest_of(gathered(raw, 1))
    assert told(digest_of(gathered(raw, 2))) == told(digest)
    ids = [digest.ids.text(at) for at in range(len(digest))]
    key = {one.id: (sort_key(one.date.value), one.id) for one in MADE.events}
    assert ids == sorted(key, key=key.__getitem__)


def test_what_is_unusual_in_any_run_is_told(raw: bytes) -> None:
    """A wrong value that a process meets is raised here."""
    at = raw.rindex(b'"edtf": "') + len(b'"edtf": "')
    with pytest.raises(UnusualError):
        gathered(raw[:at] + b"9999-99-99" + raw[at + 10 :], 2)


@pytest.mark.parametrize("harm", ["none to start", "killed", "no such thing"])
def test_without_processes_it_is_done_here(
    raw: bytes, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes cannot start, are killed or fail, all is gathered all the same."""
    expected = told(digest_of(gathered(raw, 1)))
    start = apart.started

    def failing(module: str, *, buffered: bool = False) -> subprocess.Popen[bytes]:
        if harm == "none to start":
            raise OSError(11, "no more processes")
        process = start("explorer.nowhere" if harm == "no such thing" else module, buffered=True)
        if harm == "killed":
            process.kill()
        return process

    monkeypatch.setattr(apart, "started", failing)
    assert told(digest_of(gathered(raw, 2))) == expected


def test_gathering_given_up_ends_its_processes(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever leaves half-way leaves no process behind."""
    begun: list[subprocess.Popen[bytes]] = []
    start = apart.started

    def noted(module: str, *, buffered: bool = False) -> subprocess.Popen[bytes]:
        begun.append(start(module, buffered=buffered))
        return begun[-1]

    monkeypatch.setattr(apart, "started", noted)
    section = section_of(raw, "events")
    assert section is not None
    with Hands(0, 2) as hands:
        assert len(next(hands.gather(raw, runs_in(raw, section), {})).keys)
    assert len(begun) == 2
    assert all(process.poll() is not None for process in begun)


def test_no_run_is_longer_than_it_has_to_be(raw: bytes) -> None:
    """Runs are whole lines that follow on each other."""
    runs = gathered(raw, 1)
    firsts = np.concatenate([run.first for run in runs])
    lasts = np.concatenate([run.last for run in runs])
    assert (firsts[1:] - lasts[:-1] == len(",\n")).all()
    assert len(firsts) == len(MADE.events)
    assert max(len(run.keys) for run in runs) < 100
