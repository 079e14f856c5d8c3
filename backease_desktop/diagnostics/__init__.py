"""Logs, the event log, crash files and the version report."""
