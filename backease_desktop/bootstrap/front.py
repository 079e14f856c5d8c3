"""The front: the window with its pages, and what runs sessions behind it.

Made when a window is wanted or a call has something to show; until then the program has read
neither the catalogue nor a page. Sound, voice and sessions are made after the first paint.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from backease_desktop.bootstrap.arrivals import Arrivals
from backease_desktop.bootstrap.background import Background
from backease_desktop.bootstrap.backstage import Backstage
from backease_desktop.bootstrap.clocks import clock, spent_ms, today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.settings import Settings
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.storage.picture_files import kept_pictures
from backease_desktop.storage.window_place import WindowPlace
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import PLAYER
from backease_desktop.ui.wiring import Wiring

if TYPE_CHECKING:
    from backease_desktop.bootstrap.playing import Playing
    from backease_desktop.bootstrap.shelf import Shelf
    from backease_desktop.controllers.door import Door
    from backease_desktop.controllers.in_turns import InTurns
    from backease_desktop.controllers.routines import RoutinesController
    from backease_desktop.controllers.voice_test import VoiceTest
    from backease_desktop.controllers.walk import Walk
    from backease_desktop.core.timeline.kept_home import KeptHome


class Front(QObject):
    """The window and its sessions; its pages are added by `pages`.

    Args:
        kept: what was read of the person's files.
        look: the theme and the fonts.
        settings: the settings and the profile.
        log: the event log.
        background: what is there without a window.
        may_close: asked when the person closes the window; False leaves it open.
        parent: the owner.

    Signals:
        ready: the window was painted, and the cards are there as they are now.
        painted: all else is made, too; nobody waits any more.
        session_began: a session plays.
        session_ended: it is over; carries its `SessionRecord`.
        closed: the person has closed the window.
        stay_answered: whether the program goes on without its window.
    """

    ready = Signal()
    painted = Signal()
    session_began = Signal()
    session_ended = Signal(object)
    closed = Signal()
    stay_answered = Signal(bool)

    def __init__(
        self,
        *,
        kept: Kept,
        look: Look,
        settings: SettingsController,
        log: EventLogFile | NoEventLog,
        background: Background,
        may_close: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._playing: Playing | None = None
        self._voice_test: VoiceTest | None = None
        self._place = WindowPlace(kept.folders.config / "window.ini")
        self.look = look
        self.settings = settings
        self.background = background
        self.cache = kept.folders.cache
        self.first = FirstSight(kept, lambda: background.journal.folder, today())
        self.is_ready = self.is_settled = False
        self.backstage = Backstage(kept, settings, background.journal, self.first, self)
        self.figures = Figures(
            lambda: self.backstage.at_hand.catalogue,
            look,
            clock,
            self,
            kept_pictures(self.cache),
            self.home.figures if self.home is not None else {},
            self.backstage.photo,
            lambda: self.backstage.is_read,
        )
        self.window = MainWindow(look, self._place.geometry, may_close)
        settings.changed.connect(self._on_settings_changed)
        self._on_settings_changed(settings.settings)
        self.window.closed.connect(self.closed)
        self.window.sheet_answered.connect(self._on_sheet_answered)
        self.wiring = Wiring(
            self.window,
            settings,
            lambda: self.backstage.at_hand.catalogue,
            lambda: self.playing.controller,
            self,
        )
        self._after_paint: InTurns | None = None
        self.window.installEventFilter(self)
        self.arrivals = Arrivals(self, self)
        self.walk: Walk | None = None  # made with the line of the plan, or its page

    def _on_settings_changed(self, now: Settings) -> None:
        self.window.use_screen(now.appearance.screen)
        if self._playing is not None:
            self._playing.studio.output.use(now.voice.device)
        self.figures.set_mirrored(now.appearance.figure_mirror)

    @property
    def home(self) -> "KeptHome | None":
        """Home as it was kept, or a part of it, if that is true."""
        return self.first.home

    @property
    def shelf(self) -> "Shelf":
        """Everything that sessions are made of."""
        return self.backstage.shelf

    @property
    def door(self) -> "Door":
        """Knows the person."""
        return self.backstage.door

    @property
    def routines(self) -> "RoutinesController":
        """The cards."""
        return self.backstage.routines

    @property
    def playing(self) -> "Playing":
        """What runs sessions; made when it is first needed, at the latest after the first paint."""
        if self._playing is None:
            # Loaded on first use: sound, voice and the desktop are not needed for the first paint.
            from backease_desktop.bootstrap.hands import reach_from_afar
            from backease_desktop.bootstrap.playing import build_playing
            from backease_desktop.ui.session.before_start import BeforeStart
            from backease_desktop.ui.session.sound_words import tell_of_sound

            self._playing = playing = build_playing(
                self.backstage.at_hand,
                self.settings,
                self._log,
                self.background.journal,
                self.backstage.door_at_hand,
                self.background.desktop.screen,
                self.background.studio(self.backstage.at_hand, self),
                self,
            )
            playing.studio.output.use(self.settings.settings.voice.device)
            tell_of_sound(self.window, playing.studio.renderer, playing.studio.output)
            self.wiring.watch(playing.controller)
            reach_from_afar(
                playing.controller,
                playing.track,
                self.settings,
                self.background.desktop,
                self.figures,
                self.cache,
                self.window,
                self.open,
            )
            self.before_start = BeforeStart(self.look, self.window, playing.controller.entrance)
            playing.controller.began.connect(self.session_began)
            playing.controller.ended.connect(self.session_ended)
        return self._playing

    @property
    def session_is_on(self) -> bool:
        """Whether a session plays, is paused or is being prepared: the one place to ask."""
        return self._playing is not None and self._playing.controller.is_on

    @property
    def voice_test(self) -> "VoiceTest":
        """Says a sentence with the settings as they are."""
        if self._voice_test is None:
            # Loaded on first use, by the settings or the welcome.
            from backease_desktop.audio.tones import tone
            from backease_desktop.controllers.voice_test import VoiceTest

            playing = self.playing
            self._voice_test = VoiceTest(
                speaker=playing.studio.renderer,
                output=playing.studio.output,
                tone=tone,
                wording=self.backstage.at_hand.wording,
                settings=self.settings,
                parent=self,
            )
            playing.track.output_wanted.connect(self._voice_test.stop)
        return self._voice_test

    def open(self, start: str | None = None) -> None:
        """Show the window: as it is where it is seen, else on the page that comes first.

        Raises:
            KeyError: there is no routine `start`.
        """
        if start is not None:
            self.backstage.have(start)
            self.wiring.start(start)
        is_left = not self.window.isVisible() and not self.session_is_on
        # Also where something is to be asked before it starts, and no page is on yet.
        if not self.window.current or (start is None and is_left):
            self.wiring.open_first_page()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def when_ready(self, do: Callable[[], None]) -> None:
        """Do something once home is as it is, no longer as it was kept."""
        do() if self.is_ready else self.ready.connect(do)

    def ask_to_stay(self) -> None:
        """Ask whether the reminders go on without the window; closed again, they do.

        A session waits meanwhile: nobody sees it behind the question, and it may be about to end.
        """
        # Loaded on first use, when the window is closed for the first time.
        from backease_desktop.ui.questions import STAY, ask_to_stay

        if self.window.sheet.is_open:
            self.window.sheet.choose(STAY)
            return
        if self._playing is not None:
            self._playing.controller.pause()
        ask_to_stay(self.window.sheet, session_is_on=self.session_is_on)

    def put_away(self) -> None:
        """Hide the window; a session ends, since nobody sees it."""
        if self._playing is not None:
            self._playing.controller.stop()
        self.window.hide()

    def close(self) -> None:
        """End whatever is on, and remember where the window was."""
        if self._after_paint is not None:
            self._after_paint.stop()
        self.backstage.stop()
        self._place.remember(self.window.geometry_bytes())
        drained(self.backstage.keeping(self.figures, may_read=False))
        self.backstage.stop()
        if self._playing is not None:
            self._playing.close()
        self.window.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the window's first paint."""
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            # Zero: after this paint has reached the screen.
            QTimer.singleShot(0, self._on_first_paint)
        return super().eventFilter(watched, event)

    def _on_first_paint(self) -> None:
        page, untrue = self.window.current, self.first.untrue
        self._log.write("window_shown", page=page, cpu_ms=spent_ms(), home_untrue=untrue)
        # Loaded on first use, as all that is done in turns.
        from backease_desktop.controllers.in_turns import InTurns

        self._after_paint = InTurns(self._get_ready(), self)
        self._after_paint.begin()

    def _get_ready(self) -> Pieces[None]:
        """What comes after the paint, a little at a time, so that keys are heard between."""
        # Loaded on first use: it is the list of what the first paint does without.
        from backease_desktop.bootstrap import loading

        yield from self.first.seeing_all(self.settings.settings, self.settings.profile)
        yield from loading.make_room()
        yield from self.backstage.get_ready()
        self.figures.thumbnails.begin()
        self.is_ready = True
        self.ready.emit()
        self.wiring.get_ready()
        yield None
        self.background.journal.watch()
        yield None
        yield from loading.load_sessions()
        playing = self.playing
        yield None
        self._offer_what_was_cut_off(playing)
        yield from self.backstage.keeping(self.figures)
        yield self.look.keep_icons
        yield from loading.load_beside_home(self.background.journal.history)
        self.is_settled = True
        self.painted.emit()
        yield None
        yield from loading.load_session_page()
        loading.load_pages_with_the_first(self.window, self)
        self.window.page(PLAYER)  # made now, it does not stand between Enter and the first word

    def _offer_what_was_cut_off(self, playing: "Playing") -> None:
        bookmarks = playing.bookmarks
        if not self.session_is_on and (found := bookmarks.take()) is not None:
            # Loaded on first use: few sessions are cut off.
            from backease_desktop.ui.session.closing_words import cut_off_words

            self.wiring.offer(cut_off_words(found), lambda: bookmarks.go_on(found))

    def _on_sheet_answered(self, name: str) -> None:
        # Loaded on first use, as the question.
        from backease_desktop.ui.questions import STAY

        self.stay_answered.emit(name == STAY)
