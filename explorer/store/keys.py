"""Keys: which documents of a workspace's tables could be two for one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields

from explorer.model.workspace import Workspace
from explorer.store.changes import Change, Hunk
from explorer.store.differences import row_tables

Key = tuple[str, object]


class Keys:
    """How often the first field of each table's documents has each value, kept up step by step.

    It is what tells documents apart, alone or with others: where it is new, nothing is there twice.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._counts: Counter[Key] = Counter(
            (table, getattr(record, fields(record)[0].name))
            for table in row_tables()
            for record in getattr(workspace, table)
        )

    def may_repeat(self, changes: Sequence[Change]) -> bool:
        """Tell whether something may be there twice after these changes."""
        if not all(isinstance(change, Hunk) for change in changes):
            return True
        balance = _balance(changes)
        return any(count > 0 and self._counts[key] + count > 1 for key, count in balance.items())

    def take(self, changes: Sequence[Change]) -> None:
        """Count these changes in."""
        for key, count in _balance(changes).items():
            self._counts[key] += count


def _balance(changes: Sequence[Change]) -> dict[Key, int]:
    """Return by how many each key is there more often, or less, after changes."""
    balance: dict[Key, int] = {}
    for change in changes:
        if isinstance(change, Hunk):
            for sign, some in ((-1, change.removed), (1, change.added)):
                for one in some:
                    key = (change.table, next(iter(one.values()), None))
                    balance[key] = balance.get(key, 0) + sign
    return balance
