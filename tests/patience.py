"""How long a test waits for what must happen before it says that it does not.

It is long because a machine may be busy with other things, and costs nothing where all is well:
what happens ends the wait. It is no measure of how quick anything is.
"""

PATIENCE_S = 120
PATIENCE_MS = PATIENCE_S * 1000
