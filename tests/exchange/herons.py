"""A made-up chronicle that carries its article's text, as a reader's own may; no test here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from explorer.model.chronicle import Chronicle
from explorer.model.records import TextQuote
from explorer.sources.locators import locate
from explorer.sources.text import Stretch, paragraphs, sentences
from tests.builders import a_chronicle, a_passage, an_article, an_edition, an_event

STORY = (
    "Seven grey herons stood along the river before the first frost came down. "
    "Nobody in the village had ever counted them, and nobody asked who fed them.\n\n"
    "Later that winter the miller swore he had seen eleven birds upon his roof.\n"
)
COPIED = "Seven grey herons stood along the river before the first frost"
OWN = "A brief of ours.\n\nBirds were seen.\n"


def carried(text: str = STORY, *, fingerprinted: bool = False, **event: Any) -> Chronicle:
    """Return a reader's chronicle that carries an article, its sentences as quoted passages."""
    stretches = [one for some in paragraphs(text) for one in sentences(text, some)]
    edition = an_edition("report", text, text=text)
    passages = [
        a_passage(
            f"report.{at}",
            one.start,
            one.end,
            sha256=one.sha256,
            fingerprint=one.fingerprint if fingerprinted else (),
            quote=TextQuote(
                text[one.start : one.end], text[: one.start][-40:], text[one.end :][:40]
            ),
        )
        for at, one in enumerate(locate(text, stretches))
    ]
    (told,) = locate(OWN, [Stretch(0, 16)])
    ours = a_passage(
        "brief-report.1",
        0,
        16,
        sha256=told.sha256,
        fingerprint=told.fingerprint,
        retells=("report.0",),
    )
    own = an_event("2001", "first", passages=[*(one.id for one in passages), ours.id])
    return a_chronicle(
        replace(own, **event),
        articles=(
            an_article("report"),
            an_article("brief-report", kind="brief", derived_from="report"),
        ),
        editions=(edition, an_edition("brief-report", OWN, text=OWN)),
        passages=(*passages, ours),
    )
