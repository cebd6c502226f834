"""The table of what a reader can do: menus, toolbar and the sheet of shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from explorer.action_row import ActionRow
from explorer.gestures import GESTURES
from explorer.theme import Theme, icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu


_FILE = QT_TRANSLATE_NOOP("Actions", "&File")
_EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
_EVENT = QT_TRANSLATE_NOOP("Actions", "Eve&nt")
_VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
_HELP = QT_TRANSLATE_NOOP("Actions", "&Help")
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
    ActionRow("cite", _FILE, QT_TRANSLATE_NOOP("Actions", "Export ci&tations…"), "Ctrl+Shift+T"),
    ActionRow("picture", _FILE, QT_TRANSLATE_NOOP("Actions", "Export p&icture…"), "Ctrl+Shift+E"),
    ActionRow("share", _FILE, QT_TRANSLATE_NOOP("Actions", "Export &shareable chronicle…")),
    ActionRow("report", _FILE, QT_TRANSLATE_NOOP("Actions", "Project &report…"), "Ctrl+Shift+R"),
    ActionRow("restore", _FILE, QT_TRANSLATE_NOOP("Actions", "Restore an earlier cop&y…")),
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
    ActionRow(
        "copy_picture", _EDIT, QT_TRANSLATE_NOOP("Actions", "Copy &picture"), "Ctrl+Alt+C", "copy"
    ),
    ActionRow("find", _EDIT, QT_TRANSLATE_NOOP("Actions", "&Find events"), "Ctrl+F /", "search"),
    ActionRow("palette", _EDIT, QT_TRANSLATE_NOOP("Actions", "Find an&ything…"), "Ctrl+K"),
    ActionRow(
        "search",
        _EDIT,
        QT_TRANSLATE_NOOP("Actions", "&Search everything"),
        "Ctrl+Shift+F",
        "search",
    ),
    ActionRow(
        "clear_filters", _EDIT, QT_TRANSLATE_NOOP("Actions", "Clear all fi&lters"), "Ctrl+Shift+L"
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
    ActionRow("collect", _EVENT, QT_TRANSLATE_NOOP("Actions", "Add to a &collection…"), "C"),
    ActionRow("clear", _EVENT, QT_TRANSLATE_NOOP("Actions", "C&lear selection"), "Esc"),
    ActionRow(
        "back", _VIEW, QT_TRANSLATE_NOOP("Actions", "Bac&k"), "Alt+Left", "back", toolbar=True
    ),
    ActionRow(
        "forward",
        _VIEW,
        QT_TRANSLATE_NOOP("Actions", "For&ward"),
        "Alt+Right",
        "forward",
        toolbar=True,
    ),
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
    ActionRow("appeals", _VIEW, QT_TRANSLATE_NOOP("Actions", "Appeals and ans&wers"), "Ctrl+1"),
    ActionRow("disagreements", _VIEW, QT_TRANSLATE_NOOP("Actions", "Disa&greements"), "Ctrl+2"),
    ActionRow("coverage", _VIEW, QT_TRANSLATE_NOOP("Actions", "So&urces"), "Ctrl+3"),
    ActionRow("relations", _VIEW, QT_TRANSLATE_NOOP("Actions", "&Relations"), "Ctrl+4"),
    ActionRow("collections", _VIEW, QT_TRANSLATE_NOOP("Actions", "C&ollections"), "Ctrl+5"),
    ActionRow(
        "by_publication",
        _VIEW,
        QT_TRANSLATE_NOOP("Actions", "By date of publicatio&n"),
        checkable=True,
    ),
    ActionRow("animate", _VIEW, QT_TRANSLATE_NOOP("Actions", "Ani&mate moves"), checkable=True),
    ActionRow("reset_panels", _VIEW, QT_TRANSLATE_NOOP("Actions", "&Reset the panels' places")),
    ActionRow("help", _HELP, QT_TRANSLATE_NOOP("Actions", "&Help"), "F1", "help"),
    ActionRow("guide", _HELP, QT_TRANSLATE_NOOP("Actions", "&Guide")),
    ActionRow("legend", _HELP, QT_TRANSLATE_NOOP("Actions", "Signs on the &timeline")),
    ActionRow("shortcuts", _HELP, QT_TRANSLATE_NOOP("Actions", "&Shortcuts"), "?"),
    ActionRow("edit_shortcuts", _HELP, QT_TRANSLATE_NOOP("Actions", "&Edit shortcuts…")),
    ActionRow("news", _HELP, QT_TRANSLATE_NOOP("Actions", "&What's new")),
    ActionRow("about", _HELP, QT_TRANSLATE_NOOP("Actions", "&About Quoteline")),
    *GESTURES,
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


def shortcut_rows(
    chosen: Mapping[str, tuple[str, ...]] | None = None,
) -> list[tuple[str, str, str]]:
    """Return (group, what it does, keys or gesture) for the sheet of shortcuts, in table order.

    `chosen` holds the keys in force by the action's id; without it they are the table's.
    """
    rows = []
    for row in ACTIONS:
        known = tuple(row.shortcut.split()) if chosen is None else chosen.get(row.id, ())
        keys = wording(row.gesture) if row.gesture else _native_keys(known)
        if keys:
            text = wording(row.text).replace("&", "").removesuffix("…")
            rows.append((wording(row.menu).replace("&", ""), text, keys))
    return rows


def _native_keys(chosen: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in chosen)
