"""Numbers are grouped as the language of the interface groups them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from explorer.wording import numbers
from explorer.wording.numbers import number


def test_large_numbers_are_grouped() -> None:
    """In English by commas, small ones not at all."""
    assert [number(one) for one in (0, 193, 1_000, 1_000_000)] == ["0", "193", "1,000", "1,000,000"]


def test_another_language_groups_them_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """In German by points."""
    monkeypatch.setattr(numbers, "interface_locale", lambda: QLocale("de"))
    assert number(1_000_000) == "1.000.000"
