"""Which sources are tried on which system, best first."""
