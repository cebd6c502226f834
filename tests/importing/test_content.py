"""What a file holds is told by its bytes; what is no text is refused with what to do."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from explorer.importing.content import Form, form_of, refuse_other_than_text
from explorer.importing.texts import ImportFault, Trouble


def packed(name: str) -> bytes:
    """Return a zip file with one member of this name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"0" * 100_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (packed("word/document.xml"), "a Word or office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "a Word or office document"),
        (b"{\\rtf1\\ansi words}", "an RTF document"),
        (packed("bomb.bin"), "a packed file"),
        (gzip.compress(b"0" * 100_000), "a packed file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; x", "web archive (MHTML)"),
        (b"bplist00abc", "web archive of Safari"),
        (b"abc\0def", "byte 3 is NUL"),
    ],
)
def test_a_file_that_is_no_text_is_named(raw: bytes, told: str) -> None:
    """The line says what the file is and what to do; nothing is unpacked."""
    with pytest.raises(ImportFault, match=r"a\.txt: ") as caught:
        refuse_other_than_text(raw, "a.txt")
    assert caught.value.trouble is Trouble.NOT_TEXT
    assert told in str(caught.value)
    assert "plain text file" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_nothing_is_empty(raw: bytes) -> None:
    """White space and a byte order mark are no text."""
    with pytest.raises(ImportFault, match="holds no text") as caught:
        refuse_other_than_text(raw, "a.txt")
    assert caught.value.trouble is Trouble.EMPTY


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("A tale of boats", "a.txt", Form.PLAIN),
        ("A tale of boats", "a.html", Form.PLAIN),
        ("5 < 6 and 7 > 3", "a.html", Form.PLAIN),
        ("<p>A tale", "a.htm", Form.PAGE),
        ("<p>A tale", "a.txt", Form.PLAIN),
        ("\n <!DOCTYPE html><p>A tale", "a.txt", Form.PAGE),
        ("<HTML lang=en>", "a.saved", Form.PAGE),
        ("<?xml version='1.0'?>\n<html xmlns='x'>", "a.txt", Form.PAGE),
        ("<?xml version='1.0'?>\n<note>", "a.txt", Form.PLAIN),
        ("# A tale", "A.MD", Form.MARKDOWN),
        ("<html>", "a.markdown", Form.PAGE),
    ],
)
def test_the_form_is_told_by_content_before_the_name(text: str, name: str, form: Form) -> None:
    """A page is one whatever it is called; a name alone makes no page of plain words."""
    assert form_of(text, name) is form
