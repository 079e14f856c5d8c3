"""The last source of every state: it knows nothing, so nothing holds a reminder back."""

from backease_desktop.system.senses.source import StateSource


class Never(StateSource):
    """Always says no, and cannot fail."""

    name = "none: cannot be told here"

    def active(self) -> bool:
        """No."""
        return False
