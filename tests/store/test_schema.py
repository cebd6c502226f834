from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from explorer.model import records, workspace
from explorer.store import chronicle_tables, workspace_tables
from tests.builders import a_full_chronicle, a_full_workspace

SCHEMA = Path(__file__).parents[2] / "data" / "schema.md"
OTHER_NAMES = {
    "authors": "author",
    "container_title": "container-title",
    "from_event": "from",
    "issued_basis": "issued-basis",
    "to_event": "to",
    "url": "URL",
    "value": "edtf",
}
RECORDS = [
    record
    for module in (records, workspace)
    for name, record in vars(module).items()
    if isinstance(record, type) and record.__module__ == module.__name__
]


def described() -> dict[str, set[str]]:
    """Return the fields that the description's tables list, by the heading above them."""
    found: dict[str, set[str]] = {}
    heading = ""
    for line in SCHEMA.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif row := re.match(r"\| `([^`]+)`", line):
            found.setdefault(heading, set()).add(row.group(1))
    return found


def keys_of(value: Any) -> set[str]:
    """Return every name of an object and of the objects in it; a view's plain data stay closed."""
    if isinstance(value, Mapping):
        inner = (
            keys_of(one) for name, one in value.items() if name not in ("filters", "arrangement")
        )
        return set(value).union(*inner)
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_every_record_is_described(record: type) -> None:
    """Each dataclass field stands in data/schema.md under its name in the file."""
    if record is workspace.Workspace:
        names = {"chronicle"}
    else:
        names = {OTHER_NAMES.get(one.name, one.name) for one in fields(record)} - {"extra"}
    assert names <= set().union(*described().values())


@pytest.mark.parametrize(
    ("tables", "heading_of_meta"),
    [
        (chronicle_tables.tables_of(a_full_chronicle()), "Table `_meta`"),
        (workspace_tables.tables_of(a_full_workspace()), "Table `_meta` of a workspace"),
    ],
    ids=["chronicle", "workspace"],
)
def test_each_table_is_described_by_exactly_the_fields_it_writes(
    tables: dict[str, dict[str, Any]], heading_of_meta: str
) -> None:
    """A table's section lists every field that a full file has there, and no other."""
    for name, table in tables.items():
        heading = heading_of_meta if name == "_meta" else f"Table `{name}`"
        written = set().union(*(keys_of(document) for document in table.values()))
        assert described()[heading] == written, name
