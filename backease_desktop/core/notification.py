"""What stands on a notification of the desktop: the words that who calls and who shows it share."""

from dataclasses import dataclass

OPEN = "default"
"""The key that is told when the notification itself was clicked."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a notification.

    Attributes:
        key: what is told when it was pressed; never `OPEN`.
        label: what stands on it.

    Raises:
        ValueError: the key is that of the notification itself.
    """

    key: str
    label: str

    def __post_init__(self) -> None:
        if self.key == OPEN:
            raise ValueError(f"{OPEN!r} is the notification itself")
