"""The rules of the plan, read from `catalogue/plan.yaml`."""

from pathlib import Path

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plan.rules import PlanRules
from backease_desktop.storage.shipped_file import load_shipped


class PlanError(ReportedError):
    """The rules cannot be used; says which field, and why."""


def load_plan_rules(path: Path, cache: Path | None = None) -> PlanRules:
    """The rules of the plan; `cache` is a folder to keep them in, for a quicker next time.

    Raises:
        PlanError: the file is missing, or is not what it should be.
    """
    return load_shipped(path, PlanRules, PlanError, cache)
