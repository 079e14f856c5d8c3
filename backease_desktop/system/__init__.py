"""The operating system: what the desktop knows and what it can be asked for."""
