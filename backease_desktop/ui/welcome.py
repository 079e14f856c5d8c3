"""The welcome: when to get help, whether the voice is heard, what to look after, a first reminder.

Rules: a step at a time, each leads back, and Enter alone leads through all of them. What is to be
looked after may be left out.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.safety import Safety
from backease_desktop.core.settings import Say
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.disclosure import Disclosure
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.stack import Stack
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.help.safety_card import SafetyCard
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.field_editors import NumberEditor
from backease_desktop.ui.welcome_step import WIDEST, Step

if TYPE_CHECKING:
    from backease_desktop.core.reminder.roster import Reminder
    from backease_desktop.ui.me.me_form import MeForm
    from backease_desktop.ui.reminders.first_reminder import FirstReminder
    from backease_desktop.ui.reminders.possible import Possible

PICTURED = "bird-dog"
PICTURE = 170


class WelcomePage(QWidget):
    """Four short steps.

    Args:
        look: the theme and the fonts.
        safety: the texts of the first step.
        volume: of the voice, in percent.
        reminder: gives the reminder that the last step stands ready with.
        possible: tells what this system can do for the program.
        thumbnails: draw the picture of the first step.
        make_form: makes what can be said about oneself, for the third step.

    Signals:
        understood: the safety page was read and accepted.
        voice_test_requested: the test sentence is to be said.
        volume_chosen: how loud the voice is to be, in percent.
        say_chosen: how much is to be said; a `Say`.
        reminder_chosen: the `Reminder` that is wanted, switched off if none is.
        start_at_login_chosen: whether the program is to start with the computer; left out where
            nothing was chosen.
        menu_entry_chosen: the program is wanted in the applications menu.
        finished: go on to home.
    """

    understood = Signal()
    voice_test_requested = Signal()
    volume_chosen = Signal(int)
    say_chosen = Signal(object)
    reminder_chosen = Signal(object)
    start_at_login_chosen = Signal(bool)
    menu_entry_chosen = Signal()
    finished = Signal()

    def __init__(
        self,
        look: Look,
        safety: Safety,
        volume: int,
        reminder: "Callable[[], Reminder]",
        possible: "Callable[[], Possible]",
        thumbnails: Thumbnails,
        make_form: "Callable[[], MeForm]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self._reminder = reminder
        self._possible = possible
        self._make_form = make_form
        self.form: MeForm | None = None
        self.first: FirstReminder | None = None
        self._me: Step | None = None
        self._last: Step | None = None
        self.volume = NumberEditor(
            look, self.tr("Voice volume"), 0, 100, " %", self.volume_chosen.emit
        )
        self.volume.show(volume)
        self.accept = Button(look, self.tr("I understand"), Kind.PRIMARY, "⏎")
        self.accept.clicked.connect(self._on_accepted)
        self.play = Button(look, self.tr("Play the voice"), Kind.PRIMARY, "⏎", "voice")
        self.play.clicked.connect(self._on_play)
        self.silence = Label("", "body", "warning", wraps=True)
        self.silence.hide()
        self.heard = Button(look, self.tr("I hear it"))
        self.heard.clicked.connect(self._on_heard)
        self.unheard = Button(look, self.tr("I hear nothing"))
        self.unheard.clicked.connect(self._on_unheard)
        self.tones = Button(look, self.tr("Go on with tones and captions"))
        self.tones.clicked.connect(self._on_tones)
        self._unheard_help = QWidget()
        self._speaks = False
        self._was_heard = True
        """What the button on the right says: false after a test that failed."""
        self._steps = Stack()
        self._safety, self._voice = self._safety_step(safety), self._voice_step()
        self._steps.addWidget(self._safety)
        self._steps.addWidget(self._voice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        self.setFocusProxy(self.accept)

    def perform(self, wish: Wish) -> bool:
        """No key leads past the safety page to another one."""
        return wish.command is Command.PAGE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll what is read, or choose in it; the focus stands below, on what is pressed."""
        step = self._steps.currentWidget()
        assert isinstance(step, Step)
        if step in (self._me, self._last) and event.key() in ENTER:
            step.right.click()
        else:
            step.content.keyPressEvent(event)

    def show_said(self) -> None:
        """The sentence was said: Enter now means that it was heard."""
        self.silence.hide()
        self._unheard_help.hide()
        self._let_go_on(self.tr("I hear it"), was_heard=True)

    def show_failed(self, reason: str) -> None:
        """The sentence could not be said: say why, and Enter now goes on without it."""
        words = self.tr(
            "The voice cannot be played here now. Each session tries again; captions and the "
            "screen lead you as well. The reason: {reason}."
        )
        self.silence.setText(words.format(reason=reason.rstrip(".")))
        self.silence.show()
        self._let_go_on(self.tr("Go on"), was_heard=False)

    def _let_go_on(self, words: str, *, was_heard: bool) -> None:
        """Let the way on say how it went, and have the focus unless the person has moved on."""
        self._show_speaking(speaks=False)
        self._was_heard = was_heard
        self.heard.setText(words)
        if self.play.hasFocus():
            self._lead_with(self.heard)
            self.heard.setFocus(Qt.FocusReason.TabFocusReason)

    def _lead_with(self, leading: Button) -> None:
        """Of playing and going on, one is what Enter is for, and looks like it."""
        for button in (self.play, self.heard):
            button.set_kind(Kind.PRIMARY if button is leading else Kind.SECONDARY)
            button.set_key("⏎" if button is leading else "")

    def _safety_step(self, safety: Safety) -> Step:
        scroll = PageColumn(self._look, WIDEST)
        column = scroll.column
        column.addWidget(Label(self.tr("Welcome to BackEase"), "title", wraps=True))
        lead = self.tr(
            "A few minutes at a time, a voice and a figure lead you through exercises for your "
            "back, at your chair, standing or on the mat. First, a page to read once."
        )
        column.addWidget(Label(lead, "body", "muted", wraps=True))
        picture = ExercisePicture(self._look, self._thumbnails, PICTURED, height=PICTURE)
        column.addWidget(picture)
        column.addWidget(SafetyCard(self._look, safety.about, with_source=False))
        first, *others = safety.help_wanted
        column.addWidget(SafetyCard(self._look, first, is_brief=True))
        more = QWidget()
        inside = QVBoxLayout(more)
        inside.setContentsMargins(0, 0, 0, 0)
        for part in others:
            inside.addWidget(SafetyCard(self._look, part))
        hint = self.tr("when to see a doctor soon")
        self.more = Disclosure(self._look, self.tr("More signs"), hint, more)
        column.addWidget(self.more)
        column.addStretch(1)
        note = self.tr("You find this page again under Help.")
        words = Label(note, "small", "muted", wraps=True)
        return Step(self._look, scroll, [words], self.accept)

    def _voice_step(self) -> Step:
        scroll = PageColumn(self._look, WIDEST)
        column = scroll.column
        column.addWidget(Label(self.tr("Can you hear the voice?"), "title", wraps=True))
        lead = self.tr(
            "In a session it says when to hold, when to switch sides and when to relax, so you "
            "need not look. Play it once and see whether the volume is right."
        )
        column.addWidget(Label(lead, "body", "muted", wraps=True))
        card = Card(self._look)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 20, 20, 20)
        inside.setSpacing(12)
        inside.addWidget(self.play, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.silence)
        inside.addWidget(Label(self.tr("Voice volume"), is_strong=True))
        inside.addWidget(self.volume.widget)
        words = self.tr("Settings has the volume, the voice and its speed again.")
        inside.addWidget(Label(words, "small", "muted", wraps=True))
        column.addWidget(card)
        column.addWidget(self._unheard_help)
        self._lay_out_unheard_help()
        column.addStretch(1)
        self.back = self._back_to(lambda: self._show(self._safety))
        return Step(self._look, scroll, [self.back, self.unheard], self.heard)

    def _me_step(self) -> Step:
        """What to look after; the way on says whether anything was said."""
        self.form = form = self._make_form()
        form.help.hide()  # the first step has it, and Back leads there
        scroll = PageColumn(self._look, WIDEST)
        column = scroll.column
        words = self.tr("Is there something to look after?")
        column.addWidget(Label(words, "title", wraps=True))
        lead = self.tr(
            "Only if you like: what you say here changes which exercises come, and how. It stays "
            "on this computer, and About you in Settings has it again."
        )
        column.addWidget(Label(lead, "body", "muted", wraps=True))
        column.addWidget(form)
        column.addStretch(1)
        self.go_on = Button(self._look, "", Kind.PRIMARY, "⏎")
        self.go_on.clicked.connect(self._ask_for_a_reminder)
        form.shown.connect(self._on_form_shown)
        self._on_form_shown()
        back = self._back_to(lambda: self._show(self._voice))
        return Step(self._look, scroll, [back], self.go_on)

    def _reminder_step(self) -> Step:
        # Loaded on first use: the welcome is painted without it.
        from backease_desktop.ui.reminders.first_reminder import FirstReminder

        self.first = first = FirstReminder(self._look, self._reminder(), self._possible())
        first.remind.clicked.connect(self._on_remind)
        first.not_now.clicked.connect(self._on_not_now)
        back = self._back_to(self._ask_about_you)
        return Step(self._look, first, [back, first.not_now], first.remind)

    def _back_to(self, go: Callable[[], None]) -> Button:
        back = Button(self._look, self.tr("Back"), Kind.QUIET, icon="back")
        back.clicked.connect(lambda: go())
        return back

    def _lay_out_unheard_help(self) -> None:
        """What may help where nothing is heard, behind the button that says so."""
        column = QVBoxLayout(self._unheard_help)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words in (
            self.tr("Turn the computer's own sound up, and look whether it is muted."),
            self.tr(
                "Headphones or a screen may have taken the sound: choose where it goes in the "
                "system's sound settings, then play the voice once more."
            ),
            self.tr("A session works without a voice, too: tones and captions carry all of it."),
        ):
            column.addWidget(Label(words, wraps=True))
        column.addWidget(self.tones, 0, Qt.AlignmentFlag.AlignLeft)
        self._unheard_help.hide()

    def _on_accepted(self) -> None:
        self.understood.emit()
        self._show(self._voice, self.play)

    def _on_unheard(self) -> None:
        self._unheard_help.show()
        self._lead_with(self.play)
        _ring(self.play)

    def _on_play(self) -> None:
        if self._speaks:
            return
        self._show_speaking(speaks=True)
        self.silence.hide()
        self.voice_test_requested.emit()

    def _show_speaking(self, *, speaks: bool) -> None:
        """Say whether the sentence is on; it is played once at a time."""
        self._speaks = speaks
        self.play.setText(self.tr("Playing…") if speaks else self.tr("Play the voice"))

    def _on_heard(self) -> None:
        if self._was_heard:  # a device that failed once is no reason to be silent for good
            self.say_chosen.emit(Say.EVERYTHING)
        self._ask_about_you()

    def _on_tones(self) -> None:
        self.say_chosen.emit(Say.TONES)
        self._ask_about_you()

    def _ask_about_you(self) -> None:
        if self._me is None:
            self._me = self._me_step()
            self._steps.addWidget(self._me)
        self._show(self._me)

    def _ask_for_a_reminder(self) -> None:
        if self._last is None:
            self._last = self._reminder_step()
            self._steps.addWidget(self._last)
        self._show(self._last)

    def _show(self, step: Step, button: Button | None = None) -> None:
        """Show a step from its beginning; what was chosen in it before is still chosen."""
        if step is self._voice:
            self._lead_with(button or self.heard)
        button = button or step.right
        self._steps.setCurrentWidget(step)
        self.setFocusProxy(button)
        _ring(button)
        # The stack gives the focus to the first thing to press, and the page goes there.
        step.content.verticalScrollBar().setValue(0)

    def _on_form_shown(self) -> None:
        assert self.form is not None
        self.go_on.setText(self.tr("Skip") if self.form.is_empty else self.tr("Go on"))

    def _on_remind(self) -> None:
        assert self.first is not None
        self.reminder_chosen.emit(self.first.reminder)
        if self.first.starts_at_login:
            self.start_at_login_chosen.emit(True)
        if self.first.in_menu.isChecked():
            self.menu_entry_chosen.emit()
        self.finished.emit()

    def _on_not_now(self) -> None:
        assert self.first is not None
        self.reminder_chosen.emit(self.first.reminder.with_(enabled=False))
        self.finished.emit()


def _ring(button: Button) -> None:
    """Give the focus, with its ring, to a button that may have it for a reason without one."""
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
