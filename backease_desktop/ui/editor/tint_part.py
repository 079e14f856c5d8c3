"""What is tinted in the picture: chips for each region, those of a limb for each side by itself."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.editing.exercise_draft import with_figure
from backease_desktop.core.editing.tint_draft import SINGLE, tinted, with_tint
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.editor.form_part import FormPart
from backease_desktop.ui.look.style import Look

_REGIONS = {
    "neck": QT_TRANSLATE_NOOP("tint", "neck"),
    "lower_back": QT_TRANSLATE_NOOP("tint", "lower back"),
    "mid_back": QT_TRANSLATE_NOOP("tint", "middle of the back"),
    "upper_back": QT_TRANSLATE_NOOP("tint", "upper back"),
    "abdomen": QT_TRANSLATE_NOOP("tint", "belly"),
    "chest": QT_TRANSLATE_NOOP("tint", "chest"),
    "buttocks": QT_TRANSLATE_NOOP("tint", "buttocks"),
    "right_flank": QT_TRANSLATE_NOOP("tint", "right flank"),
    "left_flank": QT_TRANSLATE_NOOP("tint", "left flank"),
    "right_hip": QT_TRANSLATE_NOOP("tint", "right hip"),
    "left_hip": QT_TRANSLATE_NOOP("tint", "left hip"),
    "right_hamstrings": QT_TRANSLATE_NOOP("tint", "back of the right thigh"),
    "left_hamstrings": QT_TRANSLATE_NOOP("tint", "back of the left thigh"),
    "right_front_thigh": QT_TRANSLATE_NOOP("tint", "front of the right thigh"),
    "left_front_thigh": QT_TRANSLATE_NOOP("tint", "front of the left thigh"),
    "right_hip_flexor": QT_TRANSLATE_NOOP("tint", "right groin"),
    "left_hip_flexor": QT_TRANSLATE_NOOP("tint", "left groin"),
    "right_calf": QT_TRANSLATE_NOOP("tint", "right calf"),
    "left_calf": QT_TRANSLATE_NOOP("tint", "left calf"),
    "right_shoulder": QT_TRANSLATE_NOOP("tint", "right shoulder"),
    "left_shoulder": QT_TRANSLATE_NOOP("tint", "left shoulder"),
    "right_forearm": QT_TRANSLATE_NOOP("tint", "right forearm"),
    "left_forearm": QT_TRANSLATE_NOOP("tint", "left forearm"),
}

_SIDES = ("right_", "left_")


class TintPart(FormPart):
    """The part of the form."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.regions: dict[str, Chip] = {}
        right, left = _SIDES
        aside = [region for region in SINGLE if region.startswith(_SIDES)]
        self._add(self.tr("Tinted in the picture"), [one for one in SINGLE if one not in aside])
        self._add(self.tr("Tinted on the right"), [one for one in aside if one.startswith(right)])
        self._add(self.tr("Tinted on the left"), [one for one in aside if one.startswith(left)])
        about = self.tr("Right and left as in the picture. Done on the left, they change places.")
        self.column.addWidget(Label(about, "small", "muted", wraps=True))
        self.column.addSpacing(10)

    def show_fields(self, exercise: Exercise) -> None:
        """Put what is said into the fields; where there is no figure there is nothing to tint."""
        figure: Any = exercise.figure
        self.setVisible(bool(figure))
        on = tinted(figure or {})
        for region, chip in self.regions.items():
            chip.setChecked(region in on)

    def _add(self, name: str, regions: list[str]) -> None:
        row = QWidget()
        row.setAccessibleName(name)
        flow = FlowLayout(6, row)
        for region in regions:
            chip = Chip(self.look, QCoreApplication.translate("tint", str(_REGIONS[region])))
            chip.clicked.connect(lambda is_on, region=region: self._on_clicked(region, is_on))
            self.regions[region] = chip
            flow.addWidget(chip)
        self.add(name, row)

    def _on_clicked(self, region: str, is_on: bool) -> None:
        def change(exercise: Exercise) -> Exercise:
            figure: Any = exercise.figure
            return with_figure(exercise, with_tint(figure, region, is_on=is_on))

        self.request(change)
