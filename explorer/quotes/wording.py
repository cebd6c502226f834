"""The quote viewer's words: of statuses, of links between events, and of what is copied."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.date import DateError, parse_date
from explorer.model.records import Assertion, Event, Link
from explorer.quotes.evidence import Evidence, Exhibit
from explorer.wording import citation, date_wording, days_between, days_wording
from explorer.wording.standing import StatusWords, difference_word, status_words

__all__ = [
    "Related",
    "StatusWords",
    "assertion_lines",
    "copied",
    "difference_word",
    "importance_word",
    "link_word",
    "paragraph_word",
    "related_events",
    "status_words",
]

translate = QCoreApplication.translate


def importance_word(importance: int) -> str:
    """Word an event's importance, from 1 to 3."""
    if importance >= 3:
        return translate("Quotes", "Essential")
    return translate("Quotes", "Notable") if importance == 2 else translate("Quotes", "Detail")


def link_word(link: Link, event: str) -> str:
    """Say what a link's other event is to the event with the id `event`."""
    outward = {
        "responds_to": translate("Quotes", "Responds to"),
        "part_of": translate("Quotes", "Part of"),
        "causes": translate("Quotes", "Led to"),
        "contradicts": translate("Quotes", "Contradicts"),
    }
    inward = {
        "responds_to": translate("Quotes", "Answered by"),
        "part_of": translate("Quotes", "Includes"),
        "causes": translate("Quotes", "Result of"),
        "contradicts": translate("Quotes", "Contradicted by"),
    }
    return (outward if link.from_event == event else inward)[link.kind]


@dataclass(frozen=True, slots=True)
class Related:
    """Another event, what it is to this one, how far off, the link's note and kind of answer."""

    event: Event
    word: str
    distance: str
    note: str
    answer: str = ""


def related_events(
    chronicle: Chronicle,
    event: Event,
    locale: QLocale | None = None,
    codebook: Codebook | None = None,
) -> tuple[Related, ...]:
    """Return the events linked with `event`, what it responds to first, each with its wording."""
    found = []
    for link in chronicle.links_of_event.get(event.id, ()):
        other_id = link.to_event if link.from_event == event.id else link.from_event
        other = chronicle.event.get(other_id)
        if other is None:
            continue
        days = days_between(event.date.value, other.date.value)
        distance = ""
        if link.kind == "responds_to" and days is not None:
            distance = days_wording(_in_order(days, link.from_event == event.id), locale)
        word = link_word(link, event.id)
        answer = codebook.answer_name(link.answer) if codebook and link.answer else ""
        found.append((link, Related(other, word, distance, link.note, answer)))
    order = ("responds_to", "causes", "part_of", "contradicts")
    found.sort(key=lambda pair: (order.index(pair[0].kind), pair[0].from_event != event.id))
    return tuple(related for _, related in found)


def _in_order(days: tuple[int, int], is_response: bool) -> tuple[int, int]:
    """Leave out distances by which a response would come before what it responds to."""
    fewest, most = days
    if fewest < 0 < most:
        return (fewest, 0) if is_response else (0, most)
    return days


def assertion_lines(assertion: Assertion, locale: QLocale | None = None) -> tuple[str, ...]:
    """Word what one source says otherwise, a line for each kind of thing."""
    lines = []
    if assertion.date:
        said = _date_or_text(assertion.date, locale)
        lines.append(translate("Quotes", "Date: {date}").format(date=said))
    if assertion.actors:
        lines.append(translate("Quotes", "Actors: {actors}").format(actors=assertion.actors))
    if assertion.figures:
        lines.append(translate("Quotes", "Figures: {figures}").format(figures=assertion.figures))
    if assertion.note:
        lines.append(assertion.note)
    return tuple(lines)


def _date_or_text(text: str, locale: QLocale | None) -> str:
    try:
        return date_wording(parse_date(text), locale)
    except DateError:
        return text


def paragraph_word(paragraph: int) -> str:
    """Name a paragraph by its number."""
    return translate("Quotes", "paragraph {number}").format(number=paragraph)


def copied(evidence: Evidence, exhibit: Exhibit, locale: QLocale | None = None) -> str:
    """Return an exhibit as text to paste: words, citation, paragraph, address.

    Our own words are called a paraphrase and stand without quotation marks. Returns an empty text
    when there are no words to copy.
    """
    if exhibit.context is None:
        return ""
    source = citation(evidence.article, locale).removesuffix(".")
    source = f"{source}, {paragraph_word(exhibit.paragraph)}."
    words = exhibit.context.quote
    if exhibit.ours:
        pattern = translate(
            "Quotes", "{words}\n(A paraphrase in our own words, not a quotation.) After: {source}"
        )
    else:
        pattern = translate("Quotes", "“{words}”\n{source}")
    text = pattern.format(words=words, source=source)
    return f"{text}\n{evidence.article.url}" if evidence.article.url else text
