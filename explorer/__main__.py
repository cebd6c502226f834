"""Entry point: a headless command goes to `cli`, all else to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from explorer import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run Quoteline with these words of the command line; return the exit status."""
    try:
        arguments = cli.parse(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:  # how argparse ends after --help and after a wrong usage
        return leaving.code if isinstance(leaving.code, int) else 0
    if arguments.command in cli.HEADLESS:
        return cli.run(arguments)
    # Only now: Qt must not be loaded for a headless command.
    from explorer.app import main as show  # noqa: PLC0415

    return show(arguments)


if __name__ == "__main__":
    sys.exit(main())
