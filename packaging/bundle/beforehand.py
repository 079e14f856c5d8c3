"""Reads the catalogue when the program is packed, so that no first start has to."""

from pathlib import Path

from backease_desktop.storage.beforehand import write_beforehand
from backease_desktop.storage.catalogue_folder import read_folder
from backease_desktop.storage.plan_file import load_plan_rules
from backease_desktop.storage.safety_file import load_safety
from backease_desktop.storage.wording_files import load_wording


def bring_along(catalogue: Path, folder: Path) -> None:
    """Read everything, and leave out nothing that is wrong.

    Args:
        catalogue: the folder of the catalogue, as it is packed.
        folder: for what it says.

    Raises:
        SystemExit: something is wrong with it.
        ReportedError: likewise.
    """
    read = read_folder(catalogue)
    if read.problems:
        raise SystemExit("\n".join(str(problem) for problem in read.problems))
    write_beforehand(catalogue, read.marks, read.contents, folder)
    for file, value in (
        (catalogue / "wording" / "en.yaml", load_wording(catalogue / "wording")),
        (catalogue / "safety.yaml", load_safety(catalogue / "safety.yaml")),
        (catalogue / "plan.yaml", load_plan_rules(catalogue / "plan.yaml")),
    ):
        write_beforehand(file.parent, [file.name], value, folder)
