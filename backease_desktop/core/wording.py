"""Wording: the spoken phrases of one language.

Rules:
    * Phrases are data (`catalogue/wording/<language>.yaml`), with named gaps in braces. A phrase
      that names a gap it does not have is refused when the file is read, not when it is spoken.
    * Phrases combine: each is a sentence of its own, so that a voice pack needs one clip of each
      and a cue puts them together ("Three of eight." "Bridge." "Ten times.").
    * A phrase that recurs has at least three forms, so that none wears out.
"""

import re
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Annotated

from msgspec import Meta, field

from backease_desktop.core.catalogue.words import Equipment, Place, Position, Side
from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.core.values import Check, Value


def _phrase(*gaps: str) -> Check:
    def check(text: str) -> str:
        for _, gap, _, _ in Formatter().parse(text):
            if gap is not None and gap not in gaps:
                right = ", ".join(f"{{{g}}}" for g in gaps) or "no gap"
                raise ValueError(f"{{{gap}}} means nothing here; this phrase may have {right}")
        return text

    return Check(check)


def _for_every_place(phrases: Mapping[Place, str]) -> Mapping[Place, str]:
    missing = ", ".join(place for place in Place if place not in phrases)
    if missing:
        raise ValueError(f"nothing is said for {missing}")
    return phrases


def _for_every_thing(phrases: Mapping[Equipment, str]) -> Mapping[Equipment, str]:
    missing = ", ".join(thing for thing in Equipment if thing not in phrases)
    if missing:
        raise ValueError(f"nothing is said for {missing}")
    return phrases


Plain = Annotated[str, _phrase()]
Counted = Annotated[str, _phrase("n")]
Lasting = Annotated[str, _phrase("length")]
Forms = Annotated[tuple[Plain, ...], Meta(min_length=3)]
LastingForms = Annotated[tuple[Lasting, ...], Meta(min_length=3)]
Things = Annotated[dict[Equipment, Plain], Check(_for_every_thing)]


class DoseWording(Value, frozen=True, kw_only=True):
    """How a dose is told; each is said by itself, one behind the other.

    Attributes:
        times: so many repetitions.
        lasting: how long a hold lasts; each_lasting: how long that of each repetition lasts.
        breaths, sets: so many of them.
        each_side: the whole dose on each side; in_turn: on each side, changing every time.
    """

    times: Counted
    lasting: Lasting
    each_lasting: Lasting
    breaths: Counted
    sets: Counted
    each_side: Forms
    in_turn: Plain


class PositionWording(Value, frozen=True, kw_only=True):
    """What is said between two positions.

    Attributes:
        first, next: where the first exercise, or the next one, is done.
        lie_down, kneel_down, get_up: how to get down to the floor, and up, kindly.
        take_time: there is time enough.
        wait: the session waits until a key is pressed; offer: it can be made to wait.
        where: each position as a place.
        fetch: what to do about a thing that is needed now.
    """

    first: Annotated[str, _phrase("where")]
    next: Annotated[str, _phrase("where")]
    lie_down: Plain
    kneel_down: Plain
    get_up: Plain
    take_time: Plain
    wait: Plain
    offer: Plain
    where: dict[Position, Plain]
    fetch: Things


class Wording(Value, frozen=True, kw_only=True):
    """What is said in one language.

    Attributes:
        language: code such as "en".
        voice: id of the voice that suits it if the person has chosen none; none where the natural
            voice speaks this language.
        numbers: words for whole numbers; others are left to the voice.
        things: what must be at hand, as part of `needs`; `and_` joins the last two.
        one_changed, changed: so many exercises are not as the routine has them.
        place_in_session: which exercise of how many.
        first_rep: the first repetition; not the number alone, because the count-in ends with it.
        repetition: before the number of the one that a session goes on with after it was cut off.
        hold, hold_for: a hold begins; rest_here: one that is a rest of minutes.
        release: a repetition's hold ends, where the exercise has no words of its own.
        get_up_slowly: after a session that ends on the floor.
        reminder: the call to a session of this length at this place.
        reminder_alone: the call when there is no session to offer.
        fitted: name of a session that was put together for a place.
    """

    language: str
    voice: str | None = None
    numbers: dict[int, str]
    one_second: Plain
    seconds: Counted
    one_minute: Plain
    minutes: Counted
    one_exercise: Plain
    exercises: Counted
    needs: Annotated[str, _phrase("things")]
    things: Things
    and_: Plain = field(name="and")
    one_changed: Plain
    changed: Counted
    careful: Plain
    place_in_session: Annotated[str, _phrase("number", "count")]
    dose: DoseWording
    position: PositionWording
    count_in: tuple[Plain, Plain, Plain]
    hold: Forms
    hold_for: LastingForms
    rest_here: Lasting
    first_rep: Plain
    repetition: Plain
    last_one: Plain
    sides: dict[Side, Plain]
    halfway: Forms
    ten_left: Forms
    minutes_left: Annotated[str, _phrase("minutes")]
    switch: Forms
    relax: Forms
    release: Forms
    rest: Lasting
    pause: Plain
    resume: Lasting
    hurts: Plain
    outro: Plain
    get_up_slowly: Plain
    reminder: Annotated[str, _phrase("minutes", "place")]
    reminder_alone: Plain
    places: Annotated[dict[Place, Plain], Check(_for_every_place)]
    fitted: Annotated[dict[Place, Plain], Check(_for_every_place)]
    voice_test: Plain

    def number(self, n: int) -> str:
        """A whole number in words."""
        return self.numbers.get(n, str(n))

    def length(self, duration: Ms) -> str:
        """A duration in words: whole minutes from a minute and a half on, else seconds."""
        if duration >= 90 * SECOND or duration == MINUTE:
            return self.in_minutes(duration)
        n = max(1, round(duration / SECOND))
        return self.one_second if n == 1 else self.seconds.format(n=self.number(n))

    def in_minutes(self, duration: Ms) -> str:
        """A duration in words: to the nearest whole minute, to five of them from an hour on."""
        n = max(1, round(duration / MINUTE))
        n = n if n <= 60 else 5 * round(n / 5)
        return self.one_minute if n == 1 else self.minutes.format(n=self.number(n))

    def count_of_exercises(self, n: int) -> str:
        """How many exercises, in words."""
        return self.one_exercise if n == 1 else self.exercises.format(n=self.number(n))

    def changed_for_you(self, n: int) -> str:
        """How many exercises are not as the routine has them."""
        return self.one_changed if n == 1 else self.changed.format(n=self.number(n))

    def needed(self, things: Sequence[Equipment]) -> str:
        """What must be at hand: "You need a mat, a towel and a wall."."""
        *most, last = (self.things[thing] for thing in things)
        listed = f"{', '.join(most)} {self.and_} {last}" if most else last
        return self.needs.format(things=listed)

    def call_to(self, duration: Ms, place: Place) -> str:
        """What a reminder says that offers a session of this length at this place."""
        minutes = self.in_minutes(duration)
        return self.reminder.format(
            minutes=minutes[:1].upper() + minutes[1:], place=self.places[place]
        )


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each by itself, so that each has a clip of its own."""
    return tuple(sentence(part) for part in re.split(r"(?<=[.!?])\s+", text.strip()))


def sentence(text: str) -> str:
    """A phrase as a sentence: a capital first, a full stop last."""
    text = text.strip()
    if not text:
        return text
    ending = "" if text[-1] in ".!?" else "."
    return f"{text[0].upper()}{text[1:]}{ending}"
