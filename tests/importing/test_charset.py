"""Bytes become text by what they say of themselves, else by a guess that is told as one."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.importing.charset import declared, decode
from explorer.sources.text import decode_text

WORDS = "Café “Ödön” – 5 €"
WESTERN = "“We saw none,” it said – the café’s owner, naïve, paid 5 €. À l’été, ça va très bien."
RUSSIAN = "Гильдия попросила у совета две лодки. Ответа не последовало, сообщили на острове."


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_is_read_as_it_stands(text: str) -> None:
    """UTF-8 is never guessed at, and reads as it does for the coding sheets."""
    decoded = decode(text.encode())
    assert decoded.text == decode_text(text.encode(), "a.txt")
    assert (decoded.encoding, decoded.guessed) == ("utf-8", False)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding(mark: bytes, encoding: str) -> None:
    """The mark goes before all else and is no part of the text; lines end in LF."""
    decoded = decode(mark + f"{WORDS}\r\n😀\r".encode(encoding))
    assert decoded.text == f"{WORDS}\n😀\n"
    assert (decoded.encoding, decoded.guessed) == (encoding, False)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859-5"),
        ("<meta charset=gb2312>", "gb18030"),
    ],
)
def test_a_page_declares_its_encoding(head: str, encoding: str) -> None:
    """A declaration in HTML or XML counts where the bytes are no UTF-8."""
    decoded = decode((head + RUSSIAN).encode(encoding))
    assert decoded.text == head + RUSSIAN
    assert (decoded.encoding, decoded.guessed) == (encoding, False)


def test_latin_1_means_windows_1252() -> None:
    """Pages that declare Latin-1 or ASCII are read as browsers read them."""
    for name in ("iso-8859-1", "us-ascii", "latin1", "windows-1252"):
        raw = f"<meta charset='{name}'>".encode() + WESTERN.encode("cp1252")
        assert decode(raw).text.endswith(WESTERN)


@pytest.mark.parametrize("name", ["hex", "rot13", "utf-7", "unicode_escape", "nonsense", "idna"])
def test_a_declared_codec_that_is_no_encoding_is_not_used(name: str) -> None:
    """Only encodings that pages are written in are believed."""
    assert declared(f"<meta charset={name}>".encode()) == ""


def test_utf8_goes_before_a_wrong_declaration() -> None:
    """A page that was saved as UTF-8 and still declares what it was is read as UTF-8."""
    decoded = decode(f"<meta charset=windows-1251>{WORDS}".encode())
    assert (decoded.encoding, decoded.guessed) == ("utf-8", False)
    assert WORDS in decoded.text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("Η συντεχνία ζήτησε δύο βάρκες, αλλά δεν υπήρξε απάντηση.", "cp1253"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy, zażółć gęślą jaźń.", "cp1250"),
    ],
)
def test_other_bytes_are_guessed_and_told_as_guessed(text: str, encoding: str) -> None:
    """Where nothing says the encoding, the likeliest is taken and marked."""
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert (decoded.encoding, decoded.guessed) == (encoding, True)


def test_a_few_bad_bytes_do_not_make_utf8_another_encoding() -> None:
    """A file cut within a letter, or with a stray byte, stays UTF-8, marked as guessed."""
    for raw in (RUSSIAN.encode()[:-2] + b"\xd0", RUSSIAN.encode() + b"\xff"):
        decoded = decode(raw)
        assert (decoded.encoding, decoded.guessed) == ("utf-8", True)
        assert decoded.text.startswith(RUSSIAN[:-2])
    decoded = decode(b"<meta charset=utf-8>\xff")
    assert (decoded.encoding, decoded.guessed) == ("utf-8", True)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text(raw: bytes) -> None:
    """Nothing is raised, lines end in LF, and no half of a surrogate pair comes out."""
    text = decode(raw).text
    assert "\r" not in text
    text.encode()
