"""The page of progress: what was done, how it was, and what is kept of it."""
