"""Packs of an organisation, in a folder that many computers read and none of them writes.

A pack that must be signed has beside its files `SHA256SUMS`, as `sha256sum` writes it, of every
file of it, and `SHA256SUMS.minisig`, as `minisign -S` writes it. One file that is missing, changed
or not in the list, and the whole pack is left out, with a sentence.
"""

import hashlib
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from backease_desktop.core.plain_text import printable
from backease_desktop.core.policy import SharedPacks
from backease_desktop.disk import read_file
from backease_desktop.storage.catalogue_folder import MOST_BYTES, MOST_FILES
from backease_desktop.storage.minisign import PublicKey, SignatureError, check, public_key

SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.minisig"
MOST_PACKS = 100


def shared_packs(shared: SharedPacks) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The packs that may be read, and a sentence for each that is left out."""
    folder = Path(shared.folder)
    try:
        with os.scandir(folder) as entries:
            seen = (entry for entry in entries if not entry.name.startswith("."))
            packs = sorted(Path(one.path) for one in islice(seen, MOST_PACKS) if one.is_dir())
        key = None if shared.signed_by is None else public_key(shared.signed_by)
    except OSError as error:
        return (), (printable(f"{folder}: cannot be read ({error.strerror}); no pack of it is"),)
    except SignatureError as error:
        return (), (printable(f"{shared.source}: policies.packs.signed_by: {error}"),)
    good, problems = [], []
    for pack in packs:
        try:
            if key is not None:
                _check_signed(pack, key)
            good.append(pack)
        except (SignatureError, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            problems.append(printable(f"{pack}: is left out: {SUMS} {why}"))
    return tuple(good), tuple(problems)


def _check_signed(pack: Path, key: PublicKey) -> None:
    """Look at every file of a pack.

    Raises:
        SignatureError: it is not as it was signed.
        OSError: a file cannot be read.
    """
    sums = read_file(pack / SUMS, MOST_BYTES)
    check(sums, read_file(pack / SIGNATURE, MOST_BYTES), key)
    listed = {}
    for line in sums.decode("utf-8", errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        listed[name.removeprefix("./")] = digest
    found = {path.relative_to(pack).as_posix() for path in islice(_files(pack), MOST_FILES * 4)}
    if found != listed.keys():
        odd = min(found ^ listed.keys())
        raise SignatureError(f"does not fit the files: {odd}")
    for name, digest in listed.items():
        if hashlib.sha256(read_file(pack / name, MOST_BYTES)).hexdigest() != digest:
            raise SignatureError(f"does not fit what {name} holds")


def _files(pack: Path) -> Iterator[Path]:
    return (
        Path(folder, name)
        for folder, _, names in os.walk(pack)
        for name in names
        if name not in (SUMS, SIGNATURE)
    )
