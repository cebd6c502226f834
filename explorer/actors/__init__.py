"""The actor panel."""
