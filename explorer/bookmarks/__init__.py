"""The reader's bookmarks."""
