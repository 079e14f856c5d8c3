"""Home: what fits now, the picker, and one key to start."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import Area, DoseLevel, Equipment, Place
from backease_desktop.core.compose.wanted import AT_HAND, Wanted
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.fitting import fitting, telling_exercises
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.figure.moving_figure import MovingFigure
from backease_desktop.ui.home.card_words import card_words, needs_words
from backease_desktop.ui.home.hero import Hero
from backease_desktop.ui.home.hero_picture import HeroPicture
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english

CATALOGUE = shipped_catalogue()
AT_FIRST = Preferences(dose=DoseLevel.GENTLE)


def cards() -> list[RoutineCard]:
    wording = english()
    return [
        card_of(r, CATALOGUE, AT_FIRST, wording, lambda text: estimate(text, 150))
        for r in CATALOGUE.routines.values()
    ]


CARDS = sorted(cards(), key=lambda card: (not card.is_desk_set, card.duration))
NOW = datetime(2026, 11, 26, 11, 17, tzinfo=UTC)


def fit(hero: Hero, wanted: Wanted) -> None:
    """In the place of what puts sessions together: one of the cards that fit, another by seed."""
    fits = fitting(CARDS, wanted.place, wanted.longest)
    card = fits[wanted.seed % len(fits)]
    hero.show_fit(card.with_(id=f"fitted-{card.id}"), "Half of it is strength.")


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> HomePage:
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    page = HomePage(look, figures, lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.hero.fit_requested.connect(partial(fit, page.hero))
    page.set_cards(CARDS)
    page.show()
    qtbot.waitExposed(page)
    page.setFocus()
    return page


def shown(page: HomePage) -> list[str]:
    model = page.routines.model()
    return [
        model.index(row, 0).data(Qt.ItemDataRole.UserRole).id for row in range(model.rowCount())
    ]


def names(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_enter_starts_what_the_hero_offers(page: HomePage, qtbot: QtBot) -> None:
    assert page.hero.card is not None
    with qtbot.waitSignal(page.start_requested) as started:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert started.args == [page.hero.card.id]


def test_one_enter_stands_on_the_page_and_it_is_true(page: HomePage) -> None:
    with_enter = [b for b in page.findChildren(Button) if b.isVisible() and b.key == "⏎"]
    assert with_enter == [page.hero.start]


@pytest.mark.parametrize("number", range(2, 10))
def test_a_digit_starts_the_card_that_shows_it(page: HomePage, qtbot: QtBot, number: int) -> None:
    with qtbot.waitSignal(page.start_requested) as started:
        assert page.perform(Wish(Command.START_SET, number))
    assert started.args == [CARDS[number - 2].id]


def test_one_starts_the_hero(page: HomePage, qtbot: QtBot) -> None:
    assert page.hero.card is not None
    with qtbot.waitSignal(page.start_requested) as started:
        assert page.perform(Wish(Command.START_SET, 1))
    assert started.args == [page.hero.card.id]


def test_the_next_reminders_routine_is_suggested_until_somebody_chooses(page: HomePage) -> None:
    page.hero.suggest("mat-12", "Next for you: Lunch at 12:30")
    assert page.hero.card is not None
    assert page.hero.card.id == "mat-12"
    assert "Next for you: Lunch at 12:30" in names(page.hero)
    assert page.hero.place.value is Place.MAT
    page.hero.place.chosen.emit(page.hero.place.value)
    page.hero.suggest("desk-chair-2", "Next for you: Stretch at 13:20")
    assert page.hero.card.places == (Place.MAT,) or page.hero.card.farthest is Place.MAT
    assert "Next for you: Stretch at 13:20" not in names(page.hero)


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("minutes", [2, 5, 12, 20])
def test_what_is_offered_fits_place_and_minutes(page: HomePage, place: Place, minutes: int) -> None:
    segment = page.hero.place.segments[list(Place).index(place)]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    page.hero.minutes.setValue(minutes)
    card = page.hero.card
    assert card is not None
    assert card.farthest is place
    shortest = min(c.duration for c in CARDS if c.farthest is place)
    assert card.duration <= max(Ms(minutes * MINUTE + MINUTE // 2), shortest)


def test_another_one_keeps_place_and_minutes_and_comes_round(page: HomePage) -> None:
    QTest.mouseClick(page.hero.place.segments[2], Qt.MouseButton.LeftButton)
    page.hero.minutes.setValue(15)
    first = page.hero.card
    offered = [first]
    for _ in range(len(CARDS)):
        assert page.perform(Wish(Command.ANOTHER))
        if page.hero.card == first:
            break
        offered.append(page.hero.card)
    assert page.hero.card == first
    assert len(offered) == len(set(offered)) > 1
    assert all(card is not None and card.farthest is Place.MAT for card in offered)


def test_effort_is_chosen_where_it_is_seen(page: HomePage, qtbot: QtBot) -> None:
    for choice in (page.hero.effort, page.view.effort):
        with qtbot.waitSignal(page.effort_chosen) as chosen:
            choice.segments[2].click()
        assert chosen.args == [DoseLevel.FULL]
    page.set_effort(DoseLevel.GENTLE)
    assert page.hero.effort.value is page.view.effort.value is DoseLevel.GENTLE


def test_when_it_would_be_over_is_said_in_place_of_seconds(page: HomePage) -> None:
    page.hero.suggest("desk-chair-2", "")
    assert any(words.startswith("done by 11:") for words in names(page.hero))


def test_every_routine_is_behind_see_all(page: HomePage) -> None:
    assert len(shown(page)) == 8
    click(page.see_all)
    assert len(shown(page)) == len(CATALOGUE.routines)
    click(page.see_all)
    assert len(shown(page)) == 8


def test_words_find_routines_by_name_exercise_and_area(page: HomePage) -> None:
    QTest.keyClicks(page.search, "bird dog")
    assert "core-strength" in shown(page)
    assert "desk-chair-2" not in shown(page)
    assert not page.hero.isVisible()


def test_what_is_called_so_stands_before_what_mentions_it(page: HomePage) -> None:
    QTest.keyClicks(page.search, "loose")
    assert shown(page)[0] == "loose-hips"


def test_chips_narrow_and_all_widens_again(page: HomePage) -> None:
    chair = next(chip for chip, _ in page.filters._filters if chip.text() == "Chair")
    click(chair)
    assert shown(page) == [c.id for c in CARDS if set(c.places) <= {Place.CHAIR}]
    click(page.see_all if page.see_all.isVisible() else chair)
    page.filters.clear()
    assert len(shown(page)) == 8


def test_nothing_found_says_so_and_leads_back(page: HomePage) -> None:
    QTest.keyClicks(page.search, "zzz")
    assert shown(page) == []
    assert any("zzz" in words for words in names(page))
    click(page.clear_search)
    assert page.search.text() == ""
    assert len(shown(page)) == 8
    assert page.hero.isVisible()


def test_the_key_that_leads_to_the_search_is_no_letter_of_it(page: HomePage) -> None:
    page.perform(Wish(Command.SEARCH))
    QTest.keyClicks(page.search, "/sci")
    assert page.search.text() == "sci"


def test_enter_in_the_search_goes_on_to_what_was_found_and_enter_opens_it(
    page: HomePage, qtbot: QtBot
) -> None:
    page.perform(Wish(Command.SEARCH))
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "sciatica")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    QTest.keyClick(page.routines, Qt.Key.Key_Return)
    assert page.view.card is not None
    assert page.view.card.id == "with-sciatica"
    with qtbot.waitSignal(page.start_requested) as started:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert started.args == ["with-sciatica"]


def test_a_click_on_a_card_opens_its_routine_and_escape_leads_back(page: HomePage) -> None:
    second = page.routines.model().index(1, 0)
    spot = page.routines.visualRect(second).center()
    QTest.mouseClick(page.routines.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.view.isVisible()
    assert page.view.card == CARDS[1]
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.view.isVisible()
    assert page.hero.isVisible()


def test_digits_typed_in_the_list_are_left_to_the_window(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.start_requested):
        QTest.keyClick(page.routines, Qt.Key.Key_2)


def test_the_affected_side_can_be_named_where_it_matters(page: HomePage, qtbot: QtBot) -> None:
    page.open("with-sciatica")
    assert page.view.side.isVisible()
    with qtbot.waitSignal(page.affected_side_chosen) as chosen:
        click(page.view.side.segments[0])
    assert chosen.args == [SideThatHurts.LEFT]
    page.open("desk-chair-2")
    assert not page.view.side.isVisible()


def test_assumed_doses_are_marked(page: HomePage) -> None:
    page.open("at-work")
    assert any("assumed" in row for row in names(page.view))


def test_what_was_chosen_stays_chosen_when_the_cards_change(page: HomePage) -> None:
    page.open("at-work")
    page.set_cards([card.with_(duration=Ms(card.duration + 60_000)) for card in CARDS])
    assert page.view.card is not None
    assert page.view.card.id == "at-work"
    assert page.view.card.duration == next(c for c in CARDS if c.id == "at-work").duration + 60_000


def test_every_card_has_a_picture_of_its_own() -> None:
    telling = telling_exercises(CARDS)
    assert all(telling[c.id] in {s.exercise for s in c.steps} for c in CARDS)
    alike = [one for one, count in Counter(telling.values()).items() if count > 1]
    exhausted = [
        c.id
        for c in CARDS
        if telling[c.id] in alike and {s.exercise for s in c.steps} <= set(telling.values())
    ]
    assert len(exhausted) >= len(alike)
    assert len({telling[c.id] for c in CARDS[:8]}) == 8


@pytest.mark.parametrize("size", [(868, 600), (1148, 800), (3748, 2160), (500, 900), (428, 480)])
@pytest.mark.parametrize("percent", [100, 200])
def test_start_is_in_sight_and_not_cut(
    page: HomePage, look: Look, qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    look.choose(text_percent=percent)
    page.resize(*size)
    start = page.hero.start
    qtbot.waitUntil(lambda: _has_its_room(start))
    qtbot.waitUntil(lambda: start.mapTo(page, start.rect().bottomRight()).y() <= page.height())


def _has_its_room(button: Button) -> bool:
    """Whether nothing of a button is cut; a page needs a round or two of the event loop for it."""
    need = button.sizeHint()
    return button.width() >= need.width() and button.height() >= need.height()


def test_a_card_says_what_it_takes() -> None:
    card = next(card for card in CARDS if card.id == "with-scoliosis")
    assert "6 exercises" in card_words(card)
    assert needs_words(card) == "Chair, floor · mat, foam roller"


def test_an_exercise_without_a_figure_has_its_position_for_a_picture(
    look: Look, qtbot: QtBot
) -> None:
    bare = {id: e.with_(figure=None) for id, e in CATALOGUE.exercises.items()}
    figures = Figures(lambda: replace(CATALOGUE, exercises=bare), look, FakeClock(), look)
    pictures = []
    for exercise in ("bridge", "prone-press-up", "bird-dog"):
        assert figures.thumbnails.find(exercise, QSize(60, 44)) is None
        with qtbot.waitSignal(figures.thumbnails.ready):
            pass
        picture = figures.thumbnails.find(exercise, QSize(60, 44))
        assert picture is not None
        pictures.append(picture.toImage())
    blank = pictures[0].copy()
    blank.fill(Qt.GlobalColor.transparent)
    assert all(picture != blank for picture in pictures)
    assert pictures[0] != pictures[1] != pictures[2]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_page_is_never_wider_than_its_room(
    page: HomePage, look: Look, qtbot: QtBot, percent: int
) -> None:
    look.choose(text_percent=percent)
    scroll = page.findChild(Scroll)
    assert scroll is not None
    for width in (480, 560, 640, 760, 900):
        page.resize(max(width, look.theme.px(300)), 600)
        qtbot.waitUntil(lambda: scroll.horizontalScrollBar().maximum() == 0)


def test_tab_meets_things_in_the_order_in_which_they_stand(page: HomePage) -> None:
    page.setFocus()
    met = []
    for _ in range(10):
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        focus = page.focusWidget()
        assert focus is not None
        met.append(focus.accessibleName())
    assert met == [
        "Search",
        "New routine",
        "Paste what you were given",
        "Minutes I have",
        "At the chair",
        "Gentle",
        "For the whole back",
        "Start",
        "Another one",
        "All",
    ]


def test_the_hero_shows_each_exercise_once_and_rests_however_long_the_mouse_stays(
    page: HomePage, qtbot: QtBot
) -> None:
    """Painted without end, a window that nobody used woke the machine all the time."""
    picture = page.findChild(HeroPicture)
    assert picture is not None
    assert page.hero.card is not None
    first = picture.shown
    picture.wake()
    turn = picture.findChild(QTimer)
    assert turn is not None
    qtbot.waitUntil(turn.isActive)
    moving = picture.findChild(MovingFigure)
    assert moving is not None
    seen = []
    while turn.isActive() and len(seen) < 100:
        assert moving.isVisible()
        seen.append(picture.shown)
        turn.timeout.emit()

    assert len(seen) == len(page.hero.card.steps)
    assert not turn.isActive()
    assert not moving.isVisible()
    assert picture.shown == first

    picture.wake()
    assert turn.isActive()
    assert moving.isVisible()


def test_whoever_looks_away_while_the_figure_is_made_ready_sees_none_move(
    page: HomePage, qtbot: QtBot
) -> None:
    picture = page.findChild(HeroPicture)
    assert picture is not None
    picture.wake()
    picture.rest()
    assert picture.findChild(MovingFigure) is None
    picture.wake()
    qtbot.waitUntil(lambda: picture.findChild(MovingFigure) is not None)
    moving = picture.findChild(MovingFigure)
    assert moving is not None
    picture.rest()
    assert not moving.isVisible()


def test_what_was_put_together_says_how_much_is_strength_and_starts_by_its_own_id(
    page: HomePage, qtbot: QtBot
) -> None:
    page.hero.minutes.setValue(5)

    assert any(words.endswith("Half of it is strength.") for words in names(page.hero))
    assert "Made for your 5 minutes" in names(page.hero)
    with qtbot.waitSignal(page.start_requested) as started:
        page.hero.press_start()
    assert started.args[0].startswith("fitted-")


def test_areas_and_things_at_hand_are_asked_for_and_told_on_the_button(
    page: HomePage, qtbot: QtBot
) -> None:
    areas = page.hero.areas
    assert areas.text() == "For the whole back"
    actions = {action.text(): action for action in areas.menu.actions()}

    actions["Neck"].trigger()
    actions["Core"].trigger()
    with qtbot.waitSignal(page.hero.fit_requested) as asked:
        actions["A towel"].trigger()

    assert areas.text() == "For: Neck, Core"
    assert asked.args[0].areas == {Area.NECK, Area.CORE}
    assert asked.args[0].things == AT_HAND | {Equipment.TOWEL}
    actions["Hips"].trigger()
    assert areas.text() == "For 3 areas"


def test_where_nothing_fits_a_sentence_says_why_and_nothing_can_be_started(page: HomePage) -> None:
    page.hero.fit_requested.disconnect()
    page.hero.fit_requested.connect(lambda _: page.hero.show_nothing("It hurt last time."))

    page.hero.minutes.setValue(3)

    assert "It hurt last time." in names(page.hero)
    assert not page.hero.start.isEnabled()
    assert page.hero.card is None


def test_another_dose_has_the_same_put_together_anew(page: HomePage, qtbot: QtBot) -> None:
    page.hero.minutes.setValue(7)
    page.hero.offer_another()
    with qtbot.waitSignal(page.hero.fit_requested) as asked:
        page.set_cards(CARDS)

    assert asked.args[0].seed == 1
    assert asked.args[0].longest == 7 * MINUTE


def test_a_reminder_that_may_choose_has_its_session_put_together_on_home(page: HomePage) -> None:
    page.hero.suggest_fit(Wanted(Ms(3 * MINUTE), Place.CHAIR), "Next for you: Stretch at 13:20")

    assert page.hero.card is not None
    assert page.hero.card.id.startswith("fitted-")
    assert "Next for you: Stretch at 13:20" in names(page.hero)


def test_an_opened_routine_can_be_given_away(page: HomePage, qtbot: QtBot) -> None:
    page.open(CARDS[0].id)
    with qtbot.waitSignal(page.view.give_requested) as given:
        page.view.give.click()

    assert given.args == [CARDS[0].id]


def test_news_of_the_same_reminder_has_nothing_put_together_anew(
    page: HomePage, qtbot: QtBot
) -> None:
    wanted = Wanted(Ms(3 * MINUTE), Place.CHAIR)
    page.hero.suggest_fit(wanted, "Next for you: Stretch at 13:20")
    with qtbot.assertNotEmitted(page.hero.fit_requested):
        page.hero.suggest_fit(wanted, "Next for you: Stretch at 13:21")

    assert "Next for you: Stretch at 13:21" in names(page.hero)
    with qtbot.waitSignal(page.hero.fit_requested):
        page.hero.suggest_fit(wanted, "Next for you: Stretch at 14:10", moment=1)


def test_where_nothing_can_be_put_together_home_shows_what_the_reminder_opens_then(
    look: Look, qtbot: QtBot
) -> None:
    page = HomePage(look, Figures(lambda: CATALOGUE, look, FakeClock(), look), lambda: NOW)
    qtbot.addWidget(page)
    page.set_cards(CARDS)
    page.hero.fit_requested.connect(lambda _: page.hero.show_nothing("It hurt last time."))
    wanted = Wanted(Ms(3 * MINUTE), Place.CHAIR)
    page.hero.suggest_fit(wanted, "Next for you: Stretch at 13:20", 0, CARDS[1].id)

    assert page.hero.card == CARDS[1]
    page.hero.offer_another()  # what somebody asks for here is theirs
    assert page.hero.card is None
