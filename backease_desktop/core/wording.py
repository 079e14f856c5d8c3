"""Wording: the spoken phrases of one language.

Phrases are data (`catalogue/wording/<language>.yaml`), with named gaps in braces. A phrase that
names a gap it does not have is refused when the file is read, not when it is spoken.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator

from backease_desktop.core.catalogue.words import Place, Position, Side
from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.core.values import Value


def _phrase(*gaps: str) -> AfterValidator:
    def check(text: str) -> str:
        for _, gap, _, _ in Formatter().parse(text):
            if gap is not None and gap not in gaps:
                right = ", ".join(f"{{{g}}}" for g in gaps) or "no gap"
                raise ValueError(f"{{{gap}}} means nothing here; this phrase may have {right}")
        return text

    return AfterValidator(check)


def _for_every_place(phrases: Mapping[Place, str]) -> Mapping[Place, str]:
    missing = ", ".join(place for place in Place if place not in phrases)
    if missing:
        raise ValueError(f"nothing is said for {missing}")
    return phrases


Plain = Annotated[str, _phrase()]
Counted = Annotated[str, _phrase("n")]


class Wording(Value):
    """What is said in one language.

    Attributes:
        language: code such as "en".
        voice: id of the voice that suits it if the person has chosen none; none where the natural
            voice speaks this language.
        numbers: words for whole numbers; others are left to the voice.
        reminder: the call to a session of this length at this place.
        reminder_alone: the call when there is no session to offer.
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
    intro: Annotated[str, _phrase("routine", "exercises", "minutes")]
    first: Annotated[str, _phrase("name")]
    first_on_side: Annotated[str, _phrase("name", "landmark")]
    next: Annotated[str, _phrase("name")]
    next_on_side: Annotated[str, _phrase("name", "landmark")]
    position_first: Annotated[str, _phrase("where")]
    position_next: Annotated[str, _phrase("where")]
    position_wait: Plain
    where: dict[Position, Plain]
    count_in: tuple[Plain, Plain, Plain]
    hold: Plain
    hold_for: Annotated[str, _phrase("length")]
    begin: Plain
    begin_on_side: Annotated[str, _phrase("side")]
    sides: dict[Side, Plain]
    halfway: Plain
    ten_left: Plain
    minutes_left: Annotated[str, _phrase("minutes")]
    switch: Plain
    relax: Plain
    release: Plain
    last_one: Plain
    rest: Annotated[str, _phrase("length")]
    pause: Plain
    resume: Annotated[str, _phrase("length")]
    resume_on_side: Annotated[str, _phrase("landmark", "length")]
    hurts: Plain
    outro: Plain
    reminder: Annotated[str, _phrase("minutes", "place")]
    reminder_alone: Plain
    places: Annotated[dict[Place, Plain], AfterValidator(_for_every_place)]
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
        """A duration in words, to the nearest whole minute, at least one."""
        n = max(1, round(duration / MINUTE))
        return self.one_minute if n == 1 else self.minutes.format(n=self.number(n))

    def count_of_exercises(self, n: int) -> str:
        """How many exercises, in words."""
        return self.one_exercise if n == 1 else self.exercises.format(n=self.number(n))

    def call_to(self, duration: Ms, place: Place) -> str:
        """What a reminder says that offers a session of this length at this place."""
        minutes = self.in_minutes(duration)
        return self.reminder.format(
            minutes=minutes[:1].upper() + minutes[1:], place=self.places[place]
        )


def sentence(text: str) -> str:
    """A phrase as a sentence: a capital first, a full stop last."""
    text = text.strip()
    if not text:
        return text
    ending = "" if text[-1] in ".!?" else "."
    return f"{text[0].upper()}{text[1:]}{ending}"
