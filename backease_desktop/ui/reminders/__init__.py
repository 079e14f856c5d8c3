"""Reminders on the screen: the page, the editor, the tray and their words."""
