"""A small chronicle with texts, for the tests of the panels: two articles, their briefs, events."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.model.date import parse_date
from explorer.model.records import (
    Actor,
    Article,
    Assertion,
    Author,
    Dating,
    Edition,
    Event,
    Link,
    Membership,
    Office,
    Participation,
    Passage,
    Support,
)
from explorer.model.workspace import Workspace
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.sources.locators import locate
from explorer.sources.text import Stretch, paragraphs
from explorer.store.folders import resource

DAILY = (
    "The Daily 📰 of the hills\n\n"
    "Border guards reported shots at dawn 🌄. The capital asked the league for talks on 14 May. "
    "Nobody answered that week.\n\n"
    "In July the league's secretary called it <b>a border incident</b> & nothing more. "
    "The capital's minister protested.\n"
)
REVIEW = (
    "A review\n"
    "The appeal came on 15 May by this account, and two members spoke against it. "
    "Troops left within ten days.\n"
)
BRIEF_REVIEW = (
    "Brief: what the review tells\n"
    "It dates the appeal a day later than others. It counts ten days for the troops.\n"
)
BRIEF_DAILY = "Brief: what the daily tells\nThe hill state turned to its allies in mid-May.\n"
TEXTS = {
    "daily": DAILY,
    "review": REVIEW,
    "brief-daily": BRIEF_DAILY,
    "brief-review": BRIEF_REVIEW,
}

_WORDS = {
    "daily.1": ("daily", "The capital asked the league for talks on 14 May.", ()),
    "daily.2": ("daily", "Nobody answered that week.", ()),
    "daily.3": ("daily", "In July the league's secretary called it <b>a border incident</b>", ()),
    "daily.4": ("daily", "The capital's minister protested.", ()),
    "review.1": ("review", "The appeal came on 15 May by this account", ()),
    "review.2": ("review", "Troops left within ten days.", ()),
    "brief-daily.1": ("brief-daily", "The hill state turned to its allies", ("daily.1",)),
    "brief-review.1": ("brief-review", "It dates the appeal a day later", ("review.1",)),
    "brief-review.2": ("brief-review", "It counts ten days for the troops.", ("review.2",)),
}


def passage(name: str) -> Passage:
    """Return one of the passages above with the locator of its words."""
    article, words, retells = _WORDS[name]
    text = TEXTS[article]
    start = text.index(words)
    (found,) = locate(text, [Stretch(start, start + len(words))])
    number = sum(1 for one in paragraphs(text) if one.start <= start)
    return Passage(
        name, article, f"{article}-edition", number,
        found.start, found.end, found.sha256, found.fingerprint, retells,
    )  # fmt: skip


def edition(article: str) -> Edition:
    """Return the edition of one of the texts; a brief's carries its words."""
    text = TEXTS[article]
    digest = sha256(text.encode()).hexdigest()
    kept = text if article.startswith("brief-") else None
    return Edition(f"{article}-edition", article, digest, len(text), kept)


ARTICLES = (
    Article(
        "daily",
        "published",
        "Shots in the hills",
        container_title="The Daily",
        authors=(Author("Abel", "Mina"), Author("Oz", "Leo")),
        issued=parse_date("2021-08-02"),
        url="https://example.org/daily?a=1&b=2",
    ),
    Article(
        "review",
        "published",
        "Who answered whom?",
        container_title="The Review",
        issued=parse_date("[2021-09-17..2021-12-31]"),
        url="file:///etc/passwd",
    ),
    Article("brief-daily", "brief", "Brief: what the daily tells", "daily"),
    Article("brief-review", "brief", "Brief: what the review tells", "review"),
)
ACTORS = (
    Actor(
        "hills",
        "Hill State",
        "state",
        ("Republic of the Hills", "Բլուրներ"),
        "A state in the <i>hills</i> & valleys.",
        memberships=(Membership("league", "member", parse_date("1992/.."), ("daily.1",)),),
    ),
    Actor("league", "League of States", "organisation", ("LoS",), "An alliance."),
    Actor(
        "zas",
        "Stanislav Žaš",
        "person",
        ("The Secretary",),
        offices=(Office("Secretary", "league", parse_date("2020/2022"), ("review.2",)),),
    ),
    Actor("azad", "Əziz Azad", "person"),
)
EVENTS = (
    Event(
        "appeal",
        "Hill State asks the league for consultations",
        "The government invokes the treaty & asks for <b>talks</b>.",
        Dating(parse_date("2021-05-14"), "stated", "on 14 May", "year from the heading"),
        "REQUEST",
        (Participation("hills", "initiator"), Participation("league", "target", "neutral")),
        importance=3,
        place="The capital",
        tags=("appeal",),
        support=(
            Support("daily.1"),
            Support("brief-daily.1"),
            Support("daily.2", "mentions"),
            Support(
                "review.1",
                "disputes",
                Assertion("2021-05-15", figures="two against", note="A day later."),
            ),
            Support("brief-review.1", "disputes"),
        ),
    ),
    Event(
        "answer",
        "The league's secretary calls it a border incident",
        "He declines to act.",
        Dating(parse_date("2021-07"), "relative", "In July"),
        "REJECT",
        (Participation("zas", "speaker"), Participation("hills", "addressee", "critical")),
        claimed_by="zas",
        support=(Support("daily.3"), Support("daily.4", "mentions")),
    ),
    Event(
        "protest",
        "Hill State's minister protests",
        "",
        Dating(parse_date("2021-07/2021-08~"), "inferred"),
        "ACCUSE",
        (Participation("hills", "initiator"), Participation("zas", "target")),
        support=(Support("daily.4"),),
    ),
    Event(
        "withdrawal",
        "Troops leave within ten days",
        "The mission ends.",
        Dating(parse_date("2022-01-19/.."), "stated", "within ten days"),
        "RETREAT",
        (Participation("league", "initiator"),),
        support=(Support("review.2"), Support("brief-review.2")),
    ),
    Event(
        "rumour", "Nobody attests this", "", Dating(parse_date("2004~/2006~"), "background"), "X"
    ),
)
LINKS = (
    Link("1", "responds_to", "answer", "appeal", "Seven weeks on."),
    Link("2", "part_of", "appeal", "rumour"),
    Link("3", "contradicts", "withdrawal", "appeal"),
)


def chronicle() -> Chronicle:
    """Return the sample chronicle."""
    return Chronicle(
        "sample",
        "A sample",
        articles=ARTICLES,
        editions=tuple(edition(article) for article in TEXTS),
        passages=tuple(passage(name) for name in _WORDS),
        actors=ACTORS,
        events=EVENTS,
        links=LINKS,
    )


def a_session(attached: Mapping[str, str] | None = None) -> Session:
    """Return a session on the sample; the daily's text is attached unless told otherwise."""
    texts = {"daily": DAILY} if attached is None else attached
    book = read_codebook(resource("codebook.toml").read_text(encoding="utf-8"), "codebook.toml")
    session = Session(book)
    opened = chronicle()
    session.open(opened, Workspace("sample"), make_library(opened, texts))
    return session
