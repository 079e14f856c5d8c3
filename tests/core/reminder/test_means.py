"""Which means a call tries, and what sounds with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.reminder.events import Called
from backease_desktop.core.reminder.means import BY_EAR, Means, means_of, sound_of
from backease_desktop.core.reminder.roster import CHOOSE, CallStyle, Reminder
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import MINUTE, Ms

STYLES = st.sampled_from(CallStyle)
TONES = st.sampled_from([None, ToneName.NEXT, ToneName.DONE])
CARD, FULL, EAR = Means.CARD, Means.FULL_SCREEN, Means.EAR
NOTE, TRAY = Means.NOTIFICATION, Means.TRAY_MESSAGE


def called(*, softly: bool = False, may_speak: bool = True) -> Called:
    return Called(("stretch",), CHOOSE, Ms(50 * MINUTE), Ms(0), (), softly, may_speak)


def reminder(style: CallStyle, tone: ToneName | None, speaks: bool) -> Reminder:
    return Reminder(id="stretch", name="Stretch", style=style, tone=tone, speaks=speaks)


def means(
    style: CallStyle, *, softly: bool = False, may_speak: bool = True, keeps_off: bool = True
) -> tuple[Means, ...]:
    call = called(softly=softly, may_speak=may_speak)
    return means_of(call, style, card_keeps_off_focus=keeps_off)


@pytest.mark.parametrize(
    ("style", "first", "quietly", "softly"),
    [
        (CallStyle.CARD, (CARD,), (CARD,), (CARD,)),
        (CallStyle.FULL_SCREEN, (FULL, CARD), (FULL, CARD), (CARD,)),
        (CallStyle.NOTIFICATION, (NOTE, TRAY, CARD), (NOTE, TRAY, CARD), (NOTE, TRAY, CARD)),
        (CallStyle.VOICE, (EAR, CARD), (CARD,), (EAR, CARD)),
        (CallStyle.SOUND, (EAR, CARD), (CARD,), (EAR, CARD)),
    ],
)
def test_the_means_of_each_style(
    style: CallStyle,
    first: tuple[Means, ...],
    quietly: tuple[Means, ...],
    softly: tuple[Means, ...],
) -> None:
    assert means(style) == first
    assert means(style, may_speak=False) == quietly
    assert means(style, softly=True) == softly


def test_a_card_that_would_take_the_focus_comes_after_a_notification() -> None:
    assert means(CallStyle.CARD, keeps_off=False) == (NOTE, CARD)
    assert means(CallStyle.SOUND, keeps_off=False) == (EAR, NOTE, CARD)
    assert means(CallStyle.NOTIFICATION, keeps_off=False) == (NOTE, TRAY, CARD)


@given(STYLES, st.booleans(), st.booleans(), st.booleans())
def test_every_call_ends_at_the_card_and_tries_nothing_twice(
    style: CallStyle, softly: bool, may_speak: bool, keeps_off: bool
) -> None:
    tried = means(style, softly=softly, may_speak=may_speak, keeps_off=keeps_off)
    assert tried[-1] is Means.CARD
    assert len(set(tried)) == len(tried)


@given(STYLES, TONES, st.booleans(), st.booleans())
def test_nothing_sounds_where_a_microphone_may_be_live(
    style: CallStyle, tone: ToneName | None, speaks: bool, softly: bool
) -> None:
    call = called(softly=softly, may_speak=False)
    assert sound_of(call, reminder(style, tone, speaks)) is None


@given(STYLES, TONES, st.booleans())
def test_a_soft_call_says_nothing_and_sounds_at_half_the_volume_if_at_all(
    style: CallStyle, tone: ToneName | None, speaks: bool
) -> None:
    sound = sound_of(called(softly=True), reminder(style, tone, speaks))
    assert (sound is not None) == (style in BY_EAR)
    if sound is not None:
        assert (sound.tone is not None, sound.speaks, sound.volume) == (True, False, 0.5)


@given(STYLES, TONES, st.booleans(), st.booleans(), st.booleans())
def test_a_call_by_ear_is_always_heard(
    style: CallStyle, tone: ToneName | None, speaks: bool, softly: bool, may_speak: bool
) -> None:
    call = called(softly=softly, may_speak=may_speak)
    if Means.EAR in means_of(call, style, card_keeps_off_focus=True):
        sound = sound_of(call, reminder(style, tone, speaks))
        assert sound is not None
        assert sound.tone is not None or sound.speaks


@pytest.mark.parametrize(
    ("style", "tone", "speaks", "heard"),
    [
        (CallStyle.CARD, ToneName.DONE, False, (ToneName.DONE, False)),
        (CallStyle.CARD, None, True, (None, True)),
        (CallStyle.FULL_SCREEN, ToneName.DONE, True, (ToneName.DONE, True)),
        (CallStyle.SOUND, None, True, (ToneName.NEXT, False)),
        (CallStyle.VOICE, None, False, (None, True)),
    ],
)
def test_what_a_first_call_lets_sound(
    style: CallStyle, tone: ToneName | None, speaks: bool, heard: tuple[ToneName | None, bool]
) -> None:
    sound = sound_of(called(), reminder(style, tone, speaks))
    assert sound is not None
    assert (sound.tone, sound.speaks, sound.volume) == (*heard, 1.0)


def test_a_card_without_tone_and_words_is_silent() -> None:
    assert sound_of(called(), reminder(CallStyle.CARD, None, speaks=False)) is None
