"""Outputs: the files that a command is asked to write, kept off those it reads."""

from __future__ import annotations

from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.opening import Study


def spare_sources(out: Path, study: Study, option: str) -> None:
    """Refuse to write over the chronicle, its workspace or an attached text.

    `option` is the one that named `out`. Raises QuotelineError naming it.
    """
    for path in (study.chronicle_path, study.workspace_path):
        if out.exists() and path.exists() and out.samefile(path):
            raise QuotelineError(
                said(
                    "{out}: this is the file to read from. Give {option} another one.",
                    out=out,
                    option=option,
                )
            )
    if out.absolute().parent.resolve() == study.texts.folder.absolute().resolve():
        raise QuotelineError(
            said(
                "{out}: this folder holds the attached texts. Give {option} another place.",
                out=out,
                option=option,
            )
        )
