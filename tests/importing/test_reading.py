"""A file gives the texts that a reader may choose from, or one line that says why not."""

from __future__ import annotations

import pytest

from explorer.importing.reading import read_plain, read_texts
from explorer.importing.texts import LONGEST, ImportFault, ReadAs, Trouble
from tests.importing.made_pages import with_everything

FIRST = "The harbour guild asked the island council for two boats in the spring of that year."
SECOND = "The council kept the letter for a week, and nobody on the island spoke of it again."


def test_a_page_gives_its_body_and_all_of_it() -> None:
    """The readable body comes first; the whole page is the alternative."""
    found = read_texts(with_everything("Tale", [FIRST, SECOND]).encode(), "a.html")
    body, whole = found.texts
    assert (body.read_as, whole.read_as) == (ReadAs.READABLE, ReadAs.WHOLE_PAGE)
    assert body.text == f"Tale\n\n{FIRST}\n\n{SECOND}\n"
    assert "Unwanted" in whole.text
    assert FIRST in whole.text


def test_a_page_that_is_all_body_gives_one_text() -> None:
    """Where both would be the same there is nothing to choose."""
    found = read_texts(f"<html><p>{FIRST}</p><p>{SECOND}</p>".encode(), "a.html")
    assert [one.read_as for one in found.texts] == [ReadAs.READABLE]


def test_a_page_without_prose_gives_its_whole_text() -> None:
    """What has no body is still read."""
    found = read_texts(b"<html><p>Two words</p>", "a.html")
    assert [(one.read_as, one.text) for one in found.texts] == [
        (ReadAs.WHOLE_PAGE, "Two words\n"),
    ]


def test_markdown_gives_its_source_and_what_it_stands_for() -> None:
    """The text as it is comes first; rendered, it has no signs of markup and no front matter."""
    table = "| a | b |\n|-|-|\n| 1 | 2 |\n"
    wrapped = FIRST.replace(" for two", "\nfor two")
    source = f"---\ntitle: x\n---\n# Tale\n\n{wrapped}\n\n*{SECOND}*\n\n{table}"
    plain, rendered = read_texts(source.encode(), "a.md").texts
    assert (plain.read_as, plain.text) == (ReadAs.PLAIN, source)
    assert rendered.read_as is ReadAs.READABLE
    assert rendered.text == f"Tale\n\n{FIRST}\n\n{SECOND}\n\na\tb\n\n1\t2\n"


def test_markdown_without_any_markup_gives_one_text() -> None:
    """Plain paragraphs are the same either way."""
    (only,) = read_texts(f"{FIRST}\n\n{SECOND}\n".encode(), "a.md").texts
    assert only.read_as is ReadAs.PLAIN


def test_a_page_under_another_name_is_a_page() -> None:
    """Content goes before the ending, and a page's own encoding is heeded."""
    source = f"<html><meta charset=windows-1252><p>{FIRST} “Café”</p>"
    found = read_texts(source.encode("cp1252"), "a.txt")
    assert found.texts[0].text == f"{FIRST} “Café”\n"
    assert (found.encoding, found.guessed) == ("cp1252", False)


def test_plain_utf8_needs_no_process() -> None:
    """Plain text is read at once, and just as `read_texts` reads it; all else is left to that."""
    raw = f"\ufeff{FIRST}\r\n".encode()
    assert read_plain(raw, "a.txt") == read_texts(raw, "a.txt")
    for other in (b"<html><p>a", "é".encode("latin-1"), "a".encode("utf-16")):
        assert read_plain(other, "a.txt") is None
    assert read_plain(b"# a", "a.md") is None


@pytest.mark.parametrize(
    ("raw", "name", "trouble", "told"),
    [
        (b"\n", "a.txt", Trouble.EMPTY, "holds no text"),
        (b"<html><script>x</script>", "a.html", Trouble.EMPTY, "holds no text"),
        ("\u00a0\u2003".encode(), "a.txt", Trouble.EMPTY, "holds no text"),
        (b"a" * (LONGEST + 1), "a.txt", Trouble.TOO_LARGE, "2,000,000 characters"),
        (b"<p>" + b"a" * 16_000_000, "a.html", Trouble.TOO_LARGE, "2,000,000 characters"),
        (bytes(range(1, 256)) * 9, "a.txt", Trouble.NOT_TEXT, "control characters"),
        (("a" + "\u0316\u0301" * 16).encode(), "a.txt", Trouble.NOT_TEXT, "accents"),
        (("<p>a" + "\u0316\u0301" * 16).encode(), "a.html", Trouble.NOT_TEXT, "accents"),
    ],
    ids=["blank", "script", "spaces", "long", "long page", "binary", "accents", "accented page"],
)
def test_what_gives_no_text_is_one_line(raw: bytes, name: str, trouble: Trouble, told: str) -> None:
    """Nothing to read, too much of it, no text, and letters with too many accents."""
    with pytest.raises(ImportFault, match=told) as caught:
        read_texts(raw, name)
    assert caught.value.trouble is trouble
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_letters_with_many_accents_are_text() -> None:
    """Thirty marks on a letter are read; scripts with marks of their own are too."""
    text = "a" + "\u0316\u0301" * 15 + " क़ि भाषा"
    assert read_texts(text.encode(), "a.txt").texts[0].text == text
