"""Made-up projects and the reports on them; no test stands here."""

from __future__ import annotations

from dataclasses import replace

from explorer.exchange.report import Report, make_report
from explorer.exchange.share import shareable
from explorer.model.chronicle import Chronicle
from explorer.model.records import Author, Disagreement, Side, Support
from explorer.model.violation import Violation
from explorer.model.workspace import Attachment, Workspace
from explorer.sources.library import make_library, text_sha256
from tests.builders import a_chronicle, a_link, an_article, an_event
from tests.exchange.herons import STORY, carried
from tests.model.test_invariants import CODEBOOK

CUT = "\n".join(STORY.splitlines()[2:])
"""The story without its first paragraph, and so without two of its three passages."""


def attached(text: str, name: str = "") -> Attachment:
    """Return the attachment of a text."""
    return Attachment("report", text_sha256(text), name)


def report_on(chronicle: Chronicle, text: str = "", **fields: object) -> Report:
    """Return the report with one text attached, or none."""
    library = make_library(chronicle, {"report": text} if text else {})
    return make_report(chronicle, library, Workspace(), CODEBOOK, **fields)  # type: ignore[arg-type]


def many() -> Chronicle:
    """Return events that are supported in every way there is."""
    one, other, again = Author("Lind", "Ada"), Author("Berg", "Bo"), Author("LIND", "ada")
    return a_chronicle(
        an_event("2001", "nowhere"),
        an_event("2002", "mentioned", passages=(Support("a.1", "mentions"),)),
        an_event("2003", "single", passages=("a.1", "a.2")),
        an_event("2004", "twice", passages=("a.1", "b.1")),
        an_event("2005", "same-author", passages=("a.1", "c.1")),
        an_event("2006", "disputed", passages=("a.1", Support("b.1", "disputes"))),
        an_event("2007", "contradicted", passages=("a.2", "b.2")),
        articles=(
            an_article("a", authors=(one,)),
            an_article("b", authors=(other,)),
            an_article("c", authors=(again, other)),
        ),
        links=(a_link("twice", "single", answer="silence"), a_link("disputed", "twice")),
        disagreements=(
            Disagreement(
                "d", "contradiction", "figure", "Ours.", (Side("a.2"), Side("b.2")),
                ("contradicted",),
            ),
            Disagreement("f", "framing", "actor", "Ours.", (Side("a.1"), Side("b.1")), ("twice",)),
        ),
    )  # fmt: skip


def a_report(**fields: object) -> Report:
    """Return a report in which every section has something to tell."""
    report = report_on(many())
    texts = {"report": [(attached(STORY, "a.txt"), STORY), (attached(CUT, "=b.txt"), CUT)]}
    read = report_on(shareable(carried(), ()), CUT, editions=texts)
    dangling = Violation("dangling", "bookmarks", "x", "event", "p", "r")
    whole = replace(report, editions=read.editions, violations=(*read.violations, dangling))
    return replace(whole, **fields)  # type: ignore[arg-type]
