"""Keeps a body out of the ground on its way from pose to pose.

Mixing two good poses can push a hand, a foot, an elbow or the head under the floor for a moment.
Each of them is lifted just as far as needed; what is clear already is not touched.
"""

from __future__ import annotations

from msgspec.structs import replace

from backease_desktop.core.figure import body, space
from backease_desktop.core.figure.limbs import bulge, reached
from backease_desktop.core.figure.pose import LIMBS, Held
from backease_desktop.core.figure.skeleton import Chain, Skeleton, foot_balls

_ALLOWED = 0.004
_RAISED = (0.4, 0.9, 1.8, 4.0)


def cleared(skeleton: Skeleton) -> Skeleton:
    """The body with hands, feet, elbows and knees lifted out of the ground."""
    changed = {}
    for name in LIMBS:
        chain = skeleton.limb(name)
        lifted = _joint_lifted(name, _end_lifted(name, chain))
        if lifted is not chain:
            changed[name] = lifted
    return skeleton.with_limbs(changed) if changed else skeleton


def _sunk(name: str, chain: Chain) -> float:
    if name.endswith("arm"):
        return max(0.014 - chain.end[1], 0.010 - chain.fingertips[1])
    return max(radius - centre[1] for centre, radius in foot_balls(chain))


def _end_lifted(name: str, chain: Chain) -> Chain:
    depth = _sunk(name, chain)
    if depth <= _ALLOWED:
        return chain
    goal = Held(space.along(chain.end, space.UP, depth), chain.pointing, chain.palm)
    return replace(reached(name, chain.root, goal, bulge(name, chain)), toes=chain.toes)


def _joint_lifted(name: str, chain: Chain) -> Chain:
    radius = body.ELBOW_RADIUS if name.endswith("arm") else body.KNEE_RADIUS
    if chain.mid[1] >= radius - _ALLOWED - 0.006:
        return chain
    goal = Held(chain.end, chain.pointing, chain.palm)
    solved = chain
    for upwards in _RAISED:
        towards = space.along(bulge(name, chain), space.UP, upwards)
        solved = replace(reached(name, chain.root, goal, towards), toes=chain.toes)
        if solved.mid[1] >= radius - _ALLOWED:
            break
    return solved
