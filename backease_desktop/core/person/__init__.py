"""The person: what they say about themselves, and what that changes."""
