"""Ogg streams in two parts that share a head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.voice import Pace
from backease_desktop.speech.pack.index import clips_file, read_index
from backease_desktop.speech.pack.ogg import SERIAL, OggError, split
from backease_desktop.speech.pack.vorbis import decoded
from tests.fakes.voice_pack import PACK

CONTENTS = read_index(PACK)


def stream(text: str, pace: Pace = Pace.CALM) -> bytes:
    data = (PACK / clips_file(pace)).read_bytes()
    place = CONTENTS.places[pace][text]
    return data[: CONTENTS.index.head] + data[place.start : place.start + place.clipping.size]


def with_serial(data: bytes, serial: int) -> bytes:
    """The stream with another serial number; checksums are left as they were."""
    at = data.find(b"OggS")
    while at >= 0:
        data = data[: at + 14] + serial.to_bytes(4, "little") + data[at + 18 :]
        at = data.find(b"OggS", at + 4)
    return data


def test_head_and_body_are_the_stream_again() -> None:
    parts = split(stream("Hold it."))
    assert parts.head + parts.body == stream("Hold it.")
    assert decoded(parts.head + parts.body).rate == 22_050


def test_streams_of_one_encoder_have_one_head_whatever_their_serial_number() -> None:
    heads = {split(with_serial(stream(t), n)).head for n, t in enumerate(("Hold it.", "Two."))}
    assert heads == {split(stream("And relax.")).head}


@given(st.integers(0, 2**32 - 1))
def test_the_serial_number_is_ours_and_the_checksums_are_right_again(serial: int) -> None:
    parts = split(with_serial(stream("Two."), serial))
    assert parts.head + parts.body == stream("Two.")
    assert parts.head[14:18] == SERIAL.to_bytes(4, "little")


@given(st.data())
def test_what_is_no_whole_stream_is_refused_and_nothing_else_is_raised(data: st.DataObject) -> None:
    whole = stream("Two.")
    cut = data.draw(st.integers(0, len(whole) - 1))
    try:
        parts = split(whole[:cut])
    except OggError:
        return
    # Cut exactly between two pages of sound, it is a shorter stream.
    assert whole.startswith(parts.head + parts.body)


@pytest.mark.parametrize("data", [b"", b"OggS", b"RIFF" + bytes(100), bytes(3000)])
def test_other_data_are_refused(data: bytes) -> None:
    with pytest.raises(OggError):
        split(data)
