"""Is this installation sound? What installers are tested with, and people paste into issues."""
