"""Every screen at every size that is promised: nothing is cut, and one thing scrolls at most.

A window of 1366 × 768 at 200 % has 683 × 384 of its own pixels, less the frame; so the sizes here
are what is left. The smallest are 640 × 480 with all at 200 %, and with the text at 200 %.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.editor_pages import begin_exercise, edit_exercise
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.editing.links_draft import with_link
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.plan.plan import Answers
from backease_desktop.ui.editor.exercise_page import ExercisePage
from backease_desktop.ui.editor.my_routines_page import MyRoutinesPage
from backease_desktop.ui.exercises.exercises_page import ExercisesPage
from backease_desktop.ui.exercises.for_you import ForYou
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.places import (
    EXERCISES,
    HELP,
    HOME,
    ME,
    MINE,
    MY_EXERCISE,
    PLAN,
    PLAYER,
    PROGRESS,
    REMINDERS,
    SETTINGS,
    WELCOME,
)
from backease_desktop.ui.progress.progress_page import ProgressPage
from backease_desktop.ui.questions import ask_to_stay
from backease_desktop.ui.session.player_page import PlayerPage
from backease_desktop.ui.welcome import WelcomePage
from tests.app.running import Run, prepare
from tests.fakes.history import TODAY, play
from tests.fakes.journal import MemoryJournal
from tests.fakes.studio import FakeStudio
from tests.ui.cut import covered, cut_off, scrolled

Key = Qt.Key
FOR_SOME = "with-scoliosis"
SIZES = [
    (316, 200, 100),
    (636, 440, 200),
    (679, 344, 100),
    (764, 392, 100),
    (960, 560, 100),
    (960, 560, 200),
    (1362, 728, 150),
]


class Screens:
    """The program, led from screen to screen."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.window = run.window

    def page(self, key: str) -> QWidget:
        self.window.clear_the_way()
        self.window.show_page(key)
        return self.window.page(key)

    def home(self) -> HomePage:
        page = self.page(HOME)
        assert isinstance(page, HomePage)
        return page

    def progress(self) -> ProgressPage:
        page = self.page(PROGRESS)
        assert isinstance(page, ProgressPage)
        return page

    def with_history(self) -> None:
        journal = MemoryJournal()
        for day in range(1, TODAY.day + 1):
            hurt = "seated-twist" if day % 5 == 0 else None
            play(journal, TODAY.replace(day=day), pain=(5, 3), felt="right", hurt=hurt)
        self.run.program.journal.take_in(journal.entries())
        self.progress()

    def last_session(self) -> None:
        self.progress().open_session(self.run.program.journal.history.sessions[-1].id)

    def stay(self) -> None:
        self.page(HOME)
        ask_to_stay(self.window.sheet, session_is_on=True)

    def keys(self) -> None:
        self.page(HOME)
        self.window.show_keys()

    def ask_first(self) -> None:
        self.home()
        self.run.program.playing.controller.entrance.start(FOR_SOME)

    def play(self) -> None:
        self.run.press(Key.Key_Escape)  # the question before: nothing starts
        self.run.program.front.open("core-strength")
        self.run.wait_for_session()
        controller = self.run.program.playing.controller
        while controller.segment is None or controller.segment.exercise != "plank":
            self.run.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    def ask_before(self) -> None:
        """The question while a session begins, over whatever of it is on."""
        page = self.window.page(PLAYER)
        assert isinstance(page, PlayerPage)
        page.ask_before()

    def answer_before(self) -> None:
        page = self.window.page(PLAYER)
        assert isinstance(page, PlayerPage)
        page.before.not_now.click()
        assert page.before.isHidden()

    def welcome(self) -> WelcomePage:
        page = self.page(WELCOME)
        assert isinstance(page, WelcomePage)
        return page

    def unheard(self) -> None:
        self.welcome().accept.click()
        self.welcome().unheard.click()
        self.welcome().show_failed("no sound device was found")

    def with_plan(self) -> None:
        answers = Answers(3, 10, (Place.CHAIR, Place.MAT))
        self.run.program.front.backstage.plans.answer(answers)
        self.page(PLAN)

    def mine(self) -> MyRoutinesPage:
        page = self.page(MINE)
        assert isinstance(page, MyRoutinesPage)
        return page

    def write(self) -> None:
        """A routine with a number outside its range, a step without a length, and one left out."""
        page = self.mine()
        page.make_mine(self.run.program.front.door.routine("core-strength"))
        editor = page._editor
        editor.set_amount(1, "reps", 14)
        editor.set_amount(0, "hold_s", None)
        assert editor.problems
        page.view._show_lengths()

    def look_at_a_step(self) -> None:
        self.mine().view.steps.opened.emit()

    def first_pose(self) -> None:
        page = self.window.page(MY_EXERCISE)
        assert isinstance(page, ExercisePage)
        page.start.go_on.click()

    def written(self, tab: str) -> None:
        """Another tab of the exercise that is written, with all that it can have."""
        page = self.window.page(MY_EXERCISE)
        assert isinstance(page, ExercisePage)
        page.form.pace.more.click()
        page.form.tabs.set_value(tab)
        page.form.tabs.chosen.emit(tab)
        page.figure.props.things["roller"].click()

    def dose_and_forms(self) -> None:
        """A range, and a form that is not offered, with its reason."""
        editor = self.run.program.front.backstage.exercise_editor
        assert editor.exercise is not None
        person = self.run.program.front.door.person
        self.run.program.front.door.say(NOBODY.with_condition("disc").with_condition("prone"))
        editor.written.change(with_link(editor.exercise, "easier", "prone-press-up"))
        assert editor.not_offered
        self.written("dose")
        self.run.program.front.door.say(person)

    def steps(self) -> dict[str, Callable[[], object]]:
        """Every screen by its name, in the order in which they can be reached."""
        press = self.run.press
        pages = (HOME, EXERCISES, PROGRESS, REMINDERS, SETTINGS, ME, PLAN, HELP, WELCOME)
        return {
            **{key: lambda key=key: self.page(key) for key in pages},
            "voice, unheard": self.unheard,
            "what to look after": lambda: self.welcome().heard.click(),
            "first reminder": lambda: self.welcome().go_on.click(),
            "a plan": self.with_plan,
            "my routines": lambda: self.page(MINE),
            "a routine that is written": self.write,
            "one of its steps": self.look_at_a_step,
            "my routines, one": lambda: self.mine().show_list(),
            "how an exercise begins": lambda: begin_exercise(self.run.program.front),
            "its first pose": self.first_pose,
            "an exercise that is written": lambda: edit_exercise(
                self.run.program.front, "bird-dog"
            ),
            "its dose": self.dose_and_forms,
            "its pace": lambda: self.written("pace"),
            "its body": lambda: self.written("body"),
            "routine": lambda: self.home().open("core-strength"),
            "an exercise": lambda: self.exercise("bird-dog"),
            "an exercise for me": self.exercise_for_me,
            "progress": self.with_history,
            "all sessions": lambda: self.progress().open_all(),
            "one session": self.last_session,
            "what is kept": lambda: self.progress().kept.click(),
            "keys": self.keys,
            "stay": self.stay,
            "ask first": self.ask_first,
            PLAYER: self.play,
            "ask before": self.ask_before,
            "answered before": self.answer_before,
            "adjusting": lambda: press(Key.Key_S),
            "leave": lambda: (press(Key.Key_Escape), press(Key.Key_Space), press(Key.Key_Escape)),
            "hurts": lambda: (press(Key.Key_Space), press(Key.Key_H)),
            "hurts much": lambda: press(Key.Key_7),
            "closing": lambda: press(Key.Key_E),
        }

    def exercise(self, name: str) -> ExercisesPage:
        page = self.page(EXERCISES)
        assert isinstance(page, ExercisesPage)
        page.show_exercise(name)
        return page

    def exercise_for_me(self) -> None:
        """What is left out, with its reasons and a link."""
        page = self.exercise("prone-press-up")
        self.run.program.front.door.say(NOBODY.with_condition("disc").with_condition("prone"))
        assert page.detail.findChildren(ForYou)


@pytest.fixture
def screens(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Screens]:
    prepare(tmp_path)
    run = Run(qapp, tmp_path, qtbot, FakeStudio())
    run.open()
    yield Screens(run)
    run.close()


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_nothing_is_cut_from_side_to_side_and_one_thing_is_scrolled_at_most(
    screens: Screens, width: int, height: int, percent: int
) -> None:
    window = screens.window
    screens.run.program.settings.set_field("appearance", "text_percent", percent)
    window.setMinimumSize(1, 1)  # the screen of this machine is larger than some of these
    window.resize(width, height)
    cut: dict[str, list[str]] = {}
    for name, show in screens.steps().items():
        show()
        for _ in range(4):
            QApplication.processEvents()
        assert (window.width(), window.height()) == (width, height)
        if faults := cut_off(window):
            cut[name] = faults
        if len(bars := scrolled(window)) > 1:
            cut[name] = bars
        if under := covered(window):
            cut[name] = under
    page = window.page(PLAYER)
    assert isinstance(page, PlayerPage)
    assert page.closing.isVisible()  # all the way to the end
    assert cut == {}
