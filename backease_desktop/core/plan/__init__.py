"""The plan: six weeks of sessions that get harder, or easier, by what the person says of them."""
