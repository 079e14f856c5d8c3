"""The page of the plan: six weeks from three answers."""
