"""Media keys, headset buttons, and other programs' music."""
