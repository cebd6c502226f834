"""What a change of the workspace changes for those who look at it."""

from __future__ import annotations

from explorer.model.workspace import Workspace


def reads_otherwise(workspace: Workspace, before: Workspace) -> bool:
    """Tell whether other texts are attached, or other places accepted in them."""
    return (workspace.attachments, workspace.decisions) != (before.attachments, before.decisions)


def marked_otherwise(workspace: Workspace, before: Workspace) -> bool:
    """Tell whether other events are bookmarked or noted, or their marks say something else."""
    return (workspace.bookmarks, workspace.notes) != (before.bookmarks, before.notes)
