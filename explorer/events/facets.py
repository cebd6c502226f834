"""Facets: what there is to choose from in a chronicle, each value with its count of events."""

from __future__ import annotations

from collections import Counter

from explorer.events.choices import Choice
from explorer.events.marks import quad_icon
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.folding import fold
from explorer.theme import Theme
from explorer.wording import citation


def type_choices(chronicle: Chronicle, codebook: Codebook, theme: Theme) -> list[Choice]:
    """Return the types that occur, by quad class, in the codebook's order; strangers come last."""
    counts = Counter(event.type for event in chronicle.events)
    strangers = sorted(counts.keys() - codebook.types.keys())
    rank = {quad: place for place, quad in enumerate(codebook.quads)}
    known = [one for one in codebook.types.values() if counts[one.id]]
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


def actor_choices(chronicle: Chronicle) -> list[Choice]:
    """Return the actors that take part in any event, those with most events first."""
    choices = []
    for actor in chronicle.actors:
        count = len(chronicle.events_of_actor.get(actor.id, ()))
        if count:
            tip = "\n".join((actor.name, *actor.aliases))
            choices.append(Choice(actor.id, actor.name, count, tip=tip))
    return sorted(choices, key=lambda one: (-one.count, fold(one.text)))


def article_choices(chronicle: Chronicle) -> list[Choice]:
    """Return the published articles, in the chronicle's order."""
    counts = Counter(one for event in chronicle.events for one in chronicle.sources_of(event))
    return [
        Choice(article.id, article.title, counts[article.id], tip=citation(article))
        for article in chronicle.published
    ]
