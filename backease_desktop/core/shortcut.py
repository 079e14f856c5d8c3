"""Keys that reach the program whatever window is in front: two, each with one meaning."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Keys:
    """What is pressed together with Control and Alt, and what that does.

    Attributes:
        letter: the letter.
        does: in words, for desktops that let people choose the keys.
    """

    letter: str
    does: str


class Shortcut(Enum):
    """What can be asked for from everywhere."""

    CARD = Keys("b", "Answer the break card")
    PAUSE = Keys("p", "Pause the session, or go on")

    @property
    def id(self) -> str:
        """Its name for programs."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The keys as they are shown to people."""
        return f"Ctrl+Alt+{self.value.letter.upper()}"
