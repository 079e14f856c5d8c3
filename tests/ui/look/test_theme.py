"""The tokens: contrast is computed, not believed."""

import pytest
from msgspec.structs import fields

from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.ui.look.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    TEXT_CONTRAST,
    Colours,
    Size,
    Theme,
    contrast,
    mix,
    readable,
)

ALL = pytest.mark.parametrize("c", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])


def pairs(c: Colours) -> dict[str, tuple[str, str]]:
    """Every pair of words and ground that the program paints."""
    found = {}
    for ground in ("bg", "card", "soft", "hover", "accent_soft"):
        found[f"ink on {ground}"] = (c.ink, getattr(c, ground))
    for ground in ("bg", "card", "soft", "hover"):
        found[f"muted on {ground}"] = (c.muted_text, getattr(c, ground))
        found[f"accent on {ground}"] = (c.accent_text, getattr(c, ground))
    for ground in ("bg", "card", "hover"):
        found[f"warning on {ground}"] = (c.warning_text, getattr(c, ground))
        found[f"danger on {ground}"] = (c.danger_text, getattr(c, ground))
    for kind in SegmentKind:
        found[f"{kind} on bg"] = (c.phase_text(kind), c.bg)
    return found | {
        "accent on accent_soft": (c.accent_text, c.accent_soft),
        "words on accent": (c.on_accent, c.accent),
        "words on accent under the pointer": (c.on_accent, c.accent_hover),
        "accent on its light button": (c.accent, c.on_accent),
        "captions, toasts, tooltips, checked chips": (c.bg, c.ink),
        "checked chip under the pointer": (c.bg, mix(c.ink, c.bg, 0.15)),
    }


@ALL
def test_every_word_can_be_read_on_its_ground(c: Colours) -> None:
    poor = {
        name: round(contrast(*pair), 2)
        for name, pair in pairs(c).items()
        if contrast(*pair) < TEXT_CONTRAST
    }
    assert poor == {}


@ALL
def test_the_ring_of_the_focus_stands_out_from_every_ground(c: Colours) -> None:
    assert all(contrast(c.accent, ground) >= 3 for ground in (c.bg, c.card, c.soft))
    assert contrast(c.on_accent, c.accent) >= 3


@ALL
def test_the_phases_have_five_different_fills(c: Colours) -> None:
    assert len({c.phase(kind) for kind in SegmentKind}) == 5


@ALL
def test_what_comes_is_paler_than_what_has_passed(c: Colours) -> None:
    for kind in SegmentKind:
        assert contrast(c.phase_pale(kind), c.bg) < contrast(c.phase(kind), c.bg)


def test_the_light_and_dark_colours_are_those_of_the_design() -> None:
    light = ["F6F2EB", "FFFFFF", "EFE9DE", "1C2A2C", "617072", "E4DCCD", "1F6F6E"]
    dark = ["111819", "1A2324", "202B2C", "E9EFEE", "93A3A4", "2B3839", "5DBDB8"]
    names = ["bg", "card", "soft", "ink", "muted", "line", "accent"]
    assert [getattr(LIGHT, name) for name in names] == [f"#{value}" for value in light]
    assert [getattr(DARK, name) for name in names] == [f"#{value}" for value in dark]
    assert {field.name for field in fields(Colours)} >= set(names)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_readable_colour_is_left_alone_and_a_pale_one_is_moved_no_further_than_needed() -> None:
    assert readable("#1F6F6E", "#FFFFFF") == "#1F6F6E"
    moved = readable("#C8702A", "#FFFFFF")
    assert TEXT_CONTRAST <= contrast(moved, "#FFFFFF") < TEXT_CONTRAST + 0.3


def test_there_are_four_sizes_and_they_grow_together() -> None:
    assert len(Size) == 4
    twice = Theme(LIGHT, 2.0)
    assert [twice.px(size) for size in Size] == [2 * size for size in Size]
