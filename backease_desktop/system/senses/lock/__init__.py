"""Sources that know whether the session is locked."""
