"""Progress in words: dates, lengths, and what was done, without praise and without blame."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.progress.days import Day
from backease_desktop.core.progress.period import Period, Span
from backease_desktop.core.progress.told import ExerciseTold, Pair
from backease_desktop.core.progress.weeks import Week
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.durations import minutes_words

NameOf = Callable[[str], str]
"""Gives the name of an exercise by its id."""
WEEK = 7


def first_weekday() -> int:
    """The first day of a week where the person is: 0 for Monday, 6 for Sunday."""
    return QLocale.system().firstDayOfWeek().value - 1


def weekday_letters() -> list[str]:
    """The days of a week in a letter each, from its first on."""
    english = QLocale(QLocale.Language.English)
    return [english.dayName((first_weekday() + n) % WEEK + 1)[:1] for n in range(WEEK)]


def date_words(day: date) -> str:
    """A date: "Thursday 26 November"."""
    return _dated(day, "dddd d MMMM")


def short_date(day: date) -> str:
    """A date where room is short: "5 Oct"."""
    return _dated(day, "d MMM")


def month_name(day: date, *, is_short: bool = False) -> str:
    """The month of a day: "November", "Nov"."""
    return _dated(day, "MMM" if is_short else "MMMM")


def period_words(period: Period, today: date) -> str:
    """What is looked at: "November", "September to November", "2025"; the year if it is another."""
    first, last = period.first, period.last
    year = "" if last.year == today.year else f" {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{month_name(first)}{year}"
    if (first.month, last.month) == (1, 12):
        return str(last.year)
    start = month_name(first) if first.year == last.year else _dated(first, "MMMM yyyy")
    end = f"{month_name(last)}{year}" if first.year == last.year else _dated(last, "MMMM yyyy")
    return _tr("{start} to {end}").format(start=start, end=end)


def when_words(at: datetime, today: date) -> str:
    """The day of a session: "Today", "Yesterday", "Monday" of this week, else "5 Oct"."""
    ago = (today - at.date()).days
    if ago in (0, 1):
        return (_tr("Today"), _tr("Yesterday"))[ago]
    if 0 < ago < WEEK:
        return _dated(at.date(), "dddd")
    return short_date(at.date()) if at.year == today.year else _dated(at.date(), "d MMM yyyy")


def days_words(count: int) -> str:
    """So many days."""
    return _tr("1 day") if count == 1 else _tr("{n} days").format(n=count)


def minutes_in_words(count: int) -> str:
    """So many minutes."""
    return _tr("1 minute") if count == 1 else _tr("{n} minutes").format(n=count)


def times_words(count: int) -> str:
    """So often."""
    return _tr("once") if count == 1 else _tr("{n} times").format(n=count)


def mark_words(mark: str) -> str:
    """A day that counts as nothing."""
    return {"ill": _tr("ill"), "travelling": _tr("travelling")}.get(mark, mark)


def felt_words(felt: str) -> str:
    """How it was."""
    return {"easy": _tr("easy"), "right": _tr("right"), "hard": _tr("hard")}[felt]


def summary_words(span: Span, moved: int, felt: str | None, *, is_now: bool) -> str:
    """The line below the title: "You moved on 18 days this month, mostly right for you."."""
    when = {
        Span.MONTH: _tr("this month"),
        Span.QUARTER: _tr("in these three months"),
        Span.YEAR: _tr("in these twelve months"),
    }[span]
    when = when if is_now else _tr("in that time")
    if not moved:
        return _tr("Nothing {when} yet, and that is fine.").format(when=when)
    words = _tr("You moved on {days} {when}").format(days=days_words(moved), when=when)
    if felt is None:
        return f"{words}."
    return _tr("{words}, and it was mostly {felt} for you.").format(
        words=words, felt=felt_words(felt)
    )


def day_words(day: Day) -> str:
    """A day: "8 minutes", "ill", "nothing"."""
    parts = [minutes_in_words(day.minutes)] if day.minutes else []
    if day.is_moved and not day.minutes:
        parts.append(_tr("done, as you said"))
    if day.mark is not None:
        parts.append(mark_words(day.mark))
    return ", ".join(parts) or _tr("nothing")


def week_words(week: Week) -> str:
    """A week: "4 days, goal reached", "2 days, 3 marked"."""
    parts = [days_words(week.moved)]
    if week.rest:
        parts.append(_tr("{n} marked").format(n=week.rest))
    if week.is_reached:
        parts.append(_tr("goal reached"))
    return ", ".join(parts)


def left_words(left: int) -> str:
    """How much of the week is to come."""
    if left == 0:
        return _tr("A missed week moves nothing.")
    few = (_tr("one"), _tr("two"), _tr("three"), _tr("four"), _tr("five"), _tr("six"))[left - 1]
    days = _tr("one day") if left == 1 else _tr("{n} days").format(n=few)
    return _tr("This week has {days} left. A missed week moves nothing.").format(days=days)


def pair_words(pair: Pair) -> str:
    """Pain before and after: "5 before, 4 after: no real change"."""
    change = {
        "none": _tr("no real change"),
        "less": _tr("less"),
        "more": _tr("more"),
    }[pair.change]
    return _tr("{before} before, {after} after: {change}").format(
        before=pair.before, after=pair.after, change=change
    )


def changes_words(less: int, more: int, of: int) -> str:
    """What the pairs amount to: "4 of 10 were a real change: 3 for less, 1 for more."."""
    count = less + more
    if not count:
        return _tr("None of {of} was a real change.").format(of=of)
    head = (
        _tr("{n} of {of} was a real change")
        if count == 1
        else _tr("{n} of {of} were a real change")
    )
    head = head.format(n=count, of=of)
    if not more:
        return _tr("{head}, for less pain.").format(head=head)
    if not less:
        return _tr("{head}, for more pain.").format(head=head)
    return _tr("{head}: {less} for less pain, {more} for more.").format(
        head=head, less=less, more=more
    )


def exercise_words(told: ExerciseTold) -> str:
    """How often: "9 times · hurt once"."""
    words = times_words(told.times) if told.times else _tr("not to the end")
    if told.hurt:
        words += " · " + _tr("hurt {times}").format(times=times_words(told.hurt))
    return words[:1].upper() + words[1:] if not told.times else words


def felt_parts(told: ExerciseTold) -> str:
    """How it was, for the ear: "3 easy, 5 right"."""
    parts = ((told.easy, "easy"), (told.right, "right"), (told.hard, "hard"))
    return ", ".join(f"{count} {felt_words(felt)}" for count, felt in parts if count)


def session_words(session: PastSession) -> str:
    """How a session went: "8 of 12 min · left early", "2 min · right"."""
    whole, played = Ms(session.duration_ms), Ms(session.played_ms)
    is_early = session.how != "finished" and session.fraction < 1
    if is_early and round(whole / MINUTE) > round(played / MINUTE):
        length = _tr("{n} of {whole}").format(n=round(played / MINUTE), whole=minutes_words(whole))
    else:
        length = minutes_words(played)
    parts = [length]
    if session.how == "hurt":
        parts.append(_tr("stopped, it hurt"))
    elif is_early:
        parts.append(_tr("left early"))
    if session.felt is not None:
        parts.append(felt_words(session.felt))
    return " · ".join(parts)


def pain_words(session: PastSession) -> str:
    """Pain before and after, where both were told: "4 → 5"."""
    if session.before is None or session.after is None:
        return ""
    return f"{session.before.level} → {session.after.level}"


def size_words(count: int) -> str:
    """The size of a file: "12 KB"."""
    if count < 1024:
        return _tr("{n} bytes").format(n=count)
    if count < 1 << 20:
        return f"{round(count / 1024)} KB"
    return f"{count / (1 << 20):.1f} MB"


def _dated(day: date, shape: str) -> str:
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), shape)


def _tr(text: str) -> str:
    return QCoreApplication.translate("progress", text)
