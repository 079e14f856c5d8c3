"""Ogg Vorbis, decoded by the compiled part of the package miniaudio (stb_vorbis)."""

from dataclasses import dataclass


class DecodeError(ValueError):
    """It is not a whole Ogg Vorbis stream."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What a stream holds.

    Attributes:
        rate: frames a second.
        samples: signed 16-bit in native byte order, the channels of a frame beside each other.
    """

    rate: int
    channels: int
    samples: bytes


def decoded(stream: bytes) -> Sound:
    """A whole stream, decoded; 1 ms for a second of sound.

    Raises:
        DecodeError: it cannot be.
        ImportError: the library is not here.
    """
    # Loaded on first use: a picker needs the lengths, and no sound.
    from _miniaudio import ffi, lib

    channels, rate, output = ffi.new("int *"), ffi.new("int *"), ffi.new("short **")
    frames = lib.stb_vorbis_decode_memory(stream, len(stream), channels, rate, output)
    if frames <= 0:
        raise DecodeError("it is no Ogg Vorbis stream")
    try:
        samples = bytes(ffi.buffer(output[0], 2 * frames * channels[0]))
    finally:
        lib.free(output[0])
    return Sound(rate[0], channels[0], samples)
