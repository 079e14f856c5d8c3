"""What is asked before and after a session, held together with whoever writes it down."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.account import account_of
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.pain import Band, band_of
from backease_desktop.core.settings import DoseChoice
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.hurts_words import why_words

if TYPE_CHECKING:
    from backease_desktop.controllers.said import Said
    from backease_desktop.controllers.session import SessionController
    from backease_desktop.core.player.snapshot import Snapshot
    from backease_desktop.core.session_record import SessionRecord
    from backease_desktop.core.timeline.segments import Timeline
    from backease_desktop.ui.session.player_page import PlayerPage


def join_closing(
    page: "PlayerPage",
    look: Look,
    figures: Figures,
    catalogue: Catalogue,
    session: "SessionController",
    said: "Said",
    settings: SettingsController,
    day: Callable[[], tuple[str, int]],
) -> None:
    """Ask on the page of a session, and write down what is said.

    `day` tells when the next call is, in words, and how many are to come today, for a goal.
    """
    # Loaded on first use, with the page.
    from backease_desktop.ui.session.closing import Around

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
        chosen, (outlook, coming) = settings.settings.session, day()
        page.show_record(
            record,
            Around(
                asks=chosen.ask_how,
                moves=chosen.dose is DoseChoice.AUTO,
                before=said.before,
                lines=account_of(record, played[0]) if played else (),
                today=said.today,
                coming=coming,
                outlook=outlook,
                name=lambda exercise: catalogue.exercises[exercise].name,
                picture=lambda exercise: ExercisePicture(look, figures.thumbnails, exercise),
            ),
        )

    def say_why() -> None:
        """What is not as it was because it hurt."""
        changes = () if session.entrance.mine is None else session.entrance.mine.changes
        words = why_words(changes, lambda exercise: catalogue.exercises[exercise].name)
        if words:
            page.show_message(words)

    session.began.connect(say_why)
    session.changed.connect(follow)
    session.began.connect(ask_before)
    session.ended.connect(show_end)
    page.before.pain_told.connect(tell_before)
    page.closing.questions.felt_told.connect(said.tell_felt)
    page.closing.questions.pain_told.connect(said.tell_after)
