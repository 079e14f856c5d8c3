"""A shortcut of the whole desktop is held only while it has something to do and is wanted."""

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.everywhere import Everywhere
from backease_desktop.core.shortcut import Shortcut
from tests.controllers.conftest import Stage


class Desk(QObject):
    """Shortcuts that the test presses."""

    pressed = Signal(object)
    labels_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.held: set[Shortcut] = set()
        self.gives = True

    def hold(self, shortcut: Shortcut) -> None:
        self.held.add(shortcut)

    def release(self, shortcut: Shortcut) -> None:
        self.held.discard(shortcut)

    def label(self, shortcut: Shortcut) -> str:
        return shortcut.label if self.gives and shortcut in self.held else ""


def test_a_shortcut_is_held_only_while_there_is_something_to_do_and_the_person_wants_it(
    stage: Stage,
) -> None:
    desks: list[Desk] = []
    done: list[bool] = []
    labels: list[str] = []

    def make() -> Desk:
        desks.append(Desk())
        return desks[-1]

    key = Everywhere(Shortcut.PAUSE, stage.settings, make, lambda: done.append(True), stage.session)
    key.label_changed.connect(labels.append)
    key.set_on(True)
    assert desks == [], "nothing of the desktop is asked for who has not chosen it"

    stage.settings.set_field("keys", "everywhere", True)
    (desk,) = desks
    assert desk.held == {Shortcut.PAUSE}
    assert labels == ["Ctrl+Alt+P"]
    desk.pressed.emit(Shortcut.CARD)
    assert done == []
    desk.pressed.emit(Shortcut.PAUSE)
    assert done == [True]

    key.set_on(False)
    desk.pressed.emit(Shortcut.PAUSE)
    assert (desk.held, done, labels[-1]) == (set(), [True], "")

    key.set_on(True)
    stage.settings.set_field("keys", "everywhere", False)
    assert desk.held == set()
    assert len(desks) == 1


def test_keys_that_somebody_else_has_are_not_shown(stage: Stage) -> None:
    desk, labels = Desk(), list[str]()
    desk.gives = False
    stage.settings.set_field("keys", "everywhere", True)
    key = Everywhere(Shortcut.CARD, stage.settings, lambda: desk, lambda: None, stage.session)
    key.label_changed.connect(labels.append)
    key.set_on(True)
    assert labels == [""]
    desk.gives = True
    desk.labels_changed.emit()
    assert labels == ["", "Ctrl+Alt+B"]
