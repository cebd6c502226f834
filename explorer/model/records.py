"""The records of a chronicle: what is known, who says so, and where the words stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from explorer.model.date import Date

Basis = Literal["stated", "relative", "inferred", "background"]
Stance = Literal["supports", "disputes", "mentions"]
ActorKind = Literal["state", "organisation", "body", "person", "group", "place"]
LinkKind = Literal["responds_to", "part_of", "causes", "contradicts"]
ArticleKind = Literal["published", "brief"]
Difference = Literal["contradiction", "less precise", "overtaken", "framing"]
Matter = Literal["date", "actor", "figure", "characterisation", "occurrence"]

BASES: tuple[Basis, ...] = get_args(Basis)
STANCES: tuple[Stance, ...] = get_args(Stance)
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
LINK_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)
DIFFERENCES: tuple[Difference, ...] = get_args(Difference)
MATTERS: tuple[Matter, ...] = get_args(Matter)

Extra = Mapping[str, object]
"""Fields of a newer file that this version does not know; kept so that a save returns them."""

NOTHING_EXTRA: Extra = MappingProxyType({})


def no_extra() -> Extra:
    """Return the empty mapping that a record of this version carries."""
    return NOTHING_EXTRA


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event happened: the value, the words that say so, and how they were read."""

    value: Date
    basis: Basis
    text: str = ""
    note: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor's part in an event. `role` is a codebook role, `stance` the side it took, if any."""

    actor: str
    role: str
    stance: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one source says where it differs from the others, in our words; `date` is EDTF."""

    date: str = ""
    actors: str = ""
    figures: str = ""
    note: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)

    def __bool__(self) -> bool:
        return bool(self.date or self.actors or self.figures or self.note)


@dataclass(frozen=True, slots=True)
class Support:
    """A passage's bearing on an event."""

    passage: str
    stance: Stance = "supports"
    asserts: Assertion = Assertion()
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with its date, its participants and the passages that attest it.

    `claimed_by` names an actor when the articles only report that actor's claim; `importance` runs
    from 1 (detail) to 3 (essential). Of an appeal, `asks` says what was asked for and `ground` the
    legal ground that the articles give for it, in our words.
    """

    id: str
    title: str
    summary: str
    date: Dating
    type: str
    participants: tuple[Participation, ...] = ()
    claimed_by: str = ""
    importance: int = 2
    place: str = ""
    tags: tuple[str, ...] = ()
    support: tuple[Support, ...] = ()
    asks: str = ""
    ground: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Office:
    """A post that an actor held: its title, the actor it belongs to, when, and who says so."""

    title: str
    of: str
    dates: Date
    support: tuple[str, ...] = ()
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """An actor's standing in an organisation (member, observer, ...) and the time it lasted."""

    of: str
    status: str
    dates: Date
    support: tuple[str, ...] = ()
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation, body, person, group or place that takes part in events."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    description: str = ""
    offices: tuple[Office, ...] = ()
    memberships: tuple[Membership, ...] = ()
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A typed relation from one event to another.

    `answer` is the codebook's kind of answer (help, silence, ...) where an event answers an appeal.
    """

    id: str
    kind: LinkKind
    from_event: str
    to_event: str
    note: str = ""
    answer: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Side:
    """What one passage says of a matter on which the sources differ, in our words."""

    passage: str
    says: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A matter on which passages differ: how, in what, on which events, and who says what.

    `note` says in a sentence of ours what differs. A later article that has simply seen more is
    "overtaken", not a contradiction; "framing" is the same fact told to another purpose.
    """

    id: str
    kind: Difference
    about: Matter
    note: str
    sides: tuple[Side, ...] = ()
    events: tuple[str, ...] = ()
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Author:
    """A name of an article's author, as CSL-JSON divides it; other parts of it stand in `extra`."""

    family: str
    given: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Article:
    """One source: a published article, or a brief of ours that retells one (`derived_from`).

    The fields are those of a CSL-JSON item; `issued` is EDTF and may be a set where the article
    does not print its date, and `issued_basis` says how it was found.
    """

    id: str
    kind: ArticleKind
    title: str
    derived_from: str = ""
    type: str = "article"
    container_title: str = ""
    publisher: str = ""
    authors: tuple[Author, ...] = ()
    issued: Date | None = None
    issued_basis: str = ""
    url: str = ""
    language: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of an article, known by the SHA-256 of its text as read (UTF-8, LF).

    `length` counts code points. `text` is carried only where the words are ours to give: a brief.
    """

    id: str
    article: str
    sha256: str
    length: int
    text: str | None = None
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class TextQuote:
    """A passage's own words and what stands around them: a W3C TextQuoteSelector."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    extra: Extra = field(default_factory=no_extra, compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article, as a locator that needs to carry none of its words.

    `start` and `end` are half-open code-point offsets into the edition's text, `paragraph` counts
    from 1, `sha256` is that of the normalised passage. `fingerprint` holds how many twins the
    passage has in its edition, a hash of the words before and one of those after it, then hashes
    of its word shingles (see sources/locators.py). `quote` holds the words where they may be
    stored. A passage of a brief names the published passages it retells.
    """

    id: str
    article: str
    edition: str
    paragraph: int
    start: int
    end: int
    sha256: str
    fingerprint: tuple[int, ...] = ()
    retells: tuple[str, ...] = ()
    quote: TextQuote | None = None
    extra: Extra = field(default_factory=no_extra, compare=False)
