"""Options: the commands there are and what may be asked of each; loads nothing heavy."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

COMMON = ("--workspace", "--articles", "--codebook")
"""Options with a value that may also stand before the command."""

_SIZE = re.compile(r"(\d{1,5})x(\d{1,5})")


class _Once(argparse.Action):
    """Stores a value and refuses a second one, which would drop the first in silence."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        if getattr(namespace, self.dest) is not None:
            parser.error(f"{option_string} is given twice")
        setattr(namespace, self.dest, values)


def _size(text: str) -> tuple[int, int]:
    read = _SIZE.fullmatch(text)
    if read is None or not all(200 <= int(side) <= 16_000 for side in read.groups()):
        raise argparse.ArgumentTypeError(
            f"'{text}' is no size; write WIDTHxHEIGHT in pixels (200 to 16000), such as 1600x900"
        )
    return int(read[1]), int(read[2])


def _ids(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _export_options(parser: argparse.ArgumentParser) -> None:
    add_chronicle(parser)
    add = parser.add_argument
    add("--out", required=True, metavar="FILE", help="the CSV file to write; - for standard output")
    _choosing_options(parser)
    add(
        "--rows",
        choices=("passage", "event"),
        default="passage",
        help="a row for each passage of an event (default) or one for each event",
    )
    add("--exact", action="store_true", help="leave cells that begin with = + - @ as they are")
    add("--bom", action="store_true", help="begin with a byte order mark, for Excel")


def _cite_options(parser: argparse.ArgumentParser) -> None:
    add_chronicle(parser)
    add = parser.add_argument
    add("--out", required=True, metavar="FILE", help="the file to write; - for standard output")
    add(
        "--format",
        choices=(
            *("markdown", "html", "text", "page", "own-page"),
            *("bibtex", "ris", "csl-json"),
        ),
        help="default is what the file's ending says: .md .html .txt .bib .ris .json; `page` is a "
        "web page with the timeline, to share, `own-page` one with all quotes at hand",
    )
    add("--style", choices=("chicago", "apa", "mla"), default="chicago", help="of citations")
    _choosing_options(parser)


def _choosing_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which events are meant."""
    add = parser.add_argument
    add(
        "--scope",
        choices=("all", "bookmarks", "filter", "ids", "collection"),
        help="which events: default is what the other options ask for, else all",
    )
    add("--ids", action="extend", type=_ids, metavar="ID,ID", help="events by id")
    add("--collection", action=_Once, metavar="NAME", help="those of a collection, in its order")
    _filter_options(parser)


def _filter_options(parser: argparse.ArgumentParser) -> None:
    """Add what narrows the events down, as the window's filters do."""
    add = parser.add_argument
    add("--actor", action="append", metavar="ACTOR", help="with this actor (id, name or alias)")
    add("--type", action="append", metavar="TYPE", help="of this type (id or name)")
    add("--article", action="append", metavar="ARTICLE", help="that this article attests (id)")
    add("--from", dest="first", action=_Once, metavar="DATE", help="not over before it (EDTF)")
    add("--to", dest="last", action=_Once, metavar="DATE", help="begun by the end of it (EDTF)")
    add("--text", action=_Once, metavar="WORDS", help="with all these words, as the search box")


def _attach_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a text, Markdown or HTML file, or a folder of them; a first one that ends in .json "
        "is the chronicle",
    )
    parser.add_argument("--list", action="store_true", help="tell what is attached, and which text")


def _verify_options(parser: argparse.ArgumentParser) -> None:
    add_chronicle(parser)
    add = parser.add_argument
    add(
        "--report",
        action="append",
        type=Path,
        metavar="FILE",
        help="write a report: .html, .json or .csv; may be given several times",
    )
    add("--marks", action="store_true", help="put your notes, ratings and bookmarks on the report")
    add("--strict", action="store_true", help="name whatever is not as it must be; 1 if anything")


def _share_options(parser: argparse.ArgumentParser) -> None:
    add_chronicle(parser)
    add = parser.add_argument
    add("--out", type=Path, required=True, metavar="FILE", help="the chronicle to write")
    add("--redact", action="store_true", help="cut fields that hold an article's wording")


def _agreement_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("first", type=Path, metavar="FIRST", help="the folder of one coder's sheets (*.toml)")
    add("second", type=Path, metavar="SECOND", help="the folder of the other coder's")
    add("--json", action="store_true", help="print the figures as JSON")
    add("--list", action="store_true", help="name what was not matched and what differs")
    add(
        "--chronicle",
        type=Path,
        metavar="FILE",
        help="whose articles --articles holds; without it, those of the bundled chronicle",
    )


def _anchor_check_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("text", type=Path, metavar="TEXT", help="a UTF-8 text")
    add(
        "passages",
        type=Path,
        metavar="PASSAGES.jsonl",
        help="a JSON object a line: id, exact, and if known prefix, suffix, start",
    )


def _describe_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("text", type=Path, metavar="TEXT", help="a UTF-8 text")
    add("stretches", type=Path, metavar="STRETCHES.jsonl", help="a line each: id, start, end")
    add(
        "--offsets",
        choices=("code-points", "utf-16", "bytes"),
        default="code-points",
        help="what start and end count; code points are printed (default: code-points)",
    )


def _build_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("sheets", type=Path, metavar="SHEETS", help="the folder of coding sheets (*.toml)")
    add("--briefs", type=Path, required=True, metavar="DIR", help="the folder of briefs")
    add("--out", type=Path, required=True, metavar="FILE", help="the chronicle to make")
    add("--check", action="store_true", help="write nothing; compare with FILE, 1 when it differs")


def _restore_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="a chronicle or a workspace")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--list", action="store_true", help="show what each copy holds (default)")
    group.add_argument("--copy", type=int, metavar="N", help="bring back the copy with this number")


def _doctor_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="a chronicle or a workspace")
    add("--fix", action="store_true", help="repair what can be, after making a copy")


def _snapshot_options(parser: argparse.ArgumentParser) -> None:
    add_chronicle(parser)
    add = parser.add_argument
    add("out", type=Path, metavar="OUT.png", help="the picture to write")
    add("--size", type=_size, default=(1600, 900), metavar="WxH", help="pixels (1600x900)")
    add("--select", metavar="EVENT", help="the id of the event to select")
    add("--dark", action="store_true", help="in dark colours")


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.1 <= scale <= 40:
        raise argparse.ArgumentTypeError(f"'{text}' is no scale; write a number from 0.1 to 40")
    return scale


def _picture_options(parser: argparse.ArgumentParser) -> None:
    add_chronicle(parser)
    add = parser.add_argument
    add("out", type=Path, metavar="OUT", help="the file to write: .png, .svg or .pdf")
    add("--scale", type=_scale, default=1.0, metavar="N", help="how large a PNG is (1)")
    add("--paper", choices=("A4", "Letter", "A3"), default="A4", help="of a PDF, laid sideways")
    add("--dark", action="store_true", help="in dark colours")
    _filter_options(parser)


def add_chronicle(parser: argparse.ArgumentParser) -> None:
    """Add the one file that a command may be about."""
    parser.add_argument(
        "chronicle",
        nargs="?",
        type=Path,
        metavar="CHRONICLE",
        help="a chronicle's file; without one, the chronicle that comes with Quoteline",
    )


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its line in the help, its options, and whether it runs without Qt."""

    line: str
    options: Callable[[argparse.ArgumentParser], None]
    headless: bool = True


COMMANDS = {
    "export": Command("write events with their evidence as CSV", _export_options),
    "attach": Command("recognise articles in files and attach their texts", _attach_options),
    "verify": Command("count passages by article and status; 1 if any is missing", _verify_options),
    "share": Command("write a chronicle without any text of others", _share_options),
    "cite": Command("write events with numbered citations, or their articles", _cite_options),
    "agreement": Command("compare two codings of the same articles", _agreement_options),
    "build": Command("make a chronicle from coding sheets, briefs and articles", _build_options),
    "restore": Command("show the copies of a file, or bring one back", _restore_options),
    "doctor": Command("look for damage in a file, and repair it with --fix", _doctor_options),
    "anchor-check": Command("find passages in a text, as JSON lines", _anchor_check_options),
    "describe": Command("print selectors of stretches of a text", _describe_options),
    "picture": Command("draw all events into a PNG, SVG or PDF", _picture_options, headless=False),
    "snapshot": Command("draw the window into a picture", _snapshot_options, headless=False),
}


def add_common(parser: argparse.ArgumentParser, command: str = "") -> None:
    """Add the options that every command knows; `build` has no workspace and needs articles."""
    add = parser.add_argument
    building = command == "build"
    if not building:
        add("--workspace", type=Path, metavar="FILE", help="bookmarks and notes to use instead")
    add(
        "--articles",
        type=Path,
        required=building,
        metavar="DIR",
        help="texts of the published articles"
        + ("" if building else "; kept by the window and by attach, else used for this run only"),
    )
    add("--codebook", type=Path, metavar="FILE", help="event types and roles to use instead")
