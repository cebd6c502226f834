"""Outcome: what a file turned out to be, in a line for the report that can be copied."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.importing.texts import ReadAs
from explorer.model.said import Said, joined, said
from explorer.sources.status import Status

_COUNTED: Mapping[Status, str] = {
    Status.EXACT: said("exact"),
    Status.MOVED: said("moved"),
    Status.ACCEPTED: said("accepted"),
    Status.SUGGESTED: said("suggested"),
    Status.MISSING: said("missing"),
    Status.UNATTACHED: said("unattached"),
}


def article_line(
    name: str, article: str, reading: ReadAs, counts: Mapping[Status, int], *, known: bool
) -> Said:
    """Say which article a file holds, in an edition that is `known` or another."""
    which = said("the edition known") if known else said("another edition")
    if reading is ReadAs.READABLE:
        which = said("{edition}, its readable body", edition=which)
    elif reading is ReadAs.WHOLE_PAGE:
        which = said("{edition}, all the text of the page", edition=which)
    found = [
        said("{count} {status}", count=count, status=_COUNTED[status])
        for status, count in counts.items()
        if count
    ]
    return said(
        "{name}: {article} ({edition}); {total} passages: {found}.",
        name=name,
        article=article,
        edition=which,
        total=sum(counts.values()),
        found=joined(", ", found) if found else said("none"),
    )


def stranger_line(name: str) -> Said:
    """Say that a file holds none of the articles."""
    return said(
        "{name}: not one of this chronicle's articles; too few of their passages stand in it.",
        name=name,
    )


def with_encoding(line: Said, encoding: str, *, guessed: bool) -> Said:
    """Add how the letters of a file were read, where that is not what is usual."""
    if guessed:
        return said(
            "{line} Its encoding was guessed: {encoding}; look whether the letters are right.",
            line=line,
            encoding=encoding,
        )
    if encoding != "utf-8":
        return said("{line} Its encoding: {encoding}.", line=line, encoding=encoding)
    return line


def left_line(count: int) -> Said:
    """Say how many files were left when the reader had enough."""
    if count == 1:
        return said("Cancelled: 1 file was not examined.")
    return said("Cancelled: {count:,} files were not examined.", count=count)
