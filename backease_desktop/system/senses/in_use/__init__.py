"""Sources that know whether camera or microphone are in use."""
