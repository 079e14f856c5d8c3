"""A figure ready to be shown: its keyframes solved, its scene, its camera and its frame.

The frame is the same for every moment and both sides, so that the figure never jumps or changes
its size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from backease_desktop.core.figure import space
from backease_desktop.core.figure.camera import Camera, camera_for
from backease_desktop.core.figure.drawing import body_box, frame_around, framed, shapes_of
from backease_desktop.core.figure.model import Figure
from backease_desktop.core.figure.pose import LIMBS, other_side, other_side_words
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.shapes import Box, Drawing
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.core.figure.solve import blend
from backease_desktop.core.figure.stills import Still, scene_of, stills


def eased(t: float) -> float:
    """Slow at both ends: 0 to 1 for 0 to 1."""
    t = min(max(t, 0.0), 1.0)
    return t * t * (3 - 2 * t)


@dataclass(frozen=True)
class Film:
    """A figure with its keyframes solved.

    A place on the film is a number: 0 is the first keyframe, 1 the second; from the last one it
    runs on to the first again, which is how a repetition closes.
    """

    figure: Figure

    @cached_property
    def stills(self) -> tuple[Still, ...]:
        """The solved keyframes in the order of the movement."""
        return stills(self.figure)

    @cached_property
    def scene(self) -> Scene:
        """The props."""
        return scene_of(self.figure.props)

    @property
    def held(self) -> int:
        """The place of the keyframe that a hold stays in: `hold`, or else the second one."""
        names = list(self.figure.keyframes)
        return names.index("hold") if "hold" in names else 1

    @cached_property
    def telling(self) -> int:
        """The place of the keyframe that tells most about the exercise, for a small picture.

        It is `hold`, or else the one furthest from the first; of equally far ones the earlier.
        """
        if "hold" in self.figure.keyframes:
            return self.held
        first = self.stills[0].skeleton
        moved = [round(_apart(first, still.skeleton), 2) for still in self.stills]
        return moved.index(max(moved))

    def entering(self, share: float) -> float:
        """The place on the way from the first keyframe into the held one."""
        return self.held * share

    def leaving(self, share: float) -> float:
        """The place on the way out: onwards if keyframes follow the held one, else back."""
        count = len(self.stills)
        if self.held == count - 1:
            return self.held * (1 - share)
        return self.held + (count - self.held) * share

    def still(self, name: str) -> Still:
        """The keyframe called `name`, or the held one if there is none of that name."""
        return next((s for s in self.stills if s.name == name), self.stills[self.held])

    def skeleton_at(self, place: float) -> Skeleton:
        """The body at a place on the film, eased between the keyframes."""
        count = len(self.stills)
        index = int(place)
        a, b = self.stills[index % count], self.stills[(index + 1) % count]
        t = eased(place - index)
        return blend(a.pose, a.skeleton, b.pose, b.skeleton, t, self.scene)

    def alt_at(self, place: float) -> str:
        """The words for the keyframe nearest to a place on the film, said for the right side."""
        return self.stills[round(place) % len(self.stills)].alt

    def camera(self, side: str = "right", walks: bool = True) -> Camera:
        """From where this figure is seen; see `camera`."""
        return camera_for(self.figure.view, side, walks, self.figure.camera)

    def drawing_at(
        self, place: float, side: str = "right", breath: float = 0.0, walks: bool = True
    ) -> Drawing:
        """The picture at a place on the film.

        Args:
            place: see the class.
            side: `right` or `left`.
            breath: 0 breathed out, 1 breathed in.
            walks: whether the camera goes to the other side with the body (see `camera`).
        """
        skeleton = replace(self.skeleton_at(place), breath=breath)
        return self.drawn(skeleton, side, walks, self.alt_at(place))

    def drawn(
        self, skeleton: Skeleton, side: str = "right", walks: bool = True, alt: str = ""
    ) -> Drawing:
        """The picture of a solved body and its words, both given for the right side."""
        side = side if self.figure.mirror else "right"
        camera = self.camera(side, walks)
        scene, working = self.scene, self.figure.working
        if side == "left":
            skeleton, alt = skeleton.mirrored(), other_side_words(alt)
            scene, working = scene.mirrored(), tuple(other_side(name) for name in working)
        shapes = shapes_of(skeleton, scene, camera, working)
        flipped = side == "left" and self.figure.view == "side" and walks
        frame = self.frame.flipped() if flipped else self.frame
        return framed(shapes, scene, camera, frame, alt)

    @cached_property
    def frame(self) -> Box:
        """The picture's edges, wide enough for every moment of both sides (m)."""
        view = self.figure.view
        camera = self.camera()
        boxes = []
        for step in range(2 * len(self.stills)):
            shapes = shapes_of(self.skeleton_at(step / 2), self.scene, camera)
            boxes.append(body_box(shapes))
        if self.figure.mirror and view in ("front", "back"):
            boxes += [box.flipped() for box in boxes]
        if view == "top":
            boxes += [Box(b.left, -b.top, b.right, -b.bottom) for b in boxes]
        return frame_around(boxes, view == "top")

    @cached_property
    def symmetric(self) -> bool:
        """Whether the first keyframe is its own mirror image, so that sides can change in it."""
        body = self.stills[0].skeleton
        twin = body.mirrored()
        return all(
            space.distance(getattr(body.limb(name), joint), getattr(twin.limb(name), joint)) < 0.012
            for name in LIMBS
            for joint in ("root", "mid", "end")
        )


def _apart(one: Skeleton, other: Skeleton) -> float:
    """How far two bodies are apart, the head and all joints of the limbs added up (m)."""
    limbs = (
        space.distance(getattr(one.limb(name), joint), getattr(other.limb(name), joint))
        for name in LIMBS
        for joint in ("root", "mid", "end")
    )
    return sum(limbs, space.distance(one.head, other.head))
