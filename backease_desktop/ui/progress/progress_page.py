"""The page of progress: the overview, the list of all sessions, one session, what is kept.

Rules:
1. It keeps nothing: what it shows is the history it was given last, and every change is a wish.
2. What cannot be taken back is asked about once.
3. Nothing is preselected, nothing is red, no row of days can break.
4. The head is there at once; cards follow in the order of the eye, then the views that are opened.
"""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from backease_desktop.core.journal.history import History
from backease_desktop.core.journal.past import PastSession
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.progress.goal import goal_of
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.components.sign import Sign
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.empty_progress import EmptyProgress
from backease_desktop.ui.progress.overview import Overview
from backease_desktop.ui.progress.progress_words import NameOf

if TYPE_CHECKING:
    from backease_desktop.ui.progress.kept_view import KeptView
    from backease_desktop.ui.progress.past_session_view import PastSessionView
    from backease_desktop.ui.progress.sessions_view import SessionsView

WIDEST = 1320
DELETE, KEEP = "delete", "keep"


class ProgressPage(GrowingPage):
    """The page.

    Args:
        look: the theme and the fonts.
        thumbnails: draw the exercises.
        name_of: gives the name of an exercise by its id.

    Signals:
        shown: it is seen, and wants the history as it is now.
        goal_chosen: days a week, or None.
        day_marked: a date, and what it was: ill, travelling or none.
        exercises_corrected: id of a session, and the ids of what was done.
        minutes_corrected: id of a session, and the minutes that were played.
        delete_requested: id of a session that is to go, after it was asked about.
        start_requested: what is offered on the empty page.
        import_requested: an older history is to be brought in.
        export_requested: all of it is wanted in a file.
        kept_requested: what is kept, and where, is to be shown.
        times_requested: the reminders are to call at other times.
    """

    shown = Signal()
    goal_chosen = Signal(object)
    day_marked = Signal(object, str)
    exercises_corrected = Signal(str, object)
    minutes_corrected = Signal(str, int)
    delete_requested = Signal(str)
    start_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    kept_requested = Signal()
    times_requested = Signal()

    tells_only_front = True

    def __init__(
        self, look: Look, thumbnails: Thumbnails, name_of: NameOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.look = look
        self._thumbnails = thumbnails
        self._name_of = name_of
        self._history = History()
        self._today = date.min
        self._asked = ""
        self._came_from: QWidget | None = None
        self._is_enter_taken = False
        self._sheet: Sheet | None = None
        self.overview = Overview(look, thumbnails, name_of)
        self.empty = EmptyProgress(look, thumbnails)
        self.kept = Button(look, self.tr("What is kept, and where"), Kind.QUIET)
        self._scroll = PageColumn(look, WIDEST)
        self._stack = QStackedLayout(self)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._connect()
        self.show_history(History(), date.min)
        self.grow(self._parts())

    @cached_property
    def all(self) -> "SessionsView":
        """All sessions."""
        # Loaded on first use, as every view that is opened from here.
        from backease_desktop.ui.progress.sessions_view import SessionsView

        view = SessionsView(self.look)
        view.left.connect(self._on_left)
        view.session_opened.connect(self.open_session)
        self._stack.addWidget(view)
        return view

    @cached_property
    def one(self) -> "PastSessionView":
        """One session."""
        # Loaded on first use, too.
        from backease_desktop.ui.progress.past_session_view import PastSessionView

        view = PastSessionView(self.look, self._thumbnails, self._name_of)
        view.left.connect(self._on_one_left)
        view.exercises_corrected.connect(self.exercises_corrected)
        view.minutes_corrected.connect(self.minutes_corrected)
        view.delete_requested.connect(self._ask_to_delete)
        self._stack.addWidget(view)
        return view

    @cached_property
    def kept_view(self) -> "KeptView":
        """What is kept, and where."""
        # Loaded on first use, too.
        from backease_desktop.ui.progress.kept_view import KeptView

        view = KeptView(self.look)
        view.left.connect(self._on_left)
        view.import_requested.connect(self.import_requested)
        view.export_requested.connect(self.export_requested)
        self._stack.addWidget(view)
        return view

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not (self._history.sessions or any(c.done for c in self._history.calls.values()))

    @property
    def sheet(self) -> Sheet:
        """For questions; made when one is first asked."""
        if self._sheet is None:
            self._sheet = Sheet(self.look, self)
            self._sheet.chosen.connect(self._on_answered)
        return self._sheet

    def show_history(self, history: History, today: date) -> None:
        """Show a history as it is on a day."""
        self._history, self._today = history, today
        is_empty = self.is_empty
        self._empty_page.setVisible(is_empty)
        self.overview.setVisible(not is_empty)
        if is_empty:
            self.empty.goal.set_goal(goal_of(history))
        else:
            self.overview.show_history(history, today)
        here = self._stack.currentWidget()
        if here is self._scroll:
            return
        if here is self.all:
            self.all.show_sessions(history.sessions, today)
        elif here is self.one and self.one.session is not None:
            self._show_again(self.one.session)

    def open_session(self, session_id: str) -> None:
        """Show one session; an unknown id changes nothing."""
        session = self._history.session(session_id)
        if session is not None:
            self._came_from = self._stack.currentWidget()
            self.one.show_session(session, self._today)
            self._go_to(self.one)

    def open_all(self, day: object = None) -> None:
        """Show all sessions, from those of a day on."""
        self.all.show_sessions(self._history.sessions, self._today)
        self._go_to(self.all)
        self.all.go_to(day if isinstance(day, date) else None)

    def open_kept(self) -> None:
        """Show what is kept, and where."""
        self._go_to(self.kept_view)

    def set_enter_taken(self, is_taken: bool) -> None:
        """Leave *Enter* to the window, and do not promise it."""
        self._is_enter_taken = is_taken
        self.empty.start.set_key("" if is_taken else "⏎")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On the empty page Enter begins."""
        is_first = self._stack.currentWidget() is self._scroll and self.is_empty
        if event.key() in ENTER and is_first and not self._is_enter_taken:
            if self.empty.start.isVisible():
                self.start_requested.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the overview, as it is now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._stack.setCurrentWidget(self._scroll)
            self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        column = self._scroll.column
        self._empty_page = QWidget()
        empty = QVBoxLayout(self._empty_page)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.setSpacing(4)
        empty.addWidget(title(self.tr("Progress")))
        nothing = self.tr("Nothing here yet, and that is fine.")
        empty.addWidget(Label(nothing, "body", "muted", wraps=True))
        empty.addSpacing(10)
        empty.addWidget(self.empty)
        foot = QWidget()
        line = FlowLayout(6)
        foot.setLayout(line)
        stays = self.tr("All of it stays on this computer.")
        line.addWidget(Sign(self.look, "lock"))
        line.addWidget(Label(stays, "small", "muted"))
        line.addWidget(self.kept)
        for widget in (self._empty_page, self.overview, foot):
            column.addWidget(widget)
        column.addStretch(1)
        self._stack.addWidget(self._scroll)

    def _parts(self) -> Pieces[None]:
        yield from self.overview.parts
        if (last := self.window().previousInFocusChain()) is not None:
            QWidget.setTabOrder(last, self.kept)  # behind the cards, which came after it
        yield None
        _ = self.all
        yield None
        _ = self.one
        yield None
        _ = self.kept_view

    def _connect(self) -> None:
        overview, empty = self.overview, self.empty
        for part in (overview, empty):
            part.goal_chosen.connect(self.goal_chosen)
        overview.day_marked.connect(self.day_marked)
        overview.session_opened.connect(self.open_session)
        overview.all_requested.connect(self.open_all)
        overview.export_requested.connect(self._on_export_requested)
        overview.times_requested.connect(self.times_requested)
        empty.start_requested.connect(self.start_requested)
        empty.import_requested.connect(self._on_import_requested)
        self.kept.clicked.connect(self._on_kept_clicked)
        self.look.changed.connect(self._fit)

    def _fit(self) -> None:
        margins = self._scroll.margins
        room = min(self.width() - margins, self.look.theme.px(WIDEST))
        self.overview.fit(room)
        self.empty.fit(room)

    def _go_to(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self, session: PastSession) -> None:
        now = self._history.session(session.id)
        if now is None:
            self._on_one_left()
        else:
            self.one.show_session(now, self._today)

    def _on_left(self) -> None:
        self._go_to(self._scroll)

    def _on_one_left(self) -> None:
        if self._came_from is self.all:
            self.open_all(self.one.session.day if self.one.session else None)
        else:
            self._go_to(self._scroll)

    # Who does these is joined to the whole page: what is pressed before is not lost.

    def _on_export_requested(self) -> None:
        self.make_whole()
        self.export_requested.emit()

    def _on_import_requested(self) -> None:
        self.make_whole()
        self.import_requested.emit()

    def _on_kept_clicked(self) -> None:
        self.make_whole()
        self.kept_requested.emit()

    def _ask_to_delete(self, session_id: str) -> None:
        self._asked = session_id
        self.sheet.ask(
            self.tr("Delete this session?"),
            self.tr("It is gone from all your numbers, on every computer that shares them."),
            Option(KEEP, self.tr("Keep it"), Kind.SECONDARY, (Qt.Key.Key_Escape,), "Esc"),
            Option(DELETE, self.tr("Delete it"), Kind.DANGER),
        )

    def _on_answered(self, name: str) -> None:
        if name == DELETE:
            self.delete_requested.emit(self._asked)
