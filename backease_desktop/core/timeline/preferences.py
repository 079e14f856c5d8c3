"""What a compiled timeline depends on beside the routine: the person's choices, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from backease_desktop.core.catalogue.words import DoseLevel, Order, Side
from backease_desktop.core.journal.entries import Effort
from backease_desktop.core.person.person import NOBODY, Person
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import (
    DoseChoice,
    Guidance,
    Say,
    Settings,
)
from backease_desktop.core.units import SECOND, Ms

FULL, SHORT = 3, 3
"""All is told the first three times; the set-up briefly three times more, then no more."""


class Telling(StrEnum):
    """How much of an exercise is told before its start.

    `FULL`: set-up, movement and breath. `SHORT`: the set-up in short, and the words of a
    repetition. `WORDS`: these words only. `NOTHING`: the dose is all.
    """

    FULL = "full"
    SHORT = "short"
    WORDS = "words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Preferences:
    """A person's choices.

    Attributes:
        dose: the level.
        voice: whether there is a voice.
        talks: whether set-ups, movements, tips and ways out are said; without, cues only.
        affected_side: None for both.
        order: the order of a programme's exercises.
        prepare, switch, relax, position, floor: least lengths of these segments, in milliseconds;
            `floor` is a change of position down to the floor, or up from it.
        breath: one slow breath, in and out, in milliseconds.
        wait_for_me: a change of position lasts until the person goes on.
        met: how often each exercise was done before; 0 again after a long time.
    """

    dose: DoseLevel = DoseLevel.STANDARD
    rate_wpm: int = 150
    voice: bool = True
    talks: bool = True
    first_side: Side = Side.RIGHT
    affected_side: Side | None = None
    order: Order = Order.ARTICLE
    prepare: Ms = Ms(7_000)
    first_prepare: Ms = Ms(10_000)
    switch: Ms = Ms(6_000)
    relax: Ms = Ms(4_000)
    position: Ms = Ms(12_000)
    floor: Ms = Ms(25_000)
    breath: Ms = Ms(6_000)
    wait_for_me: bool = False
    guidance: Guidance = Guidance.LEARN
    met: Mapping[str, int] = field(default_factory=dict)

    def telling(self, exercise: str) -> Telling:
        """How much of an exercise is told before its start."""
        if not self.talks or self.guidance is Guidance.NEVER:
            return Telling.NOTHING
        times = self.met.get(exercise, 0)
        if self.guidance is Guidance.ALWAYS or times < FULL:
            return Telling.FULL
        return Telling.SHORT if times < FULL + SHORT else Telling.WORDS


LEVELS = (DoseLevel.GENTLE, DoseLevel.STANDARD, DoseLevel.FULL)
MOVES: dict[Effort, int] = {"easy": 1, "right": 0, "hard": -1}


def dose_after(dose: DoseLevel, how: Effort) -> DoseLevel:
    """The dose after one that was felt so: a level more or less, where there is one."""
    place = LEVELS.index(dose) + MOVES[how]
    return LEVELS[min(max(place, 0), len(LEVELS) - 1)]


def preferences_of(
    settings: Settings,
    profile: Profile,
    met: Mapping[str, int],
    today: date,
    felt: tuple[DoseLevel, Effort] | None = None,
    person: Person = NOBODY,
) -> Preferences:
    """The preferences that settings, profile and what is known of the past amount to on a day.

    Args:
        settings: as they are.
        profile: as it is.
        met: how often each exercise was done.
        today: the local date.
        felt: the dose of the session of which it was said last how it was, and what was said; an
            automatic dose follows that.
        person: what they say about themselves.
    """
    session, voice = settings.session, settings.voice
    if session.dose is not DoseChoice.AUTO:
        dose = DoseLevel(session.dose)
    elif felt is not None:
        dose = dose_after(*felt)
    else:
        dose = DoseLevel.GENTLE if profile.is_new(today) else DoseLevel.STANDARD
    return Preferences(
        dose=dose,
        rate_wpm=voice.rate_wpm,
        voice=voice.say in (Say.EVERYTHING, Say.CUES),
        talks=voice.say is not Say.CUES,
        first_side=session.first_side,
        affected_side=person.affected_side,
        order=session.order,
        prepare=Ms(session.prepare_s * SECOND),
        first_prepare=Ms(max(10, session.prepare_s) * SECOND),
        switch=Ms(session.switch_s * SECOND),
        relax=Ms(session.relax_s * SECOND),
        position=Ms(session.position_s * SECOND),
        floor=Ms(max(session.floor_s, session.position_s) * SECOND),
        breath=Ms(session.breath_s * SECOND),
        wait_for_me=session.wait_for_me,
        guidance=session.guidance,
        met=met,
    )
