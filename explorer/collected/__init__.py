"""The reader's collections."""
