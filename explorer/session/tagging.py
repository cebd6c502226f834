"""Tagging: the gestures by which the reader colours, renames, merges and drops tags."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from explorer.model.tagging import tag_counts, with_colour, with_tag_renamed, without_tag
from explorer.session.marking import Marking

_TEXTS = (
    QT_TRANSLATE_NOOP("Session", "Colour a tag"),
    QT_TRANSLATE_NOOP("Session", "Rename a tag"),
    QT_TRANSLATE_NOOP("Session", "Merge two tags"),
    QT_TRANSLATE_NOOP("Session", "Remove a tag"),
)


def _say(text: str) -> str:
    return QCoreApplication.translate("Session", text)


class Tagging(Marking):
    """The facts with the reader's tags; each gesture is a step, however many bookmarks it meets."""

    def colour_tag(self, tag: str, colour: str) -> None:
        """Give a tag a colour by its name; an empty one takes its colour away."""
        if tag:
            told = with_colour(self._workspace, tag, colour)
            self.change_workspace(told, _say("Colour a tag"))

    def rename_tag(self, tag: str, name: str) -> None:
        """Rename a tag on all bookmarks; where `name` is a tag already, the two become one."""
        name = " ".join(name.replace(",", " ").split())
        if name and name != tag:
            step = "Merge two tags" if name in tag_counts(self._workspace) else "Rename a tag"
            self.change_workspace(with_tag_renamed(self._workspace, tag, name), _say(step))

    def remove_tag(self, tag: str) -> None:
        """Take a tag off all bookmarks, and its colour with it."""
        self.change_workspace(without_tag(self._workspace, tag), _say("Remove a tag"))
