"""Design tokens: colours, type sizes, spacing and motion, as values.

Rules:
1. No widget knows a colour: it asks for a role (ink, muted, accent, the phase of a segment).
2. Every colour that carries words reaches a contrast of 4.5 : 1 on each ground that it may stand
   on. Where a colour of the design is too pale for words, `readable` darkens (or lightens) it just
   as far as needed; fills keep the colour of the design.
3. There are four sizes of type. They follow the system's text size and the person's percentage.
4. Distances are multiples of four pixels.
"""

from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from backease_desktop.core.timeline.segments import SegmentKind

RADIUS_CARD = 20
RADIUS_FIELD = 14
TEXT_CONTRAST = 4.5
REFERENCE_PX = 13.0
"""The size of the system's text that the sizes below are drawn for."""


class Size(IntEnum):
    """The four sizes of type, in pixels at `REFERENCE_PX`."""

    SMALL = 13
    BODY = 15
    HEADING = 20
    TITLE = 30


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another one in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@cache
def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 for black to 1 for white."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: str, ground: str) -> float:
    """Contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21."""
    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def readable(colour: str, *grounds: str) -> str:
    """The colour, in its own hue, just so dark or light that words in it can be read."""
    end = "#000000" if luminance(grounds[0]) > 0.18 else "#FFFFFF"
    for share in range(0, 100, 2):
        moved = mix(colour, end, share / 100)
        if all(contrast(moved, ground) >= TEXT_CONTRAST for ground in grounds):
            return moved
    return end


class Colours(msgspec.Struct, frozen=True):
    """The colours of a theme, by role.

    Attributes:
        bg: the paper; card: what lies on it; soft: a quiet area, such as behind a figure.
        ink, muted: words; line: borders and tracks.
        accent: the one accent, also the phase "hold"; on_accent: words on it.
        switch, relax, rest, prepare: fills of the other phases.
        danger: what warns of harm.
    """

    is_dark: bool
    bg: str
    card: str
    soft: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    switch: str
    relax: str
    rest: str
    prepare: str
    danger: str

    @property
    def accent_soft(self) -> str:
        """The ground of what is chosen, such as a page in the rail."""
        return mix(self.accent, self.bg, 0.86)

    @property
    def accent_hover(self) -> str:
        """The accent under the pointer."""
        return mix(self.accent, self.ink, 0.14)

    @property
    def hover(self) -> str:
        """A card or quiet button under the pointer."""
        return mix(self.card, self.ink, 0.05)

    @property
    def border(self) -> str:
        """The border of a control; firmer than `line`, so that a control can be seen as one."""
        return mix(self.line, self.ink, 0.12)

    @property
    def muted_text(self) -> str:
        """Words of less weight."""
        return readable(self.muted, *self.grounds, self.hover)

    @property
    def accent_text(self) -> str:
        """The accent for words on paper, card or soft ground."""
        return readable(self.accent, *self.grounds, self.hover, self.accent_soft)

    @property
    def warning_text(self) -> str:
        """Words that warn, such as on *It hurts*."""
        return readable(self.switch, self.bg, self.card, self.hover)

    @property
    def danger_text(self) -> str:
        """Words that warn of harm."""
        return readable(self.danger, self.bg, self.card, self.hover)

    @property
    def grounds(self) -> tuple[str, str, str]:
        """Every ground that plain words stand on."""
        return self.bg, self.card, self.soft

    def phase(self, kind: "SegmentKind") -> str:
        """The fill of a phase."""
        return str(getattr(self, _PHASES[kind]))

    def phase_text(self, kind: "SegmentKind") -> str:
        """A phase's colour for words."""
        return readable(self.phase(kind), self.bg, self.card)

    def phase_pale(self, kind: "SegmentKind") -> str:
        """A phase's fill for what is still to come."""
        return mix(self.phase(kind), self.bg, 0.66)


_PHASES: dict[str, str] = {
    "intro": "prepare",
    "position": "prepare",
    "prepare": "prepare",
    "hold": "accent",
    "move": "accent",
    "switch": "switch",
    "relax": "relax",
    "rest": "rest",
    "outro": "relax",
}
"""By a `SegmentKind`, which is its word: the kinds themselves come with the first session."""

LIGHT = Colours(
    is_dark=False,
    bg="#F6F2EB",
    card="#FFFFFF",
    soft="#EFE9DE",
    ink="#1C2A2C",
    muted="#617072",
    line="#E4DCCD",
    accent="#1F6F6E",
    on_accent="#FFFFFF",
    switch="#C8702A",
    relax="#5E8F5A",
    rest="#6A7FA8",
    prepare="#9A8F7B",
    danger="#B3372B",
)
DARK = Colours(
    is_dark=True,
    bg="#111819",
    card="#1A2324",
    soft="#202B2C",
    ink="#E9EFEE",
    muted="#93A3A4",
    line="#2B3839",
    accent="#5DBDB8",
    on_accent="#0F1F1F",
    switch="#E79B57",
    relax="#8CC487",
    rest="#8FA6D6",
    prepare="#8F8679",
    danger="#F08A7E",
)
CONTRAST = Colours(
    is_dark=True,
    bg="#000000",
    card="#000000",
    soft="#0A0A0A",
    ink="#FFFFFF",
    muted="#E2E2E2",
    line="#8C8C8C",
    accent="#FFD84A",
    on_accent="#000000",
    switch="#FFA45C",
    relax="#8BE58A",
    rest="#A9CBFF",
    prepare="#CFCFCF",
    danger="#FF9A8F",
)


class Theme(msgspec.Struct, frozen=True):
    """How everything looks now.

    Attributes:
        colours: of the theme.
        scale: of type, 1.0 where the system's text measures `REFERENCE_PX` and the person asks
            for 100 %.
        reduced_motion: nothing moves that need not.
    """

    colours: Colours
    scale: float = 1.0
    reduced_motion: bool = False

    def px(self, size: float) -> int:
        """A length that grows with the type: sizes of type, and the padding around words."""
        return round(size * self.scale)
