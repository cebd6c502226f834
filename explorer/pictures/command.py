"""Command: `quoteline picture` draws all events that pass some filters into a file."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from explorer.commands.choices import chosen_filters
from explorer.commands.outputs import spare_sources
from explorer.commands.study import counted, read_study
from explorer.model.codebook import Codebook
from explorer.pictures.pages import Paper
from explorer.pictures.writing import Picture, Wish
from explorer.session.session import Session
from explorer.theme import theme


def draw(codebook: Codebook, arguments: argparse.Namespace) -> int:
    """Write the picture that the command line asks for; nothing of the reader's is written.

    Raises QuotelineError when the chronicle cannot be opened, an option names what it does not
    have, no event is left, a PNG would be too large, or the file cannot be written.
    """
    study = read_study(arguments)
    spare_sources(arguments.out, study, "OUT")
    session = Session(codebook)
    session.open(study.chronicle, study.workspace, study.library)
    session.set_filters(chosen_filters(arguments, study.chronicle, codebook))
    colours = theme("dark" if arguments.dark else "light")
    picture = Picture(session, colours, datetime.now(UTC).astimezone().date())
    wish = Wish(arguments.scale, Paper(arguments.paper))
    picture.write(arguments.out, wish)
    print(f"{arguments.out}: {_told(picture, arguments.out.suffix.lower(), wish)}")
    return 0


def _told(picture: Picture, suffix: str, wish: Wish) -> str:
    events = counted(picture.subject.events, "event")
    if suffix == ".pdf":
        pages = picture.pages(wish.paper)
        return f"{events} on {counted(pages.count, 'page')}"
    width, height = picture.size(wish.scale if suffix == ".png" else 1.0)
    return f"{events} on {width} × {height} px"
