"""What the search box says of a query: what it understands, and what it cannot read and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.model.query import BELONGINGS, STATES, Fault

translate = QCoreApplication.translate


def fault_words(fault: Fault) -> str:
    """Say where a query cannot be read, and what would be right there."""
    return translate("Query", "“{text}” (sign {place}): {why}").format(
        text=fault.text, place=fault.start + 1, why=_why(fault)
    )


def syntax_words() -> str:
    """Say what can be typed, a line for each thing."""
    return "\n".join(
        (
            translate("Query", "Words are looked for anywhere; all of them must be there."),
            translate("Query", "“several words” in quotes: as they stand"),
            translate("Query", "begin* : words that begin so"),
            translate("Query", "-word or NOT word: not there"),
            translate("Query", "one OR other, and brackets"),
            translate(
                "Query", "actor:  type:  article:  tag:  place:  with a name after the colon"
            ),
            translate("Query", "date:2016-04  date:2016..2018 : may have happened then"),
            translate("Query", "within:2016-04 : happened then and at no other time"),
            translate("Query", "is:  with one of {words}").format(words=", ".join(STATES)),
            translate("Query", "has:  with one of {words}").format(words=", ".join(BELONGINGS)),
        )
    )


def search_words() -> tuple[tuple[str, str], ...]:
    """Say what can be typed to search everything: an example and what it does, for each thing."""
    fields = "actor:  type:  article:  tag:  place:"
    return (
        (translate("Query", "word"), translate("Query", "words that begin so; all must be there")),
        (
            translate("Query", "a name"),
            translate("Query", "in every spelling and script the chronicle records"),
        ),
        (translate("Query", "“in quotes”"), translate("Query", "these words as they stand")),
        (translate("Query", "-word"), translate("Query", "not there")),
        (translate("Query", "one OR other"), translate("Query", "either; brackets work as well")),
        (fields, translate("Query", "what belongs to an event that has this")),
        ("date:2016-04", translate("Query", "may have happened then; date:2016..2018 is a range")),
        ("is:disputed", translate("Query", "or {words}").format(words=", ".join(STATES[1:]))),
        ("has:note", translate("Query", "or {words}").format(words=", ".join(BELONGINGS[1:]))),
    )


def _why(fault: Fault) -> str:
    known = {
        "nothing-after": translate("Query", "something must follow it."),
        "nothing-before": translate("Query", "something must stand before it."),
        "not-closed": translate("Query", "this bracket is not closed."),
        "empty": translate("Query", "there is nothing in these brackets."),
        "state": translate("Query", "after is: comes one of {words}.").format(
            words=", ".join(STATES)
        ),
        "belonging": translate("Query", "after has: comes one of {words}.").format(
            words=", ".join(BELONGINGS)
        ),
        "date": translate("Query", "this is no date; write 2016, 2016-04 or 2016..2018."),
        "deep": translate("Query", "brackets are too deep here; the rest is left out."),
    }
    return known[fault.why]
