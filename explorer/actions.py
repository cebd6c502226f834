"""The table of what a reader can do: menus, toolbar and the sheet of shortcuts are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from explorer.theme import Theme, icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu


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


_FILE = QT_TRANSLATE_NOOP("Actions", "&File")
_EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
_EVENT = QT_TRANSLATE_NOOP("Actions", "E&vent")
_VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
_HELP = QT_TRANSLATE_NOOP("Actions", "&Help")
_MOUSE = QT_TRANSLATE_NOOP("Actions", "On the timeline")
MENUS = (_FILE, _EDIT, _EVENT, _VIEW, _HELP)

ACTIONS = (
    ActionRow("open", _FILE, QT_TRANSLATE_NOOP("Actions", "&Open chronicle…"), "Ctrl+O", "open"),
    ActionRow(
        "attach",
        _FILE,
        QT_TRANSLATE_NOOP("Actions", "&Attach articles…"),
        "Ctrl+Shift+A",
        "attach",
        toolbar=True,
    ),
    ActionRow(
        "attach_folder", _FILE, QT_TRANSLATE_NOOP("Actions", "Attach a &folder of articles…")
    ),
    ActionRow(
        "export",
        _FILE,
        QT_TRANSLATE_NOOP("Actions", "&Export selection…"),
        "Ctrl+E",
        "export",
        toolbar=True,
    ),
    ActionRow("share", _FILE, QT_TRANSLATE_NOOP("Actions", "Export &shareable chronicle…")),
    ActionRow("report", _FILE, QT_TRANSLATE_NOOP("Actions", "Project &report…"), "Ctrl+Shift+R"),
    ActionRow("quit", _FILE, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    ActionRow("undo", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo"),
    ActionRow("redo", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo"),
    ActionRow(
        "copy_quote",
        _EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Copy quote with citation"),
        "Ctrl+Shift+C",
        "copy",
    ),
    ActionRow("find", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Find events"), "Ctrl+F /", "search"),
    ActionRow(
        "clear_filters", _EDIT, QT_TRANSLATE_NOOP("Actions", "Clear all fi&lters"), "Ctrl+Shift+F"
    ),
    ActionRow(
        "previous",
        _EVENT,
        QT_TRANSLATE_NOOP("Actions", "&Previous event"),
        "Alt+Up",
        "previous",
        toolbar=True,
    ),
    ActionRow(
        "next",
        _EVENT,
        QT_TRANSLATE_NOOP("Actions", "&Next event"),
        "Alt+Down",
        "next",
        toolbar=True,
    ),
    ActionRow(
        "bookmark",
        _EVENT,
        QT_TRANSLATE_NOOP("Actions", "&Bookmark"),
        "B",
        "star",
        toolbar=True,
        checkable=True,
    ),
    ActionRow("clear", _EVENT, QT_TRANSLATE_NOOP("Actions", "C&lear selection"), "Esc"),
    ActionRow(
        "zoom_in", _VIEW, QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "+ =", "zoom-in", toolbar=True
    ),
    ActionRow(
        "zoom_out", _VIEW, QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "-", "zoom-out", toolbar=True
    ),
    ActionRow("fit_all", _VIEW, QT_TRANSLATE_NOOP("Actions", "Fit &all"), "0", "fit", toolbar=True),
    ActionRow(
        "fit_selection",
        _VIEW,
        QT_TRANSLATE_NOOP("Actions", "&Fit selection"),
        "F",
        "fit-selection",
        toolbar=True,
    ),
    ActionRow("save_view", _VIEW, QT_TRANSLATE_NOOP("Actions", "&Save this view…"), "Ctrl+S"),
    ActionRow(
        "dark",
        _VIEW,
        QT_TRANSLATE_NOOP("Actions", "&Dark theme"),
        "Ctrl+D",
        "moon",
        toolbar=True,
        checkable=True,
    ),
    ActionRow("reset_panels", _VIEW, QT_TRANSLATE_NOOP("Actions", "&Reset the panels' places")),
    ActionRow("shortcuts", _HELP, QT_TRANSLATE_NOOP("Actions", "&Shortcuts"), "? F1", "help"),
    ActionRow("about", _HELP, QT_TRANSLATE_NOOP("Actions", "&About Quoteline")),
    ActionRow(
        "gesture_step",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Previous or next event in time"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Left, Right"),
    ),
    ActionRow(
        "gesture_lane",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Nearest event in the lane above or below"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Up, Down"),
    ),
    ActionRow(
        "gesture_home",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Fit all events"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Home"),
    ),
    ActionRow(
        "gesture_zoom",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Zoom at the pointer"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Ctrl+wheel, pinch"),
    ),
    ActionRow(
        "gesture_pan",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Move along time"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Drag, Shift+wheel, sideways swipe"),
    ),
    ActionRow(
        "gesture_scroll",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Scroll the lanes"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Wheel"),
    ),
    ActionRow(
        "gesture_select",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Select an event, or list a cluster"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Click"),
    ),
    ActionRow(
        "gesture_several",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Select several events"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Ctrl+click, Shift+drag"),
    ),
    ActionRow(
        "gesture_goto",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Zoom to an event"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Double-click"),
    ),
)


def wording(text: str) -> str:
    """Return a text of the table in the reader's language."""
    return QCoreApplication.translate("Actions", text)


def make_actions(window: QMainWindow) -> dict[str, QAction]:
    """Make every action of the table, each calling the window's method `do_<id>`."""
    made = {}
    for row in ACTIONS:
        if row.gesture:
            continue
        action = QAction(wording(row.text), window)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(keys) for keys in row.shortcut.split()])
        action.setCheckable(row.checkable)
        action.triggered.connect(getattr(window, f"do_{row.id}"))
        window.addAction(action)
        made[row.id] = action
    return made


def fill_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into the window's menus and return the menus by their untranslated title."""
    menus = {str(title): window.menuBar().addMenu(wording(title)) for title in MENUS}
    for row in ACTIONS:
        if row.id in actions:
            menus[row.menu].addAction(actions[row.id])
    return menus


def paint_icons(actions: dict[str, QAction], colours: Theme) -> None:
    """Draw the actions' icons in the colours of a theme."""
    for row in ACTIONS:
        if row.id in actions and row.icon:
            actions[row.id].setIcon(icon(row.icon, colours))


def shortcut_rows() -> list[tuple[str, str, str]]:
    """Return (group, what it does, keys or gesture) for the sheet of shortcuts, in table order."""
    rows = []
    for row in ACTIONS:
        keys = wording(row.gesture) if row.gesture else _native_keys(row.shortcut)
        if keys:
            text = wording(row.text).replace("&", "").removesuffix("…")
            rows.append((wording(row.menu).replace("&", ""), text, keys))
    return rows


def _native_keys(shortcut: str) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in shortcut.split())
