"""The pieces that pages are built of; they know a look, and nothing of sessions."""
