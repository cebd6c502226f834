"""Preflight: what is said where no window can open."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from explorer.preflight import missing_library, obstacle

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux only")


@linux_only
def test_without_a_display_the_reader_is_told_what_still_works() -> None:
    """Neither DISPLAY nor WAYLAND_DISPLAY: two lines, naming both and the headless commands."""
    said = obstacle({})
    assert "DISPLAY" in said
    assert "export" in said
    assert said.count("\n") <= 1


@linux_only
def test_a_display_that_does_not_answer_is_named() -> None:
    """A wrong DISPLAY is quoted back, in place of Qt's abort."""
    said = obstacle({"DISPLAY": ":987"})
    assert "libxcb" in said or "':987'" in said
    assert said.count("\n") <= 1


@linux_only
def test_an_unknown_platform_is_told_with_those_there_are() -> None:
    """QT_QPA_PLATFORM with a typing error lists the plugins that exist."""
    said = obstacle({"QT_QPA_PLATFORM": "ofscreen"})
    assert "'ofscreen'" in said
    assert "offscreen" in said


def test_offscreen_needs_no_display() -> None:
    """The offscreen platform opens anywhere."""
    assert obstacle({"QT_QPA_PLATFORM": "offscreen"}) == ""


@pytest.mark.parametrize(
    ("error", "library", "package"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file", "libEGL.so.1", "libegl1"),
        (
            "libxcb-cursor.so.0: cannot open shared object file",
            "libxcb-cursor.so.0",
            "libxcb-cursor0",
        ),
        (
            "libodd.so.3: cannot open shared object file",
            "libodd.so.3",
            "the package of your system",
        ),
    ],
)
def test_a_missing_library_is_named_with_its_package(
    error: str, library: str, package: str
) -> None:
    """The loader's message becomes a line with the library and what to install."""
    said = missing_library(error)
    assert library in said
    assert package in said
    assert said.count("\n") == 1


@linux_only
def test_the_command_exits_with_2_and_no_traceback_where_there_is_no_display() -> None:
    """A real start without a display prints at most two lines and ends with status 2."""
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "explorer"], env=bare, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("quoteline: ")
    assert len(done.stderr.strip().splitlines()) <= 2
