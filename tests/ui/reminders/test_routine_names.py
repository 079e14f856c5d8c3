"""What a reminder opens has a name that a person can read, whatever became of it."""

from backease_desktop.core.reminder.roster import CHOOSE, Reminder, Roster
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.ui.reminders.reminders_wires import routine_names
from tests.fakes.small_catalogue import by_letters, english, small_catalogue

CATALOGUE = small_catalogue()
CARDS = [
    card_of(CATALOGUE.routines[id_], CATALOGUE, Preferences(), english(), by_letters)
    for id_ in ("short", "only-twist")
]


def names_with(*routines: str, is_all: bool = True) -> dict[str, str]:
    reminders = (Reminder(id=str(n), name=str(n), routine=r) for n, r in enumerate(routines))
    return routine_names(CARDS, CATALOGUE, Roster(reminders=tuple(reminders)), is_all=is_all)


def test_what_can_be_played_is_called_by_its_name_and_minutes() -> None:
    names = names_with("short", CHOOSE)

    assert list(names) == ["short", "only-twist"]
    assert names["short"].startswith(f"{CATALOGUE.routines['short'].name}, ")


def test_a_routine_of_which_nothing_is_left_is_not_shown_as_its_id() -> None:
    names = names_with("only-rolls")

    name = CATALOGUE.routines["only-rolls"].name
    assert names["only-rolls"] == f"{name}, nothing of it is left for you"


def test_a_routine_whose_pack_is_gone_says_so_when_all_are_read() -> None:
    assert names_with("of-a-pack")["of-a-pack"] == "of-a-pack, which is not here any more"
    reading = names_with("of-a-pack", is_all=False)
    assert reading["of-a-pack"] == "of-a-pack, which is still being read"
