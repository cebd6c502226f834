"""Keymap: the keys of every action as the reader wants them, on any keyboard layout."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, QSettings, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from explorer.actions import ACTIONS

Keys = tuple[str, ...]
"""Portable key sequences of one action, as `QKeySequence.toString` writes them."""

RESERVED = (
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "Space",
    "Return",
    "Enter",
    "PgUp",
    "PgDown",
)
"""Keys of the timeline itself, which no action can have."""

_GROUP = "shortcuts"
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_FIRST_NOT_LATIN, _FIRST_SPECIAL = 0x80, 0x01000000
_ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'", 44: "zxcvbnm,./"}
"""Signs of a US keyboard by the code of a row's first key (Linux evdev, PC scan code set 1)."""

_X11_FIRST = 8
"""What X11 and Wayland add to the kernel's code of a key."""

_MAC = "asdfhgzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\0,/nm."
"""Signs by the virtual key code of macOS (kVK_ANSI_A is 0), NUL where none of ours is."""

_SHIFTED = {"/": "?", "=": "+", ",": "<", ".": ">", "-": "_", "1": "!"}


def default_keys() -> dict[str, Keys]:
    """Return the keys of the table of actions."""
    return {row.id: portable(row.shortcut.split()) for row in ACTIONS if not row.gesture}


def portable(keys: list[str] | Keys) -> Keys:
    """Return sequences as Qt writes them, empty ones left out."""
    return tuple(text for one in keys if (text := QKeySequence(one).toString(_PORTABLE)))


class Keymap:
    """The keys in force: those of the table, and over them what the reader chose."""

    def __init__(self, settings: QSettings, actions: Mapping[str, QAction]) -> None:
        """Keep the choice in `settings`, and give the actions their keys."""
        self._settings = settings
        self._actions = actions
        self.keys = default_keys()
        for name in self.keys:
            stored = settings.value(f"{_GROUP}/{name}")
            if isinstance(stored, str):
                self.keys[name] = portable(stored.split())
        self._wear()

    def choose(self, keys: Mapping[str, Keys]) -> None:
        """Take other keys and remember those that differ from the table's."""
        known = default_keys()
        self.keys = {name: keys.get(name, known[name]) for name in known}
        self._settings.remove(_GROUP)
        for name, chosen in self.keys.items():
            if chosen != known[name]:
                self._settings.setValue(f"{_GROUP}/{name}", " ".join(chosen))
        self._settings.sync()
        self._wear()

    def action_for(self, key_event: QKeyEvent) -> QAction | None:
        """Return the action of a key by its place on the keyboard, where it types no Latin letter.

        None for keys that do: Qt has found no action for them by what they type.
        """
        if not _FIRST_NOT_LATIN <= key_event.key() < _FIRST_SPECIAL:
            return None
        sign = latin_sign(key_event.nativeScanCode(), key_event.nativeVirtualKey())
        if not sign:
            return None
        held = key_event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = [_sequence(sign, held)]
        if held & Qt.KeyboardModifier.ShiftModifier and sign in _SHIFTED:
            wanted.append(_sequence(_SHIFTED[sign], held & ~Qt.KeyboardModifier.ShiftModifier))
        for action in self._actions.values():
            if action.isEnabled() and any(keys in action.shortcuts() for keys in wanted):
                return action
        return None

    def _wear(self) -> None:
        for name, keys in self.keys.items():
            self._actions[name].setShortcuts([QKeySequence(one) for one in keys])


def conflicts(keys: Mapping[str, Keys]) -> dict[str, tuple[str, ...]]:
    """Return the actions whose keys are taken, each with the others that have them.

    An empty name among those stands for the timeline, whose own keys nothing else can have.
    """
    owners: dict[str, list[str]] = {key: [""] for key in portable(RESERVED)}
    for name, chosen in keys.items():
        for one in dict.fromkeys(chosen):
            owners.setdefault(one, []).append(name)
    found: dict[str, tuple[str, ...]] = {}
    for names in owners.values():
        for name in names:
            if name and len(names) > 1:
                others = (*found.get(name, ()), *(other for other in names if other != name))
                found[name] = tuple(dict.fromkeys(others))
    return found


def latin_sign(scan: int, virtual: int, platform: str = sys.platform) -> str:
    """Return what a key types on a US keyboard, by its code; empty where that is not known.

    `scan` and `virtual` are those of a QKeyEvent; macOS tells the place by the virtual one only.
    """
    if platform == "darwin":
        sign = _MAC[virtual] if 0 <= virtual < len(_MAC) else ""
        return "" if sign == "\0" else sign
    code = scan if platform == "win32" else scan - _X11_FIRST
    for first, signs in _ROWS.items():
        if first <= code < first + len(signs):
            return signs[code - first]
    return ""


def _sequence(sign: str, held: Qt.KeyboardModifier) -> QKeySequence:
    return QKeySequence(QKeyCombination(held, Qt.Key(ord(sign.upper()))))
