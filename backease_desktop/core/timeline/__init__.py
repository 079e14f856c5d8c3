"""A routine laid out in time: grammar of a session, layout of its cues, and what it exports."""
