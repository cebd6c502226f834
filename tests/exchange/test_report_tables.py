from __future__ import annotations

from explorer.exchange.report_tables import MOST, table, text


def test_a_long_list_is_cut_and_counted() -> None:
    """The page stays readable at any size; the other formats hold all."""
    made = table("Things", ["id", "n"], [[f"t{at}", at] for at in range(MOST + 3)])
    assert f"Of {MOST + 3} rows the first {MOST} are shown." in made
    assert made.count("<tr>") == MOST + 1
    assert "are shown" not in table("Things", ["id", "n"], [["t", 1]] * MOST)


def test_a_count_that_wants_attention_is_marked() -> None:
    """Above zero it gets its class, at zero it stands back."""
    made = table("C", ["id", "missing"], [["a", 0], ["b", 1200]], marks={"missing": "bad"})
    assert '<td class="number zero">0</td>' in made
    assert '<td class="number bad">1,200</td>' in made


def test_controls_are_no_part_of_the_page() -> None:
    """Signs that a page may not hold become spaces."""
    assert text("a\0b\x1bc") == "a b c"
