"""Sources that tell when the computer has slept."""
