"""How a reminder calls: the card, the full screen, and the order in which they are tried."""
