"""The viewer: a small window for the person who writes a figure.

It shows the keyframes side by side under the whole movement, from either side and in each theme.
What is wrong is said beneath; the last picture that could be drawn stays until it is mended. Of
files it knows nothing: it is told whenever there is something new to show.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from backease_desktop.core.figure.film import Film
from backease_desktop.core.settings import Theme
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.labels import Label, heading, small
from backease_desktop.ui.figure.palettes import PALETTES
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look

RADIUS = 16
MARGIN = 20
SHOWN_PROBLEMS = 6


def viewer_application(arguments: list[str]) -> QApplication:
    """The application that a viewer runs in."""
    app = QApplication(arguments)
    app.setApplicationName("backease")
    app.setApplicationDisplayName("BackEase")
    return app


class FigureViewer(QWidget):
    """The window.

    Args:
        look: the theme; the window's own switch changes it.
        theme: the theme to begin with: light, dark or contrast.
        side: the side to begin with: right or left.
        clock: milliseconds that only grow, for the movement.
    """

    def __init__(self, look: Look, theme: Theme, side: str, clock: Callable[[], int]) -> None:
        super().__init__()
        self._look = look
        self._theme = theme
        self._side = side
        self._clock = clock
        self._film: Film | None = None
        self._title = heading("")
        self._sides = _switch(look, {"right": self.tr("Right"), "left": self.tr("Left")}, side)
        self._themes = _switch(
            look,
            {
                Theme.LIGHT: self.tr("Light"),
                Theme.DARK: self.tr("Dark"),
                Theme.CONTRAST: self.tr("Contrast"),
            },
            theme,
        )
        self._movement = _Picture(FigureView(clock))
        self._keyframes: list[_Picture] = []
        self._stills = QHBoxLayout()
        self._stills.setSpacing(12)
        self._problems = Label(size="small", tone="danger", wraps=True)
        self._problems.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lay_out()
        self._sides.buttonClicked.connect(lambda chip: self.show_side(chip.objectName()))
        self._themes.buttonClicked.connect(lambda chip: self.show_theme(Theme(chip.objectName())))
        self.show_theme(theme)

    def show_figure(self, title: str, film: Film | None, problems: Sequence[str]) -> None:
        """Show what a file says now.

        Args:
            title: what it is a figure of.
            film: None if it cannot be drawn; then the last one stays.
            problems: everything wrong, a line each.
        """
        self._title.setText(title)
        self.setWindowTitle(title)
        lines = list(problems[:SHOWN_PROBLEMS])
        if len(problems) > SHOWN_PROBLEMS:
            lines.append(self.tr("… and {n} more").format(n=len(problems) - SHOWN_PROBLEMS))
        self._problems.setText("\n".join(lines))
        self._problems.setVisible(bool(lines))
        if film is not None:
            self._film = film
            self._renew_stills(film)
            for chip in self._sides.buttons():
                chip.setEnabled(film.figure.mirror)
            self._show_film()

    def show_side(self, side: str) -> None:
        """Show the figure for a side: right or left."""
        self._side = side
        self._show_film()

    def show_theme(self, theme: Theme) -> None:
        """Show the window and the figure in another theme."""
        self._theme = theme
        self._look.choose(theme)
        for picture in self._pictures():
            picture.set_theme(theme)

    @property
    def problems(self) -> str:
        """What is said to be wrong; empty if nothing is."""
        return self._problems.text()

    @property
    def views(self) -> list[FigureView]:
        """The movement, then the keyframes in their order."""
        return [picture.view for picture in self._pictures()]

    def showEvent(self, event: QShowEvent) -> None:
        """The movement runs while the window is seen."""
        super().showEvent(event)
        self._show_film()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        for group in (self._sides, self._themes):
            top.addSpacing(16)
            for chip in group.buttons():
                top.addWidget(chip)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(12)
        page.addLayout(top)
        page.addWidget(self._movement, 3)
        page.addLayout(self._stills, 2)
        page.addWidget(self._problems)
        self.resize(860, 760)

    def _pictures(self) -> list["_Picture"]:
        return [self._movement, *self._keyframes]

    def _renew_stills(self, film: Film) -> None:
        while len(self._keyframes) < len(film.stills):
            picture = _Picture(FigureView(self._clock))
            picture.set_theme(self._theme)
            self._stills.addWidget(picture)
            self._keyframes.append(picture)
        while len(self._keyframes) > len(film.stills):
            picture = self._keyframes.pop()
            self._stills.removeWidget(picture)
            picture.hide()
            picture.deleteLater()

    def _show_film(self) -> None:
        film = self._film
        if film is None:
            return
        for still, picture in zip(film.stills, self._keyframes, strict=True):
            picture.set_caption(still.name)
            picture.view.show_still(film, still.name, self._side)
        self._movement.view.show_still(film, side=self._side)
        if self.isVisible() and not self._look.theme.reduced_motion:
            self._movement.view.play_loop(film, self._side)


class _Picture(QWidget):
    """A figure on its paper, with a word beneath."""

    def __init__(self, view: FigureView) -> None:
        super().__init__()
        self.view = view
        self._paper = QColor()
        self._caption = small("")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._caption.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(view, 1)
        layout.addWidget(self._caption)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Take the paper and the colours of a theme."""
        self._paper = QColor(PALETTES[theme].paper)
        self.view.set_colours(PALETTES[theme])
        self.update()

    def set_caption(self, text: str) -> None:
        """Say which picture this is."""
        self._caption.setText(text)
        self._caption.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paper)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)


def _switch(look: Look, words: dict[str, str], chosen: str) -> QButtonGroup:
    """Chips of which one is on; each has its value as object name."""
    group = QButtonGroup()
    for value, text in words.items():
        chip = Chip(look, text)
        chip.setObjectName(value)
        chip.setChecked(value == chosen)
        group.addButton(chip)
    return group
