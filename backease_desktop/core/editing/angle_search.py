"""Angles that bring a joint to a place in the picture, found by trying (damped least squares).

Nothing here knows a body: `seen` says where the joint is by some angles, None where they cannot be.
"""

from collections.abc import Callable
from math import dist

from backease_desktop.core.editing.angles import Angle

Point = tuple[float, float]
"""A place on the picture plane (m)."""
Values = list[float]
"""Angles (degrees), in the order of what they are of."""
Seen = Callable[[Values], Point | None]

NEAR = 0.012
"""How near (m) a joint must come to be where it is wanted."""
ROUNDS, DAMPING, NUDGE, MOST_STEP = 4, 0.02, 2.0, 25.0


def searched(start: Values, angles: tuple[Angle, ...], to: Point, seen: Seen) -> Values:
    """Whole degrees that bring the joint as near as they can."""
    values = list(start)
    for _ in range(ROUNDS):
        at = seen(values)
        if at is None:
            return start
        miss = (to[0] - at[0], to[1] - at[1])
        if abs(miss[0]) + abs(miss[1]) < NEAR / 2:
            break
        slopes = [_slope(values, index, angle, at, seen) for index, angle in enumerate(angles)]
        for index, step in enumerate(_step(slopes, miss)):
            angle = angles[index]
            moved = values[index] + max(-MOST_STEP, min(MOST_STEP, step * angle.weight))
            values[index] = max(angle.least, min(angle.most, moved))
    rounded = [float(round(value)) for value in values]
    if rounded == [float(round(value)) for value in start]:
        return _next_degree(rounded, angles, to, seen)
    return rounded


def _slope(values: Values, index: int, angle: Angle, at: Point, seen: Seen) -> Point:
    """How far the joint goes in the picture for a degree of one angle."""
    tried = list(values)
    tried[index] += NUDGE if values[index] < angle.most - NUDGE else -NUDGE
    other = seen(tried) or at
    by = (tried[index] - values[index]) / angle.weight**2
    return (other[0] - at[0]) / by, (other[1] - at[1]) / by


def _step(slopes: list[Point], miss: Point) -> Values:
    """Damped least squares: Jᵀ (J Jᵀ + λ)⁻¹ miss, for a plane."""
    scale = sum(x * x + y * y for x, y in slopes) or 1.0
    damping = DAMPING * scale
    a = sum(x * x for x, _ in slopes) + damping
    b = sum(x * y for x, y in slopes)
    d = sum(y * y for _, y in slopes) + damping
    whole = a * d - b * b
    u = (d * miss[0] - b * miss[1]) / whole
    v = (a * miss[1] - b * miss[0]) / whole
    return [x * u + y * v for x, y in slopes]


def _next_degree(values: Values, angles: tuple[Angle, ...], to: Point, seen: Seen) -> Values:
    """Values with one angle a degree further, where that brings the joint nearer."""

    def miss(tried: Values) -> float:
        at = seen(tried)
        return dist(at, to) if at else float("inf")

    near = [
        [value + by * (index == at) for index, value in enumerate(values)]
        for at, angle in enumerate(angles)
        for by in (1.0, -1.0)
        if angle.least <= values[at] + by <= angle.most
    ]
    return min([values, *near], key=miss)
