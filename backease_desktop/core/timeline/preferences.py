"""What a compiled timeline depends on beside the routine: the person's choices, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backease_desktop.core.catalogue.words import DoseLevel, Side
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import (
    AffectedSide,
    DoseChoice,
    Guidance,
    Say,
    Settings,
)
from backease_desktop.core.units import SECOND, Ms

FULL_SETUPS, SHORT_SETUPS = 3, 3
"""Set-ups are told in full the first three times, briefly three times more, then no more."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """A person's choices.

    Attributes:
        dose: the level.
        voice: whether there is a voice.
        talks: whether set-ups, tips and halfway are said; without, cues only.
        affected_side: None for both.
        prepare, switch, relax, position: least lengths of these segments, in milliseconds.
        wait_for_me: a change of position lasts until the person goes on.
        met: how often each exercise was done before.
    """

    dose: DoseLevel = DoseLevel.STANDARD
    rate_wpm: int = 150
    voice: bool = True
    talks: bool = True
    first_side: Side = Side.RIGHT
    affected_side: Side | None = None
    prepare: Ms = Ms(7_000)
    first_prepare: Ms = Ms(10_000)
    switch: Ms = Ms(6_000)
    relax: Ms = Ms(4_000)
    position: Ms = Ms(12_000)
    wait_for_me: bool = False
    guidance: Guidance = Guidance.LEARN
    met: Mapping[str, int] = field(default_factory=dict)

    def setup(self, exercise: str, full: str, short: str) -> str | None:
        """Which words lead into the position of an exercise, if any."""
        if not self.talks or self.guidance is Guidance.NEVER:
            return None
        times = self.met.get(exercise, 0)
        if self.guidance is Guidance.ALWAYS or times < FULL_SETUPS:
            return full
        return short if times < FULL_SETUPS + SHORT_SETUPS else None


def preferences_of(settings: Settings, profile: Profile, is_new: bool) -> Preferences:
    """The preferences that settings and profile amount to; `is_new` in a person's first week."""
    session, voice = settings.session, settings.voice
    if session.dose is DoseChoice.AUTO:
        dose = DoseLevel.GENTLE if is_new else DoseLevel.STANDARD
    else:
        dose = DoseLevel(session.dose)
    both = session.affected_side is AffectedSide.BOTH
    return Preferences(
        dose=dose,
        rate_wpm=voice.rate_wpm,
        voice=voice.say.talks,
        talks=voice.say is not Say.CUES,
        first_side=session.first_side,
        affected_side=None if both else Side(session.affected_side),
        prepare=Ms(session.prepare_s * SECOND),
        first_prepare=Ms(max(10, session.prepare_s) * SECOND),
        switch=Ms(session.switch_s * SECOND),
        relax=Ms(session.relax_s * SECOND),
        position=Ms(session.position_s * SECOND),
        wait_for_me=session.wait_for_me,
        guidance=session.guidance,
        met=profile.met,
    )
