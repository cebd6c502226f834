"""The panel of the reader's notes."""
