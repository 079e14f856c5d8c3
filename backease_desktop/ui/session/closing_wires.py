"""What is asked before and after a session, held together with whoever writes it down."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.pain import Band, band_of
from backease_desktop.core.settings import DoseChoice
from backease_desktop.core.timeline.fitting import more_after
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.hurts_words import why_words

if TYPE_CHECKING:
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.controllers.said import Said
    from backease_desktop.controllers.session import SessionController
    from backease_desktop.core.player.snapshot import Snapshot
    from backease_desktop.core.session_record import SessionRecord
    from backease_desktop.core.timeline.routine_card import RoutineCard
    from backease_desktop.core.timeline.segments import Timeline
    from backease_desktop.ui.session.closing import Closing
    from backease_desktop.ui.session.closing_side import Day
    from backease_desktop.ui.session.player_page import PlayerPage


class Ahead(msgspec.Struct, frozen=True):
    """What the end of a session asks of the rest of the program.

    Attributes:
        day: what comes today.
        pause, resume: keep the reminders quiet for a while, or end that.
        cards: of all routines, to offer one of them.
    """

    day: Callable[[], "Day"]
    pause: Callable[[], None]
    resume: Callable[[], None]
    cards: Callable[[], "Sequence[RoutineCard]"]


def join_closing(
    page: "PlayerPage",
    look: Look,
    figures: Figures,
    catalogue: Callable[[], Catalogue],
    session: "SessionController",
    said: "Said",
    settings: SettingsController,
    ahead: Ahead,
) -> None:
    """Ask on the page of a session, write down what is said, and offer what may come next."""
    played: list[Timeline] = []

    def follow(snapshot: "Snapshot") -> None:
        played[:] = [snapshot.timeline]
        page.before.follow(snapshot)

    def ask_before() -> None:
        if settings.settings.session.ask_how and said.asks_before and page.isVisible():
            said.ask_before()
            page.ask_before()

    def tell_before(level: int) -> None:
        said.tell_before(level)
        if band_of(level) is Band.ENOUGH:
            session.pause()
            page.show_message(
                QCoreApplication.translate(
                    "closing",
                    "From 6 on it is enough for today: Esc ends, and Help says when to get help. "
                    "Space goes on.",
                )
            )

    def show_end(record: "SessionRecord") -> None:
        page.before.hide()
        if not record.has_closing:
            return
        # Loaded on first use, at the end of the first session.
        from backease_desktop.core.account import account_of
        from backease_desktop.ui.session.closing import Around

        chosen = settings.settings.session
        page.show_record(
            record,
            Around(
                asks=chosen.ask_how,
                moves=chosen.dose is DoseChoice.AUTO,
                before=said.before,
                lines=account_of(record, played[0]) if played else (),
                day=today(),
                more=None if record.stopped_hurting else more_after(ahead.cards(), record.routine),
                name=lambda exercise: catalogue().exercises[exercise].name,
                picture=lambda exercise: ExercisePicture(look, figures.thumbnails, exercise),
            ),
        )

    def today() -> "Day":
        return replace(ahead.day(), done=said.today)

    def pause() -> None:
        ahead.pause()
        page.closing.today.show_day(today())

    def resume() -> None:
        ahead.resume()
        page.closing.today.show_day(today())

    def join(closing: "Closing") -> None:
        closing.routine_requested.connect(session.entrance.start)
        closing.pause_requested.connect(pause)
        closing.resume_requested.connect(resume)
        closing.questions.felt_told.connect(said.tell_felt)
        closing.questions.pain_told.connect(said.tell_after)

    def say_why() -> None:
        """What is not as it was because it hurt."""
        changes = () if session.entrance.mine is None else session.entrance.mine.changes
        words = why_words(changes, lambda exercise: catalogue().exercises[exercise].name)
        if words:
            page.show_message(words)

    session.began.connect(say_why)
    session.changed.connect(follow)
    session.began.connect(ask_before)
    session.ended.connect(show_end)
    page.before.pain_told.connect(tell_before)
    page.closing_made.connect(join)


def day_of(
    reminders: "ReminderController",
    cards: "Sequence[RoutineCard]",
    now: datetime,
    *,
    has_goal: bool,
) -> "Day":
    """What comes today: the next call, and how many for whoever has set a goal.

    Args:
        reminders: know the day.
        cards: of all routines, for the name of what the next call opens.
        now: the local time.
        has_goal: the person has set one; to nobody else it is said how much is to come.
    """
    # Loaded on first use, with the page.
    from backease_desktop.core.reminder.outlook import Mood
    from backease_desktop.ui.durations import minutes_words
    from backease_desktop.ui.reminders.reminder_words import outlook_words
    from backease_desktop.ui.session.closing_side import Day

    outlook = reminders.outlook
    opens = ""
    if outlook.can_pause and outlook.reminder is not None:
        reminder = reminders.roster.reminder((outlook.reminder,))
        card = next((one for one in cards if one.id == reminder.routine), None)
        named = f"{card.name}, {minutes_words(card.duration)}" if card else ""
        opens = " · ".join(part for part in (reminder.name, named) if part)
    return Day(
        coming=reminders.day(now).coming if has_goal else 0,
        outlook=outlook_words(outlook, now),
        opens=opens,
        can_pause=outlook.can_pause,
        is_paused=outlook.mood is Mood.PAUSED,
    )
