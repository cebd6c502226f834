"""Immutable records of a chronicle and the rules that hold among them; no Qt, no TinyDB, no I/O."""
