"""Calls: the person is called by the means that the reminder wants, and the answer is heard.

Rules:
1. One means at a time. `core.reminder.means` says which to try; where one fails the next is taken,
   and the card, which is the last, cannot fail.
2. What sounds along with what is seen is an extra: where it fails nothing is missing.
3. Whatever ends a call (an answer, `shrink`, `withdraw`, the next call) takes all of it away: what
   is seen, what sounds, and what might have come.
4. A notification that was closed is no answer. The schedule calls once more, as for every call.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QObject, Signal

from backease_desktop.core.notification import OPEN, Button
from backease_desktop.core.reminder.events import Called
from backease_desktop.core.reminder.means import Means, Sound, means_of, sound_of
from backease_desktop.core.reminder.roster import Reminder

if TYPE_CHECKING:  # Made when a call first needs them: the process in the tray is to stay small.
    from backease_desktop.controllers.announcer import Announcer
    from backease_desktop.controllers.ports import Notifier, SignalLike


class CallWords(msgspec.Struct, frozen=True):
    """What a call says.

    Attributes:
        title: a few words.
        sentence: how long it has been, and what is offered.
        late: why it comes only now; may be empty.
        spoken: what the voice says.
        snooze_min: minutes to choose from, the first one first; never empty.
    """

    title: str
    sentence: str
    late: str
    spoken: str
    snooze_min: tuple[int, ...]


class FullBreakLike(Protocol):
    """What calls on the whole screen."""

    @property
    def start_requested(self) -> "SignalLike":
        """Now is a good time."""

    @property
    def snooze_requested(self) -> "SignalLike":
        """Later: the minutes."""

    @property
    def not_now_requested(self) -> "SignalLike":
        """This one is left out."""

    def show_call(
        self, title: str, sentence: str, snooze_min: Sequence[int], late: str = ""
    ) -> None:
        """Call the person."""

    def withdraw(self) -> None:
        """Go."""

    def deleteLater(self) -> None:
        """Go for good."""


class CardLike(FullBreakLike, Protocol):
    """What calls in a corner of the screen."""

    def shrink(self) -> None:
        """Nobody answered."""

    def take_keys(self) -> None:
        """Take the keyboard."""


class Key(StrEnum):
    """What the buttons of a notification tell."""

    START = "start"
    LATER = "later"
    NOT_NOW = "not-now"


class Calls(QObject):
    """Calls, one at a time.

    Args:
        make_card: makes the break card, when it is first needed.
        make_full_break: makes the break that fills the screen, when it is first needed.
        make_announcer: makes what sounds, when it is first needed.
        notifier: shows notifications of the desktop.
        card_keeps_off_focus: whether the card leaves the keyboard to the window that has it.
        tray_message: shows title and text beside the tray; false where that cannot be.
        parent: the owner.

    Signals:
        start_requested: now is a good time.
        snooze_requested: later; carries the minutes.
        not_now_requested: this one is left out.
        open_requested: the person wants to see what there is: `take_keys` shows it.
        means_changed: the person is called by another means now, or not any more.
        closed: everything was taken away for good.
    """

    start_requested = Signal()
    snooze_requested = Signal(int)
    not_now_requested = Signal()
    open_requested = Signal()
    means_changed = Signal()
    closed = Signal()

    def __init__(
        self,
        *,
        make_card: Callable[[], CardLike],
        make_full_break: Callable[[], FullBreakLike],
        make_announcer: "Callable[[], Announcer]",
        notifier: "Notifier",
        card_keeps_off_focus: Callable[[], bool] = lambda: True,
        tray_message: Callable[[str, str], bool] = lambda _title, _text: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_card = make_card
        self._make_full_break = make_full_break
        self._make_announcer = make_announcer
        self._notifier = notifier
        self._card_keeps_off_focus = card_keeps_off_focus
        self._tray_message = tray_message
        self._card: CardLike | None = None
        self._full_break: FullBreakLike | None = None
        self._announcer: Announcer | None = None
        self._words: CallWords | None = None
        self._means: Means | None = None
        self._untried: Iterator[Means] = iter(())
        self._take: dict[Means, Callable[[CallWords], bool]] = {
            Means.CARD: self._show_card,
            Means.FULL_SCREEN: self._show_full_break,
            Means.NOTIFICATION: self._show_notification,
            Means.TRAY_MESSAGE: self._show_tray_message,
            Means.EAR: lambda _: True,  # what sounds is the call
        }
        notifier.unavailable.connect(self._on_notifier_unavailable)
        notifier.answered.connect(self._on_notifier_answered)

    @property
    def card(self) -> CardLike | None:
        """The card, once it was needed."""
        return self._card

    @property
    def means(self) -> Means | None:
        """How the person is being called; None if nobody is."""
        return self._means

    def call(self, called: Called, reminder: Reminder, words: CallWords) -> None:
        """Call the person; what is still there of the call before goes."""
        self.withdraw()
        self._words = words
        keeps_off = self._card_keeps_off_focus()
        self._untried = iter(means_of(called, reminder.style, card_keeps_off_focus=keeps_off))
        self._take_next()
        if sound := sound_of(called, reminder):
            self._let_sound(sound, words)

    def take_keys(self) -> None:
        """Let the person answer by keys: a card comes if none is there, and takes the keyboard."""
        if self._means is None or self._means is Means.FULL_SCREEN:  # which has the keyboard
            return
        if self._means is not Means.CARD:
            self._untried = iter((Means.CARD,))
            self._take_next()
        assert self._card is not None
        self._card.take_keys()

    def shrink(self) -> None:
        """Nobody answered: be quiet, and leave it to the tray."""
        if self._means is Means.CARD and self._card is not None:
            self._card.shrink()
        self.withdraw()

    def withdraw(self) -> None:
        """Take the call away."""
        if self._announcer is not None:
            self._announcer.stop()
        self._leave()
        self._untried, self._words = iter(()), None

    def close(self) -> None:
        """Take everything away for good."""
        self.withdraw()
        for window in (self._card, self._full_break):
            if window is not None:
                window.deleteLater()
        self._card = self._full_break = None
        self.closed.emit()

    def on_tray_message_clicked(self) -> None:
        """The tray's message was clicked, which may have been another one than that of a call."""
        if self._means is Means.TRAY_MESSAGE:
            self.open_requested.emit()

    # The means: each takes the words, and says whether the call is made, or under way.

    def _take_next(self) -> None:
        self._leave()
        words = self._words
        assert words is not None
        for means in self._untried:
            self._means = means
            if self._take[means](words):
                self.means_changed.emit()
                return

    def _leave(self) -> None:
        means, self._means = self._means, None
        if means is Means.CARD and self._card is not None:
            self._card.withdraw()
        elif means is Means.FULL_SCREEN and self._full_break is not None:
            self._full_break.withdraw()
        elif means is Means.NOTIFICATION:
            self._notifier.withdraw()
        if means is not None:
            self.means_changed.emit()

    def _show_card(self, words: CallWords) -> bool:
        if self._card is None:
            self._card = self._make_card()
            self._hear(self._card)
        self._card.show_call(words.title, words.sentence, words.snooze_min, words.late)
        return True

    def _show_full_break(self, words: CallWords) -> bool:
        if self._full_break is None:
            self._full_break = self._make_full_break()
            self._hear(self._full_break)
        self._full_break.show_call(words.title, words.sentence, words.snooze_min, words.late)
        return True

    def _show_notification(self, words: CallWords) -> bool:
        buttons = (
            Button(Key.START, self.tr("Start")),
            Button(Key.LATER, self.tr("In {n} min").format(n=words.snooze_min[0])),
            Button(Key.NOT_NOW, self.tr("Not now")),
        )
        self._notifier.show(words.title, _text_of(words), buttons)
        return True

    def _show_tray_message(self, words: CallWords) -> bool:
        return self._tray_message(words.title, _text_of(words))

    def _let_sound(self, sound: Sound, words: CallWords) -> None:
        if self._announcer is None:
            self._announcer = self._make_announcer()
            self._announcer.failed.connect(self._on_announcer_failed)
        text = words.spoken if sound.speaks else None
        self._announcer.announce(sound.tone, text, volume=sound.volume)

    # What is answered, and what fails

    def _hear(self, window: FullBreakLike) -> None:
        window.start_requested.connect(lambda: self._answer(self.start_requested.emit))
        window.snooze_requested.connect(
            lambda minutes: self._answer(lambda: self.snooze_requested.emit(minutes))
        )
        window.not_now_requested.connect(lambda: self._answer(self.not_now_requested.emit))

    def _answer(self, tell: Callable[[], None]) -> None:
        self.withdraw()
        tell()

    def _on_notifier_answered(self, key: str) -> None:
        words = self._words
        if self._means is not Means.NOTIFICATION or words is None:
            return
        match key:
            case Key.START:
                self._answer(self.start_requested.emit)
            case Key.LATER:
                self._answer(lambda: self.snooze_requested.emit(words.snooze_min[0]))
            case Key.NOT_NOW:
                self._answer(self.not_now_requested.emit)
            case _ if key == OPEN:
                self.open_requested.emit()

    def _on_notifier_unavailable(self, _reason: str) -> None:
        if self._means is Means.NOTIFICATION:
            self._take_next()

    def _on_announcer_failed(self, _reason: str) -> None:
        if self._means is Means.EAR:
            self._take_next()


def _text_of(words: CallWords) -> str:
    return f"{words.sentence} {words.late}".strip()
