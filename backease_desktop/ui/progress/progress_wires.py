"""Progress, held together with the journal: what is pressed becomes an entry, and is shown anew."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.journal.entries import Corrected, DayMarked, Deleted, Mark
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.progress.goal import goal_set
from backease_desktop.core.units import MINUTE
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.card_words import long_minutes, place_words
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.places import REMINDERS
from backease_desktop.ui.wiring import Wiring

if TYPE_CHECKING:
    from backease_desktop.controllers.keeping import Keeping
    from backease_desktop.ui.main_window import MainWindow
    from backease_desktop.ui.progress.progress_page import ProgressPage


def progress_page(
    look: Look,
    figures: Figures,
    exercises: Callable[[], Mapping[str, Exercise]],
    routines: RoutinesController,
    journal: Journal,
    keeping: "Callable[[], Keeping]",
    wiring: Wiring,
    window: "MainWindow",
    now: Callable[[], datetime],
) -> "ProgressPage":
    """The page of progress.

    Args:
        look: the theme and the fonts.
        figures: draw the pictures.
        exercises: all that there are, by id.
        routines: the first of them that is there is offered while there is nothing to show.
        journal: what happened, and where corrections go.
        keeping: the files of all this; asked for on first use.
        wiring: starts sessions.
        window: has the page of the reminders, and can be closed.
        now: the local time.
    """
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.progress.progress_page import ProgressPage

    def name_of(exercise: str) -> str:
        known = exercises().get(exercise)
        return exercise if known is None else known.name

    page = ProgressPage(look, figures.thumbnails, name_of)

    def tell() -> None:
        page.show_history(journal.history, now().date())

    def on_changed() -> None:
        if page.isVisible():
            tell()

    def on_routines_changed() -> None:
        first = next(iter(routines.so_far()), None)
        if first is not None:
            place = place_words(first.farthest)
            place = place[:1].lower() + place[1:]
            page.empty.offer(f"{long_minutes(first.duration)} {place}")

    def on_start_requested() -> None:
        first = next(iter(routines.so_far()), None)
        if first is not None:
            wiring.choose(first.id)

    def on_day_marked(day: date, mark: Mark) -> None:
        journal.append(DayMarked(day=day, mark=mark))

    def on_exercises_corrected(session: str, done: tuple[str, ...]) -> None:
        journal.append(Corrected(session=session, exercises=done))

    def on_minutes_corrected(session: str, minutes: int) -> None:
        journal.append(Corrected(session=session, played_ms=minutes * MINUTE))

    def on_delete_requested(session: str) -> None:
        journal.append(Deleted(target=session))

    page.shown.connect(tell)
    journal.changed.connect(on_changed)
    page.goal_chosen.connect(lambda goal: journal.append(goal_set(goal)))
    page.day_marked.connect(on_day_marked)
    page.exercises_corrected.connect(on_exercises_corrected)
    page.minutes_corrected.connect(on_minutes_corrected)
    page.delete_requested.connect(on_delete_requested)
    page.start_requested.connect(on_start_requested)
    page.times_requested.connect(lambda: window.show_page(REMINDERS))
    routines.changed.connect(on_routines_changed)
    routines.grown.connect(on_routines_changed)
    wiring.enter_taken.connect(page.set_enter_taken)
    on_routines_changed()

    def files() -> Pieces[None]:
        # Loaded on first use: the page is shown without.
        from backease_desktop.ui.progress.keeping_wires import wire_keeping

        yield None
        wire_keeping(
            page,
            keeping,
            exercises,
            window.show_message,
            lambda: window.wish_made.emit(Wish(Command.QUIT)),
        )

    page.grow(files())
    return page
