"""Gestures: what mouse and keys do on the timeline, for the sheet of shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from explorer.action_row import ActionRow

_MOUSE = QT_TRANSLATE_NOOP("Actions", "On the timeline")

GESTURES = (
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
        QT_TRANSLATE_NOOP("Actions", "First or last event"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Home, End"),
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
    ActionRow(
        "gesture_cursor",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Go on without selecting, then select"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Ctrl+Left, Ctrl+Right, Space"),
    ),
    ActionRow(
        "gesture_open",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Open the quotes, or list a cluster"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Enter"),
    ),
    ActionRow(
        "gesture_menu",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "What can be done here"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Right click, Menu key"),
    ),
    ActionRow(
        "gesture_ruler",
        _MOUSE,
        QT_TRANSLATE_NOOP("Actions", "Measure time; with Shift from event to event"),
        gesture=QT_TRANSLATE_NOOP("Actions", "Drag on the axis"),
    ),
)
