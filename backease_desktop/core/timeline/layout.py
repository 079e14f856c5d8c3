"""Laying cues out in a segment so that no two ever overlap.

Two ways. A segment that may grow (prepare, switch, rest …) is as long as its words need: `row`
puts cues one behind the other and `counted_in` adds the count-in at the end. A hold never grows:
`hold` fixes its start and its end ticks and then lets optional cues in where they fit.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.segments import Cue, CueKind
from backease_desktop.core.timeline.voicing import GAP, Voicing
from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.core.wording import Wording, sentence

TICKS_FROM = Ms(5_000)
"""A hold at least this long says "hold" and has end ticks."""
LENGTH_FROM = Ms(20_000)
HALFWAY_FROM = Ms(20_000)
TEN_LEFT_FROM = Ms(30_000)
LONG_REST_FROM = Ms(120_000)
RESERVED_END = Ms(3_200)
TIP_FROM = Ms(12_000)
"""A hold at least this long has room for the tip."""
TIP_EARLIEST, TIP_ENDS_BEFORE_END = Ms(4_000), Ms(5_000)
MINUTES_LEFT = (5, 2, 1)
"""A long rest says how much of it is left at these minutes, if half a minute of it is over."""
BETWEEN_OPTIONALS = Ms(2_000)
LARGEST_SHARE = 0.35
"""Speech covers at most this share of a hold."""


def at(cue: Cue, moment: int) -> Cue:
    """The cue, moved."""
    return replace(cue, at=Ms(moment))


def row(cues: Iterable[Cue], start: int = 0, gap: int = GAP) -> list[Cue]:
    """Cues one behind the other with a gap between them."""
    placed: list[Cue] = []
    moment = start
    for cue in cues:
        placed.append(at(cue, moment))
        moment = placed[-1].end + gap
    return placed


def end_of(cues: Sequence[Cue]) -> Ms:
    """When the last of these cues has sounded."""
    return cues[-1].end if cues else Ms(0)


def counted_in(
    cues: list[Cue], least: Ms, voicing: Voicing, wording: Wording, body: Ms = GAP
) -> tuple[list[Cue], Ms]:
    """Cues with "three, two, one" behind them, and the length that this takes.

    Args:
        cues: what is said before.
        least: the length is at least this.
        voicing: makes the cues of the numbers.
        wording: the numbers.
        body: silence before the numbers, in which the body does what was said.
    """
    numbers = [voicing.spoken(CueKind.COUNT_IN, word) for word in wording.count_in]
    room = end_of(cues) + body if cues else 0
    duration = Ms(max(least, room + 3 * SECOND))
    counts = [at(cue, duration - (3 - n) * SECOND) for n, cue in enumerate(numbers)]
    return [*cues, *counts], duration


def hold(
    duration: Ms, tip: Cue | None, phrasing: Phrasing, *, is_told: bool = True
) -> tuple[Cue, ...]:
    """The cues of a hold.

    Args:
        duration: of the hold.
        tip: what to mind; it must be one that `has_room_for_tip`.
        phrasing: makes the cues.
        is_told: the start is words, if they end before the ticks; otherwise it is a tone.
    """
    forms = _forms_of_start(duration, phrasing.wording)
    has_room = phrasing.longest(CueKind.START, forms) + GAP <= duration - 3 * SECOND
    if duration < TICKS_FROM or not has_room or not is_told:
        start = phrasing.quiet(CueKind.START, forms[phrasing.step % len(forms)])
    else:
        start = phrasing.cue(CueKind.START, forms)
    placed = [start, *_end_ticks(duration, phrasing.voicing)]
    if tip is not None:
        placed.append(at(tip, TIP_EARLIEST))
    for cue in _optional(duration, phrasing):
        if _fits(cue, placed, duration):
            placed.append(cue)
    return tuple(sorted(placed, key=lambda cue: cue.at))


def has_room_for_tip(duration: Ms, tip: Cue, phrasing: Phrasing) -> bool:
    """Whether a hold has room for its tip, whichever form its start takes."""
    start = phrasing.longest(CueKind.START, _forms_of_start(duration, phrasing.wording))
    return (
        duration >= TIP_FROM
        and start + GAP <= TIP_EARLIEST
        and TIP_EARLIEST + tip.length <= duration - TIP_ENDS_BEFORE_END
        and start + tip.length <= LARGEST_SHARE * duration
    )


def _forms_of_start(duration: Ms, wording: Wording) -> tuple[str, ...]:
    length = wording.length(duration)
    if duration >= LONG_REST_FROM:
        return (wording.rest_here.format(length=length),)
    if duration >= LENGTH_FROM:
        return tuple(form.format(length=length) for form in wording.hold_for)
    return wording.hold


def _end_ticks(duration: Ms, voicing: Voicing) -> list[Cue]:
    if duration < TICKS_FROM:
        return []
    tick = voicing.sounded(CueKind.END_TICK)
    return [at(tick, duration - n * SECOND) for n in (3, 2, 1)]


def _optional(duration: Ms, phrasing: Phrasing) -> Iterable[Cue]:
    """Cues that may be dropped, the dearest first."""
    wording = phrasing.wording
    if duration >= TEN_LEFT_FROM:
        yield at(phrasing.cue(CueKind.TEN_LEFT, wording.ten_left), duration - 10 * SECOND)
    if duration >= LONG_REST_FROM:
        for minutes in MINUTES_LEFT:
            left = wording.minutes_left.format(minutes=wording.in_minutes(Ms(minutes * MINUTE)))
            cue = phrasing.voicing.spoken(CueKind.MINUTE_LEFT, sentence(left))
            if duration - minutes * MINUTE >= 30 * SECOND:
                yield at(cue, duration - minutes * MINUTE)
    elif duration >= HALFWAY_FROM:
        yield at(phrasing.cue(CueKind.HALFWAY, wording.halfway), duration // 2)


def _fits(cue: Cue, placed: Sequence[Cue], duration: Ms) -> bool:
    if cue.end > duration - RESERVED_END:
        return False
    said = sum(other.length for other in placed if other.kind is not CueKind.END_TICK)
    if said + cue.length > LARGEST_SHARE * duration:
        return False
    return all(_apart(cue, other) for other in placed)


def _apart(one: Cue, other: Cue) -> bool:
    fixed = (CueKind.START, CueKind.END_TICK)
    gap = GAP if one.kind in fixed or other.kind in fixed else BETWEEN_OPTIONALS
    return one.end + gap <= other.at or other.end + gap <= one.at
