"""Agreement: how far two coders who worked apart found and read the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from explorer.model.codebook import Codebook
from explorer.sources.agreement_sheets import (
    CodedDisagreement,
    CodedEvent,
    CodedLink,
    Coding,
    Evidence,
)
from explorer.sources.matching import (
    Pairs,
    compatible,
    jaccard,
    likeness,
    match_disagreements,
    match_events,
)


@dataclass(frozen=True, slots=True)
class Finds:
    """How many of a kind each coder found, and how many of them both did."""

    first: int
    second: int
    both: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where neither found any."""
        total = self.first + self.second
        return 2 * self.both / total if total else 1.0

    @property
    def jaccard(self) -> float:
        """The share of what either found that both did; 1 where neither found any."""
        either = self.first + self.second - self.both
        return self.both / either if either else 1.0

    @property
    def precision(self) -> float:
        """The share of the second coder's finds that the first has."""
        return self.both / self.second if self.second else 1.0

    @property
    def recall(self) -> float:
        """The share of the first coder's finds that the second has."""
        return self.both / self.first if self.first else 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One event as each of the coders has it, and how like they are (see `matching`)."""

    first: CodedEvent
    second: CodedEvent
    likeness: float

    @property
    def differences(self) -> tuple[str, ...]:
        """What the coders read differently: date, type, actors, claimed_by."""
        one, other = self.first, self.second
        return tuple(
            name
            for name, differs in (
                ("date", one.date.edtf != other.date.edtf),
                ("type", one.type != other.type),
                ("actors", one.actors != other.actors),
                ("claimed_by", one.claimed_by != other.claimed_by),
            )
            if differs
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """The comparison of two codings.

    `quads` holds the quad classes of each pair's types. Of the links that both have
    `answers_equal` counts those with the same answer, of the disagreements `differences_equal`
    those of the same kind and matter. Means and kappas are None where there is nothing to compare;
    `sentences_kappa` needs to know how many sentences the articles have.
    """

    events: Finds
    sentences: Finds
    links: Finds
    disagreements: Finds
    pairs: tuple[Pair, ...]
    quads: tuple[tuple[str, str], ...]
    only_first: tuple[CodedEvent, ...]
    only_second: tuple[CodedEvent, ...]
    answers_equal: int
    differences_equal: int
    sentences_kappa: float | None

    @property
    def dates_equal(self) -> int:
        """Matched events with the same EDTF date."""
        return _count(self.pairs, lambda one, other: one.date.edtf == other.date.edtf)

    @property
    def dates_compatible(self) -> int:
        """Matched events whose dates may be one."""
        return _count(self.pairs, lambda one, other: compatible(one.date, other.date))

    @property
    def types_equal(self) -> int:
        """Matched events of the same type."""
        return _count(self.pairs, lambda one, other: one.type == other.type)

    @property
    def quads_equal(self) -> int:
        """Matched events of one quad class."""
        return sum(one == other for one, other in self.quads)

    @property
    def actors_equal(self) -> int:
        """Matched events with the same set of actors."""
        return _count(self.pairs, lambda one, other: one.actors == other.actors)

    @property
    def claimants_equal(self) -> int:
        """Matched events claimed by the same actor, or by none."""
        return _count(self.pairs, lambda one, other: one.claimed_by == other.claimed_by)

    @property
    def actors_jaccard(self) -> float | None:
        """The mean of Jaccard's index of the actors of matched events."""
        return _mean([jaccard(pair.first.actors, pair.second.actors) for pair in self.pairs])

    @property
    def evidence_jaccard(self) -> float | None:
        """The mean of Jaccard's index of the sentences of matched events."""
        return _mean([jaccard(pair.first.evidence, pair.second.evidence) for pair in self.pairs])

    @property
    def types_kappa(self) -> float | None:
        """Cohen's kappa of the types of matched events."""
        return cohens_kappa((pair.first.type, pair.second.type) for pair in self.pairs)

    @property
    def quads_kappa(self) -> float | None:
        """Cohen's kappa of the quad classes of matched events."""
        return cohens_kappa(self.quads)


def compare(
    first: Coding,
    second: Coding,
    codebook: Codebook,
    sentences: Mapping[str, int] | None = None,
) -> Agreement:
    """Compare two codings; `sentences` is how many each article has, where that is known.

    Exchanging the coders exchanges what is of the one or the other and changes nothing else.
    """
    matched = match_events(first.events, second.events, codebook)
    theirs = {one.id: one for one in second.events}
    pairs = tuple(
        Pair(one, other, likeness(one, other, codebook))
        for one in first.events
        if (other := theirs.get(matched.get(one.id, ""))) is not None
    )
    found = set(matched.values())
    mine, cited = _cited(first), _cited(second)
    links, answers = _links(first.links, second.links, matched)
    differing, alike = _disagreements(first.disagreements, second.disagreements, matched)
    return Agreement(
        events=Finds(len(first.events), len(second.events), len(pairs)),
        sentences=Finds(len(mine), len(cited), len(mine & cited)),
        links=links,
        disagreements=differing,
        pairs=pairs,
        quads=tuple(
            (codebook.quad_of(pair.first.type).id, codebook.quad_of(pair.second.type).id)
            for pair in pairs
        ),
        only_first=tuple(one for one in first.events if one.id not in matched),
        only_second=tuple(one for one in second.events if one.id not in found),
        answers_equal=answers,
        differences_equal=alike,
        sentences_kappa=_sentences_kappa(mine, cited, inside=sentences),
    )


def cohens_kappa(pairs: Iterable[tuple[object, object]]) -> float | None:
    """Return Cohen's kappa (1960) of two raters' categories; None where there is no pair.

    Where chance alone would make them agree always, both used one category: that is 1.
    """
    listed = list(pairs)
    total = len(listed)
    if not total:
        return None
    mine = Counter(one for one, _ in listed)
    theirs = Counter(other for _, other in listed)
    agreed = sum(one == other for one, other in listed) * total
    chance = sum(number * theirs[category] for category, number in mine.items())
    return 1.0 if chance == total * total else (agreed - chance) / (total * total - chance)


def _sentences_kappa(
    first: Evidence, second: Evidence, *, inside: Mapping[str, int] | None
) -> float | None:
    """Return the kappa of citing a sentence or not, over all sentences of the articles known."""
    if inside is None:
        return None
    cited = {one for one in first | second if one.article in inside}
    neither = max(0, sum(inside.values()) - len(cited))
    rated = [(one in first, one in second) for one in cited]
    return cohens_kappa([*rated, *([(False, False)] * neither)])


def _cited(coding: Coding) -> Evidence:
    return frozenset(sentence for one in coding.events for sentence in one.evidence)


def _count(pairs: Iterable[Pair], same: Callable[[CodedEvent, CodedEvent], bool]) -> int:
    return sum(same(pair.first, pair.second) for pair in pairs)


def _mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if values else None


def _links(
    first: Iterable[CodedLink], second: Iterable[CodedLink], events: Pairs
) -> tuple[Finds, int]:
    """Return the finds of links, and of how many that both have the answer is the same."""
    mine = {(one.from_event, one.to_event, one.kind): one.answer for one in first}
    theirs = {(one.from_event, one.to_event, one.kind): one.answer for one in second}
    both = [
        (answer, theirs[there])
        for (start, end, kind), answer in mine.items()
        if (there := (events.get(start, ""), events.get(end, ""), kind)) in theirs
    ]
    return Finds(len(mine), len(theirs), len(both)), sum(one == other for one, other in both)


def _disagreements(
    first: Iterable[CodedDisagreement], second: Iterable[CodedDisagreement], events: Pairs
) -> tuple[Finds, int]:
    """Return the finds of disagreements, and of how many kind and matter are the same."""
    mine, theirs = list(first), {one.id: one for one in second}
    matched = match_disagreements(mine, theirs.values(), events)
    alike = sum(
        (one.kind, one.about) == (theirs[matched[one.id]].kind, theirs[matched[one.id]].about)
        for one in mine
        if one.id in matched
    )
    return Finds(len(mine), len(theirs), len(matched)), alike
