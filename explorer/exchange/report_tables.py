"""The tables of the HTML report: escaped cells, a caption, a scope for every head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from explorer.model.said import said

MOST = 400
"""Rows that a list in the HTML report shows; the JSON and CSV reports hold all."""


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that was made here and needs no escaping."""

    html: str


Cell = str | int | Markup


def text(value: Cell) -> str:
    """Return a cell's content as HTML; what came from a file is escaped, half signs too."""
    if isinstance(value, Markup):
        return value.html
    whole = str(value).encode("utf-8", "backslashreplace").decode("utf-8")
    shown = "".join(sign if sign.isprintable() else " " for sign in whole)
    return escape(shown, quote=True)


def code(value: str) -> Markup:
    """Return an id as HTML."""
    return Markup(f"<code>{text(value)}</code>")


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    foot: Sequence[Cell] = (),
    marks: Mapping[str, str] | None = None,
    say: Callable[[str], str] = str,
) -> str:
    """Return a table whose first column names its rows; what is Said in it is said by `say`.

    `marks` says by head which class a number above zero gets. Rows beyond `MOST` are counted.
    """
    listed = list(rows)
    more = len(listed) - MOST
    body = "".join(_row(_told(row, say), heads, marks or {}) for row in listed[:MOST])
    head = "".join(_head(say(name), listed, at) for at, name in enumerate(heads))
    wide = ' class="wide"' if len(heads) > 3 else ""
    label = text(say(caption))
    last = f"<tfoot>{_row(_told(foot, say), heads, {})}</tfoot>" if foot else ""
    shown = said("Of {count:,} rows the first {most} are shown.", count=len(listed), most=MOST)
    rest = f" {text(say(shown))}" if more > 0 else ""
    return (
        f'<div class="scroll" role="region" aria-label="{label}" tabindex="0">'
        f"<table{wide}><caption>{label}{rest}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{last}</table></div>"
    )


def _told(row: Sequence[Cell], say: Callable[[str], str]) -> list[Cell]:
    return [say(value) if isinstance(value, str) else value for value in row]


def _head(name: str, rows: Sequence[Sequence[Cell]], at: int) -> str:
    number = ' class="number"' if rows and isinstance(rows[0][at], int) else ""
    return f'<th scope="col"{number}>{text(name)}</th>'


def _row(row: Sequence[Cell], heads: Sequence[str], marks: Mapping[str, str]) -> str:
    first, *others = row
    cells = "".join(
        _cell(value, marks.get(name, "")) for value, name in zip(others, heads[1:], strict=True)
    )
    return f'<tr><th scope="row">{text(first)}</th>{cells}</tr>'


def _cell(value: Cell, mark: str) -> str:
    if not isinstance(value, int):
        return f"<td>{text(value)}</td>"
    kind = "zero" if value == 0 else mark
    return f'<td class="{f"number {kind}".strip()}">{value:,}</td>'
