"""A figure ready to be shown: its keyframes solved, its scene, its camera and its frame.

The frame is the same for every moment and both sides, so that the figure never jumps or changes
its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from msgspec.structs import replace

from backease_desktop.core.figure import furniture, signs, space
from backease_desktop.core.figure.between import blend
from backease_desktop.core.figure.camera import FLAT, Camera, camera_for, has_walked
from backease_desktop.core.figure.drawing import body_box, frame_around, shapes_of
from backease_desktop.core.figure.focus import focus_box
from backease_desktop.core.figure.furniture import Floor
from backease_desktop.core.figure.landmarks import spot_of
from backease_desktop.core.figure.model import Arrow, Figure
from backease_desktop.core.figure.pose import LIMBS, other_side, other_side_words
from backease_desktop.core.figure.scene import GROUND, Plane, Scene
from backease_desktop.core.figure.shapes import Box, Drawing, Shape, bounds
from backease_desktop.core.figure.skeleton import Skeleton
from backease_desktop.core.figure.space import Vec
from backease_desktop.core.figure.stills import Still, scene_of, solving, stills
from backease_desktop.core.pieces import Pieces, drained

Shapes = tuple[Shape, ...]

_ABOVE_SEAT = 16.0
"""Degrees that the camera looks down on somebody who sits and is seen from the front."""
_ASPECT = 1.16
"""Width for each height of the player's picture: it decides how large a frame is drawn."""
_WAY_STEPS = 14
"""Pieces that an arrow's way from keyframe to keyframe is measured in."""


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
        if self.returns:
            return self.held * (1 - share)
        return self.held + (len(self.stills) - self.held) * share

    @property
    def returns(self) -> bool:
        """Whether the way out of the held keyframe is the way in, backwards."""
        return self.held == len(self.stills) - 1

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
        return camera_for(self.view, side, walks, self.lift)

    @property
    def view(self) -> str:
        """The view, and from the side which side of a wall it is seen from."""
        wall = self.figure.props.wall
        beyond = self.figure.view == "side" and wall is not None and wall.at > 0
        return "side_behind" if beyond else self.figure.view

    @property
    def lift(self) -> float | None:
        """How high the camera is (degrees), None where the view decides.

        Somebody who sits is seen from a little above, or their thighs would be hidden.
        """
        if self.figure.lift is None and self.figure.view == "front" and self.figure.props.chair:
            return _ABOVE_SEAT
        return self.figure.lift

    def drawing_at(
        self,
        place: float,
        side: str = "right",
        breath: float = 0.0,
        walks: bool = True,
        back: bool = False,
    ) -> Drawing:
        """The picture at a place on the film.

        Args:
            place: see the class.
            side: `right` or `left`.
            breath: 0 breathed out, 1 breathed in.
            walks: whether the camera goes to the other side with the body (see `camera`).
            back: whether the figure is on its way back to the keyframe before.
        """
        skeleton = replace(self.skeleton_at(place), breath=breath)
        side = side if self.figure.mirror else "right"
        drawing = self.drawn(skeleton, side, walks, self.alt_at(place))
        under, over = self._signs(place, side, walks, back)
        return drawing.with_signs(under, over)

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
        shapes = shapes_of(skeleton, scene, camera, working, self.figure.close_up is not None)
        if self.figure.hollow:
            shapes = (*shapes, *signs.hollow(skeleton, camera, self._leant_on))
        turned = has_walked(self.figure.view, side, walks)
        floor = self.floor.mirrored() if side == "left" else self.floor
        ground = furniture.ground(scene, camera, floor)
        return Drawing(
            (*ground, *shapes),
            self.frame.flipped() if turned else self.frame,
            alt,
            still=len(ground) + len(furniture.behind(scene, camera)),
            is_close=self.figure.close_up is not None,
            right_at=-1 if camera.is_before else 0,
        )

    @property
    def _leant_on(self) -> Plane:
        """What the back leans on: the wall behind somebody who stands, else the ground."""
        wall = self.scene.plane("wall")
        return wall if wall is not None and not self.scene.mat else GROUND

    @cached_property
    def floor(self) -> Floor:
        """The piece of ground that the body is over in the course of the movement (m)."""
        return furniture.floor_under(self._halfway)

    @cached_property
    def _halfway(self) -> tuple[Skeleton, ...]:
        """The body in each keyframe, and half-way to the next one."""
        return drained(self._going_halfway())

    def _going_halfway(self) -> Pieces[tuple[Skeleton, ...]]:
        bodies = []
        for step in range(2 * len(self.stills)):
            yield None
            bodies.append(self.skeleton_at(step / 2))
        return tuple(bodies)

    def way_of(self, arrow: Arrow, interval: int) -> tuple[Vec, ...]:
        """The way of an arrow's place from one keyframe to the next, for the right side (m)."""
        if arrow.round:
            return signs.rounded([self._spot(arrow, still.skeleton) for still in self.stills])
        return tuple(self._spot(arrow, body) for body in self._bodies_on_way(interval))

    def _bodies_on_way(self, interval: int) -> tuple[Skeleton, ...]:
        """The body on the way from one keyframe to the next, which all arrows measure."""
        if interval not in self._ways:
            places = (interval + step / _WAY_STEPS for step in range(_WAY_STEPS + 1))
            self._ways[interval] = tuple(self.skeleton_at(place) for place in places)
        return self._ways[interval]

    @cached_property
    def _ways(self) -> dict[int, tuple[Skeleton, ...]]:
        return {}

    def _spot(self, arrow: Arrow, body: Skeleton) -> Vec:
        spot, outwards = spot_of(arrow.of, "right", body, self.scene)
        return space.along(spot, outwards, arrow.away / 100)

    def _signs(self, place: float, side: str, walks: bool, back: bool) -> tuple[Shapes, Shapes]:
        """What is drawn under and over the body to teach the movement; see `signs`."""
        interval = int(place) if back or place <= 0 else ceil(place) - 1
        under = self._ghost(side, walks) if self.figure.ghost and place > 0 else ()
        return under, self._arrows(interval, side, walks, back)

    @cached_property
    def _drawn_signs(self) -> dict[tuple[object, ...], Shapes]:
        return {}

    def _ghost(self, side: str, walks: bool) -> Shapes:
        key = ("ghost", side, walks)
        if key not in self._drawn_signs:
            start = self.drawn(self.stills[0].skeleton, side, walks)
            self._drawn_signs[key] = (signs.ghost(start.shapes),)
        return self._drawn_signs[key]

    def _arrows(self, interval: int, side: str, walks: bool, back: bool) -> Shapes:
        key = (interval, side, walks, back)
        if key not in self._drawn_signs:
            self._drawn_signs[key] = self._drawn_arrows(interval, side, walks, back, self.frame)
        return self._drawn_signs[key]

    def _drawn_arrows(
        self, interval: int, side: str, walks: bool, back: bool, frame: Box
    ) -> Shapes:
        camera = self.camera(side, walks)
        drawn: list[Shape] = []
        for arrow in self.figure.arrows:
            way = self.way_of(arrow, interval)[:: -1 if back else 1]
            if side == "left":
                way = tuple(space.mirrored(point) for point in way)
            drawn += signs.arrow(way, camera, max(frame.width, _ASPECT * frame.height))
        return tuple(drawn)

    def seen_box(self, skeleton: Skeleton, camera: Camera) -> Box:
        """The box around what the picture must show of a body: all of it, or a close-up's part."""
        if self.figure.close_up is not None:
            return focus_box(self.figure.close_up, skeleton, camera)
        return body_box(shapes_of(skeleton, self.scene, camera))

    @cached_property
    def frame(self) -> Box:
        """The picture's edges, wide enough for every moment of both sides (m)."""
        return drained(self._framing())

    def _framing(self) -> Pieces[Box]:
        """Work the frame out, a body or an arrow in a piece."""
        camera, is_close = self.camera(), self.figure.close_up is not None
        bodies = self._halfway
        if self.figure.mirror:
            bodies += tuple(body.mirrored() for body in bodies)
        boxes = []
        for body in bodies:
            yield None
            boxes.append(self.seen_box(body, camera))
        ground = furniture.ground(self.scene, camera, self.floor)
        if ground and camera.looks_down > FLAT and not is_close:
            boxes.append(bounds(ground))
        frame = frame_around(boxes, is_close)
        sides = ("right", "left") if self.figure.mirror else ("right",)
        for interval in range(len(self.stills)):
            for side in sides:
                yield None
                if shapes := self._drawn_arrows(interval, side, False, False, frame):
                    boxes.append(bounds(shapes))
        return frame_around(boxes, is_close)

    def getting_ready(self) -> Pieces[None]:
        """Work out what all pictures have in common, so that each of them is soon drawn.

        Raises:
            FigureError: the figure cannot be built.
        """
        known = self.__dict__  # where `cached_property` keeps what was worked out
        if "stills" not in known:
            known["stills"] = yield from solving(self.figure)
        if "_halfway" not in known:
            known["_halfway"] = yield from self._going_halfway()
        if "frame" not in known:
            known["frame"] = yield from self._framing()
        yield None
        self._signs(self.telling, "right", walks=True, back=False)

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
