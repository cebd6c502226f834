"""Markdown of the reader's own as a widget: no HTML, no images, no link that can be followed."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from explorer.widgets.prose import Prose

_READ = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


def safe_markdown(words: str) -> str | None:
    """Return what Qt makes of Markdown as its own Markdown, None where it may not be shown so.

    An image would be read from the disk when it is drawn, so its sign is taken as it stands.
    """
    tried = QTextDocument()
    tame = words.replace("![", "!\\[")
    tried.setMarkdown(tame, _READ)
    block = tried.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            if pieces.fragment().charFormat().isImageFormat():
                return None
            pieces += 1
        block = block.next()
    return tame


def unmarked(words: str) -> str:
    """Return a note in Markdown as plain text, without its signs."""
    tame = safe_markdown(words)
    if tame is None:
        return words
    read = QTextDocument()
    read.setMarkdown(tame, _READ)
    return read.toPlainText()


class MarkdownProse(Prose):
    """A note as it is read; what cannot be shown safely stands there as it was typed."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Show another note."""
        tame = safe_markdown(words)
        if tame is None:
            self.setPlainText(words)
        else:
            self.document().setMarkdown(tame, _READ)
        self.document().setDocumentMargin(0)
        self.updateGeometry()
