"""What is kept about the person: every file with its size, another folder, and an end to it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.controllers.keeping import KeptFile
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.left_page import LeftPage
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.components.table import Table, rows_of
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.progress_words import size_words


class KeptView(LeftPage):
    """The view.

    Args:
        look: the theme and the fonts.

    Signals:
        move_requested: the history is to be kept in another folder.
        import_requested: an older history is to be brought in.
        export_requested: all of it is wanted in a file.
        erase_requested: everything is to go.
    """

    move_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    erase_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Progress"), parent)
        tr = self.tr
        self._sum = Label("", "body", "muted", wraps=True)
        self.table = Table(look, tr("All files"), is_whole=True)
        self._folder = Label("", "body", wraps=True)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.move_away = Button(look, tr("Keep my history in a folder…"))
        self.bring_in = Button(look, tr("Bring in an older history…"))
        self.export = Button(look, tr("Export…"), icon="export")
        self.erase = Button(look, tr("Erase everything…"), Kind.DANGER)
        self._lay_out()
        self.move_away.clicked.connect(self.move_requested)
        self.bring_in.clicked.connect(self.import_requested)
        self.export.clicked.connect(self.export_requested)
        self.erase.clicked.connect(self.erase_requested)

    def show_files(self, files: Sequence[KeptFile], folder: Path) -> None:
        """Show these; the history is in `folder`."""
        size = size_words(sum(file.size for file in files))
        count = len(files)
        words = self.tr("1 file, {size}") if count == 1 else self.tr("{n} files, {size}")
        self._sum.setText(words.format(n=count, size=size))
        rows = [(str(file.path), size_words(file.size)) for file in files]
        self.table.show_rows(rows_of((self.tr("File"), self.tr("Size")), rows))
        self._folder.setText(self.tr("Your history is in {folder}").format(folder=folder))

    def _lay_out(self) -> None:
        tr = self.tr
        scroll = PageColumn(self.look, READING)
        column = scroll.column
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(tr("What is kept about you"), "title", wraps=True))
        about = tr(
            "Everything that BackEase knows of you stands in these files, and nowhere else. "
            "Nothing is sent anywhere."
        )
        column.addWidget(Label(about, "body", "muted", wraps=True))
        column.addWidget(self._sum)
        column.addWidget(Label(tr("On several computers"), "heading", wraps=True))
        column.addWidget(self._folder)
        shared = tr(
            "A folder that Syncthing, Nextcloud, Dropbox or a stick carries about makes it one "
            "history on all your computers. It is copied and checked before it is used."
        )
        column.addWidget(Label(shared, "small", "muted", wraps=True))
        column.addWidget(_line(self.move_away, self.bring_in, self.export))
        column.addWidget(Label(tr("An end to it"), "heading", wraps=True))
        column.addWidget(_line(self.erase))
        column.addWidget(Label(tr("All files"), "heading", wraps=True))
        column.addWidget(self.table)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)


def _line(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = FlowLayout(10)
    row.setLayout(line)
    for widget in widgets:
        line.addWidget(widget)
    return row
