"""Faults in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from pytestqt.qtbot import QtBot

from explorer.model.said import said
from explorer.store.faults import Cause, DamagedFile, MissingFile, NotSaved, not_saved
from explorer.wording import numbers
from explorer.wording.faults import fault_words

DUTCH = {
    "{path}: {problem} Nothing was changed. {advice}": "{path}: {problem} Er is niets veranderd.",
    "table '{table}'": "tabel '{table}'",
    "must be a text.": "moet een tekst zijn.",
    "{path}: there is no such file. Check its name and its folder.": "{wrong}: dat is er niet.",
}


class Dutch(QTranslator):
    """Knows a few sentences; one of them wants a part that there is not."""

    def translate(self, context: str, text: str, _note: str | None = None, _count: int = -1) -> str:
        """Return the sentence in Dutch, or nothing."""
        return DUTCH.get(text, "") if context == "Fault" else ""

    def isEmpty(self) -> bool:
        """Say that there are translations."""
        return False


@pytest.fixture
def dutch(qtbot: QtBot) -> Iterator[None]:
    """A window whose language is Dutch."""
    words = Dutch()
    QCoreApplication.installTranslator(words)
    yield
    QCoreApplication.removeTranslator(words)


def test_sentence_and_parts_are_translated(dutch: None) -> None:
    """Each sentence within the sentence by itself; the file's name and the reader's words stay."""
    where = said("table '{table}'", table="{path} must be a text.")
    problem = said("{where}: {problem}", where=where, problem=said("must be a text."))
    assert fault_words(DamagedFile(Path("must be a text."), problem)) == (
        "must be a text.: tabel '{path} must be a text.': moet een tekst zijn. "
        "Er is niets veranderd."
    )


def test_without_a_translation_it_is_the_english(qtbot: QtBot) -> None:
    """Every kind of fault reads as its `str`."""
    path = Path("x.json")
    full = NotSaved(path, Cause.FULL, not_saved(said("full.")), said("Free some."), path)
    for fault in (MissingFile(path), DamagedFile(path, "bad.", path), full):
        assert fault_words(fault) == str(fault)


def test_plain_texts_are_left_alone(dutch: None) -> None:
    """What was no sentence of ours is shown as it is, whatever it says."""
    assert fault_words("must be a text.") == "must be a text."


def test_a_translation_with_wrong_parts_does_not_cost_the_message(dutch: None) -> None:
    """Then the English is shown."""
    assert fault_words(MissingFile(Path("x"))) == str(MissingFile(Path("x")))


def test_numbers_are_grouped_as_the_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the sentence has groups, the language says with what; others are as they are."""
    sentence = said(
        "more than {most:,} files, {year} of {share:.1f}", most=1000, year=2016, share=0.5
    )
    assert fault_words(sentence) == sentence == "more than 1,000 files, 2016 of 0.5"
    monkeypatch.setattr(numbers, "interface_locale", lambda: QLocale("de"))
    assert fault_words(sentence) == "more than 1.000 files, 2016 of 0.5"


def test_why_something_was_not_saved_stands_by_itself() -> None:
    """The words that it was not saved are apart, where the fault was made so."""
    path = Path("x.json")
    assert NotSaved(path, Cause.FULL, not_saved(said("full.")), "").why == "full."
    assert NotSaved(path, Cause.FULL, "odd.", "").why == "odd."
