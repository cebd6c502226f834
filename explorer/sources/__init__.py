"""Articles' texts: reading, addressing, anchoring, attaching; no Qt."""
