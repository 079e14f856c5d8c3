"""What the program needs from the machine before it can open: libraries and a display."""
