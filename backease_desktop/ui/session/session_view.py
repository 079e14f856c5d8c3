"""A session under way, drawn: everything of the player page that a snapshot fills."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.put_away import is_put_away
from backease_desktop.ui.components.toast import Toast
from backease_desktop.ui.figure.figure_card import FigureCard
from backease_desktop.ui.keys import Command, cap
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.before_question import BeforeQuestion
from backease_desktop.ui.session.captions import Captions
from backease_desktop.ui.session.countdown import Countdown
from backease_desktop.ui.session.next_up import NextUp
from backease_desktop.ui.session.player_layout import Needs, arrange
from backease_desktop.ui.session.player_top import PlayerTop, gentle
from backease_desktop.ui.session.then_line import ThenLine
from backease_desktop.ui.session.timeline_strip import TimelineStrip
from backease_desktop.ui.session.transport import Fit, Transport

FULL_SCREEN_FACTOR = 1.5
"""How much larger words are in full screen, to be read from three metres."""
USUAL = QSize(1240, 800)
"""The size of window that the type is drawn for; from there on words grow with it."""


class SessionView(QWidget):
    """The view.

    Args:
        look: the theme and the fonts.
        figure: draws the figure of the exercise that is on.
        thumbnail: draws the figure of the next one.

    Signals:
        command_requested: a button was pressed; its `Command`.
        jump_requested: to the segment of that index.
    """

    command_requested = Signal(object)
    jump_requested = Signal(int)

    def __init__(
        self,
        look: Look,
        figure: QWidget | None = None,
        thumbnail: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._is_full_screen = False
        self._pause_words = ""
        self._snapshot: Snapshot | None = None
        # In reading order, which is the order of Tab.
        self.top = PlayerTop(look, self)
        self.strip = TimelineStrip(look, self)
        self.figure_card = FigureCard(look, figure, self)
        self.countdown = Countdown(look, self)
        self.then = ThenLine(look, self)
        self.before = BeforeQuestion(look, self)
        self.next_up = NextUp(look, thumbnail, self)
        self.transport = Transport(look, self)
        self.hurts = Button(look, self.tr("It hurts"), Kind.WARNING, cap(Command.HURTS), "", self)
        self.captions = Captions(look, self)
        # Over the figure, because at the foot of the page it would cover the captions.
        self.toast = Toast(look, self.figure_card)
        self.hurts.leave_clicks_unfocused()
        self.hurts.clicked.connect(self._on_hurts_clicked)
        self.transport.command_requested.connect(self.command_requested)
        self.strip.jump_requested.connect(self.jump_requested)
        self.top.command_requested.connect(self.command_requested)
        self.top.captions.toggled.connect(self.captions.set_on)
        self.before.came_or_went.connect(self._arrange)
        look.changed.connect(self._arrange)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment of a session; in a window that nobody sees no passing of time is drawn."""
        before, self._snapshot = self._snapshot, snapshot
        if snapshot.only_goes_on(before) and is_put_away(self):
            return
        self.top.show_snapshot(snapshot)
        self.strip.show_snapshot(snapshot)
        self.figure_card.show_snapshot(snapshot)
        self.countdown.show_snapshot(snapshot)
        self.then.show_snapshot(snapshot)
        self.next_up.show_snapshot(snapshot)
        self.transport.show_snapshot(snapshot)
        self.captions.say(snapshot.caption)
        # Of all that changes, only the words on *Pause* need more or less room.
        if self.transport.pause.text() != self._pause_words:
            self._arrange()

    def set_captions(self, is_on: bool) -> None:
        """Show captions or not."""
        self.top.set_captions(is_on)
        self.captions.set_on(is_on)

    def set_full_screen(self, is_full_screen: bool) -> None:
        """Leave the essentials only, large enough for three metres."""
        self._is_full_screen = is_full_screen
        self.top.set_full_screen(is_full_screen)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def _on_hurts_clicked(self) -> None:
        self.command_requested.emit(Command.HURTS)

    def _factor(self) -> float:
        """How much larger the words are that are read from afar."""
        grown = min(self.width() / USUAL.width(), self.height() / USUAL.height())
        return max(1.0, grown) * (FULL_SCREEN_FACTOR if self._is_full_screen else 1.0)

    def _arrange(self) -> None:
        self._pause_words = self.transport.pause.text()
        factor = self._factor()
        for scaled in (self.top, self.figure_card, self.then, self.next_up, self.captions):
            scaled.set_factor(factor)
        self._set_pressed_factor(gentle(factor))
        places = arrange(self.size(), self._needs())
        taken = self.transport.width_for(places.fit, self._is_full_screen)
        if places.transport.width() < taken:
            # Very large type on a narrow page: not even the icons have room at full size.
            room = places.transport.width() + places.hurts.width()
            share = room / (taken + places.hurts.width())
            self._set_pressed_factor(gentle(factor) * share * 0.97)
            places = arrange(self.size(), self._needs())
        self.transport.set_fit(places.fit, self._is_full_screen)
        self.then.set_says_next(places.next_up.isEmpty())
        self.before.setGeometry(places.question)
        self.transport.setGeometry(places.transport)
        self.hurts.setGeometry(places.hurts)
        self.captions.setGeometry(places.captions)
        for part, place in (
            (self.top, places.top),
            (self.strip, places.strip),
            (self.figure_card, places.figure),
            (self.countdown, places.countdown),
            (self.then, places.then),
            (self.next_up, places.next_up),
        ):
            part.setVisible(not place.isEmpty())
            part.setGeometry(place)

    def _set_pressed_factor(self, factor: float) -> None:
        for pressed in (self.transport, self.hurts, self.strip):
            pressed.set_factor(factor)

    def _needs(self) -> Needs:
        card = self.next_up.sizeHint()
        card.setWidth(max(self._look.theme.px(200), self.width() // 6))
        return Needs(
            top=self.top.sizeHint().height(),
            strip=self.strip.sizeHint().height(),
            then=self.then.line_height(),
            captions=self.captions.sizeHint().height(),
            foot=self.transport.sizeHint().height(),
            transport=tuple(
                (fit, self.transport.width_for(fit, self._is_full_screen)) for fit in Fit
            ),
            hurts=self.hurts.sizeHint().width(),
            next_up=card,
            question=self.before.needs(),
        )
