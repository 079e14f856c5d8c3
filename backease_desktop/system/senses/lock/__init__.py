"""Sources that know whether the screen is locked."""
