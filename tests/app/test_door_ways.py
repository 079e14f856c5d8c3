"""Every way into a session leads through the door: nothing that is avoided ever starts.

One person with much walks every way of the window here; every condition by itself walks what the
ways lead to in `tests/controllers/test_every_condition.py`.
"""

import pytest
from PySide6.QtCore import Qt

from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.person import NOBODY, Person, SideThatHurts
from backease_desktop.core.person.verdict import Asking, verdict
from backease_desktop.ui.places import HOME, ME, PLAYER, SETTINGS
from backease_desktop.ui.settings.settings_page import SettingsPage
from tests.app.test_ways import WAYS_IN, Walk, walk

__all__ = ["walk"]

CONDITIONS = (
    "scoliosis",
    "fusion",
    "hip-replacement",
    "knee",
    "eye-pressure",
    "neck",
    "surgery",
    "kneel",
)


def refusing(walk: Walk) -> Person:
    """Somebody with much, who may not do what every routine begins with.

    After an operation everything is to be asked about; what nothing but that asks about they may,
    unless a routine begins with it.
    """
    door = walk.program.front.door
    firsts = {routine.steps[0].exercise for routine in door.catalogue.routines.values()}
    person = NOBODY.with_(side=SideThatHurts.LEFT)
    for condition in CONDITIONS:
        person = person.with_condition(condition)
    for exercise in door.catalogue.exercises.values():
        found = verdict(exercise, Asking(person, door.today), door.catalogue)
        if found.action is Action.ASK:
            others = [rule for rule in found.rules if rule.action is Action.ASK][1:]
            may = not others and exercise.id not in firsts
            person = person.with_answer(exercise.id, door.today, may=may)
    return person


def not_right(walk: Walk) -> set[str]:
    """Exercises of the session that is on that are not right for the person."""
    snapshot = walk.player._snapshot
    assert snapshot is not None
    door = walk.program.front.door
    ids = {segment.exercise for segment in snapshot.timeline.segments if segment.exercise}
    return {id_ for id_ in ids if not door.verdict(door.catalogue.exercises[id_]).is_done}


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_no_way_in_starts_what_is_avoided(walk: Walk, way_in: str) -> None:
    walk.open()
    walk.qtbot.waitUntil(lambda: bool(walk.events("window_shown")))
    walk.program.front.door.say(refusing(walk))
    WAYS_IN[way_in](walk)
    walk.qtbot.waitUntil(lambda: len(walk.events("session_started")) == 1)

    assert not_right(walk) == set()
    mine = walk.program.playing.controller.entrance.mine
    assert mine is not None
    assert mine.changes  # else there was nothing to keep from them


def test_again_and_easier_and_taking_up_lead_through_the_door_as_well(walk: Walk) -> None:
    walk.open("desk-standing-5")
    walk.wait_for_session()
    entrance = walk.program.playing.controller.entrance
    walk.program.front.door.say(refusing(walk))
    walk.press(Qt.Key.Key_N)
    walk.press(Qt.Key.Key_H)
    walk.press(Qt.Key.Key_Return)
    walk.qtbot.waitUntil(lambda: walk.is_on)
    walk.program.playing.controller.stop()
    for again in (entrance.repeat, lambda: entrance.repeat(where_it_ended=True)):
        again()
        walk.qtbot.waitUntil(lambda: walk.is_playing)
        assert not_right(walk) == set()
        walk.program.playing.controller.stop()


def test_a_question_comes_first_and_escape_starts_nothing(walk: Walk) -> None:
    walk.open()
    walk.qtbot.waitUntil(lambda: bool(walk.events("window_shown")))
    walk.program.open("in-pregnancy")
    sheet = walk.program.front.before_start.sheet
    assert sheet.is_open
    assert sheet.choose_by(Qt.Key.Key_Escape)

    assert not walk.is_on
    assert walk.window.current == HOME
    walk.program.open("in-pregnancy")
    sheet.choose_by(Qt.Key.Key_S)
    walk.qtbot.waitUntil(lambda: walk.is_playing)
    assert walk.window.current == PLAYER


def test_started_with_a_question_the_window_has_a_page_below_it(walk: Walk) -> None:
    walk.open("in-pregnancy")

    assert walk.window.current == HOME
    assert walk.program.front.before_start.sheet.is_open


def test_the_page_about_you_leads_back_to_the_settings(walk: Walk) -> None:
    walk.open()
    walk.window.show_page(SETTINGS)
    page = walk.window.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    page.me_requested.emit()
    assert walk.window.current == ME
    assert walk.window.rail.isVisible()
    walk.press(Qt.Key.Key_Escape)
    assert walk.window.current == SETTINGS
