"""Unusual: what the swift ways of reading leave to the exact codec."""

from __future__ import annotations


class UnusualError(ValueError):
    """Something for which the exact codec has a word."""
