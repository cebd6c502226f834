"""The report on two codings: as lines for people, and as plain data for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.sources.agreement import Agreement, Finds
from explorer.sources.agreement_sheets import CodedEvent

_NONE = "-"


def agreement_data(one: Agreement) -> dict[str, object]:
    """Return the figures and the ids of what was and was not matched; shares run from 0 to 1."""
    return {
        "events": _finds(one.events),
        "sentences": {**_finds(one.sentences), "kappa": one.sentences_kappa},
        "links": {**_finds(one.links), "answers_equal": one.answers_equal},
        "disagreements": {
            **_finds(one.disagreements),
            "kind_and_matter_equal": one.differences_equal,
        },
        "matched": {
            "events": one.events.both,
            "dates_equal": one.dates_equal,
            "dates_compatible": one.dates_compatible,
            "types_equal": one.types_equal,
            "types_kappa": one.types_kappa,
            "quad_classes_equal": one.quads_equal,
            "quad_classes_kappa": one.quads_kappa,
            "actor_sets_equal": one.actors_equal,
            "actors_mean_jaccard": one.actors_jaccard,
            "evidence_mean_jaccard": one.evidence_jaccard,
            "claimed_by_equal": one.claimants_equal,
        },
        "pairs": [
            {
                "first": pair.first.id,
                "second": pair.second.id,
                "likeness": pair.likeness,
                "differ": list(pair.differences),
            }
            for pair in one.pairs
        ],
        "only_first": [event.id for event in one.only_first],
        "only_second": [event.id for event in one.only_second],
    }


def _finds(one: Finds) -> dict[str, object]:
    return {
        "first": one.first,
        "second": one.second,
        "both": one.both,
        "only_first": one.first - one.both,
        "only_second": one.second - one.both,
        "precision": one.precision,
        "recall": one.recall,
        "f1": one.f1,
        "jaccard": one.jaccard,
    }


def finds_table(one: Agreement) -> list[list[str]]:
    """Return the rows of a table of what was found, with its head."""
    head = ["found", "first", "second", "both", "only first", "only second", "F1", "Jaccard"]
    kinds = (
        ("events", one.events),
        ("evidence sentences", one.sentences),
        ("links", one.links),
        ("disagreements", one.disagreements),
    )
    return [head, *([name, *_numbers(found)] for name, found in kinds)]


def _numbers(one: Finds) -> list[str]:
    counts = (one.first, one.second, one.both, one.first - one.both, one.second - one.both)
    return [*map(str, counts), _share(one.f1), _share(one.jaccard)]


def readings_table(one: Agreement) -> list[list[str]]:
    """Return the rows of a table of how what both found was read, with its head."""
    events = one.events.both
    rows: list[tuple[str, int | None, int, float | None]] = [
        ("date: same EDTF", one.dates_equal, events, None),
        ("date: compatible", one.dates_compatible, events, None),
        ("type", one.types_equal, events, one.types_kappa),
        ("quad class", one.quads_equal, events, one.quads_kappa),
        ("actors: same set", one.actors_equal, events, None),
        ("claimed by", one.claimants_equal, events, None),
        ("answer of links", one.answers_equal, one.links.both, None),
        ("kind and matter of disagreements", one.differences_equal, one.disagreements.both, None),
    ]
    table = [["of what both found", "equal", "of", "share", "kappa"]]
    for name, equal, total, kappa in rows:
        share = equal / total if total and equal is not None else None
        table.append([name, str(equal), str(total), _share(share), _share(kappa)])
    for name, mean in (
        ("actors: mean Jaccard", one.actors_jaccard),
        ("evidence: mean Jaccard", one.evidence_jaccard),
    ):
        table.append([name, _NONE, str(events), _share(mean), _NONE])
    cited = ["evidence: cited or not", _NONE, _NONE, _NONE, _share(one.sentences_kappa)]
    return [*table, cited]


def _share(value: float | None) -> str:
    return _NONE if value is None else f"{value:.2f}"


def differing_lines(one: Agreement) -> Iterator[str]:
    """Yield a line for each event that only one coder has, and for each that they read apart."""
    for name, events in (("first", one.only_first), ("second", one.only_second)):
        for event in events:
            yield f"only {name}: {_told(event)}"
    for pair in one.pairs:
        if pair.differences:
            named = dict.fromkeys((pair.first.id, pair.second.id))
            yield f"differ: {' = '.join(named)} (likeness {pair.likeness:.2f} of 4)"
            for difference in pair.differences:
                mine, theirs = (_value(event, difference) for event in (pair.first, pair.second))
                yield f"  {difference}: {mine} | {theirs}"


def _told(event: CodedEvent) -> str:
    return f"{event.id} ({event.date.edtf}, {event.type}; {_where(event)})"


def _where(event: CodedEvent) -> str:
    places = [f"{one.article} p{one.paragraph}.s{one.number}" for one in sorted(event.evidence)]
    more = len(places) - 3
    return ", ".join(places[:3]) + (f" and {more} more" if more > 0 else "")


def _value(event: CodedEvent, difference: str) -> str:
    values: dict[str, Sequence[str]] = {
        "date": [event.date.edtf],
        "type": [event.type],
        "actors": sorted(event.actors),
        "claimed_by": [event.claimed_by],
    }
    return ", ".join(filter(None, values[difference])) or "none"
