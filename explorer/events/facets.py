"""Facets: what there is to choose from in a chronicle, each value with its count of events.

Counts are of the events given: those that pass all other filters, so that a count is what choosing
the value would show.
"""

from __future__ import annotations

from collections.abc import Sequence

from explorer.events.choices import Choice
from explorer.events.marks import quad_icon
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.counting import actor_counts, source_counts, type_counts
from explorer.model.folding import fold
from explorer.model.records import Event
from explorer.theme import Theme
from explorer.wording import citation


def type_choices(
    chronicle: Chronicle, codebook: Codebook, theme: Theme, events: Sequence[Event]
) -> list[Choice]:
    """Return the types that occur, by quad class, in the codebook's order; strangers come last."""
    counts, occurring = type_counts(events), type_counts(chronicle.events).keys()
    strangers = sorted(occurring - codebook.types.keys())
    rank = {quad: place for place, quad in enumerate(codebook.quads)}
    known = [one for one in codebook.types.values() if one.id in occurring]
    known.sort(key=lambda one: rank[one.quad])
    icons = {quad.id: quad_icon(quad, theme) for quad in codebook.quads.values()}
    choices = []
    for type_id in (*(one.id for one in known), *strangers):
        quad = codebook.quad_of(type_id)
        tip = codebook.types[type_id].description if type_id in codebook.types else ""
        name = codebook.type_name(type_id)
        tip = f"{name}\n{tip}" if tip else ""
        choices.append(
            Choice(type_id, name, counts.get(type_id, 0), quad.name, tip, icons[quad.id])
        )
    return choices


def actor_choices(chronicle: Chronicle, events: Sequence[Event]) -> list[Choice]:
    """Return the actors that take part in any event, those with most events first."""
    counts = actor_counts(events)
    choices = [
        Choice(one.id, one.name, counts.get(one.id, 0), tip="\n".join((one.name, *one.aliases)))
        for one in chronicle.actors
        if one.id in chronicle.events_of_actor
    ]
    return sorted(choices, key=lambda one: (-one.count, fold(one.text)))


def article_choices(chronicle: Chronicle, events: Sequence[Event]) -> list[Choice]:
    """Return the published articles, in the chronicle's order."""
    counts = source_counts(chronicle, events)
    return [
        Choice(article.id, article.title, counts.get(article.id, 0), tip=citation(article))
        for article in chronicle.published
    ]
