"""Home is there before anything behind it is, and takes keys already."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap import home_keeping
from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.journal import journal_folder
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.controllers.routines import FIRST
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.reminder.roster import CHOOSE, Reminder, Roster
from backease_desktop.core.timeline import cards
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.fitting import telling_exercises
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.ui.components.value_model import ValueModel
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.me.me_page import MePage
from backease_desktop.ui.places import HOME, ME, PLAYER, REMINDERS, WELCOME
from backease_desktop.ui.reminders.reminders_page import RemindersPage
from backease_desktop.ui.welcome import WelcomePage
from tests.app.running import Run, prepare
from tests.benchmark.scale import make_packs
from tests.bootstrap.test_home_part import Packs
from tests.fakes.studio import FakeStudio


@pytest.fixture
def profile(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Path:
    """A profile in which the program has run once, and kept a home that is true now."""
    prepare(tmp_path)
    untrue = "not tried"
    for _ in range(2):  # a day that ends between two starts costs the one behind it
        run = Run(qapp, tmp_path, qtbot)
        run.open()
        run.close()
        untrue = why_untrue(tmp_path)
        if not untrue:
            return tmp_path
    pytest.fail(f"home is not kept: {untrue}")


def why_untrue(profile: Path) -> str:
    """What is not true of the home that a profile keeps."""
    kept = open_kept(profile)
    return FirstSight(kept, lambda: journal_folder(kept), today()).untrue


def begun(run: Run) -> HomePage:
    """Home, when the program has been asked to open and nothing else has happened yet."""
    run.window.resize(1240, 800)
    run.program.open()
    page = run.window.page(HOME)
    assert isinstance(page, HomePage)
    return page


def test_home_shows_what_was_kept_and_it_is_what_there_is(
    qapp: QApplication, profile: Path, qtbot: QtBot
) -> None:
    run = Run(qapp, profile, qtbot)
    page = begun(run)
    front = run.program.front

    shown = page.hero.card
    kept = front.home
    assert kept is not None
    assert not front.backstage.is_read
    assert shown in kept.cards
    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)
    assert front.routines.cards == kept.cards
    assert page.hero.card == shown
    run.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_3])
def test_a_key_that_is_pressed_before_the_catalogue_is_there_starts_a_session(
    qapp: QApplication, profile: Path, qtbot: QtBot, key: Qt.Key
) -> None:
    run = Run(qapp, profile, qtbot, FakeStudio())
    page = begun(run)
    assert run.program.front.home is not None
    assert not run.program.front.backstage.is_read

    run.press(key)

    assert run.window.current == PLAYER, page.hero.card
    run.wait_for_session()
    run.close()


def test_what_is_chosen_before_the_catalogue_is_there_counts(
    qapp: QApplication, profile: Path, qtbot: QtBot
) -> None:
    run = Run(qapp, profile, qtbot)
    page = begun(run)
    page.hero.effort.chosen.emit(page.hero.effort.value)
    page.search.setText("neck")
    front = run.program.front
    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)

    assert run.program.settings.settings.session.dose == page.hero.effort.value
    assert page.filters.query.words == "neck"
    run.close()


# Packs that are new


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The routines whose cards were laid out, in the order in which they were."""
    found: list[str] = []

    def counted(routine: Routine, *others: Any) -> RoutineCard:
        found.append(routine.id)
        return card_of(routine, *others)

    monkeypatch.setattr(cards, "card_of", counted)
    return found


def with_packs(profile: Path) -> set[str]:
    """Put packs into a profile; the ids of their routines."""
    make_packs(profile / "data" / "packs", 2)
    return {file.stem for file in (profile / "data" / "packs").glob("*/routines/*.yaml")}


def shown_at(page: HomePage) -> list[str]:
    """What home has to choose from, in its order."""
    model = page.routines.model()
    assert isinstance(model, ValueModel)
    return [card.id for card in model.values]


@pytest.mark.parametrize("is_first_ever", [True, False])
def test_home_is_there_before_packs_are_read_and_grows_by_them(
    qapp: QApplication,
    tmp_path: Path,
    qtbot: QtBot,
    laid_out: list[str],
    request: pytest.FixtureRequest,
    *,
    is_first_ever: bool,
) -> None:
    if is_first_ever:
        prepare(tmp_path, is_cold=True)
    else:
        request.getfixturevalue("profile")
    laid_out.clear()
    brought = with_packs(tmp_path)
    run = Run(qapp, tmp_path, qtbot)
    page = begun(run)
    page.see_all.click()
    front = run.program.front
    first = shown_at(page)

    assert not front.backstage.is_read
    assert first
    assert not brought & {*first, *laid_out}

    grown: list[list[str]] = []
    front.backstage.routines_at_hand.grown.connect(lambda: grown.append(shown_at(page)))
    offered = page.hero.card
    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)
    assert brought <= set(shown_at(page))
    assert page.hero.card == offered
    steps = [step for step in grown[:-1] if set(step) > set(first)]
    assert steps, "all came in one go"
    assert all(step[: len(first)] == first for step in steps)
    assert shown_at(page) == [card.id for card in front.routines.cards]
    run.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_3])
def test_a_key_that_is_pressed_before_packs_are_read_waits_for_none(
    qapp: QApplication, profile: Path, qtbot: QtBot, laid_out: list[str], key: Qt.Key
) -> None:
    brought = with_packs(profile)
    run = Run(qapp, profile, qtbot, FakeStudio())
    begun(run)
    run.press(key)

    assert run.window.current == PLAYER
    assert not run.program.front.backstage.is_read
    assert not brought & set(laid_out)
    run.wait_for_session()
    run.close()


def test_a_routine_of_a_pack_that_is_asked_for_at_once_is_played(
    qapp: QApplication, profile: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    wanted, *others = sorted(with_packs(profile))
    run = Run(qapp, profile, qtbot, FakeStudio())
    run.program.open(wanted)
    page = run.wait_for_session()
    assert page.isVisible()
    assert not set(others) & set(laid_out)
    assert run.events("session_started")[0]["routine"] == wanted
    run.close()


def test_whoever_closes_before_all_cards_are_there_waits_for_none_and_keeps_no_part(
    qapp: QApplication, profile: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    brought = with_packs(profile)
    run = Run(qapp, profile, qtbot)
    begun(run)
    run.close()
    assert not brought & set(laid_out)
    assert why_untrue(profile) == "files"


def test_another_effort_makes_the_first_cards_at_once_and_the_others_in_turns(
    qapp: QApplication, profile: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    brought = with_packs(profile)
    run = Run(qapp, profile, qtbot)
    run.open()
    page = run.window.page(HOME)
    assert isinstance(page, HomePage)
    page.see_all.click()
    laid_out.clear()
    page.effort_chosen.emit(DoseLevel.FULL)
    assert len(laid_out) <= FIRST + 3
    qtbot.waitUntil(lambda: brought <= set(laid_out), timeout=20_000)
    qtbot.waitUntil(lambda: brought <= set(shown_at(page)), timeout=20_000)
    run.close()


def test_the_welcome_asks_before_packs_are_read_and_counts_them_afterwards(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare(tmp_path, is_known=False)
    with_packs(tmp_path)
    run = Run(qapp, tmp_path, qtbot)
    run.program.open()
    front = run.program.front
    page = run.window.page(WELCOME)
    assert isinstance(page, WelcomePage)
    for button in (page.accept, page.heard):
        button.click()
    assert page.form is not None
    page.form.conditions["knee"].switch.click()
    before = texts(page.form.band)
    assert not front.backstage.is_read

    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)
    after = texts(page.form.band)
    assert after != before
    run.window.show_page(ME)
    about = run.window.page(ME)
    assert isinstance(about, MePage)
    assert texts(about.form.band) == after
    run.close()


def texts(widget: QWidget) -> list[str]:
    """All that is written in it."""
    return [label.text() for label in widget.findChildren(QLabel)]


# Packs with so many files that home is painted in parts


@pytest.fixture
def with_parts(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A profile with four packs, whose home was kept in parts."""
    monkeypatch.setattr(home_keeping, "MOST_MARKS", 0)
    prepare(tmp_path)
    Packs(tmp_path)
    for _ in range(2):  # as `profile`
        run = Run(qapp, tmp_path, qtbot)
        run.open()
        run.close()
        if not why_untrue(tmp_path):
            return tmp_path
    pytest.fail(f"home is not kept: {why_untrue(tmp_path)}")


def test_the_part_of_home_that_is_painted_first_is_what_all_of_it_shows(
    qapp: QApplication, with_parts: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    run = Run(qapp, with_parts, qtbot)
    page, front = begun(run), run.program.front
    assert front.home is not None
    assert front.home.is_part
    assert page.see_all.text() == "See all"
    shown, offered = shown_at(page), page.hero.card
    pictured = front.home.telling
    grown: list[bool] = []
    front.first.grown.connect(lambda: grown.append(front.is_ready))

    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)

    assert grown == [False]
    assert shown_at(page) == shown
    assert page.hero.card == offered
    assert pictured.items() <= telling_exercises(front.routines.cards).items()
    assert page.see_all.text() == f"See all {len(front.routines.cards)}"
    assert not laid_out
    run.close()


def test_a_pack_that_was_written_over_is_shown_as_it_is_when_it_has_been_looked_at(
    qapp: QApplication, with_parts: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    path = with_parts / "data/packs/c/routines/standing-c.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Standing", "name: Zigzag"), "utf-8")
    run = Run(qapp, with_parts, qtbot)
    page, front = begun(run), run.program.front
    page.search.setText("zigzag")
    assert shown_at(page) == []
    assert not page.clear_search.isVisible(), "nobody knows yet that there is none"

    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)

    assert shown_at(page) == ["standing-c"]
    assert laid_out == ["standing-c"]
    run.close()
    assert not why_untrue(with_parts)


def test_the_reminders_page_waits_for_no_pack_and_offers_each_routine_as_it_comes(
    qapp: QApplication, profile: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    brought = with_packs(profile)
    run = Run(qapp, profile, qtbot)
    begun(run)
    page, front = run.window.page(REMINDERS), run.program.front
    assert isinstance(page, RemindersPage)
    run.window.show_page(REMINDERS)
    offered = page.editor.routine.widget
    at_first = {offered.itemData(n) for n in range(offered.count())}

    assert len(at_first) > 2
    assert not front.backstage.is_read
    assert not brought & {*at_first, *laid_out}

    qtbot.waitUntil(lambda: front.is_settled, timeout=20_000)
    assert brought <= {offered.itemData(n) for n in range(offered.count())}
    run.close()


def test_a_call_before_any_window_waits_for_no_pack(
    qapp: QApplication, profile: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    brought = with_packs(profile)
    run = Run(qapp, profile, qtbot, FakeStudio())
    run.program.stay()
    reminders = run.program.reminders
    reminders.controller.take_roster(
        Roster(reminders=(Reminder(id="r", name="Move", routine=CHOOSE),))
    )
    reminders.controller.call_now()

    assert reminders.offers.current is not None
    assert not run.program.front.backstage.is_read
    assert not brought & set(laid_out)
    run.close()


def test_a_call_for_a_routine_of_a_new_pack_offers_it(
    qapp: QApplication, profile: Path, qtbot: QtBot, laid_out: list[str]
) -> None:
    wanted, *others = sorted(with_packs(profile))
    run = Run(qapp, profile, qtbot, FakeStudio())
    run.program.stay()
    reminders = run.program.reminders
    reminders.controller.take_roster(
        Roster(reminders=(Reminder(id="r", name="Move", routine=wanted),))
    )
    reminders.controller.call_now()

    assert reminders.offers.current is not None
    assert reminders.offers.current.id == wanted
    assert len(laid_out) <= 1 + len({*others, wanted}) // 10, "it waits for those that stand first"
    run.close()
