"""The list of pages, and the table of the player's commands: nothing in them leads nowhere."""

import pytest

from backease_desktop.ui import places
from backease_desktop.ui.keys import IN_SESSION
from backease_desktop.ui.session.player_page import ANSWERS
from backease_desktop.ui.session.player_wires import deeds
from tests.app.running import Run

PLACES = [value for name, value in vars(places).items() if name.isupper()]


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_a_page(run: Run, place: str) -> None:
    run.open()
    run.window.show_page(place)
    assert run.window.page(place).isVisible()


def test_every_command_of_a_session_comes_to_something(run: Run) -> None:
    known = deeds(
        run.program.playing.controller,
        run.program.playing.hurting,
        run.program.settings,
        run.window,
    )
    assert (IN_SESSION | set(ANSWERS.values())) - set(known) == set()
