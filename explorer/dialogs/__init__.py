"""Dialogs: asked for by the window, each on one matter."""
