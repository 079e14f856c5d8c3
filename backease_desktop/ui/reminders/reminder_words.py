"""Reminders in words: the outlook for the tray and the page, calls, and decisions with reasons.

Nothing here reads a clock: moments carry their weekday, or `now` is given.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.fields import fields_of
from backease_desktop.core.reminder.decisions import Decision, Verdict
from backease_desktop.core.reminder.events import Called, Why
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import DAYS, CallStyle, Reminder, WorkingHours
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.clock_words import clock_words

_SMALL = (
    QT_TRANSLATE_NOOP("reminders", "One minute"),
    QT_TRANSLATE_NOOP("reminders", "Two minutes"),
    QT_TRANSLATE_NOOP("reminders", "Three minutes"),
    QT_TRANSLATE_NOOP("reminders", "Four minutes"),
    QT_TRANSLATE_NOOP("reminders", "Five minutes"),
)
_NOW = {
    Why.CONVERSATION: QT_TRANSLATE_NOOP("reminders", "you are in a conversation"),
    Why.CAMERA: QT_TRANSLATE_NOOP("reminders", "the camera is in use"),
    Why.MICROPHONE: QT_TRANSLATE_NOOP("reminders", "the microphone is in use"),
    Why.SCREEN_SHARED: QT_TRANSLATE_NOOP("reminders", "the screen is shared"),
    Why.FULL_SCREEN: QT_TRANSLATE_NOOP("reminders", "a program fills the screen"),
    Why.DO_NOT_DISTURB: QT_TRANSLATE_NOOP("reminders", "do not disturb is on"),
    Why.SESSION: QT_TRANSLATE_NOOP("reminders", "a session is open"),
    Why.TYPING: QT_TRANSLATE_NOOP("reminders", "you are typing"),
    Why.LOCKED: QT_TRANSLATE_NOOP("reminders", "the screen is locked"),
    Why.JUST_BACK: QT_TRANSLATE_NOOP("reminders", "you have just come back"),
    Why.JUST_FREE: QT_TRANSLATE_NOOP("reminders", "you have just become free"),
    Why.PAUSED: QT_TRANSLATE_NOOP("reminders", "reminders are paused"),
    Why.AWAY: QT_TRANSLATE_NOOP("reminders", "you are away"),
    Why.OUTSIDE_HOURS: QT_TRANSLATE_NOOP("reminders", "outside its hours"),
    Why.NOT_NOW: QT_TRANSLATE_NOOP("reminders", "you say not now"),
    Why.SESSION_DONE: QT_TRANSLATE_NOOP("reminders", "a session is done"),
    Why.SAID_DONE: QT_TRANSLATE_NOOP("reminders", "you say that you did it"),
    Why.SWITCHED_OFF: QT_TRANSLATE_NOOP("reminders", "it is switched off"),
    Why.NUDGED: QT_TRANSLATE_NOOP("reminders", "it is a nudge, which goes by itself"),
}
_THEN = {
    Why.CONVERSATION: QT_TRANSLATE_NOOP("reminders", "you were in a conversation"),
    Why.CAMERA: QT_TRANSLATE_NOOP("reminders", "the camera was in use"),
    Why.MICROPHONE: QT_TRANSLATE_NOOP("reminders", "the microphone was in use"),
    Why.SCREEN_SHARED: QT_TRANSLATE_NOOP("reminders", "the screen was shared"),
    Why.FULL_SCREEN: QT_TRANSLATE_NOOP("reminders", "a program filled the screen"),
    Why.DO_NOT_DISTURB: QT_TRANSLATE_NOOP("reminders", "do not disturb was on"),
    Why.SESSION: QT_TRANSLATE_NOOP("reminders", "a session was open"),
    Why.TYPING: QT_TRANSLATE_NOOP("reminders", "you were typing"),
    Why.LOCKED: QT_TRANSLATE_NOOP("reminders", "the screen was locked"),
    Why.JUST_BACK: QT_TRANSLATE_NOOP("reminders", "you had just come back"),
    Why.JUST_FREE: QT_TRANSLATE_NOOP("reminders", "you had just become free"),
    Why.PAUSED: QT_TRANSLATE_NOOP("reminders", "reminders were paused"),
    Why.AWAY: QT_TRANSLATE_NOOP("reminders", "you were away"),
    Why.OUTSIDE_HOURS: QT_TRANSLATE_NOOP("reminders", "outside its hours"),
    Why.NOT_NOW: QT_TRANSLATE_NOOP("reminders", "you said not now"),
    Why.SESSION_DONE: QT_TRANSLATE_NOOP("reminders", "a session was done"),
    Why.SAID_DONE: QT_TRANSLATE_NOOP("reminders", "you said that you did it"),
    Why.SWITCHED_OFF: QT_TRANSLATE_NOOP("reminders", "it was switched off"),
    Why.NUDGED: QT_TRANSLATE_NOOP("reminders", "it was a nudge, which goes by itself"),
}
_VERDICTS = {
    Verdict.SHOWN: QT_TRANSLATE_NOOP("reminders", "Called"),
    Verdict.HELD: QT_TRANSLATE_NOOP("reminders", "Held"),
    Verdict.SKIPPED: QT_TRANSLATE_NOOP("reminders", "Left out"),
    Verdict.BREAK: QT_TRANSLATE_NOOP("reminders", "A break; the count began anew"),
    Verdict.UNANSWERED: QT_TRANSLATE_NOOP("reminders", "Nobody answered; it stayed due"),
    Verdict.WITHDRAWN: QT_TRANSLATE_NOOP("reminders", "Taken back"),
    Verdict.SNOOZED: QT_TRANSLATE_NOOP("reminders", "Put off"),
    Verdict.STARTED: QT_TRANSLATE_NOOP("reminders", "Started"),
    Verdict.PAUSED: QT_TRANSLATE_NOOP("reminders", "Paused"),
    Verdict.PAUSE_ENDED: QT_TRANSLATE_NOOP("reminders", "The pause ended"),
}

_STYLES = {
    CallStyle.CARD: QT_TRANSLATE_NOOP("reminders", "A card in the corner"),
    CallStyle.NOTIFICATION: QT_TRANSLATE_NOOP("reminders", "A notification"),
    CallStyle.VOICE: QT_TRANSLATE_NOOP("reminders", "Voice only"),
    CallStyle.SOUND: QT_TRANSLATE_NOOP("reminders", "Sound only"),
    CallStyle.FULL_SCREEN: QT_TRANSLATE_NOOP("reminders", "The full screen"),
    CallStyle.NUDGE: QT_TRANSLATE_NOOP("reminders", "A silent nudge"),
}
STYLE_ICONS = {
    CallStyle.CARD: "card",
    CallStyle.NOTIFICATION: "notification",
    CallStyle.VOICE: "voice",
    CallStyle.SOUND: "reminders",
    CallStyle.FULL_SCREEN: "full-screen",
    CallStyle.NUDGE: "sitting",
}
"""The icon of each way to call."""
_TONES = {
    ToneName.NEXT: QT_TRANSLATE_NOOP("reminders", "Gentle"),
    ToneName.START: QT_TRANSLATE_NOOP("reminders", "Bright"),
    ToneName.REST: QT_TRANSLATE_NOOP("reminders", "Low"),
    ToneName.DONE: QT_TRANSLATE_NOOP("reminders", "Long"),
    ToneName.WARN: QT_TRANSLATE_NOOP("reminders", "Firm"),
}
_REACHES = {
    Place.CHAIR: QT_TRANSLATE_NOOP("reminders", "At the chair"),
    Place.STANDING: QT_TRANSLATE_NOOP("reminders", "Standing, too"),
    Place.MAT: QT_TRANSLATE_NOOP("reminders", "On the mat, too"),
}
_MONTHS = (
    QT_TRANSLATE_NOOP("reminders", "January"),
    QT_TRANSLATE_NOOP("reminders", "February"),
    QT_TRANSLATE_NOOP("reminders", "March"),
    QT_TRANSLATE_NOOP("reminders", "April"),
    QT_TRANSLATE_NOOP("reminders", "May"),
    QT_TRANSLATE_NOOP("reminders", "June"),
    QT_TRANSLATE_NOOP("reminders", "July"),
    QT_TRANSLATE_NOOP("reminders", "August"),
    QT_TRANSLATE_NOOP("reminders", "September"),
    QT_TRANSLATE_NOOP("reminders", "October"),
    QT_TRANSLATE_NOOP("reminders", "November"),
    QT_TRANSLATE_NOOP("reminders", "December"),
)
WEEK = 7
"""Days after which a weekday alone would be taken for the coming one."""

TONES = tuple(_TONES)
"""The tones that a reminder offers."""


def outlook_words(outlook: Outlook, now: datetime) -> str:
    """What the page says: "Next reminder at 15:20, in 18 minutes"."""
    minutes = outlook.minutes_left
    if outlook.mood is not Mood.COUNTING or minutes is None or outlook.left is None:
        return short_words(outlook, now)
    if minutes < 1:
        return _tr("The next reminder is about to come")
    coming = after(now, outlook.left)
    return _tr("Next reminder at {time}, in {minutes}").format(
        time=clock_words(coming), minutes=minutes_words(minutes)
    )


def heading_words(outlook: Outlook, now: datetime) -> str:
    """What the page says first: "Next call in 23 min", "Paused until 15:00"."""
    minutes = outlook.minutes_left
    if outlook.mood is Mood.COUNTING and minutes is not None:
        if minutes < 1:
            return _tr("The next call is about to come")
        return _tr("Next call in {minutes}").format(minutes=short_minutes_words(minutes))
    return short_words(outlook, now)


def offer_words(outlook: Outlook, reminder: Reminder | None, routine: str, now: datetime) -> str:
    """What the next call will be: "At 11:40 · Stretch · At the chair · a card in the corner"."""
    if outlook.mood is not Mood.COUNTING or outlook.left is None or reminder is None:
        return ""
    at = _tr("At {time}").format(time=clock_words(after(now, outlook.left)))
    what = f"{reminder.name} · {routine}" if routine else reminder.name
    style = style_words(reminder.style)
    return f"{at} · {what} · {style[:1].lower()}{style[1:]}"


def done_words(count: int) -> str:
    """How the day went so far: "2 done today."."""
    return _tr("{n} done today.").format(n=count) if count else _tr("Nothing done yet today.")


def late_call_words(decision: Decision) -> str:
    """Why a call was late: "The one at 10:40 came late, because you were in a conversation."."""
    return _tr("The one at {time} came late, because {why}.").format(
        time=clock_words(decision.at), why=why_then(decision.why)
    )


def after(now: datetime, wait: Ms) -> datetime:
    """The local time so long after another; differences of local times forget daylight saving."""
    return (now.astimezone(UTC) + timedelta(milliseconds=wait)).astimezone(now.tzinfo)


def short_words(outlook: Outlook, now: datetime | None = None) -> str:
    """What the tray says: "Next stretch in 18 min", "Paused until 15:00".

    Without `now` a day is always said with its date.
    """
    match outlook.mood:
        case Mood.COUNTING if outlook.minutes_left is not None:
            return _tr("Next stretch in {n} min").format(n=max(1, outlook.minutes_left))
        case Mood.DUE if outlook.minutes_left:
            return _tr("Due: calls again in {n} min").format(n=outlook.minutes_left)
        case Mood.DUE if outlook.why:
            return _tr("Held: {why}").format(why=why_now(outlook.why))
        case Mood.DUE | Mood.CALLING:
            return _tr("Time to stretch")
        case Mood.SESSION:
            return _tr("A session is open")
        case Mood.PAUSED if outlook.until is not None:
            return _tr("Paused until {time}").format(time=_end_words(outlook.until, now))
        case Mood.PAUSED:
            return _tr("Paused")
        case Mood.RESTING if outlook.until is not None:
            return _next_words(outlook.until, now)
        case Mood.OFF:
            return _tr("Reminders are off")
        case _:
            return _tr("No reminder is coming")


def call_words(called: Called, invitation: str = "") -> str:
    """The sentence of a call: "You have been sitting for 50 minutes. Two minutes at the chair?"."""
    minutes = called.present_for // MINUTE
    if minutes < 1:
        return invitation or _tr("A short break?")
    sat = _tr("You have been sitting for {minutes}.").format(minutes=minutes_words(minutes))
    return f"{sat} {invitation}".strip()


def invitation_words(length: Ms, place: str) -> str:
    """What is offered: "Two minutes at the chair?"; `place` is such as "at the chair"."""
    minutes = max(1, round(length / MINUTE))
    words = _tr(str(_SMALL[minutes - 1])) if minutes <= len(_SMALL) else minutes_words(minutes)
    return _tr("{minutes} {place}?").format(minutes=words, place=place).replace(" ?", "?")


def place_words(place: Place) -> str:
    """Where a routine is done: "at the chair"."""
    return {
        Place.CHAIR: _tr("at the chair"),
        Place.STANDING: _tr("standing"),
        Place.MAT: _tr("on the mat"),
    }[place]


def late_words(why: Sequence[Why]) -> str:
    """Why a call comes late: "Late, because you were typing."; nothing if there is no reason."""
    return _tr("Late, because {why}.").format(why=why_then(why)) if why else ""


def decision_words(decision: Decision, names: Mapping[str, str]) -> str:
    """A line of the page: "Stretch · Held: you were in a conversation"."""
    what = _tr(str(_VERDICTS[decision.verdict]))
    if decision.why:
        late = decision.verdict is Verdict.SHOWN
        form = _tr("{what} late: {why}") if late else _tr("{what}: {why}")
        what = form.format(what=what, why=why_then(decision.why))
    about = ", ".join(names.get(one, one) for one in decision.reminders)
    return f"{about} · {what}" if about else what


def why_now(why: Sequence[Why]) -> str:
    """What is in the way: "you are in a conversation and the camera is in use"."""
    return _listed([_tr(str(_NOW[reason])) for reason in why])


def why_then(why: Sequence[Why]) -> str:
    """What was in the way: "you were in a conversation and the camera was in use"."""
    return _listed([_tr(str(_THEN[reason])) for reason in why])


def _listed(parts: Sequence[str]) -> str:
    """As one says it: "one", "one and two", "one, two and three"."""
    *before, last = parts
    if not before:
        return last
    return _tr("{parts} and {last}").format(parts=", ".join(before), last=last)


def style_words(style: CallStyle) -> str:
    """How a reminder calls: "A card in the corner"."""
    return _tr(str(_STYLES[style]))


def calls_a_day_words(count: int) -> str:
    """How often a reminder calls on a usual day."""
    if not count:
        return _tr("at the computer · no call on any day")
    if count == 1:
        return _tr("at the computer · about 1 call a day")
    return _tr("at the computer · about {n} calls a day").format(n=count)


def tone_words(tone: ToneName) -> str:
    """The character of one of `TONES`."""
    return _tr(str(_TONES[tone]))


def reach_words(place: Place) -> str:
    """The farthest that a routine chosen for the person may take them: "Standing, too"."""
    return _tr(str(_REACHES[place]))


def short_minutes_words(minutes: int) -> str:
    """A number of minutes where room is short: "23 min", "1 h 5 min"."""
    hours, rest = divmod(minutes, 60)
    parts = [_tr("{n} h").format(n=hours)] if hours else []
    parts += [_tr("{n} min").format(n=rest)] if rest or not hours else []
    return " ".join(parts)


def minutes_words(minutes: int) -> str:
    """A number of minutes: "1 minute", "18 minutes", "1 hour", "2 hours 5 minutes"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _tr("1 minute") if rest == 1 else _tr("{n} minutes").format(n=rest)
    words = _tr("1 hour") if hours == 1 else _tr("{n} hours").format(n=hours)
    return f"{words} {minutes_words(rest)}" if rest else words


def day_words(weekday: int) -> str:
    """A weekday, 0 for Monday."""
    return _tr(fields_of(WorkingHours)[DAYS[weekday]].title)


def date_words(day: date) -> str:
    """A date: "Monday 30 November"."""
    return _tr("{weekday} {day} {month}").format(
        weekday=day_words(day.weekday()), day=day.day, month=_tr(str(_MONTHS[day.month - 1]))
    )


def _next_words(at: datetime, now: datetime | None) -> str:
    """As little as says it: "Next reminder at 9:00", "… tomorrow at 9:00", "… on Monday at …"."""
    clock = clock_words(at)
    days = (at.date() - now.date()).days if now else None
    if days == 0:
        return _tr("Next reminder at {time}").format(time=clock)
    if days == 1:
        return _tr("Next reminder tomorrow at {time}").format(time=clock)
    day = date_words(at.date()) if days and days >= WEEK else day_words(at.weekday())
    return _tr("Next reminder on {day} at {time}").format(day=day, time=clock)


def _end_words(end: datetime, now: datetime | None) -> str:
    """As little as says it: "15:00", "tomorrow", "Friday 15:00", "Monday 30 November"."""
    clock = "" if end.time() == time() else clock_words(end)
    days = (end.date() - now.date()).days if now else 0 if clock else WEEK
    if days >= WEEK:
        day = date_words(end.date())
    elif days > 1:
        day = day_words(end.weekday())
    else:
        day = _tr("tomorrow") if days == 1 else ""
    return f"{day} {clock}".strip()


def _tr(text: str) -> str:
    return QCoreApplication.translate("reminders", text)
