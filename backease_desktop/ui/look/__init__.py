"""The look: theme, style sheet, icons."""
