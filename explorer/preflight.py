"""Preflight: can Qt open a window here? Asked first, since Qt itself aborts where it cannot."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

_PACKAGES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libGLX": "libglx0",
    "libOpenGL": "libopengl0",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-render": "libxcb-render0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-util": "libxcb-util1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxcb": "libxcb1",
    "libX11-xcb": "libx11-xcb1",
    "libX11": "libx11-6",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxkbcommon": "libxkbcommon0",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libdbus-1": "libdbus-1-3",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libwayland-client": "libwayland-client0",
    "libwayland-cursor": "libwayland-cursor0",
    "libwayland-egl": "libwayland-egl1",
}
_LIBRARY = re.compile(r"(lib[\w.+-]+?)\.so(?:\.\d+)*")


def obstacle(environment: Mapping[str, str] = os.environ) -> str:
    """Return what keeps Qt from opening a window and what to do, or an empty string.

    The message has one or two lines. Only Linux is examined: elsewhere Qt brings all it needs and
    a session always has a display.
    """
    if not sys.platform.startswith("linux"):
        return ""
    if fault := _import_fault():
        return fault
    wanted = environment.get("QT_QPA_PLATFORM", "")
    names = [part.partition(":")[0] for part in wanted.split(";") if part]
    if not names:
        if environment.get("WAYLAND_DISPLAY"):
            names.append("wayland")
        if environment.get("DISPLAY"):
            names.append("xcb")
    if not names:
        return (
            "no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start quoteline from a "
            "desktop session;\n"
            "`quoteline export`, `attach`, `verify` and `snapshot` work without a display."
        )
    faults = [_platform_fault(name, environment) for name in names]
    return faults[0] if all(faults) else ""


def missing_library(error: str) -> str:
    """Return a line on the library that `error` (a loader's message) names, and its package."""
    found = _LIBRARY.search(error)
    if found is None:
        return f"Qt cannot be loaded: {error}"
    name = found.group(1)
    package = _PACKAGES.get(name)
    line = f"the system library {found.group()} is missing, and Qt needs it."
    if package is None:
        return f"{line}\nInstall the package of your system that provides it and start again."
    return (
        f"{line}\nInstall it, on Debian and Ubuntu: sudo apt install {package}"
        " (elsewhere: the package that provides this file)."
    )


def _import_fault() -> str:
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - the import itself is the question
    except ImportError as error:
        if error.name and error.name.split(".")[0] == "PySide6" and "lib" not in str(error):
            return (
                "PySide6 is not installed for this Python.\n"
                "Install Quoteline again: pip install quoteline"
            )
        return missing_library(str(error))
    return ""


def _platform_fault(name: str, environment: Mapping[str, str]) -> str:
    folder = _platform_folder()
    plugins = {path.stem.removeprefix("libq"): path for path in folder.glob("libq*.so")}
    plugin = plugins.get(name) or plugins.get(f"{name}-generic")
    if plugin is None:
        known = ", ".join(sorted(plugins))
        return f"QT_QPA_PLATFORM names '{name}', which Qt does not have here.\nIt has: {known}."
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return missing_library(str(error))
    if name == "xcb" and not _x_server_answers(environment):
        return (
            f"the display {environment.get('DISPLAY', '')!r} does not answer (DISPLAY). "
            "Start quoteline from a desktop session;\n"
            "`quoteline export`, `attach`, `verify` and `snapshot` work without a display."
        )
    if name == "wayland" and not _wayland_socket(environment).exists():
        return (
            f"the display {environment.get('WAYLAND_DISPLAY', '')!r} does not answer "
            "(WAYLAND_DISPLAY).\nStart quoteline from a desktop session."
        )
    return ""


def _platform_folder() -> Path:
    spec = importlib.util.find_spec("PySide6")
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) / "Qt" / "plugins" / "platforms" if places else Path()


def _x_server_answers(environment: Mapping[str, str]) -> bool:
    """Connect to the X server as Qt would; a fresh connection that fails says why in time."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the plugin loaded, so its own libxcb serves; nothing to ask with
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(environment.get("DISPLAY", "").encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_socket(environment: Mapping[str, str]) -> Path:
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    return Path(environment.get("XDG_RUNTIME_DIR", "/nonexistent")) / name
