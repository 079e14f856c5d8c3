"""Nothing that is said or shown claims to do anything about an illness."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORDS = (
    r"(self-)?treat(s|ed|ing|ments?|able)?|cur(e|es|ed|ing|able|ative)|reliev(e|es|ed|er|ers|ing)"
    r"|relief|diagnos(e|es|ed|ing|is|tics?)|monitor(s|ed|ing)?|heal(s|ed|ers?|ing)?"
    r"|prevent(s|ed|ing|ion|ive)?|therap(y|ies|eutic|ists?)|remed(y|ies|ial)|rehabilitat\w*"
    r"|alleviat\w*|sooth(e|es|ed|ing)|pain[- ]?kill(ers?|ing)|pain[- ]free|guarantee[ds]?"
    r"|(clinically|medically|scientifically|doctor|physician|physio)[- ]"
    r"(proven|approved|tested|recommended)"
    r"|proven to|safe for (you|every(one|body)|all)|no more (\w+ ){0,2}pain"
)
"""What claims something by itself, in all its forms."""
DOES = (
    r"(reduc|lessen|lower|decreas|eas|fight|fix|correct|repair|restor|revers|remov|banish|combat"
    r"|improv|eliminat|protect|detect|releas)(e|es|ed|ing|s)?|undo(es|ing)?|screens? for"
    r"|(gets? )?rid|ends?|(helps?|works?|good|strengthens?) (with|against|for)|makes?"
)
AILMENT = (
    r"pains?|painful|aches?|aching|backache|sciatica|scoliosis|stenosis|discs?|spine|stiffness"
    r"|symptoms?|injur(y|ies)|blood pressure|inflammation|posture|arthritis|osteoporosis|problems?"
    r"|condition"
)
GOES = r"pain (will |can |does |to )?(go|goes|disappears?|vanish(es)?|fades?)( away)?"
CLAIM = re.compile(
    rf"\b({WORDS})\b|\b({DOES})\b( [\w'’-]+){{0,3}}? ({AILMENT})\b|\b{GOES}\b", re.IGNORECASE
)
"""A word of those, or something that is done to an ailment, at most three words away."""
ALLOWED = (
    "the team that treats you",  # somebody else does
    "Physical Therapy",  # the name of a journal
    "A therapist's page",  # whose page a dose was read on
    "What is healing may not be ready",  # a wound does
    "cannot say that an exercise is safe for you",
    "never says that something is safe for you",
    "remove CONDITION",  # a word of the command line
    "GNOME idle monitor",
)
NAMES = {"title", "source", "address", "id", "file", "exercise", "prescription", "as_given"} | {
    "sections"
}
"""Fields that are somebody else's words, or no words at all."""
FRONT = (ROOT / "README.md", ROOT / "CHANGELOG.md")
READ_ONLY = "paste"
"""Folder of words that are looked for in other people's texts, and shown to nobody."""


def claims(text: str) -> list[str]:
    """The words of a text that claim something."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return [found.group(0) for found in CLAIM.finditer(text)]


def texts_of(value: object, field: str = "") -> Iterator[str]:
    """Every text that a file of the catalogue shows or says."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NAMES:
                yield from texts_of(part, str(key))
    elif isinstance(value, list):
        for part in value:
            yield from texts_of(part, field)
    elif isinstance(value, str):
        yield value


def of_catalogue() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "catalogue").rglob("*.yaml")):
        if path.parent.name != READ_ONLY:
            for text in texts_of(yaml.safe_load(path.read_text(encoding="utf-8"))):
                yield path.name, text


def of_program() -> Iterator[tuple[str, str]]:
    """Every text in the program's modules, on screens and in the terminal; no docstring is one."""
    for path in sorted((ROOT / "backease_desktop").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        notes = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and id(node) not in notes:
                yield path.name, str(node.value)


def of_front_matter() -> Iterator[tuple[str, str]]:
    for path in (*FRONT, *sorted(ROOT.rglob("*.metainfo.xml")), *sorted(ROOT.rglob("*.desktop"))):
        if ".venv" not in path.parts:
            yield path.name, path.read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    described = re.search(r'^description = "(.*)"', project, re.MULTILINE)
    assert described is not None
    yield "pyproject.toml", described.group(1)
    packs = sorted((ROOT / "resources" / "voices").rglob("index.json"))
    for path in packs:
        yield from ((path.name, phrase) for phrase in phrases(path))


def phrases(index: Path) -> list[str]:
    """The phrases of a voice pack: keys of its index, wherever they stand."""
    found: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            for key, part in value.items():
                found.append(key)
                look(part)

    look(json.loads(index.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("texts", [of_catalogue, of_program, of_front_matter])
def test_nothing_that_is_said_or_shown_claims_anything(texts: object) -> None:
    all_texts = list(texts())  # type: ignore[operator]
    assert len(all_texts) > 1
    found = {(name, *claims(text)) for name, text in all_texts if claims(text)}

    assert found == set()


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Relieves back pain in two weeks.", ["Relieves"]),
        ("A treatment for sciatica.", ["treatment"]),
        ("It cures, and diagnoses too.", ["cures", "diagnoses"]),
        ("Lower back relief", ["relief"]),
        ("Monitor your spine.", ["Monitor"]),
        ("Exercise that prevents pain", ["prevents"]),
        ("A gentle therapy for stiff necks", ["therapy"]),
        ("Healing movements by healers", ["Healing", "healers"]),
        ("It reduces your pain.", ["reduces your pain"]),
        ("Easing an aching back", ["Easing an aching"]),
        ("Get rid of sciatica.", ["Get rid of sciatica"]),
        ("This corrects bad posture and fixes discs.", ["corrects bad posture", "fixes discs"]),
        ("Pain-free in a week. No more back pain!", ["Pain-free", "No more back pain"]),
        ("Remedies that soothe and alleviate", ["Remedies", "soothe", "alleviate"]),
        ("Doctor-recommended, clinically proven", ["Doctor-recommended", "clinically proven"]),
        ("Safe for everybody.", ["Safe for everybody"]),
        (
            "Protects the spine, helps with stiffness",
            ["Protects the spine", "helps with stiffness"],
        ),
        ("Screens for scoliosis; detects problems", ["Screens for scoliosis", "detects problems"]),
        ("Your pain will disappear.", ["pain will disappear"]),
        ("It rehabilitates, and makes the pain go.", ["rehabilitates", "makes the pain"]),
        ("Ask the team that treats you which movements you may do.", []),
        ("Seat, trees, secure, healthy", []),
        ("Stop if pain moves further down the leg. Ease into it, and lower your hips.", []),
        ("Blood pressure that is too high. Reduced motion. Restore what was there.", []),
    ],
)
def test_planted_claims_are_found_and_plain_words_are_not(text: str, claimed: list[str]) -> None:
    assert claims(text) == claimed


def test_a_planted_claim_is_found_wherever_a_file_may_hide_it() -> None:
    planted = {"steps": [{"say": "This heals."}], "title": "Relief", "about": "Calm."}

    assert [one for text in texts_of(planted) for one in claims(text)] == ["heals"]
