"""Faults in the reader's language: sentences that remember what they were made of, said anew."""

from __future__ import annotations

from string import Formatter

from PySide6.QtCore import QCoreApplication

from explorer.model.errors import QuotelineError
from explorer.model.said import Part, Said
from explorer.wording.numbers import number

CONTEXT = "Fault"
"""Where a translation keeps what is said by layers that know nothing of Qt."""


def fault_words(fault: QuotelineError | str) -> str:
    """Say what is wrong, and what to do, in the language of the window.

    What was no sentence of ours (names of files, what the system said) stays as it is, as do
    plain texts.
    """
    return _translated(fault.said if isinstance(fault, QuotelineError) else fault)


def _translated(text: str) -> str:
    if not isinstance(text, Said):
        return text
    parts: dict[str, Part] = {name: _told(part) for name, part in text.parts.items()}
    template = text.template
    if _has_words(template):
        template = QCoreApplication.translate(CONTEXT, template)
    try:
        return template.format(**parts)
    except (KeyError, IndexError, ValueError, AttributeError):
        # A translation that names other parts must not cost the reader the message.
        return text.template.format(**parts)


def _told(part: Part) -> Part:
    if isinstance(part, str):
        return _translated(part)
    return _Number(part) if isinstance(part, int) else part


class _Number(int):
    """A number that is grouped as the language does where the template asks for groups."""

    def __format__(self, spec: str) -> str:
        return number(int(self)) if spec == "," else super().__format__(spec)


def _has_words(template: str) -> bool:
    """Tell whether there is more in a template than places for parts."""
    literals = (literal for literal, *_ in Formatter().parse(template))
    return any(sign.isalpha() for literal in literals for sign in literal)
