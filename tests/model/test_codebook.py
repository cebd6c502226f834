"""The codebook file: what ships, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.model.codebook import read_codebook
from explorer.model.errors import QuotelineError

SHIPPED = Path(__file__).parents[2] / "resources" / "codebook.toml"
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_the_shipped_codebook_has_plovers_types_and_two_of_our_own() -> None:
    """All sixteen PLOVER types in four quad classes are there, with INSTITUTION and STATEMENT."""
    codebook = read_codebook(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name)
    assert set(codebook.types) == PLOVER | {"INSTITUTION", "STATEMENT"}
    assert {codebook.types[one].quad for one in PLOVER} == {
        "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict",
    }  # fmt: skip


def test_each_quad_class_has_colours_of_its_own() -> None:
    """No two quad classes share a colour, on light or on dark."""
    quads = read_codebook(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name).quads.values()
    assert len({quad.colour for quad in quads}) == len(quads)
    assert len({quad.dark for quad in quads}) == len(quads)


def test_a_type_the_codebook_lacks_still_has_a_name_and_a_quad() -> None:
    """An event of an unknown type is shown under its id, not dropped."""
    codebook = read_codebook(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name)
    assert codebook.type_name("RITUAL") == "RITUAL"
    assert codebook.quad_of("RITUAL") in codebook.quads.values()
    assert codebook.role_name("witness") == "witness"
    assert codebook.type_name("AID") == "Aid"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[quads", "not a TOML file"),
        ("", r"\[quads\] names no quad class"),
        ("[quads]\na = 1", r"\[quads\] must hold one table"),
        ("[quads.a]\nname='A'\ncolour='#000'", "quads.a: field 'dark'"),
        (
            "[quads.a]\nname='A'\ncolour='#0'\ndark='#1'\n[types.T]\nname='T'\nquad='b'",
            "'b' is not",
        ),
        ("[quads.a]\nname='A'\ncolour='#0'\ndark='#1'\n[roles]\nx=1", r"\[roles\] must hold"),
    ],
)
def test_a_wrong_codebook_is_refused_with_its_place(text: str, said: str) -> None:
    """The message names the file, the table and the field."""
    with pytest.raises(QuotelineError, match=f"^mine.toml: .*{said}"):
        read_codebook(text, "mine.toml")
