"""A part of the safety pages as a card."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from backease_desktop.core.safety import SafetyPart, Urgency
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class SafetyCard(Card):
    """The card: title, text, a line for each item, and where it comes from.

    Brief, its items stand in one paragraph.
    """

    def __init__(
        self,
        look: Look,
        part: SafetyPart,
        *,
        with_source: bool = True,
        is_brief: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        tone = {Urgency.NOW: "danger", Urgency.SOON: "warning"}.get(part.urgency, "ink")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(part.title, "heading", tone, wraps=True))
        column.addWidget(Label(part.text, wraps=True))
        if is_brief:
            column.addWidget(Label(" · ".join(item.rstrip(".") for item in part.items), wraps=True))
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, item in enumerate(() if is_brief else part.items):
            grid.addWidget(Label("•", "body", tone), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(item, wraps=True), row, 1)
        if with_source:
            column.addWidget(Label(_source_words(part), "small", "muted", wraps=True))


def _source_words(part: SafetyPart) -> str:
    source = _tr("Source: {source}. Read on {day}.").format(
        source=part.source.rstrip("."), day=part.reviewed
    )
    signed = (
        _tr("Reviewed by {name}.").format(name=part.signed_by)
        if part.signed_by
        else _tr("Needs review by a clinician.")
    )
    return f"{source} {signed}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("safety", text)
