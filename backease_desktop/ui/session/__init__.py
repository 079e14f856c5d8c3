"""The session on the screen: the player page and what it is made of."""
