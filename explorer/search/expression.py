"""Expressions: a tree of terms in the query language of SQLite's FTS5."""

from __future__ import annotations

from explorer.search.terms import Every, Some, Term, Tree, Ways, Without


def expression(tree: Tree) -> str | None:
    """Return a tree as FTS5 has it; None where it asks for fields or only for what is not there.

    Every word stands in quotes, and no word holds one: nothing typed is taken for an operator.
    """
    match tree:
        case Ways(terms):
            return "(" + " OR ".join(map(_of_term, terms)) + ")"
        case Every(parts):
            return _all_of(parts)
        case Some(parts):
            said = [expression(part) for part in parts]
            real = [one for one in said if one is not None]
            return "(" + " OR ".join(real) + ")" if real and len(real) == len(said) else None
        case _:
            return None


def any_of(terms: tuple[Term, ...]) -> str:
    """Return the expression for texts that hold any of some terms."""
    return " OR ".join(map(_of_term, terms))


def _all_of(parts: tuple[Tree, ...]) -> str | None:
    wanted = [expression(part) for part in parts if not isinstance(part, Without)]
    unwanted = [expression(part.of) for part in parts if isinstance(part, Without)]
    there = [one for one in wanted if one is not None]
    gone = [one for one in unwanted if one is not None]
    if not there or len(there) < len(wanted) or len(gone) < len(unwanted):
        return None
    said = "(" + " AND ".join(there) + ")"
    return f"({said} NOT ({' OR '.join(gone)}))" if gone else said


def _of_term(term: Term) -> str:
    quoted = '"' + " ".join(term.words) + '"'
    return f"{quoted}*" if term.open else quoted
