"""The count-in: what is played when a hold goes on after a pause."""

from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.segments import CueKind, Segment, SegmentKind
from backease_desktop.core.timeline.voicing import Voicing
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import Wording, sentence

COUNT_IN = Ms(3_000)


def count_in_of(segment: Segment, remaining: Ms, voicing: Voicing, wording: Wording) -> Segment:
    """The count-in that leads back into a hold: "Left leg. Hold, twelve seconds. Three, two, one.".

    Args:
        segment: the hold that was paused.
        remaining: how much of it is left, in milliseconds.
        voicing: makes the cues.
        wording: the phrases.
    """
    phrases = resume_phrases(segment, remaining, wording)
    said = layout.row([voicing.spoken(CueKind.RESUME, *phrases)])
    cues, duration = layout.counted_in(said, COUNT_IN, voicing, wording)
    return Segment(SegmentKind.PREPARE, duration, segment.block, cues=tuple(cues))


def resume_phrases(segment: Segment, remaining: Ms, wording: Wording) -> tuple[str, ...]:
    """What is said of a hold that goes on: its side where it has one, and how long it lasts."""
    lasting = wording.resume.format(length=wording.length(remaining))
    return (sentence(segment.landmark), lasting) if segment.landmark else (lasting,)
