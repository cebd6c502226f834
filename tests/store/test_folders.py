from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from explorer.model.errors import QuotelineError
from explorer.store import folders
from explorer.store.chronicles import DamagedFile, open_chronicle, save_chronicle
from explorer.store.copies import copies_of
from explorer.store.files import copy_path
from explorer.store.folders import (
    Folders,
    bundled,
    bundled_chronicle,
    chronicle_to_read,
    leave_alone,
    reader_copy,
    resource,
    texts_folder,
    workspace_path,
)
from tests.builders import a_chronicle, an_event

NAME = "armenia-csto.chronicle.json"


@pytest.fixture
def own(tmp_path: Path) -> Folders:
    """The reader's folders, none of which is there yet."""
    return Folders(*(tmp_path / "home" / name for name in ("data", "config", "cache", "state")))


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A bundled chronicle that may only be read."""
    path = tmp_path / "installed" / NAME
    path.parent.mkdir()
    save_chronicle(a_chronicle(an_event("2016")), path)
    path.chmod(0o444)
    return path


def ship_newer(shipped: Path) -> None:
    """Put a newer edition in the place of the bundled chronicle, as an update does."""
    shipped.chmod(0o644)
    shipped.unlink()
    save_chronicle(a_chronicle(an_event("2016"), an_event("2017")), shipped)


def test_the_variable_puts_everything_in_one_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With QUOTELINE_HOME the four folders lie below it."""
    monkeypatch.setenv("QUOTELINE_HOME", str(tmp_path))
    own = Folders.of_reader()
    assert own == Folders(*(tmp_path / name for name in ("data", "config", "cache", "state")))


def test_without_the_variable_the_system_says_where(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each folder is the system's own for the application `quoteline`, and is not made."""
    monkeypatch.delenv("QUOTELINE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    own = Folders.of_reader()
    assert all("quoteline" in str(one).lower() for one in (own.data, own.config, own.cache))
    assert list(tmp_path.iterdir()) == []


def test_an_installed_file_comes_before_one_of_the_source_tree(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The package's own place is looked at first, then the root of the sources."""
    installed, sources = tmp_path / "installed", tmp_path / "sources"
    for place in (installed, sources):
        (place / "resources").mkdir(parents=True)
        (place / "resources" / "both.toml").touch()
    (sources / "resources" / "one.toml").touch()
    monkeypatch.setattr(folders, "_PLACES", (installed, sources))
    assert resource("both.toml") == installed / "resources" / "both.toml"
    assert resource("one.toml") == sources / "resources" / "one.toml"


def test_a_file_the_installation_lacks_is_named() -> None:
    """A missing file of the program's own asks to install it again."""
    with pytest.raises(QuotelineError, match=r"data/no-such\.json: .*Install it again"):
        bundled("data/no-such.json")
    assert resource("codebook.toml").is_file()


def test_the_first_launch_makes_the_readers_copy(shipped: Path, own: Folders) -> None:
    """The copy has the bundled bytes, may be written, and has a good copy of its own."""
    copy = reader_copy(shipped, own)
    assert copy == own.data / "armenia-csto" / NAME
    assert copy.read_bytes() == shipped.read_bytes()
    assert copy_path(copy).read_bytes() == shipped.read_bytes()
    digest = sha256(shipped.read_bytes()).hexdigest()
    assert copy.with_name(f"{NAME}.origin").read_text(encoding="ascii") == f"{digest}\n"
    assert os.access(copy, os.W_OK)
    assert not [one for one in copy.parent.iterdir() if one.name.startswith(".")]


def test_a_later_launch_changes_nothing(shipped: Path, own: Folders) -> None:
    """With the same bundled file the copy is the very file of the first launch."""
    first = reader_copy(shipped, own).stat()
    again = reader_copy(shipped, own).stat()
    assert (first.st_ino, first.st_mtime_ns) == (again.st_ino, again.st_mtime_ns)


def test_an_untouched_copy_follows_a_newer_bundled_file(shipped: Path, own: Folders) -> None:
    """What we put there ourselves is brought up to date, time and again."""
    copy = reader_copy(shipped, own)
    before = copy.read_bytes()
    ship_newer(shipped)
    assert reader_copy(shipped, own) == copy
    assert [one.path.read_bytes() for one in copies_of(copy)] == [before, before]  # .bak, by time
    assert [event.id for event in open_chronicle(copy).events] == ["event-2016", "event-2017"]
    assert len(copy.with_name(f"{NAME}.origin").read_text(encoding="ascii").split()) == 2


def test_a_copy_the_reader_changed_is_never_touched(shipped: Path, own: Folders) -> None:
    """A copy that differs from all we put there stays, whatever is bundled."""
    copy = reader_copy(shipped, own)
    save_chronicle(a_chronicle(an_event("1999")), copy)
    ship_newer(shipped)
    assert reader_copy(shipped, own) == copy
    assert [event.id for event in open_chronicle(copy).events] == ["event-1999"]


def test_an_older_one_that_the_reader_brought_back_stays(shipped: Path, own: Folders) -> None:
    """A bundled file of before takes no newer one's place unless the reader wants it to."""
    older = shipped.read_bytes()
    reader_copy(shipped, own)
    ship_newer(shipped)
    copy = reader_copy(shipped, own)
    leave_alone(copy, older)
    copy.write_bytes(older)
    assert reader_copy(shipped, own).read_bytes() == older
    assert chronicle_to_read(shipped, own) == copy


def test_a_bundled_file_of_now_that_was_brought_back_goes_on_following(own: Folders) -> None:
    """Whoever goes back to the bundled chronicle as it is gets the newer ones as well."""
    copy = reader_copy(bundled_chronicle(), own)
    origin = copy.with_name(f"{copy.name}.origin")
    before = origin.read_bytes()
    leave_alone(copy, copy.read_bytes())
    assert origin.read_bytes() == before


def test_a_file_that_was_there_before_is_never_touched(shipped: Path, own: Folders) -> None:
    """Without a record of ours the file in the copy's place is the reader's."""
    place = own.data / "armenia-csto" / NAME
    place.parent.mkdir(parents=True)
    place.write_bytes(b"the reader's")
    assert reader_copy(shipped, own).read_bytes() == b"the reader's"
    assert [one.name for one in place.parent.iterdir()] == [NAME]


def test_a_refresh_cut_off_in_between_is_done_at_the_next_launch(
    shipped: Path, own: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When only the record was written, the old copy still counts as put there by us."""
    copy = reader_copy(shipped, own)
    ship_newer(shipped)
    true_write = folders.write_atomically

    def cut_off(path: Path, raw: bytes, *, keep_copy: bool = False) -> None:
        if path == copy:
            raise QuotelineError("cut off")
        true_write(path, raw, keep_copy=keep_copy)

    with monkeypatch.context() as patch:
        patch.setattr(folders, "write_atomically", cut_off)
        with pytest.raises(QuotelineError, match="cut off"):
            reader_copy(shipped, own)
    assert reader_copy(shipped, own).read_bytes() == shipped.read_bytes()


def test_a_damaged_copy_is_left_for_the_reader_to_decide(shipped: Path, own: Folders) -> None:
    """A truncated copy is not replaced in silence; opening it offers the good copy."""
    copy = reader_copy(shipped, own)
    copy.write_bytes(copy.read_bytes()[:50])
    ship_newer(shipped)
    assert len(reader_copy(shipped, own).read_bytes()) == 50
    with pytest.raises(DamagedFile) as caught:
        open_chronicle(copy)
    assert caught.value.copy == copy_path(copy)


def test_a_data_folder_that_cannot_be_made_is_named(shipped: Path, tmp_path: Path) -> None:
    """Where the data folder's place is taken by a file, the message says so."""
    (tmp_path / "taken").write_bytes(b"")
    own = Folders(*[tmp_path / "taken"] * 4)
    with pytest.raises(QuotelineError, match="this folder cannot be made"):
        reader_copy(shipped, own)


def test_what_belongs_to_a_chronicle_lies_beside_it() -> None:
    """The workspace and the texts are found from the chronicle's name."""
    folder = Path("somewhere")
    assert workspace_path(folder / NAME) == folder / "armenia-csto.workspace.json"
    assert workspace_path(folder / "plain.json") == folder / "plain.workspace.json"
    assert workspace_path(folder / "no.suffix") == folder / "no.suffix.workspace.json"
    assert texts_folder(folder / NAME) == folder / "texts"


def test_finding_folders_needs_no_window_and_no_database() -> None:
    """Importing the module brings in neither Qt, numpy, tinydb nor platformdirs."""
    heavy = ["PySide6", "numpy", "tinydb", "platformdirs"]
    code = f"import sys, explorer.store.folders; print([m for m in {heavy} if m in sys.modules])"
    shown = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(folders.__file__).parents[2],
    )
    assert shown.stdout.strip() == "[]"
