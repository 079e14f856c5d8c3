"""About you: what a person says about themselves, and what that changes."""
