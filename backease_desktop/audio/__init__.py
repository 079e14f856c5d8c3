"""Sound: our own tones and a small mixer that starts every clip on its sample."""
