"""From a call to the means by which the person hears of it.

Rules:
1. Means are candidates in an order; the first that works is the one. The last is always the card,
   which cannot fail, so that no call is lost.
2. Where a microphone may be live nothing sounds, and whoever would be called by ear gets the card.
3. A second call is soft: nothing is said, and the full screen is the card. Only who is called by
   ear hears a tone, at half the volume.
4. A nudge is silent. It is a sign of its own (`ui/calls/nudge`) and needs no means.
5. Where a window of ours would take the focus, a notification comes before the card.
"""

from dataclasses import dataclass
from enum import StrEnum

from backease_desktop.core.reminder.events import Called
from backease_desktop.core.reminder.roster import CallStyle, Reminder
from backease_desktop.core.tones import ToneName


class Means(StrEnum):
    """What calls the person."""

    CARD = "card"
    FULL_SCREEN = "full_screen"
    NOTIFICATION = "notification"
    TRAY_MESSAGE = "tray_message"
    EAR = "ear"
    """Nothing on the screen: what sounds is the call."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What sounds with a call, or is the call.

    Attributes:
        tone: sounds first.
        speaks: the sentence is said after it.
        volume: 0 to 1, of the volumes that the person chose.
    """

    tone: ToneName | None
    speaks: bool
    volume: float = 1.0


BY_EAR = (CallStyle.VOICE, CallStyle.SOUND)
SOFT = 0.5

_FIRST: dict[CallStyle, tuple[Means, ...]] = {
    CallStyle.CARD: (),
    CallStyle.FULL_SCREEN: (Means.FULL_SCREEN,),
    CallStyle.NOTIFICATION: (Means.NOTIFICATION, Means.TRAY_MESSAGE),
    CallStyle.VOICE: (Means.EAR,),
    CallStyle.SOUND: (Means.EAR,),
    CallStyle.NUDGE: (),
}
"""What is tried before the card."""


def means_of(called: Called, style: CallStyle, *, card_keeps_off_focus: bool) -> tuple[Means, ...]:
    """The means to try, in this order.

    Args:
        called: the call.
        style: how the reminder wants to call.
        card_keeps_off_focus: whether the card leaves the keyboard to the window that has it.
    """
    first = _FIRST[style]
    if (style in BY_EAR and not called.may_speak) or (
        style is CallStyle.FULL_SCREEN and called.softly
    ):
        first = ()
    before_card = (
        () if card_keeps_off_focus or Means.NOTIFICATION in first else (Means.NOTIFICATION,)
    )
    return (*first, *before_card, Means.CARD)


def sound_of(called: Called, reminder: Reminder) -> Sound | None:
    """What sounds with the call; None if nothing does."""
    style, tone = reminder.style, reminder.tone
    if not called.may_speak or style is CallStyle.NUDGE:
        return None
    if called.softly:
        return Sound(tone or ToneName.NEXT, speaks=False, volume=SOFT) if style in BY_EAR else None
    if style is CallStyle.SOUND:
        return Sound(tone or ToneName.NEXT, speaks=False)
    speaks = reminder.speaks or style is CallStyle.VOICE
    return Sound(tone, speaks) if tone is not None or speaks else None
