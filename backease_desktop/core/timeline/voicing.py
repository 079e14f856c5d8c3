"""Cues with their lengths: which tone goes before which words, and how long both last.

Every kind of cue has a tone of its own, so that a missed word costs nothing. The tone stands at
the cue's moment and the words follow it; without a voice the tone stands alone, and the caption
stays for as long as the words would have taken, so both ways have one timeline.
"""

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from backease_desktop.core.timeline.segments import Channel, Cue, CueKind
from backease_desktop.core.tones import TONE_LENGTH, ToneName
from backease_desktop.core.units import Ms

AFTER_TONE = Ms(40)
"""Silence between a tone and its words."""

GAP = Ms(300)
"""Least silence between two cues."""

BETWEEN_PHRASES = Ms(150)
"""Silence between the phrases of one cue."""

Lengths = Callable[[str], Ms]
"""How long a phrase takes to say, in milliseconds."""

TONE_OF: dict[CueKind, ToneName] = {
    CueKind.INTRO: ToneName.NEXT,
    CueKind.POSITION: ToneName.NEXT,
    CueKind.PREVIEW: ToneName.NEXT,
    CueKind.COUNT_IN: ToneName.COUNT,
    CueKind.START: ToneName.START,
    CueKind.HALFWAY: ToneName.HALFWAY,
    CueKind.TEN_LEFT: ToneName.HALFWAY,
    CueKind.MINUTE_LEFT: ToneName.HALFWAY,
    CueKind.END_TICK: ToneName.TICK,
    CueKind.SWITCH: ToneName.SWITCH,
    CueKind.RELAX: ToneName.RELAX,
    CueKind.REP: ToneName.REP,
    CueKind.OUT: ToneName.RELEASE,
    CueKind.RELEASE: ToneName.RELEASE,
    CueKind.REST: ToneName.REST,
    CueKind.PAUSE: ToneName.PAUSE,
    CueKind.RESUME: ToneName.RESUME,
    CueKind.HURTS: ToneName.WARN,
    CueKind.OUTRO: ToneName.DONE,
}
"""Kinds that are not named here (set-up, movement, tip, landmark, way out) are words only."""


@dataclass(frozen=True, slots=True)
class Voicing:
    """Makes cues.

    Attributes:
        lengths: how long phrases take; must never say less than the clip will take.
        voice: whether there is a voice.
    """

    lengths: Lengths
    voice: bool = True

    def spoken(self, kind: CueKind, *phrases: str, tone: ToneName | None = None) -> Cue:
        """Phrases, one behind the other, behind the tone of their kind, at 0."""
        before = tone or TONE_OF.get(kind)
        lead = TONE_LENGTH[before] + AFTER_TONE if before else 0
        starts: list[Ms] = []
        end = lead
        for phrase in phrases:
            starts.append(Ms(end + (BETWEEN_PHRASES if starts else 0)))
            end = starts[-1] + self.lengths(phrase)
        channel = Channel.VOICE if self.voice else Channel.TONE
        cue = Cue(Ms(0), Ms(end), kind, channel, " ".join(phrases), before)
        return replace(cue, parts=phrases, parts_at=tuple(starts)) if len(phrases) > 1 else cue

    def sounded(self, kind: CueKind, caption: str = "", tone: ToneName | None = None) -> Cue:
        """The tone of a kind without words, at 0."""
        name = tone or TONE_OF[kind]
        return Cue(Ms(0), TONE_LENGTH[name], kind, Channel.TONE, caption, name)
