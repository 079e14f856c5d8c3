"""Home: what fits now, the picker, and one key to start."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.settings import AffectedSide
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import RoutineCard, what_fits_now
from backease_desktop.core.units import Ms
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.card_words import card_words, needs_words
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look
from tests.fakes.ports import FakeClock
from tests.fakes.small_catalogue import CATALOGUE_FOLDER, english

CATALOGUE = load_catalogue(CATALOGUE_FOLDER).catalogue


def cards() -> list[RoutineCard]:
    wording = english()
    return [
        card_of(r, CATALOGUE, Preferences(), wording, lambda text: estimate(text, 150))
        for r in CATALOGUE.routines.values()
    ]


CARDS = cards()


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> HomePage:
    figures = Figures(CATALOGUE, look, FakeClock(), look)
    page = HomePage(look, figures.thumbnails)
    qtbot.addWidget(page)
    page.resize(1148, 800)
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


def test_what_fits_is_one_set_for_each_place_chair_first() -> None:
    offers = what_fits_now(CARDS)
    assert [offer.places for offer in offers] == [(Place.CHAIR,), (Place.STANDING,), (Place.MAT,)]
    assert all(offer.is_desk_set for offer in offers)
    for offer in offers:
        alike = [c for c in CARDS if c.is_desk_set and c.places == offer.places]
        assert len(offer.equipment) == min(len(card.equipment) for card in alike)


def test_enter_starts_what_fits_now(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.start_requested) as started:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert started.args == [what_fits_now(CARDS)[0].id]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_digit_starts_the_set_that_shows_it(page: HomePage, qtbot: QtBot, number: int) -> None:
    with qtbot.waitSignal(page.start_requested) as started:
        assert page.perform(Wish(Command.START_SET, number))
    assert started.args == [what_fits_now(CARDS)[number - 1].id]


def test_a_digit_without_a_set_does_nothing(page: HomePage) -> None:
    assert not page.perform(Wish(Command.START_SET, 9))


def test_every_routine_is_in_the_picker(page: HomePage) -> None:
    assert len(shown(page)) == len(CATALOGUE.routines)


def test_words_find_routines_by_name_exercise_and_area(page: HomePage) -> None:
    QTest.keyClicks(page.filters.search, "bird dog")
    assert "core-strength" in shown(page)
    assert "desk-chair-2" not in shown(page)


def test_chips_narrow_and_all_widens_again(page: HomePage, qtbot: QtBot) -> None:
    chair = next(chip for chip, _ in page.filters._filters if chip.text() == "Chair")
    QTest.mouseClick(chair, Qt.MouseButton.LeftButton)
    assert shown(page) == [c.id for c in CARDS if set(c.places) <= {Place.CHAIR}]
    page.filters.clear()
    assert len(shown(page)) == len(CARDS)


def test_nothing_found_says_what_to_do(page: HomePage) -> None:
    QTest.keyClicks(page.filters.search, "zzz")
    assert shown(page) == []
    assert page.preview._name.text() == "Nothing fits"
    assert not page.preview.start.isVisible()


def test_enter_in_the_search_goes_on_to_what_was_found_and_enter_starts_it(
    page: HomePage, qtbot: QtBot
) -> None:
    page.perform(Wish(Command.SEARCH))
    assert page.filters.search.hasFocus()
    QTest.keyClicks(page.filters.search, "sciatica")
    QTest.keyClick(page.filters.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.start_requested) as started:
        QTest.keyClick(page.routines, Qt.Key.Key_Return)
    assert started.args == ["with-sciatica"]


def test_arrows_choose_and_the_preview_follows(page: HomePage) -> None:
    page.select("desk-chair-2")
    before = page.preview._name.text()
    QTest.keyClick(page.routines, Qt.Key.Key_Right)
    assert page.preview._name.text() != before


def test_digits_typed_in_the_list_are_left_to_the_window(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.start_requested):
        QTest.keyClick(page.routines, Qt.Key.Key_2)


def test_the_affected_side_can_be_named_where_it_matters(page: HomePage, qtbot: QtBot) -> None:
    page.select("with-sciatica")
    assert page.preview._side.isVisible()
    left = next(b for b in page.preview._sides.buttons() if b.text() == "Left")
    with qtbot.waitSignal(page.affected_side_chosen) as chosen:
        QTest.mouseClick(left, Qt.MouseButton.LeftButton)
    assert chosen.args == [AffectedSide.LEFT]
    page.select("desk-chair-2")
    assert not page.preview._side.isVisible()


def test_assumed_doses_are_marked(page: HomePage) -> None:
    page.select("at-work")
    rows = [label.text() for label in page.preview.findChildren(type(page.preview._name))]
    assert any("assumed" in row for row in rows)


def test_what_was_chosen_stays_chosen_when_the_cards_change(page: HomePage) -> None:
    page.select("at-work")
    page.set_cards(list(CARDS))
    card = page.routines.current
    assert card is not None
    assert card.id == "at-work"


@pytest.mark.parametrize("size", [(868, 600), (1148, 800), (3748, 2160), (500, 900)])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_start_of_what_fits_is_in_sight_and_no_offer_is_cut(
    page: HomePage, look: Look, qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    look.choose(text_percent=percent)
    page.resize(*size)
    buttons = page.fits.findChildren(Button)
    assert len(buttons) == 3
    qtbot.waitUntil(lambda: all(_has_its_room(button) for button in buttons))
    assert buttons[0].mapTo(page, buttons[0].rect().bottomRight()).y() <= page.height()


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
    bare = {id: e.model_copy(update={"figure": None}) for id, e in CATALOGUE.exercises.items()}
    figures = Figures(replace(CATALOGUE, exercises=bare), look, FakeClock(), look)
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


def test_where_room_is_short_an_offer_says_its_words_beside_its_button(page: HomePage) -> None:
    heights = []
    for width in (1148, 500):
        page.resize(width, 800)
        QApplication.processEvents()
        heights.append(page.fits.findChildren(Card)[0].height())
    assert heights[1] < heights[0]


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
    for _ in range(2):
        page.setFocus()
        met = []
        for _ in range(4):
            QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
            focus = page.focusWidget()
            assert focus is not None
            met.append(focus.accessibleName())
        assert [name.split(":")[0] for name in met] == ["Start", "Start", "Start", "All"]
        assert "chair" in met[0]
        page.set_cards([replace(card, duration=Ms(card.duration + 60_000)) for card in CARDS])
