"""Content: what a file holds, told by its bytes, and by its ending only where they are silent."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePath

from explorer.importing.texts import PLAIN_INSTEAD, ImportFault, Trouble
from explorer.model.said import said

PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})

_PDF = said("a PDF file, which is not read yet")
_WORD = said("a Word or office document, which is not read yet")
_PACKED = said("a packed file, which is not opened")
_PICTURE = said("a picture")
_MEDIA = said("sound or film")
_PROGRAM = said("a program")
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", _PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _WORD),
    (b"{\\rtf", said("an RTF document, which is not read yet")),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"RIFF", _MEDIA),
    (b"OggS", _MEDIA),
    (b"ID3", _MEDIA),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\x00", _PROGRAM),
    (b"SQLite format 3\x00", said("a database")),
    (b"bplist00", said("a web archive of Safari; save the page as its source (.html) instead")),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IN_OFFICE_ZIP = (b"[Content_Types].xml", b"word/", b"mimetypeapplication/vnd.oasis", b"_rels/")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 50
"""A text has fewer than one control character in this many."""

_PAGE_BEGINS = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_XML_BEGINS = re.compile(r"\s*<\?xml\b")
_PAGE_IN_XML = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
_TAG = re.compile(r"<[a-z!/?]", re.IGNORECASE)


class Form(StrEnum):
    """In what form a text is written."""

    PLAIN = "plain"
    PAGE = "page"
    MARKDOWN = "markdown"


def refuse_other_than_text(raw: bytes, name: str) -> None:
    """Raise ImportFault when the bytes are empty or a kind of file that holds no readable text."""
    if not raw.strip(b" \t\r\n\f\xef\xbb\xbf"):
        raise no_text(name)
    head = raw[:_HEAD]
    what = next((what for sign, what in _SIGNS if head.startswith(sign)), "")
    if head.startswith(_ZIP):
        what = _WORD if any(one in head for one in _IN_OFFICE_ZIP) else _PACKED
    elif _MHTML.search(head):
        what = said("a web archive (MHTML); save the page as 'HTML only' instead")
    elif not what and not head.startswith(_WIDE) and b"\0" in raw:
        place = raw.find(b"\0")
        what = said(
            "no text (byte {place} is NUL: a binary file, or UTF-16 without a byte order mark)",
            place=place,
        )
    if what:
        raise not_text(name, what)


def refuse_control_characters(text: str, name: str) -> None:
    """Raise ImportFault when a decoded text is mostly what no text holds."""
    head = text[:_HEAD]
    if "\0" in text or len(_CONTROL.findall(head)) * _MOST_CONTROL > len(head):
        raise not_text(name, said("no text (it is full of control characters: a binary file)"))


def form_of(text: str, name: str) -> Form:
    """Tell in what form a text is written; a page is one whatever the file is called."""
    head = text[:_HEAD]
    if _PAGE_BEGINS.match(head) or (_XML_BEGINS.match(head) and _PAGE_IN_XML.search(head)):
        return Form.PAGE
    ending = PurePath(name).suffix.lower()
    if ending in MARKDOWN_ENDINGS:
        return Form.MARKDOWN
    return Form.PAGE if ending in PAGE_ENDINGS and _TAG.search(text) else Form.PLAIN


def no_text(name: str) -> ImportFault:
    """Return the fault of a file in which nothing can be read."""
    return ImportFault(
        Trouble.EMPTY, said("{name}: holds no text. {advice}", name=name, advice=PLAIN_INSTEAD)
    )


def not_text(name: str, what: str) -> ImportFault:
    """Return the fault of a file that is `what`, and no text."""
    return ImportFault(
        Trouble.NOT_TEXT,
        said("{name}: {what}. {advice}", name=name, what=what, advice=PLAIN_INSTEAD),
    )
