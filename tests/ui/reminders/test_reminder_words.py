"""Reminders in words: every mood, every verdict and every reason can be said."""

from datetime import UTC, datetime

import pytest

from backease_desktop.core.reminder.decisions import Decision, Verdict
from backease_desktop.core.reminder.events import Called, Why
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.ui.reminders.reminder_words import (
    call_words,
    decision_words,
    invitation_words,
    late_words,
    minutes_words,
    outlook_words,
    short_words,
    why_now,
    why_then,
)

NOW = datetime(2026, 11, 20, 15, 2, tzinfo=UTC)  # a Friday


def called(present_for: Ms) -> Called:
    return Called(("stretch",), "x", present_for, Ms(0), (), False, True)


def test_a_count_says_when_and_in_how_many_minutes() -> None:
    coming = Outlook(Mood.COUNTING, "stretch", Ms(18 * MINUTE))
    assert outlook_words(coming, NOW) == "Next reminder at 15:20, in 18 minutes"
    assert short_words(coming) == "Next stretch in 18 min"


def test_a_started_minute_counts() -> None:
    assert short_words(Outlook(Mood.COUNTING, "s", Ms(61 * SECOND))) == "Next stretch in 2 min"


def test_what_is_due_and_waits_says_when_it_calls_again() -> None:
    assert short_words(Outlook(Mood.DUE, "stretch", Ms(3 * MINUTE))) == "Due: calls again in 3 min"
    just_back = Outlook(Mood.DUE, "stretch", Ms(3 * MINUTE), why=(Why.JUST_BACK,))
    assert short_words(just_back) == "Due: calls again in 3 min"


def test_a_reminder_in_the_way_of_which_something_stands_says_what() -> None:
    held = Outlook(Mood.DUE, "stretch", Ms(0), why=(Why.CONVERSATION, Why.CAMERA))
    assert short_words(held) == "Held: you are in a conversation and the camera is in use"


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (datetime(2026, 11, 20, 16, 0, tzinfo=UTC), "16:00"),
        (datetime(2026, 11, 21, tzinfo=UTC), "tomorrow"),
        (datetime(2026, 11, 21, 1, 30, tzinfo=UTC), "tomorrow 1:30"),
        (datetime(2026, 11, 22, tzinfo=UTC), "Sunday"),
        (datetime(2026, 11, 26, 15, 2, tzinfo=UTC), "Thursday 15:02"),
        (datetime(2026, 11, 27, tzinfo=UTC), "Friday 27 November"),
        (datetime(2027, 1, 4, tzinfo=UTC), "Monday 4 January"),
    ],
)
def test_a_pause_names_its_end_so_that_it_cannot_be_mistaken(end: datetime, words: str) -> None:
    paused = Outlook(Mood.PAUSED, until=end)
    assert short_words(paused, NOW) == f"Paused until {words}"
    assert outlook_words(paused, NOW) == f"Paused until {words}"


def test_who_does_not_know_today_names_an_hour_or_a_date() -> None:
    hour = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
    midnight = datetime(2026, 11, 21, tzinfo=UTC)
    assert short_words(Outlook(Mood.PAUSED, until=hour)) == "Paused until 16:00"
    assert short_words(Outlook(Mood.PAUSED, until=midnight)) == "Paused until Saturday 21 November"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 20, 22, 0, tzinfo=UTC), "Next reminder at 22:00"),
        (datetime(2026, 11, 21, 9, 0, tzinfo=UTC), "Next reminder tomorrow at 9:00"),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "Next reminder on Monday at 9:00"),
        (datetime(2026, 11, 26, 9, 0, tzinfo=UTC), "Next reminder on Thursday at 9:00"),
        (datetime(2026, 11, 27, 9, 0, tzinfo=UTC), "Next reminder on Friday 27 November at 9:00"),
    ],
)
def test_a_rest_names_the_day_as_people_do(at: datetime, words: str) -> None:
    assert short_words(Outlook(Mood.RESTING, until=at), NOW) == words


def test_who_does_not_know_today_names_the_day_of_the_next_reminder() -> None:
    monday = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert short_words(Outlook(Mood.RESTING, until=monday)) == "Next reminder on Monday at 9:00"


@pytest.mark.parametrize("mood", Mood)
def test_every_mood_can_be_said_without_numbers(mood: Mood) -> None:
    words = outlook_words(Outlook(mood), NOW)
    assert words
    assert "None" not in words


def test_a_call_says_how_long_and_offers() -> None:
    invitation = invitation_words(Ms(2 * MINUTE), "at the chair")
    assert invitation == "Two minutes at the chair?"
    assert call_words(called(Ms(50 * MINUTE)), invitation) == (
        "You have been sitting for 50 minutes. Two minutes at the chair?"
    )


def test_a_call_to_somebody_just_back_claims_no_sitting() -> None:
    assert call_words(called(Ms(20 * SECOND))) == "A short break?"


def test_lateness_is_explained_and_punctuality_is_not() -> None:
    assert late_words((Why.CONVERSATION,)) == "Late, because you were in a conversation."
    assert late_words((Why.CONVERSATION, Why.CAMERA, Why.TYPING)) == (
        "Late, because you were in a conversation, the camera was in use and you were typing."
    )
    assert late_words(()) == ""


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_words_for_now_and_for_then(why: Why) -> None:
    assert why_now((why,))
    assert why_then((why,))
    assert "_" not in why_now((why,)) + why_then((why,))


def test_a_decision_names_the_reminder_and_the_reason() -> None:
    held = Decision(at=NOW, verdict=Verdict.HELD, reminders=("stretch",), why=(Why.CONVERSATION,))
    assert (
        decision_words(held, {"stretch": "Stretch"}) == "Stretch · Held: you were in a conversation"
    )


def test_a_deleted_reminder_keeps_its_id_in_the_list() -> None:
    shown = Decision(at=NOW, verdict=Verdict.SHOWN, reminders=("eyes",))
    assert decision_words(shown, {}) == "eyes · Called"


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_words_of_its_own(verdict: Verdict) -> None:
    others = {decision_words(Decision(at=NOW, verdict=v), {}) for v in Verdict if v != verdict}
    assert decision_words(Decision(at=NOW, verdict=verdict), {}) not in others


def test_hours_are_said_as_hours() -> None:
    assert minutes_words(1) == "1 minute"
    assert minutes_words(60) == "1 hour"
    assert minutes_words(125) == "2 hours 5 minutes"
