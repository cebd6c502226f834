"""What a copy or a rescue file holds, worded for a dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from explorer.store.restoring import Content
from explorer.wording.faults import fault_words


def content_words(content: Content) -> str:
    """Return what a chronicle's or workspace's file holds in a line, or what is wrong with it."""
    if content.fault:
        said = QCoreApplication.translate("Contents", "does not open: {fault}")
        return said.format(fault=fault_words(content.fault))
    if "events" in content.counts:
        said = QCoreApplication.translate(
            "Contents",
            "events: {events}, actors: {actors}, passages: {passages}, articles: {articles}",
        )
        numbers = {name: QLocale().toString(some) for name, some in content.counts.items()}
        return said.format(**numbers)
    said = QCoreApplication.translate(
        "Contents",
        "bookmarks: {bookmarks}, notes: {notes}, attached texts: {attachments}, views: {views}",
    )
    words = said.format(
        bookmarks=content.counts.get("bookmarks", 0),
        notes=content.counts.get("notes", 0),
        attachments=content.counts.get("attachments", 0),
        views=content.counts.get("views", 0),
    )
    if content.latest:
        last = QCoreApplication.translate("Contents", "last mark {moment}")
        words = f"{words}; {last.format(moment=moment_words(content.latest))}"
    return words


def moment_words(moment: str) -> str:
    """Return an ISO 8601 moment in the reader's own time and wording; as it is if it is none."""
    read = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    if not read.isValid():
        return moment
    return QLocale().toString(read.toLocalTime(), QLocale.FormatType.ShortFormat)


def seconds_words(seconds: float) -> str:
    """Return a moment in seconds UTC in the reader's own time and wording."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
