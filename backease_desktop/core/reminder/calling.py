"""From due to called, and what becomes of the card.

Rules:
1. What is in the way (`Standing.in_the_way`) holds everything due; each new reason is told once.
2. Then a call waits up to `typing_wait_s` for `typing_pause_s` without a key.
3. A card calls for everything that is due and may call now. There is only one.
4. A card goes at once when the person leaves or gets into a call; such a call does not count.
   Full screen and do-not-disturb leave it: the first may be the card itself. A card that was asked
   for during a call stays.
5. A nudge asks nothing: it goes after `NUDGE_FOR`, and its count begins anew. Where something else
   is due with it, that is what calls.
6. Without an answer it shrinks after `ANSWER_WITHIN`; what it called for stays due, and calls
   once more `AGAIN_AFTER` later. Of a reminder that is off nothing stays then.
7. A reminder that is off calls when it is asked for. Put off, or taken away before it could be
   answered, it comes again like any other: what a person asked for by hand comes back.
"""

from backease_desktop.core.reminder.attendance import Attendance
from backease_desktop.core.reminder.events import (
    Called,
    Held,
    ReminderEvent,
    Shrunk,
    Why,
)
from backease_desktop.core.reminder.presence import TALKING, BusyReason
from backease_desktop.core.reminder.standing import Card, Standing
from backease_desktop.core.units import MINUTE, SECOND, Ms

ANSWER_WITHIN = MINUTE
NUDGE_FOR = Ms(5 * SECOND)
AGAIN_AFTER = Ms(5 * MINUTE)
MOST_CALLS = 2
"""Calls without an answer."""

LISTENING = {BusyReason.CONVERSATION, BusyReason.CAMERA, BusyReason.MICROPHONE}


def look_after_card(standing: Standing, reading: Attendance) -> list[ReminderEvent]:
    """Take the card away, or let it shrink, when it is time."""
    card = standing.card
    if card is None:
        return []
    if reading.locked:
        return standing.withdraw(Why.LOCKED)
    if reading.arrived > card.shown:
        return standing.withdraw(Why.JUST_BACK)
    if talking := sorted(reading.busy & TALKING - card.despite):
        return standing.withdraw(Why(talking[0]))
    if standing.roster.are_nudges(card.reminders):
        return [] if reading.at.boot < card.shown + NUDGE_FOR else standing.end_nudge()
    if reading.at.boot < card.shown + ANSWER_WITHIN:
        return []
    standing.card = None
    active = {one.id for one in standing.roster.active}
    standing.renew(id_ for id_ in card.reminders if id_ not in active)
    stays = [id_ for id_ in card.reminders if id_ in active]
    standing.change(stays, waits_until=Ms(reading.at.boot + AGAIN_AFTER))
    tracks = [standing.tracks[id_] for id_ in stays]
    return [Shrunk(card.reminders, any(track.calls < MOST_CALLS for track in tracks))]


def hold_or_call(standing: Standing, reading: Attendance) -> list[ReminderEvent]:
    """Call for what is due, or say what it waits for."""
    now = reading.at.boot
    waiting = tuple(id_ for id_ in standing.due if _may_call(standing, id_, now))
    held_by = standing.in_the_way(reading)
    if held_by or standing.card or not waiting:
        standing.ready_since = None
        return _hold(standing, waiting, held_by)
    if standing.ready_since is None:
        standing.ready_since = now
    waits = now - standing.ready_since < standing.roster.typing_wait_s * SECOND
    if waits and standing.presence.since_typing < standing.roster.typing_pause_s * SECOND:
        return _hold(standing, waiting, (Why.TYPING,))
    standing.ready_since = None
    return [_call(standing, waiting, now)]


def call_now(standing: Standing, reminder: str | None, now: Ms) -> Called:
    """Call at once, whatever is in the way, because the person asks for it.

    Args:
        standing: where everything stands.
        reminder: id of the one that is to call, on or off; None, or one that is no more, for what
            is due, or else the first one that is on, or else the first one. It is due from now on.
        now: the reading of the `boot` clock.
    """
    roster = standing.roster
    first = (roster.active or roster.askable)[0].id
    asked = [one.id for one in roster.askable if one.id == reminder]
    ids = tuple(asked) or standing.due or (first,)
    standing.take_in(ids)
    for id_ in ids:
        since = standing.tracks[id_].due_since
        due_since = now if since is None else since
        standing.change([id_], due_since=due_since, calls=0, waits_until=None, by_hand=True)
    called = _call(standing, ids, now)
    standing.card = Card(ids, now, standing.reading.busy if standing.reading else frozenset())
    return called


def _may_call(standing: Standing, id_: str, now: Ms) -> bool:
    track = standing.tracks[id_]
    waits = track.waits_until is not None and now < track.waits_until
    return id_ not in standing.calling and not waits and track.calls < MOST_CALLS


def _hold(
    standing: Standing, ids: tuple[str, ...], held_by: tuple[Why, ...]
) -> list[ReminderEvent]:
    events: list[ReminderEvent] = []
    for id_ in ids:
        known = standing.tracks[id_].late_because
        new = tuple(why for why in held_by if why not in known and why is not Why.JUST_FREE)
        if new:
            standing.change([id_], late_because=known + new)
            events.append(Held(id_, new))
    return events


def _call(standing: Standing, ids: tuple[str, ...], now: Ms) -> Called:
    ids = tuple(sorted(ids, key=lambda id_: standing.roster.are_nudges([id_])))
    tracks = [standing.tracks[id_] for id_ in ids]
    since = min(track.due_since for track in tracks if track.due_since is not None)
    softly = all(track.calls for track in tracks)
    for id_, track in zip(ids, tracks, strict=True):
        standing.change([id_], calls=track.calls + 1)
    standing.card = Card(ids, now)
    return Called(
        reminders=ids,
        routine=standing.roster.reminder(ids).routine,
        present_for=standing.present_for,
        waited=Ms(now - since),
        late_because=tuple(dict.fromkeys(why for track in tracks for why in track.late_because)),
        softly=softly,
        may_speak=_may_speak(standing),
    )


def _may_speak(standing: Standing) -> bool:
    return not standing.presence.busy & LISTENING
