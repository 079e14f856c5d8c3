"""Progress: what the history comes to, told without a word on how it should have been."""
