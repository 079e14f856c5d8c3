"""Phrasing: which words a cue takes, so that no phrase wears out.

A phrase that recurs has several forms. Each exercise of a session uses the next one, by its place
in the routine and never by chance. A form is said at most `MOST_TIMES` in a session; when all of
them have been, the cue is its tone alone, with the words as its caption. Counting is exempt.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from backease_desktop.core.timeline.segments import Cue, CueKind
from backease_desktop.core.timeline.voicing import TONE_OF, Voicing
from backease_desktop.core.tones import ToneName
from backease_desktop.core.wording import Wording

MOST_TIMES = 12


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Makes the cues of one session.

    Attributes:
        voicing: makes a cue of words.
        wording: the phrases.
        step: index of the exercise that is being told; chooses between the forms.
    """

    voicing: Voicing
    wording: Wording
    step: int = 0
    _said: Counter[str] = field(default_factory=Counter)

    def at_step(self, step: int) -> "Phrasing":
        """The same session, at another exercise."""
        return Phrasing(self.voicing, self.wording, step, self._said)

    def cue(self, kind: CueKind, forms: Sequence[str], tone: ToneName | None = None) -> Cue:
        """One of these forms; the tone alone when all have been said often enough."""
        for turn in range(len(forms)):
            form = forms[(self.step + turn) % len(forms)]
            if self._said[form] < MOST_TIMES:
                self._said[form] += 1
                return self.voicing.spoken(kind, form, tone=tone)
        return self.voicing.sounded(kind, forms[self.step % len(forms)], tone)

    def quiet(self, kind: CueKind, caption: str, tone: ToneName | None = None) -> Cue:
        """The tone of a kind; its words are only shown."""
        return self.voicing.sounded(kind, caption, tone or TONE_OF[kind])

    def longest(self, kind: CueKind, forms: Sequence[str]) -> int:
        """How long any of these forms sounds at most, in milliseconds."""
        return max(self.voicing.spoken(kind, form).length for form in forms)
