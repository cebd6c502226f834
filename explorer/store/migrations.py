"""Migrations: older files brought step by step to the schema this version knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tables = dict[str, dict[str, Any]]
"""What TinyDB keeps in a file: document by document id, by table name."""

Upgrade = Callable[[Tables], Tables]
"""Returns the tables of schema n as schema n + 1 has them; raises DamagedFile when it cannot."""

CHRONICLE_UPGRADES: tuple[Upgrade, ...] = ()
"""The upgrade at index n - 1 leads from schema n to n + 1, for chronicles."""

WORKSPACE_UPGRADES: tuple[Upgrade, ...] = ()
"""Likewise for workspaces."""


def newest(upgrades: tuple[Upgrade, ...]) -> int:
    """Return the schema number to which `upgrades` lead; schemas are counted from 1."""
    return len(upgrades) + 1


def upgraded(tables: Tables, schema: int, upgrades: tuple[Upgrade, ...]) -> Tables:
    """Return tables of an older `schema` as the newest one has them; newer ones as they are."""
    for upgrade in upgrades[schema - 1 :]:
        tables = upgrade(tables)
    return tables
