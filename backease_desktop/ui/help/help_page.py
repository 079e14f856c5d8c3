"""Help: how it works, the keys, when to get help instead, sources and licences.

The page grows from the top, a card in a turn: the safety pages are read in a turn of their own, and
what is installed is looked up in the last.
"""

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.safety import Safety
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.help.licences_view import LicencesView
from backease_desktop.ui.help.safety_card import SafetyCard
from backease_desktop.ui.look.style import Look

LICENCES = (
    ("BackEase Desktop", "GPL-3.0-or-later"),
    ("Texts and figures of the catalogue", "CC BY 4.0"),
    ("The natural voice: hibari, made from Kokoro-82M", "Apache-2.0"),
    ("espeak-ng, the other voice on Linux, by espeakng-loader", "GPL-3.0-or-later"),
    ("Qt, PySide6-Essentials, shiboken6", "LGPL-3.0-only"),
    ("libsndfile, in soundfile", "LGPL-2.1-or-later"),
    ("mutagen", "GPL-2.0-or-later"),
    ("pyttsx3", "MPL-2.0"),
    (
        "annotated-types, jeepney, miniaudio, platformdirs, pydantic, pydantic-core, PyYAML, "
        "typing-inspection; comtypes and winrt on Windows, pyobjc on macOS",
        "MIT",
    ),
    ("cffi", "MIT-0"),
    ("fit-tool, msgspec, pycparser, python-dateutil, segno, soundfile", "BSD-3-Clause"),
    ("icalendar", "BSD-2-Clause"),
    ("tzdata, zxing-cpp", "Apache-2.0"),
    ("Python, typing-extensions; pywin32 and pypiwin32 on Windows", "PSF-2.0"),
)
"""Everything that ships; a test holds it to what the distributions say of themselves."""


def names_of_all() -> frozenset[str]:
    """The distributions that are named there, or the first part of their names."""
    return frozenset(word for names, _ in LICENCES for word in re.split(r"[^\w.-]+", names) if word)


class HelpPage(GrowingPage):
    """The page.

    Args:
        look: the theme and the fonts.
        safety: reads what is told of risk.
        sources: where the exercises come from.
        report: the versions, for an issue.
        licences: the whole texts of all licences; asked when somebody wants to read them.
        parent: made in the place where it will be, it is styled only once.

    Signals:
        keys_requested: show the overlay of all keys.
    """

    keys_requested = Signal()

    def __init__(
        self,
        look: Look,
        safety: Callable[[], Safety],
        sources: Iterable[Source],
        report: Callable[[], str],
        licences: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._report = report
        self._licences = licences
        self._texts: LicencesView | None = None
        self._safety = safety
        self._sources = tuple(sources)
        self._stack = QStackedLayout(self)
        scroll = PageColumn(look, READING, self)
        self._stack.addWidget(scroll)
        self._column = scroll.column
        self._column.addWidget(title(self.tr("Help")))
        self._column.addStretch(1)
        self._how_it_works()
        self.grow(self._parts())

    @property
    def in_full(self) -> Button:
        """Shows the whole texts of the licences."""
        self.make_whole()
        return self._in_full

    def _parts(self) -> Pieces[None]:
        yield None
        safety = self._safety()
        yield None
        first = safety.help_wanted
        for part in (*first, *(part for part in safety.parts if part not in first)):
            self._add(SafetyCard(self._look, part, parent=self._column.parentWidget()))
            yield None
        self._where_from()
        yield None
        about = self._licences_listed()
        yield None
        report = self._report()  # loads what reads the papers of distributions
        yield None
        self._versions(about, report)

    def _show_licences(self) -> None:
        if self._texts is None:
            self._texts = LicencesView(self._look)
            self._texts.left.connect(self._leave_licences)
            self._stack.addWidget(self._texts)
        self._stack.setCurrentWidget(self._texts)
        self._texts.show_text("")
        self.grow(self._reading())

    def _reading(self) -> Pieces[None]:
        """Read the licences of some fifty distributions beside the window, and show them."""
        read: list[str] = []
        yield lambda: read.append(self._licences())
        if self._texts is not None and self._stack.currentWidget() is self._texts:
            self._texts.show_text(read[-1] if read else self._licences())

    def _leave_licences(self) -> None:
        assert self._texts is not None
        self._stack.setCurrentIndex(0)
        self._texts.show_text("")  # 200 KB that nobody reads any more
        self._in_full.setFocus(Qt.FocusReason.OtherFocusReason)

    def _how_it_works(self) -> None:
        column = self._card(self.tr("How it works"))
        for words in (
            self.tr("Play says what fits now. Enter starts it; the numbers start the others."),
            self.tr(
                "A session needs no hands and no eyes: three, two, one leads into a hold, soft "
                "ticks lead out of it, and every kind of cue has its own tone before the words."
            ),
            self.tr("Space pauses. H stops an exercise that hurts. Escape leaves."),
        ):
            column.addWidget(Label(words, wraps=True))
        keys = Button(self._look, self.tr("All keys"), key="?", icon="keyboard")
        keys.clicked.connect(self.keys_requested)
        column.addWidget(keys, 0, Qt.AlignmentFlag.AlignLeft)

    def _where_from(self) -> None:
        column = self._card(self.tr("Where the exercises come from"))
        lead = self.tr(
            "Doses are those of five published articles; what an article leaves open is marked "
            "as assumed. All texts and figures are our own."
        )
        column.addWidget(Label(lead, wraps=True))
        for source in self._sources:
            column.addWidget(Label(source.title, is_strong=True, wraps=True))
            column.addWidget(Label(source.about, "small", "muted", wraps=True))

    def _licences_listed(self) -> QVBoxLayout:
        """The card about what ships; what is installed of it comes to its end."""
        column = self._card(self.tr("About"))
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, (name, licence) in enumerate(LICENCES):
            grid.addWidget(Label(name, wraps=True), row, 0)
            grid.addWidget(Label(licence, "body", "muted", wraps=True), row, 1)
        self._in_full = Button(self._look, self.tr("Licences in full"))
        self._in_full.clicked.connect(self._show_licences)
        column.addWidget(self._in_full, 0, Qt.AlignmentFlag.AlignLeft)
        private = self.tr("Everything stays on this computer: no account, no network.")
        column.addWidget(Label(private, wraps=True))
        return column

    def _versions(self, column: QVBoxLayout, report: str) -> None:
        words = Label(report, "small", "muted", wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
        copy = Button(self._look, self.tr("Copy this report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report()))
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _card(self, name: str) -> QVBoxLayout:
        """What fills a card below the others; where it stands already, it is styled only once."""
        card = Card(self._look, parent=self._column.parentWidget())
        self._add(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(10)
        column.addWidget(Label(name, "heading", wraps=True))
        return column

    def _add(self, card: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, card)
