"""What waits to be said is said at once, and of much only the first."""

from backease_desktop.bootstrap.unsaid import Unsaid


def test_everything_is_said_at_once_and_then_no_more() -> None:
    unsaid = Unsaid()
    assert not unsaid
    unsaid.add("One.")
    unsaid.add("Two.")
    unsaid.add("One.")
    assert unsaid
    assert unsaid.take() == "One.\nTwo."
    assert not unsaid


def test_of_much_the_first_is_said_and_how_much_more_there_is() -> None:
    unsaid = Unsaid()
    for number in range(5):
        unsaid.add(f"{number}.")
    assert unsaid.take().splitlines() == [
        "0.", "1.", "2.", "And 2 more; the log has them all.",
    ]  # fmt: skip
