"""Hypothesis strategies: chronicles and workspaces in any script, with fields of newer versions."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from explorer.model.chronicle import Chronicle
from explorer.model.collecting import Collection, Entry
from explorer.model.date import parse_date
from explorer.model.notes import NOTE_KINDS, Note
from explorer.model.ratings import MARKS, Rating
from explorer.model.records import (
    ACTOR_KINDS,
    BASES,
    DIFFERENCES,
    LINK_KINDS,
    MATTERS,
    STANCES,
    Actor,
    Article,
    ArticleKind,
    Assertion,
    Author,
    Dating,
    Disagreement,
    Edition,
    Event,
    Link,
    Membership,
    Office,
    Participation,
    Passage,
    Side,
    Support,
    TextQuote,
)
from explorer.model.tags import TAG_COLOURS, TagColour
from explorer.model.workspace import (
    Attachment,
    Bookmark,
    Decision,
    Resolution,
    SavedSearch,
    SavedView,
    Workspace,
)

texts = st.text(max_size=12)
names = st.text(min_size=1, max_size=12)
edtf = st.sampled_from(
    ["2016-04-02", "2016-04~", "1992/..", "[2021-09..2021-11]", "-0043-03-15", "19XX", "2004-06?"]
)
dates = edtf.map(parse_date)
small = st.integers(0, 2**31 - 1)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
extras = st.dictionaries(texts.map("x-{}".format), json_values, max_size=2)
unknown_tables = st.dictionaries(
    texts.map("x-{}".format),
    st.dictionaries(st.integers(1, 99).map(str), extras, max_size=2),
    max_size=2,
)


quotes = st.builds(TextQuote, exact=names, prefix=texts, suffix=texts, extra=extras)


def tuples(inner: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Return tuples of up to two."""
    return st.lists(inner, max_size=2).map(tuple)


def among(ids: list[str]) -> st.SearchStrategy[str]:
    """Return one of the ids."""
    return st.sampled_from(ids)


@st.composite
def sources(draw: st.DrawFn) -> dict[str, tuple[object, ...]]:
    """Return articles, editions and passages whose references hold; at least one of each."""
    article_ids = draw(st.lists(names, min_size=1, max_size=2, unique=True))
    passage_ids = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    of_article = {one: draw(among(article_ids)) for one in passage_ids}
    article = st.builds(
        Article,
        id=st.just(""),
        kind=st.sampled_from(get_args(ArticleKind)),
        title=names,
        derived_from=st.just("") | among(article_ids),
        type=names,
        container_title=texts,
        publisher=texts,
        authors=tuples(st.builds(Author, family=texts, given=texts, extra=extras)),
        issued=st.none() | dates,
        issued_basis=texts,
        url=texts,
        language=texts,
        extra=extras,
    )
    span = st.tuples(small, small).map(sorted)
    return {
        "articles": tuple(_named(draw(article), one) for one in article_ids),
        "editions": tuple(
            Edition(one, one, draw(names), draw(small), draw(st.none() | names), draw(extras))
            for one in article_ids
        ),
        "passages": tuple(
            Passage(
                one,
                of_article[one],
                of_article[one],
                draw(st.integers(1, 99)),
                *draw(span),
                draw(names),
                draw(tuples(st.integers(0, 2**64 - 1))),
                draw(tuples(among(passage_ids))),
                draw(st.none() | quotes),
                draw(extras),
            )
            for one in passage_ids
        ),
    }


@st.composite
def chronicles(draw: st.DrawFn) -> Chronicle:
    """Return a chronicle that may be saved: ids are unique and every reference holds."""
    found = draw(sources())
    passages = among([one.id for one in found["passages"]])
    actor_ids = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    event_ids = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    actors = among(actor_ids)
    held = {"of": actors, "dates": dates, "support": tuples(passages), "extra": extras}
    actor = st.builds(
        Actor,
        id=st.just(""),
        name=names,
        kind=st.sampled_from(ACTOR_KINDS),
        aliases=tuples(texts),
        description=texts,
        offices=tuples(st.builds(Office, title=names, **held)),
        memberships=tuples(st.builds(Membership, status=names, **held)),
        extra=extras,
    )
    said = st.builds(
        Assertion, date=st.just("") | edtf, actors=texts, figures=texts, note=texts, extra=extras
    )
    event = st.builds(
        Event,
        id=st.just(""),
        title=names,
        summary=texts,
        date=st.builds(Dating, dates, st.sampled_from(BASES), text=texts, note=texts, extra=extras),
        type=names,
        participants=tuples(st.builds(Participation, actors, names, stance=texts, extra=extras)),
        claimed_by=st.just("") | actors,
        importance=st.integers(1, 3),
        place=texts,
        tags=tuples(texts),
        support=tuples(
            st.builds(Support, passages, st.sampled_from(STANCES), asserts=said, extra=extras)
        ),
        asks=texts,
        ground=texts,
        extra=extras,
    )
    link_ids = draw(st.lists(names, max_size=2, unique=True))
    differing = draw(st.lists(names, max_size=2, unique=True))
    events = among(event_ids)
    return Chronicle(
        id=draw(names),
        title=draw(names),
        description=draw(texts),
        **found,
        actors=tuple(_named(draw(actor), one) for one in actor_ids),
        events=tuple(_named(draw(event), one) for one in event_ids),
        links=tuple(
            Link(
                one,
                draw(st.sampled_from(LINK_KINDS)),
                draw(events),
                draw(events),
                draw(texts),
                draw(texts),
                draw(extras),
            )
            for one in link_ids
        ),
        disagreements=tuple(
            Disagreement(
                one,
                draw(st.sampled_from(DIFFERENCES)),
                draw(st.sampled_from(MATTERS)),
                draw(names),
                draw(tuples(st.builds(Side, passages, says=texts, extra=extras))),
                draw(tuples(events)),
                draw(extras),
            )
            for one in differing
        ),
        extra=draw(unknown_tables) | {"_meta": draw(extras)},
    )


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    """Return a workspace that may be saved."""
    moments = st.floats(-1e12, 1e12)
    spans = st.tuples(moments, moments).map(sorted).filter(lambda span: span[0] < span[1])
    views = [
        SavedView(name, *draw(spans), draw(extras), draw(extras), draw(extras))
        for name in draw(st.lists(names, max_size=2, unique=True))
    ]
    mark = st.builds(
        Bookmark, event=names, created=texts, note=texts, tags=tuples(texts), extra=extras
    )
    text = st.builds(
        Attachment,
        article=names,
        sha256=names,
        name=texts,
        attached=texts,
        reading=texts,
        extra=extras,
    )
    span = draw(st.tuples(small, small).map(sorted))
    word = st.builds(
        Decision,
        passage=names,
        sha256=names,
        start=st.just(span[0]),
        end=st.just(span[1]),
        accepted=st.booleans(),
        decided=texts,
        extra=extras,
    )
    settled = st.builds(Resolution, disagreement=names, note=names, resolved=texts, extra=extras)
    on_ids = st.builds(
        Note,
        kind=st.sampled_from(NOTE_KINDS[:4]),
        target=names,
        words=names,
        written=texts,
        extra=extras,
    )
    on_spans = st.builds(
        lambda start, length, words: Note("span", f"{start}/{start + length}", words),
        st.integers(-(10**12), 10**12),
        st.integers(1, 10**9),
        names,
    )
    note = on_ids | on_spans
    rating = st.sampled_from([(kind, mark) for kind in MARKS for mark in MARKS[kind]]).flatmap(
        lambda one: st.builds(
            Rating,
            kind=st.just(one[0]),
            target=names,
            mark=st.just(one[1]),
            rated=texts,
            extra=extras,
        )
    )
    colour = st.builds(TagColour, tag=names, colour=st.sampled_from(TAG_COLOURS), extra=extras)
    entry = st.builds(Entry, event=names, heading=texts, remark=texts, extra=extras)
    entries = st.lists(entry, max_size=3, unique_by=lambda one: one.event).map(tuple)
    collection = st.builds(Collection, name=names, created=texts, entries=entries, extra=extras)
    search = st.builds(SavedSearch, name=names, filters=extras, extra=extras)
    return Workspace(
        draw(names),
        tuple(draw(st.lists(mark, max_size=3, unique_by=lambda one: one.event))),
        tuple(draw(st.lists(text, max_size=3, unique_by=lambda one: (one.article, one.sha256)))),
        tuple(views),
        tuple(draw(st.lists(word, max_size=2, unique_by=lambda one: (one.passage, one.sha256)))),
        tuple(draw(st.lists(settled, max_size=2, unique_by=lambda one: one.disagreement))),
        tuple(draw(st.lists(note, max_size=3, unique_by=lambda one: one.key))),
        tuple(draw(st.lists(rating, max_size=3, unique_by=lambda one: one.key))),
        tuple(draw(st.lists(colour, max_size=3, unique_by=lambda one: one.tag))),
        tuple(draw(st.lists(collection, max_size=3, unique_by=lambda one: one.name))),
        tuple(draw(st.lists(search, max_size=2, unique_by=lambda one: one.name))),
        draw(unknown_tables) | {"_meta": draw(extras)},
    )


def _named(record: object, own_id: str) -> object:
    # Not dataclasses.replace: the id is the one field that must be unique in its table.
    values = {name: getattr(record, name) for name in record.__dataclass_fields__}
    return type(record)(**{**values, "id": own_id})
