"""Sources that know for how long nobody has touched the computer."""
