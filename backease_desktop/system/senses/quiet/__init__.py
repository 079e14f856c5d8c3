"""Sources that know of do-not-disturb and of windows that fill the screen."""
