"""Command line: what may be asked for, read without loading anything heavy; no Qt."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from explorer import __version__
from explorer.commands.options import COMMANDS, COMMON, add_chronicle, add_common
from explorer.model.errors import QuotelineError

_FAULT = 2
_PIPE_CLOSED = 141
"""What a shell reports of a program that SIGPIPE ended (128 + 13)."""

_INTERRUPTED = 130
"""Likewise of one that Ctrl+C ended (128 + 2)."""

HEADLESS = frozenset(name for name, command in COMMANDS.items() if command.headless)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line; `command` is empty where the window is asked for.

    Raises SystemExit after --help and --version (0) and after a wrong usage (2), as argparse does.
    """
    words = list(argv)
    at = _first_word(words)
    name = words[at] if at is not None else ""
    if at is None or name not in COMMANDS:
        return _parse_window(words, name)
    command = COMMANDS[name]
    parser = argparse.ArgumentParser(
        prog=f"quoteline {name}",
        description=f"{command.line[0].upper()}{command.line[1:]}.",
        allow_abbrev=False,
    )
    command.options(parser)
    add_common(parser, name)
    rest = words[:at] + words[at + 1 :]
    return parser.parse_intermixed_args(rest, argparse.Namespace(command=name))


def _parse_window(words: list[str], first: str) -> argparse.Namespace:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.line}" for name, command in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="quoteline",
        usage="quoteline [CHRONICLE] [OPTION ...]\n       quoteline COMMAND [OPTION ...]",
        description="A timeline in which every event answers to its source. Without a command, "
        "opens the window.",
        epilog="\n".join(
            (
                "commands (quoteline COMMAND --help tells the options of one):",
                *lines,
                "",
                "exit status: 0 done; 1 something is missing or differs; 2 wrong usage, or a fault",
                "of the environment, told in one line",
            )
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"quoteline {__version__}")
    add_chronicle(parser)
    add_common(parser)
    _refuse_misspelt_command(parser, first)
    return parser.parse_args(words, argparse.Namespace(command=""))


def _first_word(words: list[str]) -> int | None:
    """Return where the first word stands that is neither an option nor a common option's value."""
    at = 0
    while at < len(words):
        if words[at] == "--":
            return None
        if not words[at].startswith("-"):
            return at
        at += 2 if words[at] in COMMON else 1
    return None


def _refuse_misspelt_command(parser: argparse.ArgumentParser, word: str) -> None:
    """End with a usage error where a bare word is no file: it was meant for a command."""
    if not word.isidentifier() or Path(word).exists():
        return
    close = difflib.get_close_matches(word, COMMANDS, n=1)
    hint = f"; did you mean {close[0]}?" if close else f" ({', '.join(COMMANDS)})"
    parser.error(f"'{word}' is neither a file nor a command{hint}")


def run(arguments: argparse.Namespace) -> int:
    """Run a headless command; return 0, 1 when something is wanting, 2 after a told fault."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack a script
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except QuotelineError as error:
        return _told(str(error), _FAULT)
    except BrokenPipeError:
        _give_up_output()
        return _PIPE_CLOSED
    except OSError as error:
        if error.filename is None:
            _give_up_output()
        return _told(f"{error.filename or 'the output'}: {error.strerror or error}.", _FAULT)
    except KeyboardInterrupt:
        return _told("interrupted.", _INTERRUPTED)
    return status


def _told(message: str, status: int) -> int:
    print(f"quoteline: {message}", file=sys.stderr)
    return status


def _run(arguments: argparse.Namespace) -> int:
    # Only now: the commands bring the store and the sources with them, which --help can do without.
    from explorer.commands import (  # noqa: PLC0415
        agreement,
        anchor_check,
        attach,
        build,
        cite,
        describe,
        doctor,
        export,
        restore,
        share,
        verify,
    )

    commands = {
        "agreement": agreement.run,
        "anchor-check": anchor_check.run,
        "attach": attach.run,
        "build": build.run,
        "cite": cite.run,
        "describe": describe.run,
        "doctor": doctor.run,
        "export": export.run,
        "restore": restore.run,
        "share": share.run,
        "verify": verify.run,
    }
    return commands[arguments.command](arguments)


def _give_up_output() -> None:
    """Let what is left in the buffer go nowhere, or Python would complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
