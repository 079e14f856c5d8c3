"""What the last step of the welcome can do beside the reminder, on this system."""

from typing import NamedTuple


class Possible(NamedTuple):
    """What this system can do for the program.

    Attributes:
        at_login: start it with the computer.
        in_menu: have it in the applications menu, where it is not yet.
    """

    at_login: bool = True
    in_menu: bool = False
