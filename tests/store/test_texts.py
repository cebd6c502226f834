from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model.errors import QuotelineError
from explorer.store.texts import AlteredText, TextStore

TEXT = "Երևան\nand more.\n"
HASH = sha256(TEXT.encode("utf-8")).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> TextStore:
    """A store whose folder is not there yet."""
    return TextStore(tmp_path / "deep" / "texts")


def test_a_text_is_kept_under_its_hash(store: TextStore) -> None:
    """The file is named by the SHA-256 of the text's UTF-8 bytes, and holds just them."""
    assert not store.has(HASH)
    assert store.put(TEXT) == HASH
    assert store.has(HASH)
    assert store.get(HASH) == TEXT
    assert [one.name for one in store.folder.iterdir()] == [f"{HASH}.txt"]
    assert (store.folder / f"{HASH}.txt").read_bytes() == TEXT.encode("utf-8")


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_sign_for_sign(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Line ends, marks and NUL are kept, since offsets count every code point."""
    store = TextStore(tmp_path_factory.mktemp("any"))
    assert store.get(store.put(text)) == text


def test_an_altered_text_is_given_out_only_with_a_warning(store: TextStore) -> None:
    """What a changed file holds now comes with the error that names it; attaching mends it."""
    store.put(TEXT)
    file = store.folder / f"{HASH}.txt"
    for altered in ("other words", "", TEXT.replace("more", "less")):
        file.write_text(altered, "utf-8")
        with pytest.raises(AlteredText, match=rf"{HASH}\.txt: .*changed.*attach") as caught:
            store.get(HASH)
        assert caught.value.text == altered
    assert store.put(TEXT) == HASH
    assert store.get(HASH) == TEXT


def test_an_altered_text_that_is_no_text_any_more_is_refused(store: TextStore) -> None:
    """Bytes that are not UTF-8 are told by the file's name."""
    store.put(TEXT)
    (store.folder / f"{HASH}.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(QuotelineError, match=rf"{HASH}\.txt: .*not UTF-8"):
        store.get(HASH)


def test_a_text_is_removed_once_and_asking_again_is_no_fault(store: TextStore) -> None:
    """After removal the text is not there; removing what is not there changes nothing."""
    store.put(TEXT)
    store.remove(HASH)
    store.remove(HASH)
    assert not store.has(HASH)
    with pytest.raises(QuotelineError, match="no SHA-256"):
        store.remove("../../secrets")


def test_bytes_that_are_no_text_are_refused_under_a_true_hash(store: TextStore) -> None:
    """A file put there by hand under its own hash is still no UTF-8."""
    raw = b"\xff\xfe"
    store.folder.mkdir(parents=True)
    (store.folder / f"{sha256(raw).hexdigest()}.txt").write_bytes(raw)
    with pytest.raises(QuotelineError, match="not UTF-8"):
        store.get(sha256(raw).hexdigest())


def test_a_missing_text_is_named(store: TextStore) -> None:
    """A text that is not there is asked for again."""
    with pytest.raises(QuotelineError, match=rf"{HASH}\.txt: this attached text is missing"):
        store.get(HASH)


@pytest.mark.parametrize("name", ["", "../secret", "a" * 63, "A" * 64, "/" * 64, "0" * 64 + "\n"])
def test_a_hash_that_is_none_leads_nowhere(store: TextStore, name: str) -> None:
    """A name that a workspace may carry cannot lead out of the folder."""
    assert not store.has(name)
    with pytest.raises(QuotelineError, match="is no SHA-256"):
        store.get(name)


def test_half_a_surrogate_pair_is_refused(store: TextStore) -> None:
    """A text that has no UTF-8 is refused with its place, and leaves no file."""
    with pytest.raises(QuotelineError, match="character 3 is half"):
        store.put("ab\ud83d")
    assert not store.folder.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Where a file takes the folder's name, the message says so."""
    (tmp_path / "texts").write_bytes(b"")
    with pytest.raises(QuotelineError, match="texts: this folder cannot be made"):
        TextStore(tmp_path / "texts").put(TEXT)
