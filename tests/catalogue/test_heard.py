"""What must be heard of each exercise before it starts, so that it can be done with closed eyes.

The table was written from the articles and pages, not from our texts: the verbs of the movement and
the parts of the body that move. Words with a bar between are alternatives. They must be said in the
set-up, the landmarks or the movement; the name does not count, because nobody knows it beforehand.
"""

import re
from itertools import combinations

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Side, SideMode
from backease_desktop.storage.wording_files import load_wording
from tests.blind_listeners import HIDDEN, heard, preferences_for, sheet
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER as FOLDER

WORDING = load_wording(FOLDER / "wording")

NEEDED = """
towel-hamstring-stretch     on your back, towel, foot, leg, lift|straighten, pull, push
wall-sit                    wall, back, slide, down, knees, bending|bend
prone-press-up              face down, hands, push, chest, lift
bridge                      on your back, feet, lift, hips, shoulders, knees
pelvic-tilt                 on your back, tilt, pelvis|hips, press|push, lower back, flat
all-fours-leg-lift          hands and knees, leg, back, lift, straight|straighten
crossed-leg-stretch         on your back, crossed, knee, pull, chest
prone-leg-lift              face down, lift, leg, straight
upper-back-stretch          stand, fingers, chest, push, forward, round, upper back
shoulder-rolls-forward      stand, arms, shoulders, lift|up, roll, forward, circles
shoulder-rolls-backward     stand, arms, shoulders, lift|up, roll, back, circles
chest-opener                stand, fingers, behind, hands, lift, shoulder blades
seated-twist                sit, hand, thigh, turn, chest, look, shoulder
cat-camel                   hands and knees, round, back, up, belly, sink
knee-to-chest               on your back, knee, pull|draw, chest, hands
plank                       hands and knees, feet, back, straighten|straight, body, hands, toes
bird-dog                    hands and knees, arm, forward, leg, back, lift, opposite
superman                    face down, arms, overhead, lift, chest, legs
dead-bug                    on your back, arms, knees, lower, arm, straighten, leg, opposite
childs-pose                 kneel, hips, heels, arms, forward, forehead
pigeon-pose                 knee, forward, hand, slide, leg, back, lower, chest
forward-fold                stand, bend, forward, hips, hands, feet|toes
standing-hamstring-stretch  stand, heel, in front, straight, lean|bend, forward, hips
wall-angels                 wall, back, arms, slide, up, down
scapular-squeeze            stand, arms, squeeze, shoulder blades, down
upper-back-extension        face down, arms, overhead, lift, chest
neck-retraction             sit, chin, back, straight, slide|draw
hip-flexor-stretch          kneel, knee, foot, in front, push|lean, hips, forward
piriformis-stretch          on your back, ankle, knee, thigh, pull, chest
seated-figure-four          sit, ankle, knee, push|press, down
lunge                       stand, step, foot, forward, bend, knees
chair-cat-camel             sit, hands, thighs, round, back, chin, lift, chest
desk-shoulder-stretch       desk, hands, step back, bend, hips, chest, arms
raised-hamstring-stretch    stand, heel, chair|seat, bend|lean, forward, hips
all-fours-pelvic-tilt       hands and knees, tuck, tailbone, lower back, round
side-lying-leg-lift         on your side, lift, leg, top, ceiling
sciatic-nerve-glide         sit, straighten, leg, toes, lean, forward
knee-to-shoulder            on your back, thigh, pull, knee, shoulder
standing-piriformis-stretch hold, ankle, knee, bend, hips, back
seated-side-bend            sit, hand, thigh, arm, overhead, lean|bend, side
foam-rolling                roller, upper back, hips, lift, roll
side-plank                  on your side, elbow, lift, hips, straight
cat-cow                     hands and knees, breathe, belly, sink, round, back
knee-rolls                  on your back, knees, lower|roll, side, shoulders
both-knees-to-chest         on your back, both knees, pull|draw, chest
forearm-plank               face down, elbows, lift, hips, body, straight
seated-row                  sit, band, feet, pull, elbows, shoulder blades
standing-back-extension     stand, hips, lean, back
hamstring-stretch           on your back, lift, leg, knee, straighten
legs-up-the-wall            wall, hip, lie back, legs, up
wall-arm-switch             wall, back, elbows, turn, up, down

prone-on-elbows             face down, elbows, lift, chest
knees-plank                 hands and knees, knees, back, shoulders, hips, line
side-plank-on-knees         on your side, elbow, knees, lift, hips
neck-turn                   sit, turn, head, shoulder
neck-tilt                   sit, hand, shoulder, tilt, head, ear
neck-diagonal               sit, turn, head, lower, nose, armpit
chin-to-chest               sit, lower, chin, chest
shoulder-shrug              sit, arms, lift, shoulders, ears
cross-arm-stretch           sit, arm, across, chest, pull, elbow
chest-stretch               sit, arms, shoulders, back, push, chest, forward
arm-raises                  sit, arms, lift, sides, up
wrist-bend-down             sit, arm, palm, push, hand, down
wrist-bend-up               sit, arm, palm, pull, fingers, up
prayer-stretch              sit, palms, together, lower, hands, elbows
hands-up-and-down           sit, arms, palm|palms, wrists, fingers, up, down
desk-wrist-stretch          desk, palms, lean, forward, shoulders, hands
look-far                    sit, eyes, look, away, blink
near-and-far                sit, thumb, look, near, far
slow-breathing              sit, hands, belly, breathe in, breathe out
ankle-stretch               sit, lift, leg, toes, away, back
sit-to-stand                sit, lean, forward, stand, legs
mini-squat                  stand, chair, hands, bend, knees, straighten
calf-raise                  stand, wall, hands, lift, heels
calf-stretch                wall, hands, leg, back, bend, knee, lean, heel
hip-marching                sit, lift, knee, lower, foot
upper-body-twist            sit, arms, crossed, turn, chest, side
chair-back-extension        sit, hands, head, lean, upper back, chair
seated-forward-bend         sit, bend, forward, hips, hands, shins
wall-pelvic-tilt            stand, wall, belly, press, lower back, flat
box-round                   hands and knees, round, back, head, level
"""

ROWS = [tuple(line.split(maxsplit=1)) for line in NEEDED.splitlines() if line]


def said_before_the_start(exercise: Exercise) -> str:
    """Set-up, movement and landmark in small letters, without the name."""
    words = [exercise.setup, exercise.movement or ""]
    if exercise.landmarks:
        words.append(exercise.landmarks.of(Side.RIGHT))
    if exercise.breath:
        words += [exercise.breath.inwards, exercise.breath.outwards]
    return " ".join(words).lower()


def has(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def test_every_exercise_stands_in_the_table(shipped: Catalogue) -> None:
    assert sorted(row[0] for row in ROWS) == sorted(shipped.exercises)


@pytest.mark.parametrize(("exercise", "needed"), ROWS)
def test_the_verbs_and_the_parts_of_the_body_are_said_before_the_start(
    shipped: Catalogue, exercise: str, needed: str
) -> None:
    said = said_before_the_start(shipped.exercises[exercise])
    unsaid = [
        words
        for words in needed.split(", ")
        if not any(has(word.strip(), said) for word in words.split("|"))
    ]

    assert unsaid == []


def test_no_two_exercises_are_told_in_the_same_words(shipped: Catalogue) -> None:
    told = {e.id: said_before_the_start(e) for e in shipped.exercises.values()}
    alike = [(a, b) for a, b in combinations(told, 2) if told[a] == told[b]]

    assert alike == []


def test_no_two_movements_have_the_same_words(shipped: Catalogue) -> None:
    movements = [e.movement for e in shipped.exercises.values()]

    assert [m for m in movements if movements.count(m) > 1] == []


def test_whoever_repeats_has_words_for_a_repetition(shipped: Catalogue) -> None:
    wordless = [
        e.id
        for e in shipped.exercises.values()
        if any(p.reps for p in e.prescriptions) and not (e.rep_in or e.phases)
    ]

    assert wordless == []


def test_a_blind_listener_never_sees_the_name(shipped: Catalogue) -> None:
    seen = []
    for exercise in shipped.exercises.values():
        told = list(heard(exercise, shipped, WORDING, preferences_for(exercise, met=0)))
        assert any(HIDDEN in h.words for h in told), exercise.id
        read = sheet([(1, told)]).lower()
        if has(exercise.spoken_name.lower(), read) or has(exercise.name.lower(), read):
            seen.append(exercise.id)

    assert seen == []


def test_a_blind_listener_is_told_the_side_where_there_is_one(shipped: Catalogue) -> None:
    untold = [
        e.id
        for e in shipped.exercises.values()
        if e.sides is not SideMode.NONE
        and not any(
            has("right", h.words.lower())
            for h in heard(e, shipped, WORDING, preferences_for(e, met=0))
        )
    ]

    assert untold == []
