"""Ways to show a notification of the desktop."""
