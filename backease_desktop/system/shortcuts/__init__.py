"""Keys that reach the program whatever window is in front."""
