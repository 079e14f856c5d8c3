"""Voices: phrases rendered to clips by a helper process, trimmed and kept on disk."""
