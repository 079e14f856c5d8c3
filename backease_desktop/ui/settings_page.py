"""The settings page: made from the settings' models, so that a new field is here by itself.

A change is a wish that takes effect at once; what is then shown is what the settings really are.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.settings import Section, Settings
from backease_desktop.core.voice import Voice
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label, heading, title
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.field_editors import ChoiceEditor, Editor, editor_for
from backease_desktop.ui.style import Look

WIDEST = 860


class SettingsPage(QWidget):
    """The page.

    Signals:
        changed: section and field, and the value that the person has chosen.
        voice_test_requested: the test sentence is to be said.
    """

    changed = Signal(str, str, object)
    voice_test_requested = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self._editors: dict[tuple[str, str], Editor] = {}
        self._resets: dict[tuple[str, str], Button] = {}
        self.test = Button(look, self.tr("Try it"), Kind.SECONDARY, "", "voice")
        self.test.clicked.connect(self.voice_test_requested)
        content, inner = QWidget(), QWidget()
        inner.setMaximumWidth(look.theme.px(WIDEST))
        row = QHBoxLayout(content)
        row.setContentsMargins(36, 28, 36, 28)
        row.addWidget(inner, 100)
        row.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(title(self.tr("Settings")))
        for name in type(settings).model_fields:
            column.addWidget(self._section(name, getattr(settings, name)))
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(Scroll(content))
        self.show_settings(settings)

    @property
    def edited(self) -> frozenset[tuple[str, str]]:
        """Every field that can be changed here: section and name."""
        return frozenset(self._editors)

    def editor(self, section: str, field: str) -> Editor:
        """The editor of a field."""
        return self._editors[section, field]

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are."""
        self._settings = settings
        for (section, field), editor in self._editors.items():
            model: Section = getattr(settings, section)
            value = getattr(model, field)
            editor.show(value)
            default = type(model).model_fields[field].default
            self._resets[section, field].setVisible(value != default)

    def set_voices(self, voices: Sequence[Voice]) -> None:
        """Offer these voices; those of one language stand together."""
        editor = self._editors["voice", "voice"]
        assert isinstance(editor, ChoiceEditor)
        ordered = sorted(voices, key=lambda voice: (voice.languages[:1], voice.name))
        options: dict[object, str] = {None: self.tr("Best for the language")}
        options |= {voice.id: _voice_words(voice) for voice in ordered}
        editor.set_options(options)
        editor.show(self._settings.voice.voice)

    def _section(self, name: str, section: Section) -> QWidget:
        card = Card(self._look)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        words = (type(section).__doc__ or name).strip().rstrip(".")
        head = QHBoxLayout()
        head.addWidget(heading(self.tr(words)))
        head.addStretch(1)
        if name == "voice":
            head.addWidget(self.test)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for row, field in enumerate(type(section).model_fields):
            self._add(grid, row, name, field, section)
        column.addLayout(grid)
        return card

    def _add(self, grid: QGridLayout, row: int, name: str, field: str, section: Section) -> None:
        info = type(section).model_fields[field]

        def chosen(value: object) -> None:
            self.changed.emit(name, field, value)

        editor = editor_for(self._look, field, info, chosen)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr(str(info.title)), is_strong=True, wraps=True))
        words.addWidget(Label(self.tr(str(info.description)), "small", "muted", wraps=True))
        reset = Button(self._look, "", Kind.SECONDARY, "", "again")
        reset.setAccessibleName(self.tr("Back to the default: {name}").format(name=info.title))
        reset.setToolTip(self.tr("Back to the default"))
        reset.clicked.connect(lambda: chosen(info.default))
        keep = reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(keep)
        grid.addLayout(words, row, 0)
        align = Qt.AlignmentFlag.AlignVCenter
        is_small = not isinstance(editor, ChoiceEditor) and editor.widget.sizeHint().width() < 120
        side = Qt.AlignmentFlag.AlignRight if is_small else Qt.AlignmentFlag(0)
        grid.addWidget(editor.widget, row, 1, align | side)
        grid.addWidget(reset, row, 2, align)
        self._editors[name, field] = editor
        self._resets[name, field] = reset


def _voice_words(voice: Voice) -> str:
    language = voice.languages[0] if voice.languages else ""
    return f"{voice.name} ({language})" if language else voice.name
