from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import __version__, app, cli
from explorer.__main__ import main
from explorer.commands import verify
from explorer.store.chronicles import save_chronicle
from explorer.store.files import copy_path
from tests.sources.made_up import coded

ROOT = Path(__file__).parents[1]
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and devices")
HEAVY = ("PySide6", "pyqtgraph", "numpy", "tinydb", "explorer.store", "explorer.sources")

LOADED = """
import json, sys
from explorer.__main__ import main
status = main(sys.argv[1:])
loaded = [name for name in sys.modules]
print("\\n" + json.dumps([status, loaded]), file=sys.stderr)
"""


@pytest.fixture
def chronicle(tmp_path: Path) -> Path:
    """A made-up chronicle on disk, with its sheets, briefs and articles beside it."""
    path = tmp_path / "lighthouse.chronicle.json"
    save_chronicle(coded(tmp_path).build(), path)
    return path


def python(*words: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Run this Python in the source tree."""
    command = [sys.executable, *map(str, words)]
    return subprocess.run(command, cwd=ROOT, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def loaded_by(*words: object) -> tuple[int, set[str]]:
    """Return the exit status of a command and the modules it loaded, in a fresh Python."""
    done = python("-c", LOADED, *words, capture_output=True)
    status, modules = json.loads(done.stderr.splitlines()[-1])
    return status, set(modules)


def commands(chronicle: Path) -> dict[str, list[object]]:
    """Return words that make each headless command do all of its work."""
    top = chronicle.parent
    passages = top / "passages.jsonl"
    passages.write_text('{"id": 1, "exact": "for two boats"}\n', encoding="utf-8")
    stretches = top / "stretches.jsonl"
    stretches.write_text('{"id": 1, "start": 4, "end": 9}\n', encoding="utf-8")
    copy_path(chronicle).write_bytes(chronicle.read_bytes())
    return {
        "doctor": ["doctor", chronicle, "--fix"],
        "restore": ["restore", chronicle, "--list"],
        "export": ["export", chronicle, "--out", top / "out.csv", "--actor", "guild"],
        "attach": ["attach", chronicle, top / "articles"],
        "verify": [
            "verify", chronicle, "--articles", top / "articles", "--strict",
            "--report", top / "report.html",
        ],
        "cite": ["cite", chronicle, "--out", top / "paper.md"],
        "describe": ["describe", top / "articles" / "000.txt", stretches],
        "share": ["share", chronicle, "--out", top / "shared.json"],
        "anchor-check": ["anchor-check", top / "articles" / "000.txt", passages],
        "agreement": ["agreement", top / "sheets", top / "sheets"],
        "build": [
            "build", top / "sheets", "--briefs", top / "briefs", "--articles", top / "articles",
            "--out", chronicle, "--check",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(cli.HEADLESS))
def test_a_headless_command_loads_no_qt(chronicle: Path, name: str) -> None:
    """After a whole run neither PySide6 nor any layer above the commands has been imported."""
    status, modules = loaded_by(*commands(chronicle)[name])
    assert status == 0
    tops = {module.split(".")[0] for module in modules}
    assert not tops & {"PySide6", "shiboken6", "pyqtgraph"}
    above = ("app", "window", "session", "timeline", "actors", "quotes", "events", "bookmarks")
    assert not modules & {f"explorer.{layer}" for layer in above}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["export", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    """The help is told before the store, numpy or Qt are loaded."""
    status, modules = loaded_by(*words)
    assert status == 0
    assert [one for one in HEAVY if one in modules] == []


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command has its line in the top help."""
    assert main(["--help"]) == 0
    told = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert set(told) >= {*cli.HEADLESS, "snapshot"}


@pytest.mark.parametrize("name", [*sorted(cli.HEADLESS), "snapshot"])
def test_each_command_has_its_own_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It names the command and the options that work everywhere."""
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"usage: quoteline {name} ")
    assert "--articles" in told
    assert "--codebook" in told


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is that of the package."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"quoteline {__version__}\n"


def test_without_a_command_the_window_is_asked_for() -> None:
    """No word at all, or a chronicle, asks for the window; options are at hand."""
    nothing = cli.parse([])
    assert (nothing.command, nothing.chronicle, nothing.workspace) == ("", None, None)
    words = ["--articles", "texts", "c.json", "--workspace=w.json", "--codebook", "b.toml"]
    asked = cli.parse(words)
    assert (asked.command, asked.chronicle, asked.articles, asked.workspace, asked.codebook) == (
        "",
        Path("c.json"),
        Path("texts"),
        Path("w.json"),
        Path("b.toml"),
    )


def test_options_that_work_everywhere_may_come_first() -> None:
    """A value of such an option is not taken for a command."""
    asked = cli.parse(["--articles", "export", "verify", "c.json"])
    assert (asked.command, asked.articles, asked.chronicle) == (
        "verify",
        Path("export"),
        Path("c.json"),
    )


@pytest.mark.parametrize(
    ("words", "chronicle"),
    [(["out.png"], None), (["c.json", "out.png"], Path("c.json"))],
)
def test_a_snapshot_may_leave_the_chronicle_out(words: list[str], chronicle: Path | None) -> None:
    """The last word is the picture, wherever the options stand."""
    plain = cli.parse(["snapshot", *words])
    mixed = cli.parse(
        ["snapshot", "--dark", words[0], "--size", "800x600", *words[1:], "--select", "e"]
    )
    for asked in (plain, mixed):
        assert (asked.command, asked.chronicle, asked.out) == (
            "snapshot",
            chronicle,
            Path("out.png"),
        )
    assert (plain.size, plain.dark, plain.select) == ((1600, 900), False, None)
    assert (mixed.size, mixed.dark, mixed.select) == ((800, 600), True, "e")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["snapshot", "out.png", "--size", "big"], "'big' is no size"),
        (["snapshot", "out.png", "--size", "1x99999"], "'1x99999' is no size"),
        (["snapshot"], "OUT.png"),
        (["export"], "--out"),
        (["export", "--out", "x", "--rows", "all"], "--rows"),
        (["build", "sheets"], "--briefs"),
        (["verify", "a.json", "b.json"], "b.json"),
        (["exprot", "--out", "x"], "neither a file nor a command; did you mean export?"),
        (["zzz"], "neither a file nor a command (export, attach"),
        (["--unknown"], "--unknown"),
    ],
)
def test_wrong_usage_is_2(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is named on standard error, and nothing is run."""
    assert main(words) == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""


@pytest.mark.parametrize("words", [[], ["c.json"], ["snapshot", "out.png"]])
def test_the_window_and_the_snapshot_go_to_the_application(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not headless is handed on as it was read, and its status returned."""
    handed = []

    def show(arguments: object) -> int:
        handed.append(arguments)
        return 7

    monkeypatch.setattr(app, "main", show)
    assert main(words) == 7
    assert handed == [cli.parse(words)]


def test_a_fault_of_the_system_is_told_in_one_line(
    chronicle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the system that no layer put into words is no traceback either."""

    def fail(_: object) -> int:
        raise PermissionError(13, "Permission denied", "somewhere")

    monkeypatch.setattr(verify, "run", fail)
    assert main(["verify", str(chronicle)]) == 2
    assert capsys.readouterr().err == "quoteline: somewhere: Permission denied.\n"


def test_a_bug_is_not_dressed_as_a_fault(chronicle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only faults of the environment become a message; a bug keeps its traceback."""

    def fail(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(verify, "run", fail)
    with pytest.raises(ZeroDivisionError):
        main(["verify", str(chronicle)])


def test_an_interruption_is_130(
    chronicle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C ends a command with a word and the status that shells expect."""

    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(verify, "run", interrupt)
    assert main(["verify", str(chronicle)]) == 130
    assert capsys.readouterr().err == "quoteline: interrupted.\n"


@POSIX
def test_a_closed_pipe_ends_quietly(chronicle: Path) -> None:
    """When the reader of a pipe has gone, as after `| head`, nothing is complained of."""
    reading, writing = os.pipe()
    os.close(reading)
    done = python("-m", "explorer", "verify", chronicle, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@POSIX
def test_output_that_cannot_be_written_is_told(chronicle: Path) -> None:
    """A full disk behind standard output is a fault with a message."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = python("-m", "explorer", "verify", chronicle, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.startswith("quoteline: the output: ")
    assert len(done.stderr.splitlines()) == 1


@POSIX
def test_without_standard_output_nothing_breaks(chronicle: Path) -> None:
    """A command run with its output closed still does its work; `--out -` says it cannot."""
    shell = 'exec "$@" >&-'
    run = [sys.executable, "-m", "explorer"]
    for words, status in ((["verify", chronicle], 0), (["export", chronicle, "--out", "-"], 2)):
        done = subprocess.run(
            ["sh", "-c", shell, "sh", *run, *map(str, words)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == status
        assert "Traceback" not in done.stderr


def test_a_terminal_without_a_script_is_no_hindrance(tmp_path: Path) -> None:
    """Names in a script that the terminal's encoding lacks are told in escapes."""
    gone = tmp_path / "Հայաստան.json"
    done = python(
        "-m", "explorer", "verify", gone, capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "\\u0540" in done.stderr
    assert "Traceback" not in done.stderr
