"""What can be said about oneself, held together with the door that every session comes through."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from backease_desktop.controllers.door import Door
from backease_desktop.core.person.person import LATE_PREGNANCY, Person
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.ui.me.me_form import MeForm
    from backease_desktop.ui.me.me_page import MePage


def me_form(look: Look, door: Door) -> "MeForm":
    """The form: what is said there is kept, and what is kept is shown."""
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.me.me_form import MeForm

    def show() -> None:
        form.show_person(door.person, door.effects(), door.today, door.count_of(LATE_PREGNANCY))

    def say(other: Callable[[Person, date], Person]) -> None:
        door.say(other(door.person, door.today))
        show()  # also where nothing has changed: what was pressed shows what is kept

    form = MeForm(look, lambda: door.catalogue)
    form.said.connect(say)
    door.changed.connect(show)
    door.catalogue_changed.connect(show)
    show()
    return form


def me_page(
    look: Look, door: Door, leave: Callable[[], None], get_help: Callable[[], None]
) -> "MePage":
    """The page about you; `leave` leads back to the settings, `get_help` to the help page."""
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.me.me_page import MePage

    def make_form() -> "MeForm":
        form = me_form(look, door)
        form.help_requested.connect(get_help)
        return form

    page = MePage(look, make_form)
    page.left.connect(leave)
    return page
