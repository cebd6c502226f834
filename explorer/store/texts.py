"""TextStore: the attached articles' texts, each in a file named by the hash of what it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.store.codec_fields import short
from explorer.store.files import make_folder, read_if_there, write_atomically


class AlteredText(QuotelineError):  # noqa: N818 - named by what it tells the reader
    """An attached text whose file was changed by somebody else; `text` is what it holds now."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(
            said(
                "{path}: this attached text was changed outside Quoteline, it no longer has "
                "the hash it is named by. What it still proves is shown; attach the article "
                "again to mend it.",
                path=path,
            )
        )
        self.text = text


_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class TextStore:
    """Texts in a folder as `<sha256>.txt`, UTF-8; checked whenever one is read."""

    folder: Path

    def put(self, text: str) -> str:
        """Keep a text and return its SHA-256 (of its UTF-8 bytes, lines as they are, in hex).

        Raises QuotelineError when it cannot be written or holds half a surrogate pair.
        """
        try:
            raw = text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise QuotelineError(
                said(
                    "{folder}: the text cannot be kept, character {place} is half of one (a lone "
                    "surrogate). Save the article as plain UTF-8 text and attach it again.",
                    folder=self.folder,
                    place=error.start + 1,
                )
            ) from error
        name = sha256(raw).hexdigest()
        path = self._path(name)
        make_folder(self.folder)
        if read_if_there(path) != raw:
            write_atomically(path, raw)
        return name

    def get(self, sha: str) -> str:
        """Return the text with this SHA-256.

        Raises AlteredText, which holds the text as it is now, when its file was changed, and
        QuotelineError when it is missing or no text any more.
        """
        path = self._path(sha)
        raw = read_if_there(path)
        if raw is None:
            raise QuotelineError(
                said("{path}: this attached text is missing. Attach it again.", path=path)
            )
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise QuotelineError(
                said(
                    "{path}: this attached text is not UTF-8 any more. Attach the article again.",
                    path=path,
                )
            ) from error
        if sha256(raw).hexdigest() != sha:
            raise AlteredText(path, text)
        return text

    def remove(self, sha: str) -> None:
        """Delete the text with this SHA-256; nothing happens when it is not there.

        Raises QuotelineError when it cannot be deleted.
        """
        path = self._path(sha)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise QuotelineError(
                said("{path}: cannot be deleted ({reason}).", path=path, reason=error.strerror)
            ) from error

    def has(self, sha: str) -> bool:
        """Tell whether a text is kept under this SHA-256; `get` finds out whether it is whole."""
        return bool(_HASH.fullmatch(sha)) and self._path(sha).is_file()

    def _path(self, sha: str) -> Path:
        # A name from a file must not lead out of the folder.
        if not _HASH.fullmatch(sha):
            raise QuotelineError(
                said(
                    "{folder}: '{sha}' is no SHA-256 of a text (64 digits 0-9, a-f). Attach the "
                    "article again.",
                    folder=self.folder,
                    sha=short(sha),
                )
            )
        return self.folder / f"{sha}.txt"
