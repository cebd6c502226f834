"""Traits: what is asked of events with yes or no, as bits of a digest's `traits`."""

from __future__ import annotations

from typing import get_args

from explorer.model.roll import Trait

TRAITS: tuple[Trait, ...] = get_args(Trait)
"""What the bits say, the lowest first."""


def bit_of(trait: Trait) -> int:
    """Return the bit of a trait."""
    return 1 << TRAITS.index(trait)
