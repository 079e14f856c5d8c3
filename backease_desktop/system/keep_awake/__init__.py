"""Ways to keep the screen on, one module for each kind."""
