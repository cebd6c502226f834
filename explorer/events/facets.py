"""Facets: what there is to choose from in a chronicle, each value with its count of events.

Counts are of the events given: those that pass all other filters, so that a count is what choosing
the value would show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.events.choices import Choice
from explorer.events.marks import quad_icon
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.finding import actors_of
from explorer.model.folding import fold
from explorer.model.records import Event
from explorer.theme import Theme
from explorer.wording import citation


def type_choices(
    chronicle: Chronicle, codebook: Codebook, theme: Theme, events: Iterable[Event]
) -> list[Choice]:
    """Return the types that occur, by quad class, in the codebook's order; strangers come last."""
    counts = Counter(event.type for event in events)
    occurring = {event.type for event in chronicle.events}
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
        choices.append(Choice(type_id, name, counts[type_id], quad.name, tip, icons[quad.id]))
    return choices


def actor_choices(chronicle: Chronicle, events: Iterable[Event]) -> list[Choice]:
    """Return the actors that take part in any event, those with most events first."""
    counts = Counter(actor for event in events for actor in actors_of(event))
    choices = [
        Choice(one.id, one.name, counts[one.id], tip="\n".join((one.name, *one.aliases)))
        for one in chronicle.actors
        if chronicle.events_of_actor.get(one.id)
    ]
    return sorted(choices, key=lambda one: (-one.count, fold(one.text)))


def article_choices(chronicle: Chronicle, events: Iterable[Event]) -> list[Choice]:
    """Return the published articles, in the chronicle's order."""
    counts = Counter(one for event in events for one in chronicle.sources_of(event))
    return [
        Choice(article.id, article.title, counts[article.id], tip=citation(article))
        for article in chronicle.published
    ]
