"""Dangling ids: what a workspace names that its chronicle, or the reader's texts, do not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explorer.analysis.disagreement import derived_id
from explorer.exchange.report_editions import Editions
from explorer.model.chronicle import Chronicle
from explorer.model.filters import Filters
from explorer.model.said import said
from explorer.model.violation import Violation, short
from explorer.model.workspace import Workspace
from explorer.sources.library import text_sha256

_NO_SUCH = {
    "event": said("the chronicle has no such event"),
    "article": said("the chronicle has no such article"),
    "passage": said("the chronicle has no such passage"),
    "actor": said("the chronicle has no such actor"),
}
_TAKE_OUT = said("take it out of the workspace")


def dangling_ids(
    chronicle: Chronicle, workspace: Workspace, editions: Editions
) -> Iterator[Violation]:
    """Yield each id in a workspace that names what is not there, and each text that was changed.

    The rule is "dangling", of a changed text "altered".
    """
    for mark in workspace.bookmarks:
        if mark.event not in chronicle.event:
            yield _fault("bookmarks", mark.event, "event", _NO_SUCH["event"])
    yield from _attachments(chronicle, workspace, editions)
    yield from _decisions(chronicle, workspace, editions)
    yield from _views(chronicle, workspace)
    known = {one.id for one in chronicle.disagreements}
    known |= {derived_id(event) for event in chronicle.event}
    for one in workspace.resolutions:
        if one.disagreement not in known:
            problem = said("the chronicle has no such disagreement")
            yield _fault("resolutions", one.disagreement, "disagreement", problem)
    yield from _notes(chronicle, workspace)
    for rating in workspace.ratings:
        kind = "event" if rating.kind == "claim" else "article"
        held = chronicle.event if kind == "event" else chronicle.article
        if rating.target not in held:
            yield _fault("ratings", rating.target, "target", _NO_SUCH[kind])
    for collection in workspace.collections:
        for at, entry in enumerate(collection.entries):
            if entry.event not in chronicle.event:
                problem = said("the chronicle has no event '{event}'", event=short(entry.event))
                field = f"entries[{at}].event"
                yield _fault("collections", collection.name, field, problem)


def _notes(chronicle: Chronicle, workspace: Workspace) -> Iterator[Violation]:
    for one in workspace.notes:
        held: dict[str, Mapping[str, object]] = {
            "event": chronicle.event,
            "passage": chronicle.passage,
            "actor": chronicle.actor,
            "article": chronicle.article,
        }
        if one.kind in held and one.target not in held[one.kind]:
            yield _fault("notes", one.target, "target", _NO_SUCH[one.kind])


def _attachments(
    chronicle: Chronicle, workspace: Workspace, editions: Editions
) -> Iterator[Violation]:
    in_hand = {
        (article, one.sha256): text for article, some in editions.items() for one, text in some
    }
    for one in workspace.attachments:
        text = in_hand.get((one.article, one.sha256))
        if one.article not in chronicle.article:
            yield _fault("attachments", one.article, "article", _NO_SUCH["article"])
        elif text is None:
            yield _fault(
                "attachments",
                one.article,
                "sha256",
                said("the text '{sha256}' is lost", sha256=one.sha256[:8]),
                said("attach the article again"),
            )
        elif text_sha256(text) != one.sha256:
            problem = said(
                "the text '{sha256}' was changed outside Quoteline", sha256=one.sha256[:8]
            )
            yield Violation(
                "altered",
                "attachments",
                one.article,
                "sha256",
                problem,
                said("attach the article again"),
            )


def _decisions(
    chronicle: Chronicle, workspace: Workspace, editions: Editions
) -> Iterator[Violation]:
    known = {one.sha256 for one in workspace.attachments}
    known |= {one.sha256 for some in editions.values() for one, _ in some}
    for one in workspace.decisions:
        if one.passage not in chronicle.passage:
            yield _fault("decisions", one.passage, "passage", _NO_SUCH["passage"])
        elif one.sha256 not in known:
            yield _fault(
                "decisions",
                one.passage,
                "sha256",
                said("no attached text has the hash '{sha256}'", sha256=one.sha256[:8]),
                said("attach that text again, or take the decision back"),
            )


def _views(chronicle: Chronicle, workspace: Workspace) -> Iterator[Violation]:
    named_filters = [("views", view.name, view.filters) for view in workspace.views]
    named_filters += [("searches", one.name, one.filters) for one in workspace.searches]
    for table, name, kept in named_filters:
        filters = Filters.from_data(kept)
        for field, named, known in (
            ("actors", filters.actors, chronicle.actor),
            ("articles", filters.articles, chronicle.article),
        ):
            for one in sorted(named - known.keys()):
                yield _fault(
                    table,
                    name,
                    f"filters.{field}",
                    said("'{one}' is not in the chronicle", one=short(one)),
                    said("save it again"),
                )


def _fault(table: str, record: str, field: str, problem: str, remedy: str = _TAKE_OUT) -> Violation:
    return Violation("dangling", table, record, field, problem, remedy)
