"""The program on a page, for whoever looks at it from outside: takes PAGE and PROFILE."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.editor_pages import edit_exercise
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.program import Program
from backease_desktop.diagnostics.event_log import NoEventLog
from backease_desktop.ui.editor.exercise_page import ExercisePage
from backease_desktop.ui.places import MY_EXERCISE

if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    app.setApplicationName("BackEase")
    program = Program(app, open_kept(Path(sys.argv[2])), NoEventLog())
    program.open()
    if sys.argv[1] == MY_EXERCISE:
        edit_exercise(program.front, "bird-dog")
        written = program.window.page(MY_EXERCISE)
        assert isinstance(written, ExercisePage)
        written.form.tabs.segments[1].click()  # the dose and the forms: fields of every kind
    program.window.show_page(sys.argv[1])
    sys.exit(app.exec())
