"""A timeline as JSON for other programs, and as a cue sheet to read."""

from collections.abc import Iterator
from typing import Any

from backease_desktop.core.timeline.segments import Channel, Cue, Segment, Timeline
from backease_desktop.core.units import Ms


def exported(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain values; `at_ms` counts from the start of the session."""
    return {
        "routine": timeline.routine,
        "duration_ms": timeline.duration,
        "dose": timeline.dose,
        "rate_wpm": timeline.rate_wpm,
        "segments": [
            _segment(index, segment, start)
            for index, (segment, start) in enumerate(
                zip(timeline.segments, timeline.starts, strict=True)
            )
        ],
    }


def _segment(index: int, segment: Segment, start: Ms) -> dict[str, Any]:
    return {
        "index": index,
        "kind": segment.kind,
        "start_ms": start,
        "duration_ms": segment.duration,
        "exercise": segment.exercise,
        "side": segment.side,
        "landmark": segment.landmark,
        "rep": segment.rep,
        "reps": segment.reps,
        "set": segment.set_number,
        "block": segment.block,
        "cues": [_cue(cue, start) for cue in segment.cues],
    }


def _cue(cue: Cue, start: Ms) -> dict[str, Any]:
    return {
        "at_ms": start + cue.at,
        "length_ms": cue.length,
        "kind": cue.kind,
        "channel": cue.channel,
        "text": cue.text,
        "phrases": list(cue.phrases),
        "tone": cue.tone,
    }


def cue_sheet(timeline: Timeline) -> Iterator[str]:
    """The timeline as lines of text: a line for each segment, its cues below it."""
    yield f"{timeline.name} · {clock_time(timeline.duration)} · dose {timeline.dose}"
    for segment, start in zip(timeline.segments, timeline.starts, strict=True):
        seconds = f"{segment.duration / 1000:.1f} s"
        what = " · ".join(
            part
            for part in (
                segment.name,
                segment.landmark or "",
                f"{segment.rep} of {segment.reps}" if segment.rep else "",
            )
            if part
        )
        yield f"{clock_time(start):>7}  {segment.kind:<9}{seconds:>8}  {what}".rstrip()
        for cue in segment.cues:
            moment = clock_time(Ms(start + cue.at), tenths=True)
            length = f"{cue.length / 1000:4.1f} s"
            yield f"{'':28}{moment:>8}  {length}  {cue.kind:<11}  {_heard(cue)}"


def _heard(cue: Cue) -> str:
    """What a cue sounds like: its words, or which tone, and what is shown with it."""
    if cue.channel is Channel.VOICE:
        return f'"{cue.text}"'
    shown = f", shows “{cue.text}”" if cue.text else ""
    return f"(tone {cue.tone}{shown})" if cue.tone else f"(no tone{shown})"


def clock_time(moment: Ms, *, tenths: bool = False) -> str:
    """A session time as m:ss, or m:ss.t."""
    minutes, rest = divmod(moment, 60_000)
    if tenths:
        return f"{minutes}:{rest / 1000:04.1f}" if rest < 59_950 else f"{minutes}:59.9"
    return f"{minutes}:{rest // 1000:02d}"
