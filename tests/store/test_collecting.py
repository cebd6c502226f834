"""The collector's pause: no longer than asked for, and nobody else's."""

from __future__ import annotations

import gc

import pytest

from explorer.store.collecting import uncollected


def test_the_collector_is_paused_and_runs_again() -> None:
    """The collector rests within the block only, also where the block fails."""
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()


def test_a_pause_of_somebody_else_stays() -> None:
    """A collector that was paused already is left so."""
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
