"""Markup: a page's source as a tree, or refused where it was made to choke its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from explorer.importing.texts import PLAIN_INSTEAD, ImportFault, Trouble
from explorer.model.said import said

MOST_TAGS = 250_000
"""In one page; long ones have some thousands."""

MOST_ATTRIBUTES = 2_000
"""In one tag; the parser compares each with all others."""

_SCRIPT = re.compile(r"<(/?)script\b", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{16384,}")
_ATTRIBUTE = re.compile(r"""[\s/"'][^\s/"'=<>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""")


def parse_page(source: str, name: str) -> etree._Element | None:
    """Return the root of a page, or None when nothing stands in it.

    Nothing is fetched and no entity but HTML's own is put in: the parser is HTML's, also for XHTML.
    Raises ImportFault when there are too many tags, or tags nest too deep or carry too many
    attributes.
    """
    _refuse_numbers(source, name)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # what lxml makes of a source in which nothing stands
        root = None
    faults = {fault.type for fault in parser.error_log.filter_from_fatals()}
    if etree.ErrorTypes.ERR_NO_MEMORY in faults:
        raise MemoryError
    if etree.ErrorTypes.ERR_RESOURCE_LIMIT in faults:
        raise _too_intricate(name, said("its tags nest too deep"))
    return root


def _refuse_numbers(source: str, name: str) -> None:
    tags = 0
    for part in _outside_scripts(source):
        tags += sum(1 for _ in islice(_TAG.finditer(part), MOST_TAGS + 1))
        if tags > MOST_TAGS:
            raise _too_intricate(name, said("it has more than {most:,} tags", most=MOST_TAGS))
        for tag in _LONG_TAG.finditer(part):
            attributes = islice(_ATTRIBUTE.finditer(tag.group()), MOST_ATTRIBUTES + 1)
            if sum(1 for _ in attributes) > MOST_ATTRIBUTES:
                raise _too_intricate(
                    name, said("a tag has more than {most:,} attributes", most=MOST_ATTRIBUTES)
                )


def _outside_scripts(source: str) -> Iterator[str]:
    """Yield the stretches of a source that a parser looks for tags in."""
    start = 0
    inside = False
    for edge in _SCRIPT.finditer(source):
        ends = bool(edge[1])
        if ends == inside:
            if not inside:
                yield source[start : edge.end()]
            start, inside = edge.end(), not inside
    if not inside:
        yield source[start:]


def _too_intricate(name: str, why: str) -> ImportFault:
    message = said(
        "{name}: not read, since {why}: no article's page is written so. {advice}",
        name=name,
        why=why,
        advice=PLAIN_INSTEAD,
    )
    return ImportFault(Trouble.UNREADABLE, message)
