"""The look: from the person's choice and the system's to one theme, a palette and a style sheet.

Rules:
1. Fusion is the base, because it follows a palette on every system. The style sheet holds what a
   palette cannot say; each rule costs time for every widget, so there are few.
2. A change, ours or the system's, is seen at once: `changed` comes after everything is applied,
   and whoever paints by hand repaints on it.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from backease_desktop.core.settings import MotionChoice
from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.ui.look.icons import Icons
from backease_desktop.ui.look.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    RADIUS_FIELD,
    REFERENCE_PX,
    Colours,
    Size,
    Theme,
)


class Look(QObject):
    """The theme that is on, applied to the application.

    Attributes:
        is_narrow: the window is as narrow as a telephone, measured in its type.

    Signals:
        changed: the theme is another one now, or the room is.
    """

    changed = Signal()

    def __init__(self, app: QApplication, icons: Icons) -> None:
        super().__init__(app)
        self._app = app
        self._icons = icons
        self._choice = ThemeChoice.SYSTEM
        self._text_percent = 100
        self._motion = MotionChoice.SYSTEM
        self._leanings = (False, False)
        self._theme: Theme | None = None
        self._fonts: dict[tuple[int, QFont.Weight], QFont] = {}
        self.is_narrow = False
        app.setStyle("Fusion")
        hints = app.styleHints()
        self._scheme = hints.colorScheme()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self.refresh()

    @property
    def theme(self) -> Theme:
        """The theme that is on."""
        assert self._theme is not None
        return self._theme

    @property
    def colours(self) -> Colours:
        """The colours of the theme that is on."""
        return self.theme.colours

    def choose(
        self,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_percent: int = 100,
        motion: MotionChoice = MotionChoice.SYSTEM,
    ) -> None:
        """Take the person's choice; `text_percent` comes on top of the system's text size."""
        self._choice, self._text_percent, self._motion = choice, text_percent, motion
        hints = self._app.styleHints()
        # The scheme is asked for as well as painted, so that the frame that the system draws
        # around the window follows.
        if choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:
            is_light = choice is ThemeChoice.LIGHT
            hints.setColorScheme(Qt.ColorScheme.Light if is_light else Qt.ColorScheme.Dark)
        self.refresh()

    def set_leanings(self, less_motion: bool = False, more_contrast: bool = False) -> None:
        """Take what the system says about motion and contrast; it counts where the person chose it.

        It is told rather than read here: Qt knows of motion from 6.12 on only.
        """
        self._leanings = (less_motion, more_contrast)
        self._apply()

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether the window is as narrow as a telephone: then words wrap, and signs give way."""
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self.changed.emit()

    def refresh(self) -> None:
        """Look again at what the system says; apply it if something changed."""
        self._fonts.clear()
        self._scheme = self._app.styleHints().colorScheme()
        self._apply()

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._apply()

    def _apply(self) -> None:
        theme = Theme(self._chosen_colours(), self._scale(), self._is_motion_reduced())
        if theme == self._theme:
            return
        self._theme = theme
        self._app.setPalette(palette(theme.colours))
        self._app.setFont(self.font(Size.BODY))
        self._app.setStyleSheet(style_sheet(theme))
        self.changed.emit()

    def font(
        self, size: Size | int = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal
    ) -> QFont:
        """The system's font in one of the four sizes, with digits of one width."""
        key = (self.theme.px(size), weight)
        if key not in self._fonts:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
            font.setPixelSize(key[0])
            font.setWeight(weight)
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        return QFont(self._fonts[key])

    def keep_icons(self) -> None:
        """Keep the icons that were drawn for the next start."""
        self._icons.keep()

    def icon(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon of `size` logical pixels at 100 % text, growing with the text."""
        return self._icons.pixmap(name, colour, self.theme.px(size), ratio)

    def _chosen_colours(self) -> Colours:
        fixed = {
            ThemeChoice.LIGHT: LIGHT,
            ThemeChoice.DARK: DARK,
            ThemeChoice.CONTRAST: CONTRAST,
        }
        if self._choice in fixed:
            return fixed[self._choice]
        if self._leanings[1]:
            return CONTRAST
        return DARK if self._scheme is Qt.ColorScheme.Dark else LIGHT

    def _scale(self) -> float:
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        system_scale = QFontInfo(system).pixelSize() / REFERENCE_PX
        return round(max(1.0, system_scale) * self._text_percent / 100, 3)

    def _is_motion_reduced(self) -> bool:
        if self._motion is MotionChoice.SYSTEM:
            return self._leanings[0]
        return self._motion is MotionChoice.REDUCED


def palette(colours: Colours) -> QPalette:
    """The palette that Fusion paints by."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in {
        roles.Window: colours.bg,
        roles.WindowText: colours.ink,
        roles.Base: colours.card,
        roles.AlternateBase: colours.soft,
        roles.Text: colours.ink,
        roles.PlaceholderText: colours.muted_text,
        roles.Button: colours.card,
        roles.ButtonText: colours.ink,
        roles.BrightText: colours.on_accent,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.Accent: colours.accent,
        roles.Link: colours.accent_text,
        roles.LinkVisited: colours.accent_text,
        roles.ToolTipBase: colours.ink,
        roles.ToolTipText: colours.bg,
        roles.Light: colours.card,
        roles.Midlight: colours.soft,
        roles.Mid: colours.line,
        roles.Dark: colours.border,
        roles.Shadow: colours.border,
    }.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return result


def style_sheet(theme: Theme) -> str:
    """What a palette cannot say, for the widgets of Qt; our own components paint themselves."""
    c, px = theme.colours, theme.px
    field = RADIUS_FIELD - 2
    return f"""
QLabel[tone="muted"] {{ color: {c.muted_text}; }}
QLabel[tone="accent"] {{ color: {c.accent_text}; }}
QLabel[tone="warning"] {{ color: {c.warning_text}; }}
QLabel[tone="danger"] {{ color: {c.danger_text}; }}
QLabel[tone="on_accent"] {{ color: {c.on_accent}; }}
QLabel[type="small"] {{ font-size: {px(Size.SMALL)}px; }}
QLabel[type="heading"] {{ font-size: {px(Size.HEADING)}px; font-weight: 600; }}
QLabel[type="title"] {{ font-size: {px(Size.TITLE)}px; font-weight: 700; }}
QLabel[strong="true"] {{ font-weight: 600; }}
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QListView {{
  background: {c.card}; border: 1px solid {c.border}; border-radius: {field}px;
  padding: {px(7)}px {px(12)}px; selection-background-color: {c.accent};
  selection-color: {c.on_accent}; }}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QListView:focus {{
  border: 2px solid {c.accent}; padding: {px(7) - 1}px {px(12) - 1}px; }}
QListView#cards, QListView#cards:focus {{ background: transparent; border: none; padding: 0; }}
QTableView {{ background: {c.card}; color: {c.ink}; selection-background-color: {c.accent_soft};
  selection-color: {c.ink}; }}
QHeaderView, QHeaderView::section {{ background: {c.card}; color: {c.muted_text}; border: none;
  padding: 0 2px; }}
QComboBox, QComboBox:focus {{ padding-right: {px(32)}px; }}
QComboBox::drop-down {{ border: none; width: {px(32)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ border-radius: 0; padding: 6px; outline: none;
  selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(34)}px; padding: 0 {px(10)}px;
  border-radius: 8px; }}
QComboBox QAbstractItemView::item:hover {{ background: {c.soft}; color: {c.ink}; }}
QAbstractSpinBox, QAbstractSpinBox:focus {{ padding-left: {px(40)}px; padding-right: {px(40)}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
  border: none; background: transparent; width: {px(36)}px; subcontrol-origin: border; }}
QAbstractSpinBox::up-button {{ subcontrol-position: right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: left; }}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {{ image: none; }}
QSlider {{ min-height: {px(28)}px; }}
QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {c.line}; }}
QSlider::sub-page:horizontal {{ border-radius: 3px; background: {c.accent}; }}
QSlider::handle:horizontal {{ width: 20px; height: 20px; margin: -8px 0; border-radius: 11px;
  background: {c.card}; border: 1px solid {c.accent}; }}
QSlider::handle:horizontal:focus {{ border: 3px solid {c.accent}; width: 16px; height: 16px; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {c.ink}; color: {c.bg}; border: none; padding: 6px 10px; }}
QMenu {{ background: {c.card}; border: 1px solid {c.line}; padding: 6px; }}
QMenu::item {{ padding: {px(6)}px {px(18)}px; border-radius: 8px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
"""
