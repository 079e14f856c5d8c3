"""The settings page and its editors."""
