"""Importing: from the bytes of a file that a reader gives to the texts that stand in it."""
