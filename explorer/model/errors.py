"""Faults of the environment, told to the reader in words."""

from __future__ import annotations


class QuotelineError(Exception):
    """A fault outside the program: a bad file, a missing permission, a full disk, a wrong value.

    The message names what is wrong (file, table, id, field where they are known) and what to do
    next, so that it can be shown as it stands. It is made by `said`, so that a window can show it
    in the reader's language. Anything else that is raised is a bug.
    """

    @property
    def said(self) -> str:
        """The message with its memory, where it has one; kinds that compose theirs do it here."""
        message = self.args[0] if len(self.args) == 1 else None
        return message if isinstance(message, str) else super().__str__()

    def __str__(self) -> str:
        """Return the message in English."""
        return str(self.said)
