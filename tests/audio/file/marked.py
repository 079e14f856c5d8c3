"""Readers of chapter marks that share nothing with what writes them."""

import re
import struct
from pathlib import Path

from mutagen.id3 import ID3

Marks = list[tuple[float, str]]
"""When each chapter begins, in milliseconds, and its title; in the order of the file."""


def marks_of(path: Path) -> Marks:
    """The chapters of a file."""
    return {".mp3": _of_mp3, ".opus": _of_opus, ".wav": _of_wave}[path.suffix](path)


def _of_mp3(path: Path) -> Marks:
    tags = ID3(path)
    (contents,) = tags.getall("CTOC")
    by_name = {one.element_id: one for one in tags.getall("CHAP")}
    chapters = [by_name[name] for name in contents.child_element_ids]
    return [(one.start_time, str(one.sub_frames["TIT2"])) for one in chapters]


def _of_opus(path: Path) -> Marks:
    """Comments of an Ogg stream stand in its second packet, one after another, in clear text."""
    data = path.read_bytes()
    packet = data[data.index(b"OpusTags") :]
    place = 12 + struct.unpack_from("<I", packet, 8)[0]
    (count,) = struct.unpack_from("<I", packet, place)
    place += 4
    comments = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<I", packet, place)
        name, _, value = packet[place + 4 : place + 4 + length].decode().partition("=")
        comments[name.upper()] = value
        place += 4 + length
    marks = []
    for name, value in sorted(comments.items()):
        if re.fullmatch(r"CHAPTER\d{3}", name):
            hours, minutes, seconds = value.split(":")
            at = (int(hours) * 60 + int(minutes)) * 60 + float(seconds)
            marks.append((1000 * at, comments[f"{name}NAME"]))
    return marks


def _of_wave(path: Path) -> Marks:
    data = path.read_bytes()
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    rate, place, points, labels = 0, 12, {}, {}
    while place < len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        body = data[place + 8 : place + 8 + size]
        if name == b"fmt ":
            (rate,) = struct.unpack_from("<I", body, 4)
        elif name == b"cue ":
            for number in range(struct.unpack_from("<I", body)[0]):
                id_, at = struct.unpack_from("<II", body, 4 + 24 * number)
                points[id_] = 1000 * at / rate
        elif name == b"LIST" and body[:4] == b"adtl":
            inner = 4
            while inner < len(body):
                _, length, id_ = struct.unpack_from("<4sII", body, inner)
                labels[id_] = body[inner + 12 : inner + 8 + length - 1].decode()
                inner += 8 + length + length % 2
        place += 8 + size + size % 2
    return [(points[id_], labels[id_]) for id_ in sorted(points)]
