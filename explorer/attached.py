"""Attached texts: kept in their folder for good, and read again when a chronicle is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from explorer.model.chronicle import Chronicle
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.model.workspace import Attachment, Workspace
from explorer.sources.attaching import AttachReport, Fault, Kind, ReadAs, Recognised, strength
from explorer.sources.library import Library, make_library
from explorer.store.texts import AlteredText, TextStore


@dataclass(frozen=True, slots=True)
class Kept:
    """By article: the attached text that is shown, what is wrong with one, and all other texts."""

    texts: Mapping[str, str]
    faults: Mapping[str, Fault]
    altered: frozenset[str]
    others: Mapping[str, tuple[str, ...]]


def attach_texts(report: AttachReport, workspace: Workspace, texts: TextStore) -> Workspace:
    """Keep the texts that were recognised and return the workspace in which they are attached.

    Of several texts for one article the one with most passages proven is shown. The workspace is
    the same object where all of it was so before; saving it is the caller's. Raises QuotelineError
    when a text cannot be kept.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    best = {one.article: one for one in best_of(report)}
    others = [one for one in report.matched if one is not best[one.article]]
    for one in (*others, *best.values()):
        sha256 = texts.put(one.text)
        shown = one is best[one.article]
        known = any(a.article == one.article and a.sha256 == sha256 for a in workspace.attachments)
        if not known or (shown and _current(workspace, one.article) != sha256):
            reading = "" if one.reading is ReadAs.PLAIN else one.reading.value
            text = Attachment(one.article, sha256, one.name, now, reading)
            workspace = workspace.with_attachment(text)
    return workspace


def kept_texts(workspace: Workspace, texts: TextStore) -> Kept:
    """Read the attached texts that are shown.

    Where one is lost, a text attached before it counts in its place; one that was changed is read
    as it is now, and told.
    """
    found: dict[str, str] = {}
    faults: dict[str, Fault] = {}
    altered: set[str] = set()
    others: dict[str, tuple[str, ...]] = {}
    for one in reversed(workspace.attachments):
        name = one.name or one.article
        try:
            text = texts.get(one.sha256)
        except AlteredText as error:
            text = error.text
            if one.article not in found:
                altered.add(one.article)
                faults[one.article] = Fault(name, Kind.ALTERED, _told(name, one.article, error))
        except QuotelineError as error:
            if one.article not in found:
                fault = Fault(name, Kind.UNREADABLE, _told(name, one.article, error))
                faults.setdefault(one.article, fault)
            continue
        if one.article in found:
            others[one.article] = (*others.get(one.article, ()), text)
        else:
            found[one.article] = text
    return Kept(found, faults, frozenset(altered), others)


def best_of(report: AttachReport) -> list[Recognised]:
    """Return for each article the text given in which most of its passages are proven."""
    ranked = sorted(report.matched, key=strength)
    return list({one.article: one for one in ranked}.values())


def _current(workspace: Workspace, article: str) -> str:
    """Return the hash of the text that counts for an article, or an empty string."""
    mine = (one.sha256 for one in reversed(workspace.attachments) if one.article == article)
    return next(mine, "")


def library_of(
    chronicle: Chronicle, workspace: Workspace, kept: Kept, given: Mapping[str, str]
) -> Library:
    """Return the library of the texts kept and of those given for this run, which go first."""
    altered = kept.altered - given.keys()
    shown = {**kept.texts, **given}
    return make_library(chronicle, shown, workspace.decisions, altered, kept.others)


def _told(name: str, article: str, error: QuotelineError) -> str:
    return said("{name} ({article}): {fault}", name=name, article=article, fault=error)
