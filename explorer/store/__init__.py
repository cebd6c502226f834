"""Chronicles and workspaces on disk; the only importer of tinydb."""
