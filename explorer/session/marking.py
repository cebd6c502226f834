"""Marking: the gestures by which the reader writes notes on what the chronicle holds."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from explorer.model.notes import Note, NoteKind
from explorer.model.ratings import MARKS, Rating, RatingKind
from explorer.session.grouped import Grouped

_TEXTS = (
    QT_TRANSLATE_NOOP("Session", "Write a note"),
    QT_TRANSLATE_NOOP("Session", "Remove a note"),
    QT_TRANSLATE_NOOP("Session", "Rate a source"),
    QT_TRANSLATE_NOOP("Session", "Rate a claim"),
    QT_TRANSLATE_NOOP("Session", "Note how far an article is read"),
)


_STEPS: dict[RatingKind, str] = {
    "source": "Rate a source",
    "claim": "Rate a claim",
    "reading": "Note how far an article is read",
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Session", text)


class Marking(Grouped):
    """The facts with the reader's notes and ratings; each gesture is a step that can be undone."""

    def write_note(self, kind: NoteKind, target: str, words: str) -> None:
        """Write the note on a thing, dated now; words that are empty take it away."""
        known = self._workspace.note.get((kind, target))
        words = words.strip()
        if words and target and (known is None or known.words != words):
            now = datetime.now(UTC).isoformat(timespec="seconds")
            noted = self._workspace.with_note(Note(kind, target, words, now))
            self.change_workspace(noted, _say("Write a note"))
        elif known is not None and not words:
            without = self._workspace.without_note(kind, target)
            self.change_workspace(without, _say("Remove a note"))

    def rate(self, kind: RatingKind, target: str, mark: str) -> None:
        """Put a mark on a thing, dated now; an empty mark takes it away."""
        known = self._workspace.rating.get((kind, target))
        if mark in MARKS[kind] and target and (known is None or known.mark != mark):
            now = datetime.now(UTC).isoformat(timespec="seconds")
            rated = self._workspace.with_rating(Rating(kind, target, mark, now))
            self.change_workspace(rated, _say(_STEPS[kind]))
        elif known is not None and not mark:
            without = self._workspace.without_rating(kind, target)
            self.change_workspace(without, _say(_STEPS[kind]))
