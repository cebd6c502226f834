"""What the HTML report says again and again, by what it is said of."""

from __future__ import annotations

from explorer.model.said import said
from explorer.sources.library import Status

SECTIONS = {
    "passages": said("Passages"),
    "events": said("Events and their sources"),
    "dates": said("Readings of dates"),
    "ties": said("Links and disagreements"),
    "violations": said("Violations"),
}

STANDING = {
    "unsupported": (said("No support"), said("no passage of an article supports them")),
    "one source": (
        said("One source"),
        said("one article supports them, or several by one author"),
    ),
    "several sources": (
        said("Several sources"),
        said("articles independent of each other support them"),
    ),
    "disputed": (
        said("Disputed"),
        said("a passage disputes them, or passages contradict each other"),
    ),
}


OWN = said("The marks are the reader's own words: look at them before you pass the report on.")


PROVEN = said(
    "How far each passage is proven in each text in hand. *Exact* and *moved* agree in every word; "
    "*accepted* ones rest on the reader's word; *suggested* ones wait for it; for *unattached* "
    "ones there is no text."
)

LANGUAGE = said("en")
"""The code of the language of the page, which a translation replaces by its own."""

STATUSES = {
    Status.EXACT: said("exact"),
    Status.MOVED: said("moved"),
    Status.ACCEPTED: said("accepted"),
    Status.SUGGESTED: said("suggested"),
    Status.MISSING: said("missing"),
    Status.UNATTACHED: said("unattached"),
}

RECORDS = {
    "published articles": said("Published articles"),
    "passages": said("Passages"),
    "events": said("Events"),
    "actors": said("Actors"),
    "links": said("Links"),
    "disagreements": said("Disagreements"),
}
