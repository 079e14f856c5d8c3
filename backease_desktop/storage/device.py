"""The device: a random name under which this machine writes its journal.

It stands in a file beside the name of the machine. A profile that was copied to another machine
takes a new name there, so that two machines never write one file.
"""

import logging
import os
from pathlib import Path

from backease_desktop.core.fields import Fields
from backease_desktop.core.journal.clock import DEVICE_DIGITS, is_device
from backease_desktop.storage.model_file import ModelFile

logger = logging.getLogger(__name__)


class _Known(Fields, frozen=True, kw_only=True):
    device: str = ""
    machine: str = ""


def device_here(path: Path, machine: str | None = None) -> str:
    """The name of this device, made at the first start.

    A file that cannot be written costs nothing but a new name at the next start.

    Args:
        path: the file that keeps it.
        machine: the machine's own name; by default as the system tells it.
    """
    file = ModelFile(path, _Known, is_ours=True)
    known = file.read().value
    here = _machine() if machine is None else machine
    if is_device(known.device) and known.machine == here:
        return known.device
    made = _Known(device=os.urandom(DEVICE_DIGITS // 2).hex(), machine=here)
    try:
        file.save(made)
    except OSError as error:
        logger.warning("the name of this device cannot be kept: %s", error)
    return made.device


def _machine() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "")
