"""A photo in the place of a figure: a film that does not move.

Whatever shows films shows it: lists, cards, the session, the sheet. It is the same for both sides,
because a photo is not of a mirror.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import Figure, Keyframe
from backease_desktop.core.figure.shapes import Box, Drawing
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.core.jpeg import jpeg_size

_STANDING = Figure(
    mirror=False,
    keyframes={
        "setup": Keyframe(start="standing", alt="Standing."),
        "hold": Keyframe(start="setup", alt="Standing."),
    },
)
"""What is behind a photo, where a film asks for a body; nobody sees it."""


@dataclass(frozen=True)
class PhotoFilm(Film):
    """The film.

    Attributes:
        photo: a JPEG; alt: what it shows, in a sentence.
    """

    photo: bytes = b""
    alt: str = ""

    @cached_property
    def frame(self) -> Box:
        """The photo's edges: one high."""
        width, height = jpeg_size(self.photo)
        return Box(0.0, 0.0, width / height, 1.0)

    def drawing_at(
        self,
        place: float,
        side: str = "right",
        breath: float = 0.0,
        walks: bool = True,
        back: bool = False,
    ) -> Drawing:
        """The photo, at every place."""
        return Drawing((), self.frame, self.alt, photo=self.photo)

    def drawn(
        self, skeleton: Skeleton, side: str = "right", walks: bool = True, alt: str = ""
    ) -> Drawing:
        """The photo, of every body."""
        return Drawing((), self.frame, self.alt, photo=self.photo)


def photo_film(photo: bytes, alt: str) -> PhotoFilm:
    """A film of a photo.

    Raises:
        JpegError: it is no photo that may be shown.
    """
    film = PhotoFilm(_STANDING, photo, alt)
    assert film.frame.width > 0
    return film
