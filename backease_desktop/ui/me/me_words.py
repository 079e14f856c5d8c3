"""The words of the page about you: what each condition changes, and what it comes to in all."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.effects import Effect, Effects
from backease_desktop.core.person.person import (
    LATE_FROM,
    LATE_PREGNANCY,
    Person,
    RatherNot,
    late_from,
)
from backease_desktop.core.person.verdict import HURT

MOST_NAMED = 3

CHANGES = {
    "disc": QT_TRANSLATE_NOOP("me", "Deep bends stay small; best not early in the morning."),
    "osteoporosis": QT_TRANSLATE_NOOP("me", "No bending or twisting as far as it goes."),
    "stenosis": QT_TRANSLATE_NOOP("me", "Asks before anything that bends far backwards."),
    "fusion": QT_TRANSLATE_NOOP("me", "Asks before far twists and far backward bends."),
    "scoliosis": QT_TRANSLATE_NOOP("me", "Asks before long side bends; twists stay small."),
    "blood-pressure": QT_TRANSLATE_NOOP("me", "Asks before long holds and a low head."),
    "heart": QT_TRANSLATE_NOOP("me", "No legs up the wall; asks before long holds."),
    "eye-pressure": QT_TRANSLATE_NOOP("me", "No head below the heart, no legs up the wall."),
    "dizziness": QT_TRANSLATE_NOOP("me", "Slower, with something to hold on to."),
    "reflux": QT_TRANSLATE_NOOP("me", "Deep bends stay small."),
    "hip-replacement": QT_TRANSLATE_NOOP("me", "No crossing, no turning, no deep bend of the hip."),
    "knee": QT_TRANSLATE_NOOP("me", "No kneeling on it, no deep bend under your weight."),
    "wrist-pain": QT_TRANSLATE_NOOP("me", "On fists or forearms instead of flat hands."),
    "neck": QT_TRANSLATE_NOOP("me", "Half the way, and a stop when the arm tingles."),
    "surgery": QT_TRANSLATE_NOOP("me", "Asks before everything, until you switch it off."),
    "blood-thinners": QT_TRANSLATE_NOOP("me", "Asks before the foam roller."),
    "pelvic-girdle": QT_TRANSLATE_NOOP("me", "Nothing on one leg, nothing that takes legs apart."),
    "belly-gap": QT_TRANSLATE_NOOP("me", "No planks and nothing that pushes the belly out."),
}
"""What each condition changes, in the order of the page; pregnancy has a line of its own."""


def title_of(condition: str, catalogue: Catalogue) -> str:
    """A condition, or what is rather not done, as people say it."""
    return next(rule.title for rule in catalogue.rules if rule.condition == condition)


def change_words(condition: str) -> str:
    """What a condition changes."""
    return QCoreApplication.translate("me", str(CHANGES[condition]))


def count_words(count: int) -> str:
    """How many exercises something concerns, for the chip beside it."""
    return _tr("1 changed") if count == 1 else _tr("{n} changed").format(n=count)


def band_words(effects: Effects) -> tuple[str, str]:
    """What it comes to: a sentence, and what more there is to say."""
    changed, never, asked = len(effects.changed), len(effects.never), len(effects.asked)
    if not any((changed, never, asked)):
        return _tr("Nothing is changed."), _tr("Every routine comes as its article has it.")
    never_words = _tr("1 never comes.") if never == 1 else _tr("{n} never come.").format(n=never)
    asked_words = _tr("{n} are asked about first.").format(n=asked)
    if not changed:
        rest = [never_words] * bool(never) + [asked_words] * bool(asked)
        return _tr("Not every exercise is for you."), " ".join(rest)
    first = _tr("1 exercise is changed for you.")
    if changed > 1:
        first = _tr("{n} exercises are changed for you.").format(n=changed)
    more = [_tr("In your routines: {names}.").format(names=_named(effects.changed))]
    more += [asked_words] * bool(asked) + [never_words] * bool(never)
    return first, " ".join(more)


def pregnancy_words(person: Person, today: date, late: int) -> str:
    """What the pregnancy changes, and from when it changes more.

    `late` exercises are lying on back or front.
    """
    week = person.week(today)
    if week is None and not person.having(today):
        return _tr("The week goes on by itself.")
    if week is None and LATE_PREGNANCY in person.having(today):
        return _tr("Without a week, the rules from week {n} on hold.").format(n=LATE_FROM)
    if week is None or person.due is None:
        return _tr("The week goes on by itself.")
    if week >= LATE_FROM:
        return _tr("Nothing on the back or the front; other exercises come instead.")
    day = QLocale().toString(_date_of(late_from(person.due)), "d MMMM")
    return _tr("From week {week}, on {day}, {n} exercises on back or front are swapped.").format(
        week=LATE_FROM, day=day, n=late
    )


def rather_not_words(
    effects: Effects, rather_not: Sequence[RatherNot], catalogue: Catalogue
) -> str:
    """How many exercises are left out for it, and an example of what comes instead."""
    gone = [
        one for one in effects.never if {r.condition for r in one.verdict.rules} & set(rather_not)
    ]
    if not gone:
        return _tr(
            "What you would rather not do is left out without asking; something else comes instead."
        )
    said = _tr("1 exercise never comes.") if len(gone) == 1 else _tr("{n} exercises never come.")
    said = said.format(n=len(gone))
    example = next((one for one in gone if one.verdict.instead), None)
    if example is None:
        return said
    other = catalogue.exercises[example.verdict.instead[0]].name
    gives = _tr("{name} gives way to: {other}.").format(name=example.exercise.name, other=other)
    return f"{said} {gives}"


def effect_words(effect: Effect, catalogue: Catalogue) -> tuple[str, str, str]:
    """What becomes of an exercise; why; and on whose word."""
    found, rule = effect.verdict, effect.verdict.rules[0]
    name = effect.exercise.name
    match found.action:
        case Action.MODIFY:
            what = _tr("{name} is changed").format(name=name)
            why = f"{rule.reason} {rule.instead or ''}".strip()
        case Action.ASK:
            what = _tr("{name} is asked about first").format(name=name)
            why = rule.reason
        case _ if found.instead:
            other = catalogue.exercises[found.instead[0]].name
            what = _tr("{other} instead of {name}").format(other=other, name=name)
            why = rule.reason
        case _:
            what = _tr("{name} is left out").format(name=name)
            why = rule.reason
    return what, why, source_words(rule)


def source_words(rule: Rule) -> str:
    """On whose word a rule stands, and when that was looked at last; the person's own is theirs."""
    if rule.rather_not or rule.condition == HURT:
        return rule.source
    source = _tr("{source} Last looked at on {day}. Needs review by a clinician.")
    if rule.signed_by:
        source = _tr("{source} Last looked at on {day}.")
    return source.format(source=_stopped(rule.source), day=rule.reviewed)


def _named(effects: Sequence[Effect]) -> str:
    names = [one.exercise.name for one in effects]
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    shown = ", ".join(names[:MOST_NAMED])
    return _tr("{names} and {n} more").format(names=shown, n=len(names) - MOST_NAMED)


def _date_of(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _stopped(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _tr(text: str) -> str:
    return QCoreApplication.translate("me", text)
