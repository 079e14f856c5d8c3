"""Where every joint of a posed body is, and the surfaces that can rest on something.

A `Skeleton` is what the solver makes of a pose: points in metres in the world of `space`. It
knows nothing of angles any more, so that the drawing and the rules look at the same thing.
"""

from __future__ import annotations

from math import sqrt

from backease_desktop.core.figure import body, space
from backease_desktop.core.figure.body import Girth
from backease_desktop.core.figure.pose import SIDES, FourLimbs
from backease_desktop.core.figure.scene import ROLLER_RADIUS, Plane
from backease_desktop.core.figure.space import Frame, Vec
from backease_desktop.core.leaf import Leaf

HEEL = (-0.046, 0.036, 0.030)
BALL = (0.112, 0.044, 0.022)
TOE_LENGTH = 0.055
TOE_RADIUS = 0.016
"""Places on the foot: distance (m) from the ankle along the foot and to the sole, and radius."""

BLADE_LEVEL = 0.76
BLADE_ASIDE = 0.085
BLADE_GLIDE = 0.75
"""Where a shoulder blade lies: its level on the trunk, how far from the middle line (m), and how
far it glides for each metre that the shoulder goes forward."""

Ball = tuple[Vec, float]
"""A round piece of the body: its centre and radius."""


class Rib(Leaf, frozen=True):
    """A cross-section of the trunk at a share `level` of its length."""

    level: float
    centre: Vec
    frame: Frame
    girth: Girth

    def edge(self, direction: Vec) -> Vec:
        """The outermost point of this cross-section in a unit direction."""
        side = space.dot(direction, self.frame.right) * self.girth.half_width
        ahead = space.dot(direction, self.frame.forward)
        depth = ahead * (self.girth.front if ahead > 0 else self.girth.back)
        return space.along(self.centre, direction, sqrt(side * side + depth * depth))


class Chain(Leaf, frozen=True):
    """A solved arm or leg.

    Attributes:
        root: shoulder or hip.
        mid: elbow or knee.
        end: wrist or ankle.
        hinge: the direction in which the limb's front faces at the upper bone.
        pointing: where fingers or toes point.
        palm: where the palm or sole faces.
        toes: where the toes point, as they bend when the heel is up.
        out_of_reach: how far the goal is beyond the limb's length (m), 0 when it is reached.
    """

    root: Vec
    mid: Vec
    end: Vec
    hinge: Vec
    pointing: Vec
    palm: Vec
    toes: Vec
    out_of_reach: float = 0.0

    @property
    def joints(self) -> tuple[Vec, Vec, Vec]:
        """Root, middle and end."""
        return (self.root, self.mid, self.end)

    def on_foot(self, place: tuple[float, float, float]) -> Vec:
        """The centre of `HEEL` or `BALL`."""
        return space.add(self.end, space.combined((place[0], self.pointing), (place[1], self.palm)))

    @property
    def toe(self) -> Vec:
        """The centre of the big toe's tip."""
        return space.along(self.on_foot(BALL), self.toes, TOE_LENGTH)

    @property
    def knuckles(self) -> Vec:
        """Where the fingers begin."""
        return space.along(self.end, self.pointing, body.PALM)

    @property
    def fingertips(self) -> Vec:
        """The end of the hand, the fingers slightly curled."""
        return space.add(
            self.knuckles,
            space.combined((body.HAND - body.PALM - 0.012, self.pointing), (0.006, self.palm)),
        )

    def mirrored(self) -> Chain:
        """The other side's limb."""
        return Chain(
            root=space.mirrored(self.root),
            mid=space.mirrored(self.mid),
            end=space.mirrored(self.end),
            hinge=space.mirrored(self.hinge),
            pointing=space.mirrored(self.pointing),
            palm=space.mirrored(self.palm),
            toes=space.mirrored(self.toes),
            out_of_reach=self.out_of_reach,
        )


class Skeleton(FourLimbs[Chain], frozen=True):
    """A solved body.

    `breath` is 0 when breathed out and 1 when breathed in; `linked`: its fingers are linked.
    """

    ribs: tuple[Rib, ...]
    neck: Vec
    head: Vec
    head_frame: Frame
    right_leg: Chain
    left_leg: Chain
    right_arm: Chain
    left_arm: Chain
    breath: float = 0.0
    linked: bool = False

    @property
    def hips(self) -> Vec:
        """The point between the hip joints."""
        return space.between(self.right_leg.root, self.left_leg.root, 0.5)

    @property
    def pelvis(self) -> Frame:
        """The orientation of the pelvis."""
        return self.ribs[0].frame

    @property
    def chest(self) -> Frame:
        """The orientation of the upper end of the trunk."""
        return self.ribs[-1].frame

    def rib(self, level: float) -> Rib:
        """The cross-section nearest to a share of the trunk's length."""
        return min(self.ribs, key=lambda rib: abs(rib.level - level))

    def blade(self, side: str) -> Frame:
        """The shoulder blade's orientation: its `forward` leads out of the back."""
        rib, sign = self.rib(BLADE_LEVEL), 1.0 if side == "right" else -1.0
        return rib.frame.turned_right(180 + 24 * sign)

    def blade_middle(self, side: str) -> Vec:
        """The middle of a shoulder blade, which glides on the back with its shoulder."""
        rib, sign = self.rib(BLADE_LEVEL), 1.0 if side == "right" else -1.0
        top = self.ribs[-1]
        moved = space.sub(self.limb(f"{side}_arm").root, top.centre)
        ahead = space.dot(moved, top.frame.forward)
        up = space.dot(moved, top.frame.up) + body.SHOULDER_DROP
        aside = min(BLADE_ASIDE + BLADE_GLIDE * ahead, 0.112)
        depth = rib.girth.back * sqrt(max(1 - (aside / rib.girth.half_width) ** 2, 0.1))
        return rib.frame.point(
            rib.centre, -0.8 * depth, min(max(0.8 * up, -0.04), 0.03), sign * aside
        )

    def mirrored(self) -> Skeleton:
        """The mirror image: each right limb is the left one. Twice mirrored is the same."""
        return Skeleton(
            ribs=tuple(
                Rib(r.level, space.mirrored(r.centre), r.frame.mirrored(), r.girth)
                for r in self.ribs
            ),
            neck=space.mirrored(self.neck),
            head=space.mirrored(self.head),
            head_frame=self.head_frame.mirrored(),
            right_leg=self.left_leg.mirrored(),
            left_leg=self.right_leg.mirrored(),
            right_arm=self.left_arm.mirrored(),
            left_arm=self.right_arm.mirrored(),
            breath=self.breath,
            linked=self.linked,
        )


def head_balls(centre: Vec, frame: Frame) -> tuple[Ball, Ball, Ball]:
    """The back and front of the skull and the jaw."""
    radius = body.HEAD_RADIUS
    return (
        (frame.point(centre, -0.018, 0.012, 0.0), radius),
        (frame.point(centre, 0.018, 0.010, 0.0), radius - 0.004),
        (frame.point(centre, 0.040, -0.066, 0.0), 0.046),
    )


_BACKS = {
    "back": (0.0, 0.97),
    "upper_back": (0.62, 0.93),
    "front": (0.0, 0.93),
    "side": (0.0, 1.0),
    "hips": (-0.1, 0.16),
}
_PAIRED = {"feet": "foot", "knees": "knee", "forearms": "forearm", "hands": "hand"}
PARTS = (
    "back",
    "upper_back",
    "front",
    "hips",
    "seat",
    "head",
    *_PAIRED,
    *(f"{side}_{part}" for side in SIDES for part in (*_PAIRED.values(), "side")),
)
"""What can rest on a support."""


def singular(part: str) -> tuple[str, ...]:
    """The single parts behind a plural: `knees` is the right knee and the left knee."""
    if part in _PAIRED:
        return (f"right_{_PAIRED[part]}", f"left_{_PAIRED[part]}")
    return (part,)


def lowest(skeleton: Skeleton, part: str, facing: Vec) -> float:
    """How far a part reaches in the direction `facing` (m from the world's origin)."""
    name = part.removeprefix("right_").removeprefix("left_")
    if part in _PAIRED:
        return max(lowest(skeleton, single, facing) for single in singular(part))
    if name in _BACKS:
        low, high = _BACKS[name]
        edges = [space.dot(r.edge(facing), facing) for r in skeleton.ribs if low <= r.level <= high]
        if name == "side":
            arm = skeleton.limb(part.replace("side", "arm"))
            edges.append(space.dot(arm.root, facing) + 0.05)
        return max(edges)
    return max(space.dot(c, facing) + radius for c, radius in balls(skeleton, part))


def sunk(skeleton: Skeleton, part: str, plane: Plane) -> float:
    """How far a part is inside a support (m); negative above it."""
    if plane.ridge is None or part not in _BACKS:
        return lowest(skeleton, part, plane.facing) - plane.offset
    low, high = _BACKS[part]
    depths = []
    for rib in skeleton.ribs:
        if low <= rib.level <= high:
            edge = rib.edge(plane.facing)
            aside = min(abs(edge[0] - plane.ridge), ROLLER_RADIUS)
            fall = ROLLER_RADIUS - sqrt(ROLLER_RADIUS**2 - aside**2)
            depths.append(space.dot(edge, plane.facing) - plane.offset - fall)
    return max(depths)


def balls(skeleton: Skeleton, part: str) -> list[Ball]:
    """The round pieces a part consists of, as far as they can touch a support."""
    if part == "head":
        return list(head_balls(skeleton.head, skeleton.head_frame))
    if part == "seat":
        return [
            (skeleton.right_leg.root, body.SEAT_RADIUS),
            (skeleton.left_leg.root, body.SEAT_RADIUS),
        ]
    side, _, name = part.partition("_")
    arm, leg = skeleton.limb(f"{side}_arm"), skeleton.limb(f"{side}_leg")
    if name == "knee":
        return [(leg.mid, body.KNEE_RADIUS)]
    if name == "foot":
        return foot_balls(leg)
    if name == "forearm":
        return [(arm.mid, body.ELBOW_RADIUS)]
    return [(arm.end, body.PALM_HEIGHT)]


def foot_balls(leg: Chain) -> list[Ball]:
    """Ball, heel and toe of a foot."""
    return [
        (leg.on_foot(BALL), BALL[2]),
        (leg.on_foot(HEEL), HEEL[2]),
        (leg.toe, TOE_RADIUS),
    ]


def middle(skeleton: Skeleton, part: str) -> Vec:
    """The point by which a part keeps its place on the ground."""
    if part in ("back", "front", "side", "right_side", "left_side"):
        return skeleton.rib(0.5).centre
    if part == "hips":
        return skeleton.hips
    if part == "upper_back":
        return skeleton.rib(0.8).centre
    points = [centre for single in singular(part) for centre, _ in balls(skeleton, single)[:1]]
    if part == "head":
        return skeleton.head
    total = space.combined(*((1 / len(points), point) for point in points))
    return skeleton.hips if part == "seat" else total
