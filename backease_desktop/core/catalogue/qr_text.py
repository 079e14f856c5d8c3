"""A small pack as the text of a QR code, to be printed on a sheet and read back.

The text is `BACKEASE:1:` and the pack's JSON, deflated, in base 45 (RFC 9285): capital letters,
digits and a few signs, which a QR code packs more densely than bytes. Words that occur in every
pack are known beforehand, so a routine of ten exercises is some four hundred letters.
"""

import json
import zlib

from pydantic import ValidationError

from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.reading import read
from backease_desktop.core.values import words_of

HEAD = "BACKEASE:1:"
LONGEST = 1_400
"""Letters that still print as a code of five centimetres that a photo can read."""
_MOST_BYTES = 64 << 10
"""Of what a text may become."""

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_KNOWN = (
    b'"setup_short":"Get ready."},"where":"the way you were shown","tip":"Only as far as f'
    b'eels easy.""release":"Come back slowly.""setup":"Get ready the way you were shown.""'
    b'landmarks":{"left":"left side","right":"right side"},"unclassified":true"areas":["lo'
    b'wer back"],"position":"standing"supine"prone"all-fours"sitting"side-lying"kneeling",'
    b'"equipment":["mat"],"text":"As it was written for you: Nothing else is known of it."'
    b'"prescriptions":[{"source":"sources":[{"id":"title":"My physiotherapist","told_by":"'
    b'about":"What My physiotherapist wrote down, as of 2026-exercises":"routines":[{"id":'
    b'"name":"kind":"desk"programme"about":"As My physiotherapist gave it to you, "steps":'
    b'[{"exercise":"hamstring-stretch"pelvic-tilt"bird-dog"bridge"cat-camel"knee-to-chest"'
    b'"prescription":"000"001/"002"003"004"ours"},{"exercise":"dose":{"source":"hold_s":{"'
    b'min":"max":30},"reps":{"min":10,"max":10},"sets":{"min":3,"max":3},"sides":"each"lef'
    b't"right"none""as_given":"each side, hold 5 s 3x10 3 x 30s"}}]}'
)
"""Never to be changed: what was printed must be read for ever. Another list is another head."""


class QrTextError(ValueError):
    """A text is no pack of ours, or a pack is too large for a code; says which."""


def qr_text(pack: Pack) -> str:
    """The text of a pack.

    Raises:
        QrTextError: it is too large for a code.
    """
    plain = words_of(pack)
    for exercise in plain.get("exercises", ()):
        exercise.pop("figure", None)  # a drawing is larger than all the rest, and lays nothing out
    data = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    packing = zlib.compressobj(level=9, wbits=-15, zdict=_KNOWN)
    text = HEAD + _base_45(packing.compress(data) + packing.flush())
    if len(text) > LONGEST:
        raise QrTextError(f"too large for a code: {len(text)} letters; {LONGEST} fit")
    return text


def pack_of_qr(text: str) -> Pack:
    """The pack of a text; its texts are still to be checked, as those of any file.

    Raises:
        QrTextError: it is none.
    """
    text = text.strip()
    if not text.startswith(HEAD):
        is_newer = text.startswith(HEAD.split(":", 1)[0] + ":")
        raise QrTextError(
            "the code is of a newer BackEase; update yours" if is_newer else "the code is not ours"
        )
    try:
        unpacking = zlib.decompressobj(wbits=-15, zdict=_KNOWN)
        data = unpacking.decompress(_bytes_of(text.removeprefix(HEAD)), _MOST_BYTES)
        if unpacking.unconsumed_tail or not unpacking.eof:
            raise QrTextError("the code is damaged, or larger than any of ours")
        return read(Pack, json.loads(data)).with_(photos={})  # none has room in a code
    except (zlib.error, ValidationError, ValueError, OverflowError, RecursionError) as error:
        raise QrTextError("the code is damaged") from error


def _base_45(data: bytes) -> str:
    out: list[str] = []
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, sign = divmod(value, 45)
            out.append(_SIGNS[sign])
    return "".join(out)


def _bytes_of(text: str) -> bytes:
    out = bytearray()
    for at in range(0, len(text), 3):
        signs = text[at : at + 3]
        value = sum(_SIGNS.index(sign) * 45**place for place, sign in enumerate(signs))
        out += value.to_bytes(len(signs) - 1, "big")
    return bytes(out)
