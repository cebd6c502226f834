"""Faults of the environment, told to the reader in words."""

from __future__ import annotations


class QuotelineError(Exception):
    """A fault outside the program: a bad file, a missing permission, a full disk, a wrong value.

    The message names what is wrong (file, table, id, field where they are known) and what to do
    next, so that it can be shown as it stands. Anything else that is raised is a bug.
    """
