"""What the editors change: drafts as frozen values, what is amiss in them, and undo."""
