"""Neck and head: a face that says where it looks, and hair that says where it does not."""

from __future__ import annotations

from math import acos, cos, hypot, pi, sin, sqrt

from backease_desktop.core.figure import space
from backease_desktop.core.figure.camera import Camera
from backease_desktop.core.figure.shapes import Point, Ring, Shape, capsule, disc, hull
from backease_desktop.core.figure.skeleton import Skeleton, head_balls


def neck(skeleton: Skeleton, camera: Camera) -> Shape:
    """The neck, from between the shoulders into the skull."""
    into = skeleton.head_frame.point(skeleton.head, -0.012, -0.035, 0.0)
    ring = capsule(camera.seen(skeleton.neck), 0.054, camera.seen(into), 0.048)
    return Shape("skin", (ring,), 0.55)


_EYE_SEEN = 0.12
"""How much an eye must look at the camera (a cosine) to be seen."""


def head(skeleton: Skeleton, camera: Camera) -> list[Shape]:
    """Skull, jaw, nose and ear in skin, the hair over them, and the eyes."""
    frame, centre = skeleton.head_frame, skeleton.head
    discs = [(camera.seen(c), r) for c, r in head_balls(centre, frame)]
    (back, back_r), (front, front_r), (jaw, jaw_r) = discs
    face = hull([*disc(front, front_r, 28), *disc(jaw, jaw_r, 20), *disc(back, back_r - 0.006, 28)])
    inside = space.dot(frame.forward, camera.towards) > 0.55
    bridge = camera.seen(frame.point(centre, 0.088, -0.002, 0.0))
    tip = camera.seen(frame.point(centre, 0.110, -0.034, 0.0))
    under = camera.seen(frame.point(centre, 0.088, -0.046, 0.0))
    bridge_disc = [] if inside else disc(bridge, 0.008, 8)
    nose = hull([*bridge_disc, *disc(tip, 0.0085, 10), *disc(under, 0.009, 8)])
    shapes = [Shape("skin", (face,) if inside else (face, nose))]
    shapes.append(_hair(skeleton, camera))
    if inside:
        shapes.append(Shape("skin", (nose,), 0.72))
    for sign in (1.0, -1.0):
        spot = frame.point(centre, -0.006, -0.012, sign * 0.082)
        nearer = camera.depth(spot) - camera.depth(centre)
        if nearer < -0.03:
            continue
        x, y = camera.seen(spot)
        ux, uy = camera.seen(frame.up)
        low, high = (x - 0.013 * ux, y - 0.013 * uy), (x + 0.011 * ux, y + 0.011 * uy)
        ear = Shape("skin", (capsule(low, 0.013, high, 0.017),), 0.6)
        shapes.insert(len(shapes) if nearer > 0.035 else 0, ear)
    shapes += _eyes_and_mouth(skeleton, camera)
    return shapes


def _eyes_and_mouth(skeleton: Skeleton, camera: Camera) -> list[Shape]:
    """Eyes and mouth, as far as they can be seen: where they are, the face is."""
    frame, shapes = skeleton.head_frame, []
    for sign in (1.0, -1.0):
        outwards = space.combined((0.92, frame.forward), (0.39 * sign, frame.right))
        if space.dot(outwards, camera.towards) > _EYE_SEEN:
            spot = frame.point(skeleton.head, 0.086, 0.012, sign * 0.036)
            up = camera.seen(frame.up)
            x, y = camera.seen(spot)
            low, high = (
                (x - 0.004 * up[0], y - 0.004 * up[1]),
                (x + 0.004 * up[0], y + 0.004 * up[1]),
            )
            shapes.append(Shape("eye", (capsule(low, 0.0075, high, 0.0075),)))
    if space.dot(frame.forward, camera.towards) > _MOUTH_SEEN:
        corners = [frame.point(skeleton.head, 0.080, -0.074, aside) for aside in (-0.016, 0.016)]
        left, right = (camera.seen(corner) for corner in corners)
        shapes.append(Shape("skin", (capsule(left, 0.0045, right, 0.0045),), 0.2))
    return shapes


_MOUTH_SEEN = 0.35
"""How much the face must look at the camera (a cosine) for its mouth to be seen."""


_HAIR = (((-0.40, 0.92), 0.16), ((-0.93, 0.37), 0.12))
"""Two caps of hair, on top and behind: where each points (forward, up) and where it is cut."""


def _hair(skeleton: Skeleton, camera: Camera) -> Shape:
    frame = skeleton.head_frame
    (c, r), _, _ = head_balls(skeleton.head, frame)
    rings = []
    for (ahead, upwards), cut in _HAIR:
        axis = space.unit(space.combined((ahead, frame.forward), (upwards, frame.up)))
        flat = camera.seen(axis)
        rings.append(_cap(camera.seen(c), r + 0.013, flat, camera.depth(axis), cut))
    return Shape("hair", tuple(ring for ring in rings if ring))


def _cap(centre: Point, radius: float, axis: Point, depth: float, cut: float) -> Ring:
    """The seen part of a ball's cap beyond the plane at `cut` (a share of the radius).

    Its outline is a piece of the ball's outline and the seen half of the circle where the plane
    cuts the ball.
    """
    flat = hypot(*axis)
    if flat <= abs(cut):
        return disc(centre, radius * sqrt(1 - cut * cut), 32) if depth > 0 else ()
    ex, ey = axis[0] / flat, axis[1] / flat
    half = acos(cut / flat)
    rim = sqrt(1 - cut * cut)
    outline = [half * (i / 9 - 1) for i in range(19)]
    points = [(cos(t), sin(t)) for t in outline]
    edge = [
        (cut * flat - rim * cos(t) * depth, rim * sin(t))
        for t in (pi * i / 16 for i in range(33))
        if cut * depth + rim * cos(t) * flat > 0
    ]
    points += sorted(edge, key=lambda p: -p[1])
    return tuple(
        (centre[0] + radius * (a * ex - b * ey), centre[1] + radius * (a * ey + b * ex))
        for a, b in points
    )
