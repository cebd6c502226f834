"""Collecting: Python's collector, kept from going through what is made in great number."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector; it would go through a million new records, with every thread waiting.

    Of records in trees it can free none: they go when nothing refers to them any more. Where it is
    paused already, in another thread perhaps, whoever paused it lets it run again.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
