"""Quoteline: a timeline in which every event answers to its source."""

from __future__ import annotations

__version__ = "0.1.0"
