"""The settings page: made from the settings' structs, so that a new field is here by itself.

A change is a wish that takes effect at once; what is then shown is what the settings really are.
The page grows from the top, some lines at a time; what was told of a field before its line was
there is shown by the line.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.fields import fields_of
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.settings import Section, Settings
from backease_desktop.core.voice import Voice
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.field_editors import ChoiceEditor, Editor, editor_for
from backease_desktop.ui.settings.field_line import FieldLine
from backease_desktop.ui.settings.rate_editor import RateEditor

if TYPE_CHECKING:
    from backease_desktop.core.policy import Policy, Rule

SIDE_BY_SIDE_FROM = 560
LINES_AT_ONCE = 5
"""Lines that are made in a turn: each takes some 2 ms."""


class SettingsPage(GrowingPage):
    """The page.

    Args:
        look: the theme and the fonts.
        settings: shown first.
        login_row: makes what stands at the head of *Start and close*, which is no setting of ours.
        natural_voice: the name of the voice that the program brings along, if it has one.
        policy: what the organisation of this computer has set, if it has.
        parent: made in the place where it will be, it is styled only once.

    Signals:
        changed: section and field, and the value that the person has chosen.
        voice_test_requested: the test sentence is to be said.
        me_requested: the page about the person is wanted.
    """

    changed = Signal(str, str, object)
    voice_test_requested = Signal()
    me_requested = Signal()

    def __init__(
        self,
        look: Look,
        settings: Settings,
        login_row: Callable[[], QWidget] | None = None,
        natural_voice: str | None = None,
        policy: "Policy | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self._login_row = login_row
        self._natural_voice = natural_voice
        self._policy = policy
        self._editors: dict[tuple[str, str], Editor] = {}
        self._resets: dict[tuple[str, str], Button] = {}
        self._lines: list[FieldLine] = []
        self._listed: dict[tuple[str, str], dict[object, str]] = {}
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        self._scroll = PageColumn(look, READING, self)
        # First in the order of Tab, so that keys scroll a page just opened and change nothing.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        page.addWidget(self._scroll)
        self._scroll.column.addWidget(title(self.tr("Settings")))
        self._scroll.column.addStretch(1)
        self._about_you()
        self.set_voices(())
        self.set_devices(())
        self.set_screens({})
        look.changed.connect(self._fit)
        sections = self._sections()
        next(sections)  # what is seen first
        self.grow(sections)

    @property
    def edited(self) -> frozenset[tuple[str, str]]:
        """Every field that can be changed here: section and name."""
        self.make_whole()
        return frozenset(self._editors)

    def editor(self, section: str, field: str) -> Editor:
        """The editor of a field."""
        self.make_whole()
        return self._editors[section, field]

    @property
    def test(self) -> Button:
        """Has the test sentence said."""
        self.make_whole()
        return self._test

    def put_at_end(self, card: QWidget) -> None:
        """Have a card below those of the settings."""
        column = self._scroll.column
        column.insertWidget(column.count() - 1, card)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are."""
        self._settings = settings
        for section, field in self._editors:
            self._show(section, field)

    def set_voices(self, voices: Sequence[Voice]) -> None:
        """List these voices; those of one language stand together."""
        ordered = sorted(voices, key=lambda voice: (voice.languages[:1], voice.name))
        default = self._natural_voice or self.tr("Best for the language")
        names = {voice.id: _voice_words(voice) for voice in ordered}
        self._list("voice", "voice", default, names)

    def set_devices(self, names: Sequence[str]) -> None:
        """List these sound devices."""
        default = self.tr("As the system")
        self._list("voice", "device", default, {name: name for name in names})

    def set_screens(self, names: Mapping[str, str]) -> None:
        """List these screens: how each is shown, by its name."""
        self._list("appearance", "screen", self.tr("Where the window is"), names)

    def _list(self, section: str, field: str, default: str, names: Mapping[str, str]) -> None:
        """Offer these values of a field by these names, now or when its line is there."""
        options: dict[object, str] = {None: default}
        self._listed[section, field] = options | dict(names)
        if (section, field) in self._editors:
            self._offer(section, field)
            self._show(section, field)

    def _offer(self, section: str, field: str) -> None:
        editor = self._editors[section, field]
        assert isinstance(editor, ChoiceEditor)
        editor.set_options(self._listed[section, field])

    def _show(self, section: str, field: str) -> None:
        """Show what a field is, and whether there is a way back from it."""
        editor = self._editors[section, field]
        model: Section = getattr(self._settings, section)
        value, rule = getattr(model, field), self._rule(section, field)
        editor.show(value)
        default = rule.value if rule else fields_of(type(model))[field].default
        can_go_back = value != default and not (rule and rule.is_locked)
        self._resets[section, field].setVisible(can_go_back)
        if isinstance(editor, RateEditor):
            editor.fit(is_natural=self._settings.voice.voice is None)

    def _card(self) -> Card:
        """An empty card below the others; filled where it stands, each part is styled only once."""
        card = Card(self._look, parent=self._scroll.column.parentWidget())
        self.put_at_end(card)
        return card

    def _about_you(self) -> None:
        row = QHBoxLayout(self._card())
        row.setContentsMargins(20, 16, 20, 16)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.addWidget(Label(self.tr("About you"), "heading", wraps=True))
        help_text = self.tr(
            "Conditions, pregnancy, the side that hurts, what you would rather not do: they change "
            "which exercises come, and how."
        )
        words.addWidget(Label(help_text, "small", "muted", wraps=True))
        self.about_you = Button(self._look, self.tr("Open"))
        self.about_you.setAccessibleName(self.tr("About you"))
        self.about_you.clicked.connect(self.me_requested)
        row.addWidget(self.about_you, 0, Qt.AlignmentFlag.AlignVCenter)

    def _sections(self) -> Pieces[None]:
        """A card for each section, and its lines."""
        made = 0
        for name in fields_of(type(self._settings)):
            section: Section = getattr(self._settings, name)
            card = self._card()
            column = self._head(card, name, section)
            for field in fields_of(type(section)):
                column.addWidget(self._line(card, name, field, section))
                made += 1
                if made % LINES_AT_ONCE == 0:
                    yield None

    def _head(self, card: Card, name: str, section: Section) -> QVBoxLayout:
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(16)
        words = (type(section).__doc__ or name).strip().rstrip(".")
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(Label(self.tr(words), "heading", wraps=True), 1)
        if name == "voice":
            self._test = Button(self._look, self.tr("Try it"), Kind.SECONDARY, "", "voice")
            self._test.clicked.connect(self.voice_test_requested)
            head.addWidget(self._test)
        if name == "closing" and self._login_row is not None:
            column.addWidget(self._login_row())
        return column

    def _line(self, card: Card, name: str, field: str, section: Section) -> QWidget:
        info = fields_of(type(section))[field]

        def chosen(value: object) -> None:
            self.changed.emit(name, field, value)

        if (name, field) == ("voice", "rate_wpm") and self._natural_voice is not None:
            editor: Editor = RateEditor(self._look, info, chosen)
        else:
            editor = editor_for(self._look, info, chosen)
        reset = Button(self._look, "", Kind.SECONDARY, "", "again")
        reset.setAccessibleName(self.tr("Back to the default: {name}").format(name=info.title))
        reset.setToolTip(self.tr("Back to the default"))
        rule = self._rule(name, field)
        reset.clicked.connect(lambda: chosen(rule.value if rule else info.default))
        keep = reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(keep)
        help_text = self.tr(info.help)
        if rule is not None:
            help_text = f"{help_text} {self._set_by(rule)}"
            editor.widget.setEnabled(not rule.is_locked)
            editor.widget.setAccessibleDescription(help_text)
        line = FieldLine(self.tr(info.title), help_text, editor.widget, reset, parent=card)
        line.fit(self._is_wide)
        self._editors[name, field] = editor
        self._resets[name, field] = reset
        self._lines.append(line)
        if (name, field) in self._listed:
            self._offer(name, field)
        self._show(name, field)
        return line

    def _rule(self, section: str, field: str) -> "Rule | None":
        return self._policy.rule(section, field) if self._policy is not None else None

    def _set_by(self, rule: "Rule") -> str:
        if rule.is_locked:
            return self.tr("Set by your organisation.")
        return self.tr("Your organisation has set what it is at first.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words above their field where both have no room in a line."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self._look.theme.px(SIDE_BY_SIDE_FROM)

    def _fit(self) -> None:
        is_wide = self._is_wide
        for line in self._lines:
            line.fit(is_wide)


def _voice_words(voice: Voice) -> str:
    language = voice.languages[0] if voice.languages else ""
    return f"{voice.name} ({language})" if language else voice.name
