"""ActionRow: one line of the table of what a reader can do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One thing to do: the window's method of the name `do_<id>` does it.

    `shortcut` is a portable key sequence or a list of them apart by spaces; `gesture` words what
    the mouse does where that is all there is, and then there is no method and no menu entry.
    """

    id: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    toolbar: bool = False
    gesture: str = ""
    checkable: bool = False
