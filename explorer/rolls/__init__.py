"""Rolls: events by the hundred thousand as arrays, their records decoded when looked at."""
