"""An exercise that is being written: a copy of one that is there, changed field by field.

It begins as a copy, figure and all, because the nearest pose is the best start. Every change gives
another value; whether it is one that a file may hold is asked of the reader of files itself.
"""

from typing import Any

from backease_desktop.core.catalogue.exercise import Breath, Exercise, Landmarks
from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.editing.angles import with_keyframe
from backease_desktop.core.editing.body_draft import as_new
from backease_desktop.core.editing.routine_draft import MINE, Amount, step_of, with_range
from backease_desktop.core.figure.model import KEYFRAMES, Figure
from backease_desktop.core.values import words_of

TEXTS = (
    "name",
    "say",
    "setup",
    "setup_short",
    "where",
    "movement",
    "rep_in",
    "rep_out",
    "left",
    "right",
    "breath_hint",
    "breath_in",
    "breath_out",
    "tip",
    "release",
    "text",
    "aliases",
)
"""The texts of an exercise, in the order of writing; left and right are landmarks."""

MUST_BE = frozenset({"name", "setup", "setup_short", "tip", "release", "text"})
"""Those that no exercise can do without."""

FIRST_TIP = "Slowly, as far as is easy."
FIRST_TEXT = "An exercise of my own. How it is done is still to be written here."
FIRST_REPS = 5
"""What a new exercise has until somebody writes it."""

BREATHS = {"breath_in": "inwards", "breath_out": "outwards"}
"""The words for a breath, which an exercise has both of or neither."""

_SOME_ALT = "What the picture shows."

MOST_KEYFRAMES = len(KEYFRAMES)


def copied(exercise: Exercise, id_: str, name: str) -> Exercise:
    """A copy of an exercise, to be changed; what is easier and harder is said of the other one."""
    return exercise.with_(id=id_, name=name, say=None, aliases=(), easier=None, harder=None)


def begun_from(exercise: Exercise, id_: str, name: str) -> Exercise:
    """A new exercise in the pose of another one; how it is moved is still to be said.

    What gets a person into the position and out of it holds for the new one too. A file must have
    a tip, a text and a dose, so they are plain ones of ours until somebody writes them.
    """
    return as_new(copied(exercise, id_, name)).with_(
        movement=None,
        rep_in=None,
        rep_out=None,
        phases=(),
        breath=None,
        breath_hint=None,
        tip=FIRST_TIP,
        text=FIRST_TEXT,
        release_first=False,
        seconds_to_switch=None,
        prescriptions=(Prescription(source=MINE, reps=Range(min=FIRST_REPS, max=FIRST_REPS)),),
    )


def text_of(exercise: Exercise, field: str) -> str:
    """One of its texts."""
    if field in ("left", "right"):
        return getattr(exercise.landmarks, field) if exercise.landmarks else ""
    if field in BREATHS:
        return getattr(exercise.breath, BREATHS[field]) if exercise.breath else ""
    if field == "aliases":
        return ", ".join(exercise.aliases)
    return getattr(exercise, field) or ""


def with_text(exercise: Exercise, field: str, text: str) -> Exercise:
    """With another text; an empty one is left out where it may be."""
    text = " ".join(text.split())
    if field in ("left", "right"):
        before = exercise.landmarks or Landmarks(left="left side", right="right side")
        return exercise.with_(landmarks=before.with_(**{field: text}))
    if field in BREATHS:
        breath = exercise.breath or Breath(inwards="", outwards="")
        breath = breath.with_(**{BREATHS[field]: text})
        return exercise.with_(breath=breath if breath.inwards or breath.outwards else None)
    if field == "aliases":
        names = (name.strip() for name in text.split(","))
        return exercise.with_(aliases=tuple(name for name in names if name))
    return exercise.with_(**{field: text if text or field in MUST_BE else None})


def with_least(exercise: Exercise, field: Amount, least: int | None) -> Exercise:
    """With a dose that begins elsewhere; its end goes along where it would lie before that."""
    now: Range | None = getattr(exercise.prescriptions[0], field)
    most = max(least or 0, now.max if now else 0)
    return with_dose(exercise, field, Range(min=least, max=most) if least else None)


def with_most(exercise: Exercise, field: Amount, most: int | None) -> Exercise:
    """With a dose that ends elsewhere; its beginning goes along where it would lie behind that."""
    now: Range | None = getattr(exercise.prescriptions[0], field)
    least = min(most or 0, now.min) if now else most
    return with_dose(exercise, field, Range(min=least, max=most) if least and most else None)


def with_dose(exercise: Exercise, field: Amount, amount: Range | None) -> Exercise:
    """With a dose of one's own that has another range; those of sources stay behind it."""
    changed = with_range(step_of(exercise), exercise, field, amount).dose
    if changed is None:
        return exercise
    first = exercise.prescriptions[0]
    line = first.as_given if first.source == MINE else None
    return _with_own(exercise, changed.with_(as_given=line))


def with_source_line(exercise: Exercise, line: str) -> Exercise:
    """With who gave the dose: "my physiotherapist, March 2026"."""
    first = exercise.prescriptions[0]
    own = Prescription(
        source=MINE,
        hold_s=first.hold_s,
        reps=first.reps,
        breaths=first.breaths,
        sets=first.sets,
        rest_s=first.rest_s,
        sides=first.sides,
        as_given=" ".join(line.split()) or None,
    )
    return _with_own(exercise, own)


def with_sides(exercise: Exercise, sides: SideMode) -> Exercise:
    """Done otherwise on left and right, with words for each side where there are two."""
    landmarks = exercise.landmarks
    if sides is not SideMode.NONE and landmarks is None:
        landmarks = Landmarks(left="left side", right="right side")
    return exercise.with_(sides=sides, landmarks=landmarks)


def with_figure(exercise: Exercise, words: Any) -> Exercise:  # noqa: ANN401  (what a file holds)
    """With another figure."""
    return exercise.with_(figure=dict(words))


def with_more_keyframes(exercise: Exercise, after: str) -> tuple[Exercise, str]:
    """With one more keyframe, which begins as another one is; and its name, empty if none fits."""
    figure: Any = exercise.figure
    frames = figure["keyframes"]
    free = [name for name in KEYFRAMES if name not in frames]
    if not free:
        return exercise, ""
    name = free[0]
    said = {"from": after, "alt": frames[after]["alt"]}
    return with_figure(exercise, with_keyframe(figure, name, said)), name


def without_keyframe(exercise: Exercise, name: str) -> Exercise:
    """Without a keyframe, if two are left and none comes from it."""
    figure: Any = exercise.figure
    frames = dict(figure["keyframes"])
    is_used = any(one.get("from") == name for other, one in frames.items() if other != name)
    is_led_to = any(phase.to == name for phase in exercise.phases)
    if len(frames) <= 2 or is_used or is_led_to:
        return exercise
    del frames[name]
    return with_figure(exercise, {**figure, "keyframes": frames})


def with_alt(exercise: Exercise, keyframe: str, text: str) -> Exercise:
    """With other words for who cannot see a keyframe."""
    figure: Any = exercise.figure
    said = {**figure["keyframes"][keyframe], "alt": " ".join(text.split())}
    return with_figure(exercise, with_keyframe(figure, keyframe, said))


def fault_of_exercise(exercise: Exercise) -> tuple[str, str] | None:
    """What stands in the way of keeping it: the field, and what would be right; None if nothing."""
    # Loaded on first use, as pydantic under it: who only looks at routines needs none of it.
    from backease_desktop.core.reading import read

    figure: Any = exercise.figure
    try:
        read(Exercise, words_of(exercise))
        if figure is not None:
            exercise.check_phases(figure["keyframes"])
    except ValueError as error:
        return _told(error)
    return _fault_of_figure(figure)


def fault_of_pose(exercise: Exercise) -> tuple[str, str] | None:
    """Why a draft's figure cannot be shown at all; its words may still be missing, as any draft's.

    The editor makes no such figure; a file that was damaged may hold one.
    """
    figure: Any = exercise.figure
    if figure is not None and isinstance(frames := figure.get("keyframes"), dict):
        said = {name: _with_words(one) for name, one in frames.items()}
        figure = {**figure, "keyframes": said}
    return _fault_of_figure(figure)


def _with_words(keyframe: Any) -> Any:  # noqa: ANN401  (what a file holds)
    """A keyframe with words, where it is one and may have too few or too many."""
    if isinstance(keyframe, dict) and isinstance(keyframe.get("alt"), str):
        return {**keyframe, "alt": _SOME_ALT}
    return keyframe


def _fault_of_figure(figure: Any) -> tuple[str, str] | None:  # noqa: ANN401  (as above)
    # Loaded on first use, as above.
    from backease_desktop.core.reading import read

    try:
        if figure is not None:
            read(Figure, figure)
    except ValueError as error:
        place, words = _told(error)
        return f"figure.{place}".rstrip("."), words
    return None


def _told(error: ValueError) -> tuple[str, str]:
    """The field that an error names, and what it says of it."""
    told = getattr(error, "errors", None)
    words, place = str(error), ""
    if told is not None:
        first = told()[0]
        words = str(first["msg"]).removeprefix("Value error, ")
        place = ".".join(str(part) for part in first["loc"])
    if not place and ": " in words:
        place, _, words = words.partition(": ")
    return place, words


def _with_own(exercise: Exercise, own: Prescription) -> Exercise:
    others = tuple(one for one in exercise.prescriptions if one.source != MINE)
    return exercise.with_(prescriptions=(own, *others))
