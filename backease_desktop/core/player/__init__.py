"""The player: a state machine that is told the time and says what happens."""
