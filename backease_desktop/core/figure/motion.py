"""What the figure does at a moment of the timeline.

- prepare: stands in the first keyframe and goes into the hold just before the hold begins.
- hold: stays in the held keyframe and breathes.
- move: the way in, the way out, a phase from one keyframe to another, or a whole repetition:
  through every keyframe and back to the first, pausing at each.
- switch: comes out, turns round (or stays, where the start is symmetrical and seen from the front
  or above), goes in on the other side.
- relax, rest: comes out if it was held, stays and breathes; a rest before another hold ends by
  going in again.
- anything else: the first keyframe, still.

Under reduced motion each of these is a still: the keyframe that the person should be in or get
into. Nothing here knows what time it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi

from backease_desktop.core.figure.camera import STRAIGHT
from backease_desktop.core.figure.film import Film, eased
from backease_desktop.core.figure.shapes import Drawing
from backease_desktop.core.units import Ms

TRAVEL = Ms(1600)
"""How long the figure takes from one keyframe to the next, where there is time enough."""
ARRIVED = 0.85
"""A phase has led to its keyframe at this share of its time."""
BREATH_PERIOD = Ms(4600)
BREATH_STEPS = 8
"""Pictures from breathed out to breathed in, a fraction of a pixel apart: whoever shows a breath
may keep them, because every breath has the same."""
MOVING_FPS = 20
"""Enough for movements that are slow: they take 1.6 s from end to end."""
BREATHING_FPS = 8
FRAME = Ms(1000 // MOVING_FPS)
"""Whoever shows a film shows its moments at whole multiples of this, so that a repetition has the
very pictures of the one before."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the timeline, as far as the figure depends on it.

    Attributes:
        kind: the segment's kind: intro, position, prepare, hold, move, switch, relax, rest, outro.
        elapsed: time since the segment's start.
        duration: the segment's length.
        side: `right`, `left` or None; in a switch the side that comes next.
        previous: the kind of the segment before, of the same exercise, or None.
        following: the kind of the segment after, of the same exercise, or None.
        way: of a move: `in`, `out`, `phase` or `cycle`.
        leads: the keyframes that a phase leads from and to; of a rest behind one, out of it.
        alternating: sides alternate from rep to rep, so the camera stays where it is.
    """

    kind: str
    elapsed: Ms
    duration: Ms
    side: str | None = None
    previous: str | None = None
    following: str | None = None
    way: str = "cycle"
    leads: tuple[str, str] = ("setup", "setup")
    alternating: bool = False


@dataclass(frozen=True, slots=True)
class Motion:
    """What to show: a place on the film, the side, how far breathed in, and how turned.

    `facing` is 1 for the full picture and 0 for edge-on while the figure turns round. `fps` says
    how often this is worth asking again: 0 as long as nothing moves before `still_for` is over.
    """

    place: float
    side: str
    breath: float = 0.0
    facing: float = 1.0
    walks: bool = True
    fps: int = 0
    still_for: Ms | None = None
    back: bool = False

    def drawing(self, film: Film) -> Drawing:
        """The picture of this moment."""
        drawing = film.drawing_at(self.place, self.side, self.breath, self.walks, self.back)
        return drawing if self.facing >= 1 else drawing.narrowed(self.facing)


def motion_at(film: Film, moment: Moment, reduced: bool = False) -> Motion:
    """What the figure does at a moment; see the module for the rules."""
    if reduced:
        return _still(film, moment)
    side, walks = moment.side or "right", not moment.alternating
    elapsed, duration = moment.elapsed, moment.duration
    left = Ms(max(duration - elapsed, 0))
    if moment.kind == "hold":
        return Motion(film.held, side, _breath(elapsed), walks=walks, fps=BREATHING_FPS)
    if moment.kind == "prepare":
        if moment.following != "hold":
            return Motion(0, side, walks=walks)
        travel = _travel(film, duration, 0.6)
        if left > travel:
            return Motion(0, side, walks=walks, still_for=Ms(left - travel))
        return Motion(film.entering(1 - left / travel), side, walks=walks, fps=MOVING_FPS)
    if moment.kind == "switch":
        return _switching(film, moment, side)
    if moment.kind == "move":
        back = _goes_back(film, moment)
        return Motion(_moving(film, moment), side, walks=walks, fps=MOVING_FPS, back=back)
    if moment.kind in ("relax", "rest"):
        return _resting(film, moment, side, walks)
    return Motion(0, side, walks=walks)


def _travel(film: Film, duration: Ms, share: float) -> Ms:
    """The time for the way between the first and the last keyframe within a segment."""
    return Ms(max(1, min(TRAVEL * film.held, round(duration * share))))


def _breath(elapsed: Ms) -> float:
    return round(BREATH_STEPS * (1 - cos(2 * pi * elapsed / BREATH_PERIOD)) / 2) / BREATH_STEPS


def _moving(film: Film, moment: Moment) -> float:
    """The place on the film within a move: in, out, or there with pauses and back."""
    elapsed, duration = moment.elapsed, moment.duration
    share = min(elapsed / max(duration, 1), 1.0)
    if moment.way == "in":
        return film.entering(share)
    if moment.way == "out":
        return film.leaving(share)
    if moment.way == "phase":
        return _in_phase(film, moment.leads, share)
    legs = len(film.stills)
    travel = min(TRAVEL, duration * 0.84 / legs)
    pause = (duration - travel * legs) / legs
    leg, within = divmod(min(elapsed, duration - 1), travel + pause)
    return float(leg) + min(within / travel, 1.0)


def _in_phase(film: Film, leads: tuple[str, str], share: float) -> float:
    """The place on the shorter way round between two keyframes; there a little before the end."""
    start, way = _way_of_phase(film, leads)
    return (start + way * min(share / ARRIVED, 1.0)) % len(film.stills)


def _way_of_phase(film: Film, leads: tuple[str, str]) -> tuple[int, int]:
    """Where a phase starts, and how many keyframes it goes on, or back where that is shorter."""
    names = list(film.figure.keyframes)
    start, end = (names.index(name) if name in names else film.held for name in leads)
    half = len(names) // 2
    return start, (end - start + half) % len(names) - half


def _goes_back(film: Film, moment: Moment) -> bool:
    """Whether a move goes through its keyframes backwards."""
    if moment.way == "phase":
        return _way_of_phase(film, moment.leads)[1] < 0
    return moment.way == "out" and film.returns


def _switching(film: Film, moment: Moment, side: str) -> Motion:
    old = "left" if side == "right" else "right"
    t = min(max(moment.elapsed / max(moment.duration, 1), 0.0), 1.0)
    held = moment.previous in (None, "hold")
    turns = film.figure.mirror and (film.figure.view not in STRAIGHT or not film.symmetric)
    out, back = (0.36, 0.64) if turns else (0.46, 0.54)
    if t < out:
        place = film.leaving(t / out) if held else 0
        return Motion(place, old, fps=MOVING_FPS, back=held and film.returns)
    if t > back:
        enters = moment.following in (None, "hold")
        place = film.entering((t - back) / (1 - back)) if enters else 0
        return Motion(place, side, fps=MOVING_FPS)
    turned = eased((t - out) / (back - out))
    facing = abs(cos(pi * turned)) if turns else 1.0
    return Motion(0, old if turned < 0.5 else side, facing=facing, fps=MOVING_FPS)


def _resting(film: Film, moment: Moment, side: str, walks: bool) -> Motion:
    travel = _travel(film, moment.duration, 0.4)
    held = moment.previous == "hold"
    led = moment.leads[0] != moment.leads[1]
    if (held or led) and moment.elapsed < travel:
        share = moment.elapsed / travel
        place = film.leaving(share) if held else _in_phase(film, moment.leads, share)
        return Motion(place, side, walks=walks, fps=MOVING_FPS, back=held and film.returns)
    left = moment.duration - moment.elapsed
    if moment.kind == "rest" and moment.following == "hold" and left < travel:
        return Motion(film.entering(1 - left / travel), side, walks=walks, fps=MOVING_FPS)
    since = Ms(moment.elapsed - (travel if held or led else 0))
    return Motion(0, side, _breath(since), walks=walks, fps=BREATHING_FPS)


def _still(film: Film, moment: Moment) -> Motion:
    side, walks = moment.side or "right", not moment.alternating
    if moment.kind == "hold" or (moment.kind == "move" and moment.way == "in"):
        return Motion(film.held, side, walks=walks)
    if moment.kind in ("prepare", "switch") and moment.following in (None, "hold"):
        return Motion(film.held, side, walks=walks)
    if moment.kind == "move" and moment.way == "phase":
        return Motion(_in_phase(film, moment.leads, 1.0), side, walks=walks)
    if moment.kind == "move" and moment.way == "cycle":
        legs = len(film.stills)
        part = min(int(moment.elapsed * legs / max(moment.duration, 1)), legs - 1)
        until = Ms(moment.duration * (part + 1) // legs - moment.elapsed)
        return Motion((part + 1) % legs, side, walks=walks, still_for=until)
    return Motion(0, side, walks=walks)
