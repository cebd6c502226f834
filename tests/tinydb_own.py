"""Runs TinyDB's own published tests with our storage in the place of its JSONStorage.

    python tests/tinydb_own.py [SDIST.tar.gz]

Without a file, pip downloads the source distribution of the installed version, whose tests are not
part of this repository. Every test that asks for JSONStorage, by any of its names, gets ours. The
tests that cannot pass are listed here, each with its reason; any other failure, or a listed test
that passes, gives status 1.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree as ET
from importlib.metadata import version
from pathlib import Path

EXCEPTIONS = {
    "test_middlewares::test_caching_json_write": "looks into JSONStorage for its open handle; ours "
    "holds none",
    "test_tables::test_table_repr[json]": "compares the name of the storage's class",
    "test_storages::test_json_kwargs": "checks the options of json.dumps; the form of our file is "
    "fixed, one document a line",
    "test_storages::test_json_read": "opens with access_mode; our files are opened for reading by "
    "open_chronicle and open_workspace, which never write",
    "test_storages::test_create_dirs": "asks for create_dirs; a folder that has gone must be told, "
    "not made anew",
    "test_storages::test_json_invalid_directory": "expects an error when a file is opened; ours "
    "comes when it is written, as nothing is held open",
    "test_storages::test_encoding": "asks for other encodings; our files are UTF-8",
    "test_storages::test_json_invalid_mode_warning": "checks a warning about access_mode",
}

_PLUGIN = """
import tinydb
import tinydb.storages
from explorer.store.storage import AtomicStorage

class Ours(AtomicStorage):
    # Two tests ask for this option by the way; our files are always written so.
    def __init__(self, path, ensure_ascii=False):
        assert ensure_ascii is False
        super().__init__(path)

tinydb.JSONStorage = tinydb.storages.JSONStorage = Ours
tinydb.TinyDB.default_storage_class = Ours
"""


def unpacked(sdist: Path | None, folder: Path) -> Path:
    """Return the folder of TinyDB's source distribution, downloaded where none is given."""
    if sdist is None:
        wanted = f"tinydb=={version('tinydb')}"
        command = ["download", "--no-deps", "--no-binary", ":all:", "-d", str(folder), wanted]
        subprocess.run([sys.executable, "-m", "pip", *command], check=True, capture_output=True)
        (sdist,) = folder.glob("tinydb-*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (root,) = (one for one in folder.iterdir() if one.is_dir())
    return root


def outcomes(root: Path) -> dict[str, str]:
    """Run the tests and return what became of each: passed, failed or skipped."""
    (root / "our_storage.py").write_text(_PLUGIN, encoding="utf-8")
    report = root / "report.xml"
    place = Path(__file__).resolve().parents[1]
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "our_storage", "-p", "no:cacheprovider",
         "-c", os.devnull, "--rootdir", str(root), f"--junitxml={report}", "tests"],
        cwd=root, check=False, capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(root), str(place)))},
    )  # fmt: skip
    found: dict[str, str] = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it a moment ago
        name = f"{case.get('classname', '').rpartition('.')[2]}::{case.get('name')}"
        kinds = {child.tag for child in case}
        bad = kinds & {"failure", "error"}
        found[name] = "failed" if bad else "skipped" if "skipped" in kinds else "passed"
    return found


def main() -> int:
    """Run from the command line."""
    with tempfile.TemporaryDirectory() as folder:
        sdist = Path(sys.argv[1]) if len(sys.argv) > 1 else None
        found = outcomes(unpacked(sdist, Path(folder)))
    failed = {name for name, outcome in found.items() if outcome == "failed"}
    passed = sum(1 for outcome in found.values() if outcome == "passed")
    print(f"tinydb {version('tinydb')}: {passed} of {len(found)} of its own tests pass")
    for name in sorted(failed & EXCEPTIONS.keys()):
        print(f"  known: {name}: {EXCEPTIONS[name]}")
    for name in sorted(failed - EXCEPTIONS.keys()):
        print(f"  FAILED {name}")
    for name in sorted(EXCEPTIONS.keys() - failed):
        print(f"  PASSES THOUGH LISTED {name}")
    return 1 if failed ^ EXCEPTIONS.keys() or not found else 0


if __name__ == "__main__":
    sys.exit(main())
