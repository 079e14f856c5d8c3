"""Every dose of the articles and pages, written down a second time from reading them.

A row is: article/section, exercise, hold in seconds, repetitions, breaths, sides. A `*` means that
the article leaves the number open and it is ours; a `?` that the article has lost the heading, does
not name the exercise in its sentence either, and so the name is ours. Where sides alternate, the
repetitions count both. Rows stand in the order of the sources.
"""

from collections import Counter

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import OURS, Prescription
from backease_desktop.core.editing.routine_draft import MINE

DOSES = """
000             towel-hamstring-stretch?     30       -       -      each
000             wall-sit                     10       8-12    -      none
000             prone-press-up               30       2       -      none
000             bridge                       6        8-12    -      none
000             pelvic-tilt                  10       8-12    -      none
000             all-fours-leg-lift?          5        16-24   -      alternate
000             crossed-leg-stretch?         30       3       -      each
000             prone-leg-lift?              -        20      -      each

001/upper-back  upper-back-stretch           15-30    1-3*    -      none
001/upper-back  shoulder-rolls-forward       -        10      -      none
001/upper-back  shoulder-rolls-backward      -        10      -      none
001/upper-back  chest-opener                 15-30    1-3*    -      none
001/upper-back  seated-twist                 15-30    -       -      each

001/lower-back  cat-camel                    3-5*     10      -      none
001/lower-back  knee-to-chest                15-30    -       -      each
001/lower-back  pelvic-tilt                  3-5*     10      -      none
001/lower-back  bridge                       15-30    10      -      none

001/core        plank                        30-60*   -       -      none
001/core        bird-dog                     3-5*     10-12   -      alternate
001/core        superman                     3-5*     10      -      none
001/core        dead-bug                     -        10-12   -      alternate

001/flexibility childs-pose                  30-60    -       -      none
001/flexibility pigeon-pose                  30-60    -       -      each
001/flexibility forward-fold                 30-60    -       -      none
001/flexibility standing-hamstring-stretch   30-60    -       -      each

001/posture     wall-angels                  -        10-12   -      none
001/posture     scapular-squeeze             3-5*     10      -      none
001/posture     upper-back-extension         3-5*     10      -      none
001/posture     neck-retraction              3-5*     10      -      none

001/hips        hip-flexor-stretch           30-60    -       -      each
001/hips        piriformis-stretch           30-60    -       -      each
001/hips        seated-figure-four           30-60    -       -      each
001/hips        lunge                        3-5*     10-12   -      alternate

001/work        seated-twist                 15-30    -       -      each
001/work        chair-cat-camel              3-5*     10      -      none
001/work        desk-shoulder-stretch        15-30    -       -      none
001/work        raised-hamstring-stretch     30-60    -       -      each

001/pregnancy   cat-camel                    3-5*     10      -      none
001/pregnancy   all-fours-pelvic-tilt        3-5*     10      -      none
001/pregnancy   bridge                       15-30    10      -      none
001/pregnancy   side-lying-leg-lift          3-5*     10      -      each

001/sciatica    sciatic-nerve-glide          3-5*     10      -      affected
001/sciatica    knee-to-shoulder             30-60    -       -      each
001/sciatica    standing-piriformis-stretch  15-30    -       -      each
001/sciatica    prone-press-up               3-5*     10      -      none

001/scoliosis   seated-side-bend             15-30    -       -      each
001/scoliosis   plank                        10-30*   -       -      none
001/scoliosis   pelvic-tilt                  3-5*     8-12*   -      none
001/scoliosis   bird-dog                     3-5*     8-12*   -      alternate
001/scoliosis   foam-rolling                 -        6-10*   -      none
001/scoliosis   side-plank                   15-30    -       -      each

002             pelvic-tilt                  2        2-3     -      none
002             cat-cow                      -        -       4-6*   none
002             knee-rolls                   3-5*     10-30*  -      alternate
002             knee-to-chest                3-5*     3-5*    -      each
002             both-knees-to-chest          3-5*     3-5*    -      none

003             childs-pose                  20-30*   -       -      none
003             cat-cow                      -        -       4-6*   none
003             knee-to-chest                5-10*    -       -      each
003             both-knees-to-chest          5-10*    -       -      none
003             bridge                       3-5*     8-12*   -      none
003             forearm-plank                5-10*    1-3*    -      none
003             bird-dog                     3-5*     8-12*   -      alternate
003             wall-angels                  -        8-12*   -      none
003             seated-row                   -        8-12*   -      none
003             standing-back-extension      1-3*     5-8*    -      none

004             hamstring-stretch            30       -       -      each
004             knee-to-chest                30       -       -      each
004             knee-rolls?                  30       -       -      each
004             legs-up-the-wall             300-600  -       -      none
004             cat-cow                      -        -       5-10   none
004             wall-arm-switch?             -        20      -      alternate

nhs-sitting     chest-stretch                5-10     5       -      none
nhs-sitting     upper-body-twist             5        10      -      alternate
nhs-sitting     hip-marching                 -        10      -      alternate
nhs-sitting     ankle-stretch                -        5       -      each
nhs-sitting     arm-raises                   -        5       -      none
nhs-flexibility neck-turn                    5        6       -      alternate
nhs-flexibility neck-tilt                    5        3       -      each
nhs-strength    sit-to-stand                 -        5       -      none
nhs-strength    mini-squat                   -        5       -      none
nhs-strength    calf-raise                   -        5       -      none
nhs-pregnancy   wall-pelvic-tilt             4        5-10*   -      none
nhs-pregnancy   box-round                    3-5*     10      -      none
nhs-breathing   slow-breathing               -        -       6-12*  none
nia             neck-turn                    10-30    6-10    -      alternate
nia             seated-forward-bend          10-30    3-5     -      none
nia             calf-stretch                 10-30    3-5     -      each
ccohs           wrist-bend-down              3-5      3       -      each
ccohs           wrist-bend-up                3-5      3       -      each
ccohs           prayer-stretch               5-7      3       -      none
ccohs           shoulder-shrug               3-5      2-3     -      none
ccohs           cross-arm-stretch            5        1-3*    -      each
stanford        hands-up-and-down            -        5-10*   -      none
rehab-links     neck-diagonal                20       2-3     -      each
physio-company  chin-to-chest                10       -       -      none
best-health     chair-back-extension         2-5      5-10    -      none
relax-release   desk-wrist-stretch           30       -       -      none
ishn            look-far                     20       -       -      none
metro-eye       near-and-far                 15       5       -      none

ours            prone-on-elbows              10-30    -       -      none
ours            knees-plank                  10-30    -       -      none
ours            side-plank-on-knees          10-30    -       -      each
"""

ROWS = [" ".join(line.split()) for line in DOSES.splitlines() if line]


def row_of(exercise: Exercise, prescription: Prescription) -> str:
    """A prescription as it stands in the table."""

    def amount(field: str) -> str:
        given = getattr(prescription, field)
        if given is None:
            return "-"
        numbers = str(given.min) if given.min == given.max else f"{given.min}-{given.max}"
        return numbers + ("*" if field in prescription.assumed else "")

    name = exercise.id + ("?" if prescription.name_inferred else "")
    amounts = (amount(field) for field in ("hold_s", "reps", "breaths"))
    return " ".join([prescription.key, name, *amounts, prescription.sides or exercise.sides])


def rows_of(catalogue: Catalogue) -> list[str]:
    """Every prescription of the catalogue as a row."""
    return [row_of(e, p) for e in catalogue.exercises.values() for p in e.prescriptions]


def test_every_dose_of_the_sources_is_in_the_catalogue_as_given(shipped: Catalogue) -> None:
    assert sorted(rows_of(shipped)) == sorted(ROWS)


def test_each_article_has_as_many_prescriptions_as_counted(shipped: Catalogue) -> None:
    counted = Counter(row.split()[0].partition("/")[0] for row in rows_of(shipped))

    articles = {source.id for source in shipped.sources.values() if source.file}
    assert {article: counted[article] for article in articles} == {
        "000": 8,
        "001": 43,
        "002": 5,
        "003": 10,
        "004": 6,
    }


def test_every_source_is_used_and_says_where_it_was_read(shipped: Catalogue) -> None:
    used = {p.source for e in shipped.exercises.values() for p in e.prescriptions}
    own = {OURS, MINE}
    unsaid = [s.id for s in shipped.sources.values() if not (s.file or s.address or s.id in own)]
    unlicensed = [s.id for s in shipped.sources.values() if s.address and not s.licence]

    assert used == set(shipped.sources) - {MINE}
    assert unsaid == []
    assert unlicensed == []


def test_whatever_is_assumed_says_what_the_article_says_instead(shipped: Catalogue) -> None:
    silent = [
        f"{exercise.id} {prescription.key}"
        for exercise in shipped.exercises.values()
        for prescription in exercise.prescriptions
        if bool(prescription.assumed) != bool(prescription.as_given)
    ]

    assert silent == []


def test_what_a_list_only_mentions_belongs_to_a_group(shipped: Catalogue) -> None:
    grouped = {
        (exercise.id, prescription.key, prescription.group)
        for exercise in shipped.exercises.values()
        for prescription in exercise.prescriptions
        if prescription.group
    }

    assert grouped == {
        (exercise, "001/scoliosis", "core-stability")
        for exercise in ("plank", "pelvic-tilt", "bird-dog")
    }
