"""The text of a QR code: read back it is the same pack, and anything else is refused."""

import zlib
from hashlib import sha512

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.pack import Pack, pack_around
from backease_desktop.core.catalogue.qr_text import (
    HEAD,
    LONGEST,
    QrTextError,
    _base_45,
    _bytes_of,
    pack_of_qr,
    qr_text,
)
from tests.core.catalogue.test_pack import PACK
from tests.core.paste.test_lines import catalogue


def test_a_pack_comes_back_as_it_was() -> None:
    assert pack_of_qr(qr_text(PACK)) == PACK


@pytest.mark.parametrize("id_", ["desk-chair-2", "desk-standing-5", "mat-12", "relief-at-home"])
def test_a_routine_of_ours_fits(id_: str) -> None:
    ours = catalogue()
    pack = pack_around(ours.routines[id_], ours, ours)

    text = qr_text(pack)
    assert len(text) < LONGEST / 2
    assert pack_of_qr(text) == pack


def test_what_is_too_large_is_told() -> None:
    noise = [sha512(bytes([number])).hexdigest() for number in range(60)]
    large = [PACK.exercises[0].with_(text=one) for one in noise]
    with pytest.raises(QrTextError, match=r"too large for a code: \d+ letters; 1400 fit"):
        qr_text(PACK.with_(exercises=tuple(large)))


@given(st.binary(max_size=60))
def test_base_45_is_read_back(data: bytes) -> None:
    assert _bytes_of(_base_45(data)) == data


def test_base_45_is_that_of_its_specification() -> None:
    assert _base_45(b"Hello!!") == "%69 VD92EX0"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "the code is not ours"),
        ("https://example.org", "the code is not ours"),
        ("BACKEASE:2:ABC", "of a newer BackEase"),
        (HEAD, "damaged"),
        (HEAD + "abc", "damaged"),
        (HEAD + "ABCDEF", "damaged"),
        (qr_text(PACK)[:-9], "damaged"),
    ],
)
def test_what_is_no_pack_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(QrTextError, match=sentence):
        pack_of_qr(text)


def test_a_code_that_would_become_huge_is_refused() -> None:
    packing = zlib.compressobj(level=9, wbits=-15)
    bomb = packing.compress(b" " * (1 << 20)) + packing.flush()

    with pytest.raises(QrTextError, match="damaged"):
        pack_of_qr(HEAD + _base_45(bomb))


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert isinstance(pack_of_qr(HEAD + text), Pack)
    except QrTextError:
        return
