"""The index: made, kept, damaged, and made anew when texts change."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.folding import fold, fold_in_place
from explorer.model.notes import Note
from explorer.search.documents import Document, written
from explorer.search.expression import expression
from explorer.search.index import Index, Ticking
from explorer.search.making import make_search
from explorer.search.search import Search
from explorer.search.terms import Term, Ways
from explorer.search.tokens import latin_tokens_of, latin_words_of, tokens_of, words_of
from tests.search.conftest import TEXT, Reader, reader


def kept(some: Reader, folder: Path | None, known: Search | None = None) -> Search:
    """Make the search of what a reader has open."""
    return make_search(some.chronicle, some.library, some.workspace, folder, known=known)


def asked(search: Search, some: Reader, typed: str) -> int:
    """Return how many documents are found."""
    return search.find(typed, some.ground).total


def test_indexes_are_kept_and_taken_up_again(
    herons: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time they are read; nobody but the reader may see them; notes are not kept."""
    folder = tmp_path / "cache" / "search"
    first = kept(herons, folder)
    assert len(list(folder.iterdir())) == 5
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    made: list[Document] = []
    make = Index.made

    def noted(
        documents: Sequence[Document], key: str = "", ticking: Ticking | None = None
    ) -> Index:
        made.extend(documents)
        return make(documents, key, ticking)

    monkeypatch.setattr(Index, "made", noted)
    again = kept(herons, folder)
    assert {one.kind for one in made} == {"note"}
    for typed in ("herons", "aliyev", "-herons", "date:2016"):
        assert asked(again, herons, typed) == asked(first, herons, typed) > 0


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "folder", "other"])
def test_a_damaged_index_is_made_anew(herons: Reader, tmp_path: Path, damage: str) -> None:
    """Cut off, changed by a bit, emptied, or something else under its name."""
    kept(herons, tmp_path)
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}
    for path, raw in before.items():
        if damage == "cut":
            path.write_bytes(raw[:-700])
        elif damage == "flipped":
            path.write_bytes(raw[:9_000] + bytes([raw[9_000] ^ 4]) + raw[9_001:])
        elif damage == "empty":
            path.write_bytes(b"")
        elif damage == "other":
            path.write_bytes(b"not an index")
        else:
            path.unlink()
            path.mkdir()
    assert asked(kept(herons, tmp_path), herons, "herons") == 4
    if damage != "folder":
        assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_an_index_of_something_else_is_not_taken(herons: Reader) -> None:
    """Bytes that are a table of other documents, of another version or none are refused."""
    documents = written(herons.chronicle, herons.workspace)["note"]
    raw = Index.made(documents).as_bytes()
    assert Index.of_bytes(documents, raw) is not None
    assert Index.of_bytes(documents[:1], raw) is None
    assert Index.of_bytes(documents, b"nothing") is None
    table = Index.made(documents).table
    table.connection.execute("PRAGMA user_version = 77")
    assert Index.of_bytes(documents, table.connection.serialize()) is None


def test_without_a_cache_the_index_is_in_memory(herons: Reader, tmp_path: Path) -> None:
    """Where the cache cannot be written, or there is none, searching works all the same."""
    taken = tmp_path / "taken"
    taken.write_text("a file stands where the folder should be", encoding="utf-8")
    for folder in (None, taken / "search"):
        assert asked(kept(herons, folder), herons, "herons") == 4


def test_the_index_follows_the_texts(tmp_path: Path) -> None:
    """Another text is another index; going back takes up the first; few are kept."""
    first, other = reader(), reader(TEXT.replace("frogs", "toads"))
    for some, toads in ((first, 0), (other, 1), (first, 0)):
        search = kept(some, tmp_path)
        assert asked(search, some, "toads") == toads
        assert asked(search, some, "nobody frogs") == 1 - toads
    assert len(list(tmp_path.iterdir())) == 6
    for number in range(30):
        kept(reader(f"{TEXT} {number}"), tmp_path)
    assert len(list(tmp_path.iterdir())) == 24


def test_what_stays_the_same_is_not_indexed_again(herons: Reader) -> None:
    """A new note makes the index of notes anew and no other; events of documents are followed."""
    other = reader(notes=(Note("span", "0/86400", "A day for herons"),))
    search = kept(other, None, herons.search)
    same = {k for k, one in search.indexes.items() if one.table is herons.search.indexes[k].table}
    assert same == {"actor", "event", "article", "brief", "text"}
    assert asked(search, other, "herons") == 5
    assert asked(search, other, "herons date:2016") == 3


def test_making_tells_how_far_it_is_and_can_be_given_up(herons: Reader) -> None:
    """All documents are counted; what is told may raise, and the making ends."""
    told: list[tuple[int, int]] = []
    given = (herons.chronicle, herons.library, herons.workspace, None)
    make_search(*given, ticking=lambda done, total: told.append((done, total)))
    assert told[-1] == (told[-1][1],) * 2

    def give_up(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        make_search(*given, ticking=give_up)


def test_a_phrase_does_not_reach_over_the_parts_of_a_document() -> None:
    """The end of a title and the beginning of the text do not make a phrase, in any script."""
    index = Index.made([Document("event", "e", "белая цапля", "Стоит в воде")])
    assert index.count('"belaya tsaplya"') == 1
    assert index.count('"tsaplya stoit"') == 0


@given(st.text(max_size=60))
def test_words_and_their_places_agree(text: str) -> None:
    """Words with places are the words of the index, each where its letters stand."""
    assert " ".join(fold_in_place(text)[0].split()) == fold(text)
    for words, tokens in (
        (words_of(text), tokens_of(text)),
        (latin_words_of(text), latin_tokens_of(text)),
    ):
        assert [token.word for token in tokens] == words
        assert all(0 <= token.start < token.end <= len(text) for token in tokens)


@given(st.text(min_size=1, max_size=30), st.data())
def test_a_text_is_found_by_any_of_its_words(text: str, data: st.DataObject) -> None:
    """And by any run of them, whatever script they are in."""
    words = words_of(text)
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    index = Index.made([Document("note", "n", "", text)])
    said = expression(Ways((Term(tuple(words[first : last + 1]), open=False),)))
    assert index.count(str(said)) == 1
