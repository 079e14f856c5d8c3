"""Calls: one means at a time, the next where one fails, never none, and every answer is heard."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.announcer import Announcer
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.clip import Clip
from backease_desktop.core.notification import OPEN
from backease_desktop.core.profile import Profile
from backease_desktop.core.reminder.events import Called
from backease_desktop.core.reminder.means import Means
from backease_desktop.core.reminder.roster import CHOOSE, CallStyle, Reminder
from backease_desktop.core.settings import Settings
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.calls.break_card import BreakCard
from backease_desktop.ui.calls.calls import Calls, CallWords
from backease_desktop.ui.calls.full_break import FullBreak
from backease_desktop.ui.look.style import Look
from tests.fakes.calling import FakeNotifier, FakeTray, FakeWindow
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import FakeOutput, FakeSpeaker, MemoryStore
from tests.fakes.small_catalogue import english

WORDS = CallWords(
    title="Time to stretch",
    sentence="You have been sitting for 50 minutes. Two minutes at the chair?",
    late="Late, because you were in a conversation.",
    spoken="Time to stretch. Two minutes, sitting down?",
    snooze_min=(5, 10, 20),
)
BY_EAR = (CallStyle.VOICE, CallStyle.SOUND)


def called(*, softly: bool = False, may_speak: bool = True) -> Called:
    return Called(("stretch",), CHOOSE, Ms(50 * MINUTE), Ms(0), (), softly, may_speak)


def reminder(
    style: CallStyle, tone: ToneName | None = ToneName.NEXT, *, speaks: bool = False
) -> Reminder:
    return Reminder(id="stretch", name="Stretch", style=style, tone=tone, speaks=speaks)


def short_tone(name: ToneName) -> Clip:
    """Tones that differ, and are over at once."""
    return Clip(bytes(2 * (list(ToneName).index(name) + 1)))


@dataclass
class Room:
    """Calls, and everything that they can be seen or heard by; what works is chosen."""

    notifies: bool = True
    has_tray: bool = True
    has_device: bool = True
    has_voice: bool = True
    keeps_off_focus: bool = True
    owner: QObject = field(default_factory=QObject)
    heard: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.made: list[str] = []
        self.card, self.full = FakeWindow(self.owner), FakeWindow(self.owner)
        self.notifier, self.tray = FakeNotifier(works=self.notifies), FakeTray(works=self.has_tray)
        self.speaker, self.output = FakeSpeaker(per_letter=0), FakeOutput(works=self.has_device)
        self.announcer = Announcer(
            speaker=self.speaker,
            output=self.output,
            tone=short_tone,
            wording=english(),
            settings=SettingsController(
                settings=Settings(),
                profile=Profile(),
                settings_store=MemoryStore(),
                profile_store=MemoryStore(),
                journal=MemoryJournal(),
                today=lambda: date(2026, 11, 17),
                parent=self.owner,
            ),
            echo=Ms(0),
            parent=self.owner,
        )
        self.calls = Calls(
            make_card=lambda: self.make("card", self.card),
            make_full_break=lambda: self.make("full", self.full),
            make_announcer=lambda: self.make("announcer", self.announcer),
            notifier=self.notifier,
            card_keeps_off_focus=lambda: self.keeps_off_focus,
            tray_message=self.tray,
            parent=self.owner,
        )
        self.calls.start_requested.connect(lambda: self.heard.append("start"))
        self.calls.snooze_requested.connect(self.heard.append)
        self.calls.not_now_requested.connect(lambda: self.heard.append("not now"))
        self.calls.open_requested.connect(lambda: self.heard.append("open"))

    def make(self, name: str, thing: Any) -> Any:
        self.made.append(name)
        return thing

    def call(self, one: Reminder, **how: bool) -> None:
        """Call, and let happen whatever comes of it."""
        self.calls.call(called(**how), one, WORDS)
        self.settle()

    def settle(self) -> None:
        while self.announcer.is_on or self.notifier.asked:
            if self.has_voice:
                self.speaker.render_all()
            else:
                self.speaker.fail_all()
            QCoreApplication.processEvents()

    @property
    def seen(self) -> list[Means]:
        """Where a person would see it; a message of the tray cannot be taken back."""
        means = {
            Means.CARD: self.card.is_shown,
            Means.FULL_SCREEN: self.full.is_shown,
            Means.NOTIFICATION: self.notifier.shown,
            Means.TRAY_MESSAGE: self.tray.shown,
        }
        return [one for one, is_seen in means.items() if is_seen]

    @property
    def sounds(self) -> list[str]:
        """What was played: names of tones, and "words"."""
        names = list(ToneName)
        return [
            "words" if played.voice else names[len(played.clip.samples) // 2 - 1]
            for played in self.output.played
        ]


@contextmanager
def a_room(**what_works: bool) -> Iterator[Room]:
    room = Room(**what_works)
    yield room
    room.calls.withdraw()
    room.owner.deleteLater()


@pytest.fixture
def room(qapp: QCoreApplication) -> Iterator[Room]:
    with a_room() as room:
        yield room


def expected(room: Room, style: CallStyle, *, softly: bool, may_speak: bool) -> Means:
    """Where a call must end, as a person would put it."""
    if style is CallStyle.FULL_SCREEN and not softly:
        return Means.FULL_SCREEN
    if style is CallStyle.NOTIFICATION:
        if room.notifies:
            return Means.NOTIFICATION
        return Means.TRAY_MESSAGE if room.has_tray else Means.CARD
    can_be_heard = room.has_device and (room.has_voice or style is CallStyle.SOUND or softly)
    if style in BY_EAR and may_speak and can_be_heard:
        return Means.EAR
    return Means.CARD if room.keeps_off_focus or not room.notifies else Means.NOTIFICATION


@given(
    st.sampled_from(CallStyle),
    st.sampled_from([None, ToneName.NEXT, ToneName.DONE]),
    st.fixed_dictionaries({name: st.booleans() for name in ("softly", "may_speak")}),
    st.booleans(),
    st.fixed_dictionaries(
        {
            name: st.booleans()
            for name in ("notifies", "has_tray", "has_device", "has_voice", "keeps_off_focus")
        }
    ),
)
def test_every_call_is_made_by_one_means_and_none_is_lost(
    qapp: QCoreApplication,
    style: CallStyle,
    tone: ToneName | None,
    how: dict[str, bool],
    speaks: bool,
    what_works: dict[str, bool],
) -> None:
    with a_room(**what_works) as room:
        room.call(reminder(style, tone, speaks=speaks), **how)
        means = expected(room, style, **how)
        assert room.calls.means is means
        assert room.seen == ([] if means is Means.EAR else [means])
        assert room.sounds or means is not Means.EAR
        assert how["may_speak"] or not room.sounds
        assert not (how["softly"] and "words" in room.sounds)
        assert room.output.is_closed


@given(
    st.lists(st.tuples(st.sampled_from(CallStyle), st.booleans()), min_size=2, max_size=4),
    st.booleans(),
    st.sampled_from(["shrink", "withdraw"]),
)
def test_the_next_call_and_every_end_leave_nothing_of_the_one_before(
    qapp: QCoreApplication, styles: list[tuple[CallStyle, bool]], notifies: bool, end: str
) -> None:
    with a_room(notifies=notifies, has_tray=False) as room:
        for style, settles in styles:
            room.calls.call(called(), reminder(style), WORDS)
            if settles:
                room.settle()
        getattr(room.calls, end)()
        assert room.seen == []
        assert room.calls.means is None
        assert not room.announcer.is_on
        assert room.output.is_closed
        room.settle()
        QCoreApplication.processEvents()
        assert room.seen == []


@pytest.mark.parametrize(
    ("style", "speaks", "sounds", "softly"),
    [
        (CallStyle.CARD, False, ["done"], []),
        (CallStyle.CARD, True, ["done", "words"], []),
        (CallStyle.NOTIFICATION, False, ["done"], []),
        (CallStyle.FULL_SCREEN, True, ["done", "words"], []),
        (CallStyle.SOUND, False, ["done"], ["done"]),
        (CallStyle.VOICE, False, ["done", "words"], ["done"]),
    ],
)
def test_what_is_heard(
    room: Room, style: CallStyle, speaks: bool, sounds: list[str], softly: list[str]
) -> None:
    room.call(reminder(style, ToneName.DONE, speaks=speaks))
    assert room.sounds == sounds
    loud = [played.volume for played in room.output.played][:1]
    room.output.played.clear()
    room.call(reminder(style, ToneName.DONE, speaks=speaks), softly=True)
    assert room.sounds == softly
    assert [played.volume for played in room.output.played] == [v / 2 for v in loud if softly]


def test_the_sentence_that_is_said_is_the_spoken_one(room: Room) -> None:
    room.calls.call(called(), reminder(CallStyle.VOICE), WORDS)
    assert [text for text, _ in room.speaker.asked] == [WORDS.spoken]


def test_a_voice_that_fails_after_its_tone_is_followed_by_the_card(qapp: QCoreApplication) -> None:
    with a_room(has_voice=False) as room:
        room.call(reminder(CallStyle.VOICE))
        assert room.sounds == ["next"]
        assert room.seen == [Means.CARD]


def test_a_card_does_not_mind_that_its_tone_cannot_sound(qapp: QCoreApplication) -> None:
    with a_room(has_device=False) as room:
        room.call(reminder(CallStyle.CARD))
        assert room.seen == [Means.CARD]
        assert room.made == ["card", "announcer"]


def test_nothing_is_made_before_it_is_needed(room: Room) -> None:
    assert room.made == []
    room.call(reminder(CallStyle.NOTIFICATION, None))
    assert room.made == []
    for _ in range(2):
        room.call(reminder(CallStyle.FULL_SCREEN, None))
        room.call(reminder(CallStyle.CARD))
    assert room.made == ["full", "card", "announcer"]


def test_a_window_says_what_it_is_given(room: Room) -> None:
    said = (WORDS.title, WORDS.sentence, WORDS.snooze_min, WORDS.late)
    room.call(reminder(CallStyle.CARD))
    room.call(reminder(CallStyle.FULL_SCREEN))
    assert (room.card.said, room.full.said) == (said, said)


def test_a_notification_has_three_answers(room: Room) -> None:
    room.call(reminder(CallStyle.NOTIFICATION))
    assert room.notifier.shown is not None
    title, body, buttons = room.notifier.shown
    assert (title, body) == (WORDS.title, f"{WORDS.sentence} {WORDS.late}")
    assert [button.label for button in buttons] == ["Start", "In 5 min", "Not now"]
    for button in buttons:
        room.call(reminder(CallStyle.NOTIFICATION))
        room.notifier.press(button.key)
    assert room.heard == ["start", 5, "not now"]
    assert room.calls.means is None


@pytest.mark.parametrize("style", [CallStyle.CARD, CallStyle.FULL_SCREEN])
def test_an_answer_ends_the_call_and_its_sound(room: Room, style: CallStyle) -> None:
    window = room.card if style is CallStyle.CARD else room.full
    answers = [
        window.start_requested.emit,
        lambda: window.snooze_requested.emit(20),
        window.not_now_requested.emit,
    ]
    for answer in answers:
        room.calls.call(called(), reminder(style, speaks=True), WORDS)
        answer()
        assert not window.is_shown
        assert not room.announcer.is_on
    assert room.heard == ["start", 20, "not now"]


def test_who_clicks_the_notification_itself_can_be_shown_the_card(room: Room) -> None:
    room.call(reminder(CallStyle.NOTIFICATION))
    room.notifier.press(OPEN)
    assert room.heard == ["open"]
    room.calls.take_keys()
    assert room.card.has_keys
    assert room.seen == [Means.CARD]


def test_a_key_from_nowhere_is_no_answer(room: Room) -> None:
    room.call(reminder(CallStyle.NOTIFICATION))
    room.notifier.press("what")
    room.call(reminder(CallStyle.CARD))
    room.notifier.press("start")
    assert room.heard == []


def test_a_notification_that_fails_when_nobody_waits_for_it_changes_nothing(room: Room) -> None:
    room.notifier.unavailable.emit("too late")
    assert room.calls.means is None
    room.call(reminder(CallStyle.FULL_SCREEN))
    room.notifier.unavailable.emit("too late")
    assert room.seen == [Means.FULL_SCREEN]


def test_a_click_on_the_message_of_the_tray_is_heard_only_while_it_calls(
    qapp: QCoreApplication,
) -> None:
    with a_room(notifies=False) as room:
        room.calls.on_tray_message_clicked()
        room.call(reminder(CallStyle.NOTIFICATION))
        assert room.tray.shown == [(WORDS.title, f"{WORDS.sentence} {WORDS.late}")]
        room.calls.on_tray_message_clicked()
        room.calls.shrink()
        room.calls.on_tray_message_clicked()
        assert room.heard == ["open"]


@pytest.mark.parametrize("style", [CallStyle.CARD, *BY_EAR, CallStyle.NOTIFICATION])
def test_who_asks_for_the_keys_gets_a_card_in_place_of_what_calls(
    room: Room, style: CallStyle
) -> None:
    room.call(reminder(style))
    room.calls.take_keys()
    assert room.card.has_keys
    assert room.seen == [Means.CARD]


def test_where_nobody_is_called_there_is_nothing_to_take_the_keys(room: Room) -> None:
    room.calls.take_keys()
    room.call(reminder(CallStyle.FULL_SCREEN))
    room.calls.take_keys()
    room.calls.withdraw()
    room.calls.take_keys()
    assert room.made == ["full", "announcer"]
    assert room.seen == []


def test_a_card_that_nobody_answers_shrinks(room: Room) -> None:
    room.call(reminder(CallStyle.CARD))
    room.calls.shrink()
    assert room.card.shrunk == 1
    room.calls.shrink()
    assert room.card.shrunk == 1


def test_the_real_windows_call_and_go_for_good(look: Look, qtbot: QtBot, room: Room) -> None:
    card, full = BreakCard(look), FullBreak(look, QLabel)
    calls = Calls(
        make_card=lambda: card,
        make_full_break=lambda: full,
        make_announcer=lambda: room.announcer,
        notifier=room.notifier,
    )
    calls.call(called(may_speak=False), reminder(CallStyle.VOICE), WORDS)
    assert card.isVisible()
    calls.take_keys()
    qtbot.waitUntil(card.isActiveWindow)
    calls.call(called(may_speak=False), reminder(CallStyle.FULL_SCREEN), WORDS)
    assert not card.isVisible()
    assert full.is_shown
    with qtbot.waitSignal(calls.not_now_requested):
        QTest.keyClick(full.windows[0], Qt.Key.Key_Escape)
    assert not full.is_shown
    calls.close()
    calls.close()


def test_every_begin_and_end_of_a_call_is_told_when_it_is_so(room: Room) -> None:
    means: list[Means | None] = []
    room.calls.means_changed.connect(lambda: means.append(room.calls.means))
    room.call(reminder(CallStyle.CARD))
    assert means[-1] is Means.CARD
    room.calls.withdraw()
    assert means[-1] is None
    told = len(means)
    room.calls.withdraw()
    assert len(means) == told
