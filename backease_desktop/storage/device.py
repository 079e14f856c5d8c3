"""The device: a random name under which this machine writes its journal, and where it keeps it.

Both stand in a file beside the name of the machine. A profile that was copied to another machine
takes a new name there, so that two machines never write one file.
"""

import logging
import os
from pathlib import Path

from backease_desktop.core.fields import Fields
from backease_desktop.core.journal.clock import DEVICE_DIGITS, is_device
from backease_desktop.storage.model_file import ModelFile

logger = logging.getLogger(__name__)


class Device(Fields, frozen=True, kw_only=True):
    """What this machine knows of itself.

    Attributes:
        device: its name in the journal.
        machine: its own name, by which a copied profile is told.
        folder: where the person wants their history to be; None for the profile's own folder.
    """

    device: str = ""
    machine: str = ""
    folder: str | None = None


def device_here(path: Path, machine: str | None = None) -> Device:
    """This device; its name is made at the first start.

    A file that cannot be written costs nothing but a new name at the next start.

    Args:
        path: the file that keeps it.
        machine: the machine's own name; by default as the system tells it.
    """
    file = ModelFile(path, Device, is_ours=True)
    known = file.read().value
    here = _machine() if machine is None else machine
    if is_device(known.device) and known.machine == here:
        return known
    made = known.with_(device=os.urandom(DEVICE_DIGITS // 2).hex(), machine=here)
    try:
        file.save(made)
    except OSError as error:
        logger.warning("the name of this device cannot be kept: %s", error)
    return made


def known_folder(path: Path) -> Path | None:
    """Where the person wants their history to be; nothing is written."""
    folder = ModelFile(path, Device, is_ours=True).read().value.folder
    return None if folder is None else Path(folder)


def remember_folder(path: Path, folder: Path) -> None:
    """Keep the history in a folder from now on.

    Raises:
        OSError: that cannot be remembered.
    """
    file = ModelFile(path, Device, is_ours=True)
    file.save(file.read().value.with_(folder=str(folder)))


def _machine() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "")
