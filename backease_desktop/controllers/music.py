"""Music makes room for a session or for its words, and comes back after them.

Rules:
1. For a session, room is made from its first moment until it is closed. A pause leaves it as it is:
   music that comes and goes with every pause would be one more thing to look after.
2. For words, room is made shortly before a stretch of them (`core.timeline.talking`) and given back
   after it; in a pause and while the session waits only for what is said then.
3. Another choice in mid-session counts at once.
"""

from PySide6.QtCore import QObject, QTimer

from backease_desktop.controllers.hand_ports import OtherPlayers
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.settings import Music, MusicTime
from backease_desktop.core.timeline.segments import Cue, Timeline
from backease_desktop.core.timeline.talking import Stretch, is_talk, stretches_of_words


class RoomInMusic(QObject):
    """Has the music of other programs make room.

    Args:
        session: what room is made for; owns this.
        settings: say how, and for how long.
        track: tells of words that are in no timeline.
        players: the music.

    Attributes:
        outside: runs while such words are said.
    """

    def __init__(
        self,
        session: SessionController,
        settings: SettingsController,
        track: SoundTrack,
        players: OtherPlayers,
    ) -> None:
        super().__init__(session)
        self._settings = settings
        self._players = players
        self._is_on = False
        self._how = Music.LEAVE
        self._now: Snapshot | None = None
        self._timeline: Timeline | None = None
        self._stretches: tuple[Stretch, ...] = ()
        self.outside = QTimer(self, singleShot=True)
        self.outside.timeout.connect(self._fit)
        session.began.connect(self._on_began)
        session.changed.connect(self._on_changed)
        session.closed.connect(self._on_closed)
        track.said.connect(self._on_said)
        settings.changed.connect(self._fit)

    def _on_began(self) -> None:
        self._is_on = True
        self._fit()

    def _on_changed(self, now: Snapshot) -> None:
        self._now = now
        if self._is_on:
            self._fit()

    def _on_closed(self) -> None:
        self._is_on, self._now, self._timeline = False, None, None
        self.outside.stop()
        self._fit()
        self._players.forget()

    def _on_said(self, cue: Cue) -> None:
        self.outside.start(cue.length)
        self._fit()

    def _fit(self) -> None:
        """Make room, or give it back, as it is wanted now."""
        how = self._wanted()
        if how is self._how:
            return
        if self._how is not Music.LEAVE:
            self._players.give_back()
        self._how = how
        if how is not Music.LEAVE:
            self._players.make_room(how)

    def _wanted(self) -> Music:
        voice = self._settings.settings.voice
        if not self._is_on or voice.music is Music.LEAVE:
            return Music.LEAVE
        if voice.music_time is MusicTime.SESSION:
            return voice.music
        return voice.music if voice.say.talks and self._is_talk() else Music.LEAVE

    def _is_talk(self) -> bool:
        if self.outside.isActive():
            return True
        now = self._now
        if now is None or now.status is not Status.PLAYING:
            return now is not None and now.status is Status.COUNTING_IN
        if now.timeline is not self._timeline:
            self._timeline = now.timeline
            self._stretches = stretches_of_words(now.timeline)
        return is_talk(self._stretches, now.elapsed)
