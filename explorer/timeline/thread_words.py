"""Words of the threads from the selected event: of links and of rival dates."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from explorer.model.chronicle import Chronicle
from explorer.model.records import Event
from explorer.timeline.links import Rival, Tie
from explorer.wording import date_wording
from explorer.wording.citations import publication

translate = QCoreApplication.translate


def tie_tip(tie: Tie, words: str, *, is_hidden: bool) -> str:
    """Tell which event a tie leads to, when it was, and what was noted of the link."""
    lines = [
        f"<b>{escape(tie.other.title)}</b>",
        escape(date_wording(tie.other.date.value)),
        escape(words),
    ]
    if tie.link.note:
        lines.append(escape(tie.link.note))
    if is_hidden:
        lines.append(translate("Timeline", "Hidden by the filters"))
    lines.append(translate("Timeline", "Click to go there"))
    return "<br>".join(lines)


def rival_words(chronicle: Chronicle, rival: Rival) -> str:
    """Name a rival date and where it was published."""
    when = date_wording(rival.date, short=True)
    return f"{when} · {_sources(chronicle, rival)}"


def rival_tip(chronicle: Chronicle, event: Event, rival: Rival) -> str:
    """Tell what an article says of an event's date, and what the chronicle holds."""
    if rival.excludes:
        said = translate("Timeline", "{source} dates this event otherwise: {date}")
    else:
        said = translate("Timeline", "{source} dates this event less exactly: {date}")
    lines = [
        escape(said.format(source=_sources(chronicle, rival), date=date_wording(rival.date))),
        escape(
            translate("Timeline", "Shown here: {date}").format(date=date_wording(event.date.value))
        ),
        translate("Timeline", "Click to read the passage"),
    ]
    return "<br>".join(lines)


def _sources(chronicle: Chronicle, rival: Rival) -> str:
    names = (chronicle.article[one] for one in rival.articles)
    return ", ".join(publication(article) or article.title for article in names)
