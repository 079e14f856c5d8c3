"""Reminders on the screen: calls, the tray, and the page."""
