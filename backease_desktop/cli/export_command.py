"""`backease export`: a routine to give to others, or to take along as sound."""

import argparse
import sys

from backease_desktop.bootstrap.sharing import code_of, given_away, shared_file
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.cli.catalogue_commands import routine_of
from backease_desktop.cli.while_loading import ended_by_ctrl_c
from backease_desktop.core.catalogue.qr_text import LONGEST
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plain_text import printable
from backease_desktop.disk import write_file
from backease_desktop.ui.share.qr_code import png_of


def export(options: argparse.Namespace) -> int:
    """Write a routine into a file, as a code into a picture, or as sound."""
    shelf = open_shelf(options.profile)
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    routine = routine_of(shelf, options.routine)
    if options.audio is not None:
        # Loaded on first use: the others need neither voice nor sound.
        with ended_by_ctrl_c():
            from backease_desktop.cli.audio_export import record

        return record(shelf, routine, options.audio)
    pack = given_away(shelf, routine.id)
    if options.file is not None:
        out, data = options.file, shared_file(pack, options.sender)
    else:
        squares = code_of(pack)
        if squares is None:
            raise ReportedError(
                f"{routine.name} is too large for a code, which holds {LONGEST} letters; "
                "give it away with --file"
            )
        out, data = options.qr, png_of(squares)
    try:
        write_file(out, data)
    except OSError as error:
        raise ReportedError(f"{out}: cannot be written ({error.strerror})") from error
    print(f"{printable(routine.name)} in {printable(str(out))}{_photos(options, len(pack.photos))}")
    return 0


def _photos(options: argparse.Namespace, count: int) -> str:
    """Whether photos go along: in a file they do, a code has no room for them."""
    if count == 0:
        return ""
    if options.file is None:
        return ", without photos: a code has no room for them"
    return ", with a photo" if count == 1 else f", with {count} photos"
