"""Help: the page, the keys, and when to get help."""
