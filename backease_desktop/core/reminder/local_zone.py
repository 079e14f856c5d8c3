"""The local time zone of the machine, with its rules, on systems that cannot name it.

`datetime.astimezone()` gives today's offset only: asked about an hour on the other side of a change
to or from summer time it is wrong, and so would be every clock time on that day. This zone asks
the system for the offset at any moment, and so follows a change of the zone as well.
"""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 -- seconds since then are counted on naive times
DAY = 86_400


class LocalZone(tzinfo):
    """A time zone made of one question.

    Args:
        offset_at: seconds east of UTC at a moment given in seconds since 1970 UTC. On most systems
            `lambda moment: time.localtime(moment).tm_gmtoff`.
    """

    def __init__(self, offset_at: Callable[[int], int]) -> None:
        self._offset_at = offset_at

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """The offset of a local time; `fold` tells the two of an hour that is shown twice apart."""
        if dt is None:
            return None
        local = (dt.replace(tzinfo=None) - EPOCH) // timedelta(seconds=1)
        before, after = self._offset_at(local - DAY), self._offset_at(local + DAY)
        fits = [self._offset_at(local - offset) == offset for offset in (before, after)]
        if fits[0] == fits[1]:  # an hour that is shown twice, or not at all
            return timedelta(seconds=after if dt.fold else before)
        return timedelta(seconds=before if fits[0] else after)

    def fromutc(self, dt: datetime) -> datetime:
        """The local time of a moment in UTC."""
        moment = (dt.replace(tzinfo=None) - EPOCH) // timedelta(seconds=1)
        offset = timedelta(seconds=self._offset_at(moment))
        local = (dt + offset).replace(fold=0)
        return local if self.utcoffset(local) == offset else local.replace(fold=1)

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Not known apart from the offset."""
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        """Without a name."""
        return None
