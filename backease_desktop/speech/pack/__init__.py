"""The voice pack: what the program says, shipped as sound."""
