"""What the guide says, stop by stop."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_STOPS = (
    (
        "timeline",
        QT_TRANSLATE_NOOP("Guide", "Time runs from left to right"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Every mark is an event; a faded edge means that its date is not certain. Hold Ctrl "
            "and turn the wheel to zoom, drag to move, press 0 to see all again.",
        ),
    ),
    (
        "quotes",
        QT_TRANSLATE_NOOP("Guide", "Every event answers to its source"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Click an event: here is what each article says of it, in the article's own words "
            "where its text is attached, and where the articles disagree.",
        ),
    ),
    (
        "events",
        QT_TRANSLATE_NOOP("Guide", "Find and filter"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Type to search, or choose types, actors, articles and times. The list, the timeline "
            "and the exports show the same events.",
        ),
    ),
    (
        "menus",
        QT_TRANSLATE_NOOP("Guide", "Attach the articles, ask the analyst's questions"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "File > Attach articles brings in texts that you have; nothing is uploaded or fetched. "
            "View opens the ledger of appeals (Ctrl+1), disagreements (Ctrl+2), sources (Ctrl+3) "
            "and relations (Ctrl+4).",
        ),
    ),
    (
        "timeline",
        QT_TRANSLATE_NOOP("Guide", "Keep what matters"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "B marks the selected event. Ctrl+E exports exactly what is selected, marked or shown. "
            "F1 opens the help, and Help > Guide shows this again.",
        ),
    ),
)


def told() -> list[tuple[str, str, str]]:
    """Return (place in the window, title, text) of every stop, in the reader's language."""
    translate = QCoreApplication.translate
    return [
        (place, translate("Guide", str(title)), translate("Guide", str(text)))
        for place, title, text in _STOPS
    ]
