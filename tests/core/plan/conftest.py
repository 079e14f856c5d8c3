"""The shipped rules, and small ladders."""

from typing import Any

import yaml

from backease_desktop.core.plan.rules import PlanRules
from backease_desktop.core.reading import read
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER

FILE = CATALOGUE_FOLDER / "plan.yaml"


def values() -> dict[str, Any]:
    """The shipped rules, to be tampered with."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


RULES = read(PlanRules, values())
