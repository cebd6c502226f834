"""Reading: the texts that the bytes of one file give. No limit on time or memory is kept here."""

from __future__ import annotations

import re
import unicodedata

from explorer.importing.charset import Decoded, decode, decode_utf8
from explorer.importing.content import (
    Form,
    form_of,
    no_text,
    refuse_control_characters,
    refuse_other_than_text,
)
from explorer.importing.texts import (
    LONGEST,
    PLAIN_INSTEAD,
    Imported,
    ImportFault,
    ReadAs,
    ReadText,
    Trouble,
)
from explorer.model.said import said

_MOST_ACCENTS = 30
"""On one letter (Unicode Standard Annex 15, section 13): comparing takes the square of it."""


def read_texts(raw: bytes, name: str) -> Imported:
    """Return the texts of a file of any kind that can be read.

    Raises ImportFault when there is none, naming the file and saying what to do.
    """
    refuse_other_than_text(raw, name)
    decoded = decode(raw)
    form = form_of(decoded.text, name)
    if form is Form.PLAIN:
        return _imported([_plain(decoded, name)], decoded)
    # Only now: plain texts need no parser.
    from explorer.importing import markdown, pages  # noqa: PLC0415

    if form is Form.PAGE:
        return _imported(_distinct(pages.texts_of_page(decoded.text, name), name), decoded)
    rendered = pages.whole_text(markdown.page_source(decoded.text), name)
    texts = [_plain(decoded, name), ReadText(ReadAs.READABLE, rendered)]
    return _imported(_distinct(texts, name), decoded)


def read_plain(raw: bytes, name: str) -> Imported | None:
    """Return the text of a file that is plain UTF-8, or None when it takes more to read it.

    Its cost is that of decoding. Raises ImportFault when it holds none.
    """
    refuse_other_than_text(raw, name)
    decoded = decode_utf8(raw)
    if decoded is None or form_of(decoded.text, name) is not Form.PLAIN:
        return None
    return _imported([_plain(decoded, name)], decoded)


def _imported(texts: list[ReadText], decoded: Decoded) -> Imported:
    return Imported(tuple(texts), decoded.encoding, decoded.guessed)


def _plain(decoded: Decoded, name: str) -> ReadText:
    refuse_control_characters(decoded.text, name)
    _refuse_unfit(decoded.text, name)
    return ReadText(ReadAs.PLAIN, decoded.text)


def _distinct(texts: list[ReadText], name: str) -> list[ReadText]:
    """Return the texts that hold something, each once. Raises ImportFault when none does."""
    found = {one.text: one for one in reversed(texts) if one.text.strip()}
    if not found:
        raise no_text(name)
    for text in found:
        _refuse_unfit(text, name)
    return list(reversed(found.values()))


def _refuse_unfit(text: str, name: str) -> None:
    if not text.strip():
        raise no_text(name)
    if len(text) > LONGEST:
        message = said(
            "{name}: holds more than {most:,} characters, so it is not an article. {advice}",
            name=name,
            most=LONGEST,
            advice=PLAIN_INSTEAD,
        )
        raise ImportFault(Trouble.TOO_LARGE, message)
    if text.isascii():
        return
    accents = "".join(sign for sign in set(text) if unicodedata.combining(sign))
    if accents and re.search(f"[{re.escape(accents)}]{{{_MOST_ACCENTS + 1}}}", text):
        message = said(
            "{name}: holds letters with more than {most} accents, which no text has. {advice}",
            name=name,
            most=_MOST_ACCENTS,
            advice=PLAIN_INSTEAD,
        )
        raise ImportFault(Trouble.NOT_TEXT, message)
