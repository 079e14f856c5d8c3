"""The natural voice itself: renders the pack, and what is not in it where it is installed."""
