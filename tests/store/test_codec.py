from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.chronicle import Chronicle
from explorer.model.workspace import Workspace
from explorer.store import chronicle_tables, workspace_tables
from explorer.store.chronicle_tables import chronicle_of
from explorer.store.codec import encode_event
from explorer.store.faults import DamagedFile
from explorer.store.migrations import Tables
from explorer.store.workspace_tables import workspace_of
from tests.builders import a_full_chronicle, a_full_workspace
from tests.store.strategies import chronicles, json_values, workspaces

FILE = Path("file.json")
CHRONICLE = chronicle_tables.tables_of(a_full_chronicle())
WORKSPACE = workspace_tables.tables_of(a_full_workspace())

MUST_BE_THERE = {
    *("_meta.format", "_meta.schema", "_meta.id", "_meta.title", "_meta.chronicle"),
    *("articles.id", "articles.kind", "articles.title"),
    *("editions.id", "editions.article", "editions.sha256", "editions.length"),
    *("passages.id", "passages.article", "passages.edition", "passages.sha256"),
    *("passages.paragraph", "passages.start", "passages.end"),
    *("actors.id", "actors.name", "actors.kind"),
    *("actors.offices.title", "actors.offices.of", "actors.offices.dates"),
    *("actors.memberships.of", "actors.memberships.status", "actors.memberships.dates"),
    *("events.id", "events.title", "events.type"),
    *("events.date", "events.date.edtf", "events.date.basis"),
    *("events.participants.actor", "events.participants.role", "events.support.passage"),
    *("links.id", "links.kind", "links.from", "links.to"),
    *("bookmarks.event", "attachments.article", "attachments.sha256"),
    *("views.name", "views.start", "views.end"),
    *("passages.quote.exact", "disagreements.sides.passage"),
    *("disagreements.id", "disagreements.kind", "disagreements.about", "disagreements.note"),
    *("decisions.passage", "decisions.sha256", "decisions.start", "decisions.end"),
    *("decisions.accepted", "resolutions.disagreement", "resolutions.note"),
    *("notes.kind", "notes.target", "notes.words"),
    *("ratings.kind", "ratings.target", "ratings.mark"),
    *("tag_colours.tag", "tag_colours.colour"),
    *("collections.name", "collections.entries.event", "searches.name"),
}


def places(tables: Tables) -> list[tuple[Any, ...]]:
    """Return the path of every known value in the tables: table, document number, field, ..."""
    found: list[tuple[Any, ...]] = []

    def walk(value: Any, path: tuple[Any, ...]) -> None:
        if len(path) > 2:
            found.append(path)
        if isinstance(value, (dict, list)) and path[-1] not in ("filters", "arrangement"):
            inner = value.items() if isinstance(value, dict) else enumerate(value)
            for key, one in inner:
                walk(one, (*path, key))

    for name, table in tables.items():
        walk(table, (name,))
    return found


def put(tables: Tables, path: tuple[Any, ...], value: object) -> Tables:
    """Return a copy of the tables with another value at a path."""
    changed = copy.deepcopy(tables)
    spot: Any = changed
    for key in path[:-1]:
        spot = spot[key]
    spot[path[-1]] = value
    return changed


def shown(path: tuple[Any, ...]) -> str:
    """Return a path as messages show it: `date.edtf`, `support[0].passage`."""
    text = ""
    for key in path[2:]:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def field_of(path: tuple[Any, ...]) -> str:
    """Return the field at a path as the schema knows it: `events.support.passage`."""
    return ".".join(str(key) for key in (path[0], *path[2:]) if not isinstance(key, int))


def own_id(tables: Tables, path: tuple[Any, ...]) -> str:
    """Return the id by which a message names the document at a path, an empty one in `_meta`."""
    key = {
        "bookmarks": "event",
        "attachments": "article",
        "views": "name",
        "decisions": "passage",
        "resolutions": "disagreement",
        "notes": "target",
        "ratings": "target",
        "tag_colours": "tag",
        "collections": "name",
        "searches": "name",
    }.get(path[0], "id")
    return "" if path[0] == "_meta" or path[2:] == (key,) else tables[path[0]][path[1]][key]


ALL = [(CHRONICLE, chronicle_of, path) for path in places(CHRONICLE)]
ALL += [(WORKSPACE, workspace_of, path) for path in places(WORKSPACE)]
NAMED = [one for one in ALL if isinstance(one[2][-1], str)]


def where(one: tuple[Any, ...]) -> str:
    """Return the name of a test on one place."""
    return f"{one[2][0]}-{one[2][1]}-{shown(one[2])}"


@pytest.mark.parametrize(("tables", "decode", "path"), ALL, ids=map(where, ALL))
def test_a_value_of_another_type_is_refused_by_table_id_and_field(
    tables: Tables, decode: Any, path: tuple[Any, ...]
) -> None:
    """A wrong type anywhere gives an error that names file, table, id and field."""
    for wrong in (None, True, -1.5, {"a": 1}, [[]], "no such thing"):
        value = tables[path[0]][path[1]]
        for key in path[2:]:
            value = value[key]
        if isinstance(value, str) and isinstance(wrong, str):
            continue
        if isinstance(value, (bool, float)) and type(wrong) is type(value):
            continue
        if isinstance(value, dict) and isinstance(wrong, dict):
            continue
        with pytest.raises(DamagedFile) as caught:
            decode(put(tables, path, wrong), FILE)
        message = str(caught.value)
        assert message.startswith(f"file.json: table '{path[0]}', ")
        assert f"field '{shown(path)}" in message
        assert f"id '{own_id(tables, path)}'" in message or not own_id(tables, path)


@pytest.mark.parametrize(("tables", "decode", "path"), NAMED, ids=map(where, NAMED))
def test_a_missing_field_is_refused_only_where_it_must_be_there(
    tables: Tables, decode: Any, path: tuple[Any, ...]
) -> None:
    """Without an optional field the file opens; without another the error names that field."""
    changed = copy.deepcopy(tables)
    spot: Any = changed
    for key in path[:-1]:
        spot = spot[key]
    del spot[path[-1]]
    if field_of(path) in MUST_BE_THERE:
        with pytest.raises(DamagedFile) as caught:
            decode(changed, FILE)
        assert f"field '{shown(path)}" in str(caught.value)
    else:
        decode(changed, FILE)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (("events", "1", "date", "edtf"), "2016-13-45", "date '2016-13-45'"),
        (
            ("events", "1", "date", "basis"),
            "guessed",
            "one of stated, relative, inferred, background",
        ),
        (("events", "2", "support", 0, "stance"), "denies", "one of supports, disputes, mentions"),
        (("events", "2", "support", 0, "asserts", "date"), "soon", "date 'soon'"),
        (("events", "1", "importance"), 4, "between 1 and 3"),
        (("events", "1", "importance"), 0, "between 1 and 3"),
        (("events", "1", "importance"), True, "a whole number, but it is true"),
        (("events", "1", "title"), "", "must be there"),
        (("events", "1", "title"), "half \ud83d", "half a character"),
        (("actors", "1", "kind"), "alien", "one of state, organisation"),
        (("articles", "1", "kind"), "rumour", "one of published, brief"),
        (("links", "1", "kind"), "loves", "one of responds_to"),
        (("passages", "1", "start"), -1, "between 0 and"),
        (("passages", "1", "start"), 10**30, "between 0 and"),
        (("passages", "1", "start"), 19, "must not come before the start, 19"),
        (("passages", "1", "paragraph"), 0, "between 1 and"),
        (("passages", "1", "fingerprint"), [1, -1], "between 0 and"),
    ],
)
def test_a_value_out_of_bounds_is_refused_with_what_would_do(
    path: tuple[Any, ...], value: object, problem: str
) -> None:
    """Dates, choices, offsets and grades outside their bounds are refused, and the bounds said."""
    with pytest.raises(DamagedFile) as caught:
        chronicle_of(put(CHRONICLE, path, value), FILE)
    assert problem in str(caught.value)
    assert f"table '{path[0]}'" in str(caught.value)


@pytest.mark.parametrize("value", [10**400, -(10**30), 1e300])
def test_a_view_of_impossible_size_is_refused(value: float) -> None:
    """A view's ends must be numbers of ordinary size."""
    with pytest.raises(DamagedFile, match="field 'start'"):
        workspace_of(put(WORKSPACE, ("views", "1", "start"), value), FILE)


def test_a_view_must_end_after_it_starts() -> None:
    """A view without length is refused by its end."""
    with pytest.raises(DamagedFile, match=r"id 'April', field 'end': must come after the start"):
        workspace_of(put(WORKSPACE, ("views", "1", "end"), 1.4e9), FILE)


def test_a_message_shortens_a_long_value_and_escapes_control_signs() -> None:
    """What a file holds cannot flood a message, break its line or turn its direction."""
    for wrong in ("x" * 10_000, "a\nb\x00c", "\u202eabc"):
        with pytest.raises(DamagedFile) as caught:
            chronicle_of(put(CHRONICLE, ("actors", "1", "kind"), wrong), FILE)
        message = str(caught.value)
        assert len(message) < 300
        assert message.isprintable()


@given(chronicles())
@settings(max_examples=60, deadline=None)
def test_a_chronicle_comes_back_from_its_tables_whole(chronicle: Chronicle) -> None:
    """Decoding what was encoded gives equal records and loses no unknown field or table."""
    tables = chronicle_tables.tables_of(chronicle)
    again = chronicle_of(copy.deepcopy(tables), FILE)
    assert again == chronicle
    assert chronicle_tables.tables_of(again) == tables


@given(workspaces())
@settings(max_examples=60, deadline=None)
def test_a_workspace_comes_back_from_its_tables_whole(workspace: Workspace) -> None:
    """Decoding what was encoded gives equal records and loses no unknown field or table."""
    tables = workspace_tables.tables_of(workspace)
    again = workspace_of(copy.deepcopy(tables), FILE)
    assert again == workspace
    assert workspace_tables.tables_of(again) == tables


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_json_value_anywhere_opens_or_is_refused_in_words(data: st.DataObject) -> None:
    """Whatever stands in a field, the file opens or a DamagedFile says why, never another error."""
    path = data.draw(st.sampled_from(places(CHRONICLE)))
    changed = put(CHRONICLE, path, data.draw(json_values))
    try:
        chronicle = chronicle_of(changed, FILE)
    except DamagedFile as error:
        problem = error.problem
    else:
        problem = ""
        assert chronicle_of(chronicle_tables.tables_of(chronicle), FILE) == chronicle
    assert not problem or problem.startswith("table '")


def test_unknown_fields_are_kept_at_every_level() -> None:
    """A field of a newer version in any object of any record comes back with a save."""
    changed = CHRONICLE
    objects = [path[:-1] for path in places(CHRONICLE) if isinstance(path[-1], str)]
    for path in dict.fromkeys(objects):
        changed = put(changed, (*path, "x-new"), {"of": ["a", "newer", 1]})
    assert len(dict.fromkeys(objects)) > 20
    assert chronicle_tables.tables_of(chronicle_of(copy.deepcopy(changed), FILE)) == changed


def test_a_known_field_wins_over_a_kept_one_of_its_name() -> None:
    """What `extra` holds can add to a record in the file, never change it."""
    event = replace(a_full_chronicle().event["first"], extra={"title": "other", "x-new": 1})
    encoded = encode_event(event)
    assert (encoded["title"], encoded["x-new"]) == (event.title, 1)


def test_empty_optional_fields_are_left_out() -> None:
    """A record's empty fields take no room in the file."""
    link = chronicle_tables.tables_of(a_full_chronicle())["links"]["1"]
    without = put(CHRONICLE, ("links", "1", "note"), "")
    assert "note" in link
    assert "note" not in chronicle_tables.tables_of(chronicle_of(without, FILE))["links"]["1"]
