"""Every condition × every way to a session: what is to be avoided never starts.

A way is a place in the program that asks for a session, or for a routine as it is for the person.
`tests/test_door.py` holds the list of these places to `PLACES`, so that a new one fails until it is
walked here. The windows above them are walked by `tests/app/test_door_ways.py`.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.controllers.bookmarks import Bookmarks
from backease_desktop.controllers.composer import Composer
from backease_desktop.controllers.door import Door
from backease_desktop.core.bookmark import Bookmark
from backease_desktop.core.catalogue.routine import Routine, Step, single_exercise
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.person.person import NOBODY, Person, SideThatHurts
from backease_desktop.core.person.questions import (
    AskQuestion,
    MeantQuestion,
    Question,
    Reply,
    SideQuestion,
)
from backease_desktop.core.person.tailored import NothingLeftError
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.core.values import words_of
from tests.controllers.conftest import TODAY, Stage, stage_on
from tests.fakes.people import Somebody, people
from tests.fakes.ports import MemoryStore
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english

SHIPPED = shipped_catalogue()
PEOPLE = people(TODAY)
FINE = "wall-pelvic-tilt"
"""Barred for nobody but who has had an operation, so that something is left."""


def routine_of(*exercises: str) -> Routine:
    """An own routine of these exercises."""
    return Routine(
        id="own",
        name="My own",
        say="My own.",
        about="Exercises that I have chosen.",
        steps=tuple(
            Step(exercise=one, prescription=SHIPPED.exercises[one].prescriptions[0].key)
            for one in exercises
        ),
    )


def own_of(who: Somebody) -> Routine:
    """A routine of all that somebody must not, and of one thing that they may."""
    return routine_of(*sorted(who.must_not(SHIPPED) | {FINE}))


class Room:
    """A session controller on the shipped catalogue, and everything that it was given to play."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.session = stage.session
        self.entrance = stage.session.entrance
        self.door = stage.session.entrance.door
        self.come: set[str] = set()
        self.refusals: list[str] = []
        self.reply: Reply | None = Reply.NO
        self.entrance.asked.connect(self._on_asked)
        self.entrance.refused.connect(self.refusals.append)
        self.session.opened.connect(self.take)

    def take(self, routine: Routine) -> None:
        self.come |= {step.exercise for step in routine.steps}

    def begin(self, person: Person) -> None:
        """Nothing is on, nothing has come, and this person has come in."""
        self.session.stop()
        self.door.say(person)
        self.come.clear()
        self.refusals.clear()

    def _on_asked(self, question: Question) -> None:
        match question:
            case AskQuestion():
                self.entrance.answer(question, self.reply)
            case MeantQuestion():
                self.entrance.answer(question, Reply.YES)
            case SideQuestion():
                self.entrance.answer(question, SideThatHurts.NEITHER)


@pytest.fixture
def room(qapp: QObject) -> Iterator[Room]:
    owner = QObject()
    room = Room(stage_on(SHIPPED, owner))
    yield room
    room.session.stop()
    owner.deleteLater()


def with_something_barred(who: Somebody) -> list[Routine]:
    barred = who.must_not(SHIPPED)
    routines = SHIPPED.routines.values()
    return [one for one in routines if barred & {step.exercise for step in one.steps}]


def by_id(room: Room, who: Somebody) -> None:
    for routine in with_something_barred(who):
        room.entrance.start(routine.id)


def by_routine(room: Room, who: Somebody) -> None:
    room.entrance.start_routine(own_of(who))


def by_exercise(room: Room, who: Somebody) -> None:
    for id_ in who.must_not(SHIPPED):
        room.entrance.start_routine(single_exercise(SHIPPED.exercises[id_]))


def in_terminal(room: Room, who: Somebody) -> None:
    room.entrance.start_routine(own_of(who), can_ask=False)


def again(room: Room, who: Somebody) -> None:
    """Played before it was said, and once more after it."""
    room.begin(NOBODY)
    room.entrance.start_routine(own_of(who))
    room.begin(who.person)
    room.entrance.repeat()


def taken_up(room: Room, who: Somebody) -> None:
    room.begin(NOBODY)
    room.entrance.start_routine(own_of(who), 1)
    room.begin(who.person)
    room.entrance.repeat(where_it_ended=True)


def cut_off(room: Room, who: Somebody) -> None:
    mark = Bookmark(session="cut", routine=words_of(own_of(who)))
    Bookmarks(
        room.session,
        room.stage.notes,
        store=MemoryStore(),
        found=mark,
        catalogue=lambda: SHIPPED,
        now=lambda: datetime(2026, 11, 17, 9, 30, tzinfo=UTC),
        parent=room.session,
    ).go_on(mark)


def exchanged(room: Room, who: Somebody) -> None:
    """In a session that is on, each in turn takes a place, as an easier one does."""
    room.entrance.start_routine(routine_of(FINE), can_ask=False)
    if not room.session.is_on:
        return
    room.stage.speaker.render_all()
    room.stage.settle()
    for id_ in sorted(who.must_not(SHIPPED)):
        room.session.exchange(0, SHIPPED.exercises[id_])
        assert room.session.routine is not None
        room.take(room.session.routine)


def rearranged(room: Room, who: Somebody) -> None:
    """It is said while a session is on, and a setting lays the session out anew."""
    room.begin(NOBODY)
    room.entrance.start_routine(routine_of(FINE, *sorted(who.must_not(SHIPPED))))
    room.stage.speaker.render_all()
    room.stage.settle()
    room.door.say(who.person)
    room.come.clear()
    room.session.rearrange()
    if room.session.routine is not None:
        room.take(room.session.routine)


def shown(room: Room, who: Somebody) -> None:
    for routine in (*with_something_barred(who), own_of(who)):
        mine = room.door.shown(routine)
        if mine is None:
            room.refusals.append(routine.id)
        else:
            may_come = {c.exercise for c in mine.changes if c.comes and c.action == "ask"}
            room.refusals += sorted(may_come)  # shown, and asked about before it starts
            room.come |= {s.exercise for s in mine.routine.steps} - may_come


def put_together(room: Room, who: Somebody) -> None:
    """As home and a reminder that may choose have it put together."""
    composer = Composer(
        door=room.door,
        settings=room.stage.settings,
        wording=english(),
        speaking_time=lambda text, voice: estimate(text, voice.rate_wpm),
        journal=room.stage.journal,
    )
    for place in Place:
        card = composer.card_for(place, Ms(3 * MINUTE))
        if card is None:
            room.refusals.append(place)
        else:
            room.entrance.start(card.id)


def recorded(room: Room, who: Somebody) -> None:
    """To take along: nobody can be asked while it sounds."""
    for routine in (*with_something_barred(who), own_of(who)):
        try:
            room.take(room.door.let_in(routine, can_ask=False).routine)
        except NothingLeftError:
            room.refusals.append(routine.id)


WAYS: dict[str, Callable[[Room, Somebody], None]] = {
    "by id": by_id,
    "by routine": by_routine,
    "by exercise": by_exercise,
    "in the terminal": in_terminal,
    "again": again,
    "taken up": taken_up,
    "cut off": cut_off,
    "exchanged": exchanged,
    "rearranged": rearranged,
    "shown": shown,
    "put together": put_together,
    "recorded": recorded,
}
PLACES = {
    "ui/wiring.py start": "by id",
    "ui/wiring.py try_routine": "by exercise",
    "ui/wiring.py go_back": "taken up",
    "ui/session/player_wires.py deeds": "again",
    "ui/session/closing_wires.py join": "by id",
    "ui/session/closing_wires.py join_closing": "by id",
    "cli/play_command.py play": "in the terminal",
    "bootstrap/take_along.py record": "recorded",
    "controllers/composer.py fitted": "put together",
    "controllers/composer.py _laid_out": "put together",
    "controllers/door.py shown": "shown",
    "controllers/entrance.py start": "by id",
    "controllers/entrance.py start_routine": "by routine",
    "controllers/entrance.py answer": "by routine",
    "controllers/entrance.py repeat": "again",
    "controllers/entrance.py let_in": "cut off",
    "controllers/bookmarks.py go_on": "cut off",
    "controllers/session.py rearrange": "rearranged",
    "controllers/hurting.py take_easier": "exchanged",
    "controllers/routines.py _work_out": "shown",
    "controllers/routine_editor.py overview": "shown",
    "bootstrap/program.py _on_card_seen": "shown",
}
"""Where the program asks for a session, and the way by which that is walked here."""


def test_everything_that_the_rules_know_is_somebodys() -> None:
    known = {rule.condition for rule in SHIPPED.rules}

    assert {one for who in PEOPLE.values() for one in who.holds} == known


def test_whoever_has_said_something_is_kept_from_something_or_told_how() -> None:
    for name, who in PEOPLE.items():
        rules = [rule for rule in SHIPPED.rules if rule.condition in who.holds]
        caught = [one for one in SHIPPED.exercises.values() for r in rules if r.when.fits(one)]
        assert caught, name


@pytest.mark.parametrize("way", WAYS)
def test_nothing_that_is_to_be_avoided_comes_by(room: Room, way: str) -> None:
    wrong = {}
    for name, who in PEOPLE.items():
        room.begin(who.person)
        WAYS[way](room, who)
        found = room.come & who.must_not(SHIPPED)
        if found:
            wrong[name] = found
        is_let_in = room.come or room.refusals
        assert is_let_in or not who.must_not(SHIPPED), f"nothing was said to {name}"

    assert wrong == {}


@pytest.mark.parametrize("way", ["by id", "by routine", "by exercise"])
def test_to_be_allowed_what_is_asked_about_allows_nothing_more(room: Room, way: str) -> None:
    room.reply = Reply.YES
    for name, who in PEOPLE.items():
        room.begin(who.person)
        WAYS[way](room, who)
        assert not room.come & who.must_not(SHIPPED, may=True), name


def test_a_question_that_is_left_starts_nothing(room: Room) -> None:
    room.reply = None
    for name, who in PEOPLE.items():
        room.begin(who.person)
        asks = who.must_not(SHIPPED) > who.must_not(SHIPPED, may=True)
        room.entrance.start_routine(own_of(who))
        assert (room.come == set()) is asks, name


def test_a_command_gives_nobody_what_they_are_to_avoid(qapp: QObject, tmp_path: Path) -> None:
    kept = open_kept(tmp_path)
    shelf = Shelf(kept, SHIPPED, SHIPPED, english(), None, ())
    journal = open_journal(kept, pytest.fail)
    door = Door(SHIPPED, journal, today)
    for name, who in people(today()).items():
        door.say(who.person)
        barred = who.must_not(SHIPPED, may=True)
        for routine in (*with_something_barred(who), own_of(who)):
            try:
                mine = shelf.for_me(routine)
            except NothingLeftError:
                continue
            assert not {step.exercise for step in mine.routine.steps} & barred, name
            asked = {step.exercise for step in mine.routine.steps} & who.must_not(SHIPPED)
            assert asked == {one.exercise for one in mine.changes if one.action == "ask"}, name
    journal.close()
