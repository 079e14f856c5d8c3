"""Words from outside are shown as they are: in tooltips, labels and wherever Qt reads HTML."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import Qt

from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.tips import plain_tip
from backease_desktop.ui.look.style import Look

UI = Path(__file__).resolve().parents[3] / "backease_desktop" / "ui"
HOSTILE = "<img src='file:///etc/passwd'> <b>Neck</b> & back"


def test_what_looks_like_html_is_shown_as_it_is_written() -> None:
    tip = plain_tip(HOSTILE)

    assert "<img" not in tip
    assert "&lt;img" in tip
    assert plain_tip("Neck & back, 2 < 3") == "Neck & back, 2 < 3"


@pytest.mark.parametrize("kind", [Button, Chip])
def test_a_name_of_a_pack_is_no_html_on_what_is_pressed(look: Look, kind: type) -> None:
    pressed = kind(look, "Neck", "play")
    pressed.set_words(HOSTILE)
    pressed.set_compact(True)
    assert "<img" not in pressed.toolTip()
    pressed.set_words("Neck")
    pressed.set_words(HOSTILE)
    assert "<img" not in pressed.toolTip()
    pressed.deleteLater()


def test_a_label_reads_no_html(qapp: object) -> None:
    label = Label(HOSTILE)
    assert label.textFormat() is Qt.TextFormat.PlainText
    label.deleteLater()


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of a method within the user interface."""
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(UI)}:{node.lineno}", node


def named(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_plain(text: ast.expr) -> bool:
    """Our own words, or words that were made plain."""
    if isinstance(text, ast.IfExp):
        return is_plain(text.body) and is_plain(text.orelse)
    if isinstance(text, ast.Call):
        return named(text) in ("tr", "plain_tip")
    return isinstance(text, ast.Constant)


def test_every_tooltip_is_of_our_own_words_or_made_plain() -> None:
    text_at = {"setToolTip": 0, "showText": 1}
    found = [
        place
        for place, call in calls()
        if named(call) in text_at and not is_plain(call.args[text_at[named(call)]])
    ]

    assert [place for place in found if not place.startswith("reminders/tray.py")] == []


def test_nothing_in_the_window_reads_html() -> None:
    readers = {"QLabel", "QTextBrowser", "QTextEdit", "QTextDocument", "setHtml", "QMessageBox"}
    assert [place for place, call in calls() if named(call) in readers] == []
