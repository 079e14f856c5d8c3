"""Sound that is written into a file, with chapters, in place of being heard."""
