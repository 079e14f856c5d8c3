"""Working areas: seen where the body faces the eye, whatever an arm does before them."""

import pytest

from backease_desktop.core.figure.camera import camera_for
from backease_desktop.core.figure.drawing import shapes_of
from backease_desktop.core.figure.glow import over_arms, tints
from backease_desktop.core.figure.pose import Limb, Pose
from backease_desktop.core.figure.scene import Scene
from backease_desktop.core.figure.shapes import bounds
from backease_desktop.core.figure.solve import solve
from tests.core.figure.test_drawing import inside

HANGING = Pose()
RAISED = Pose(right_arm=Limb(flex=170), left_arm=Limb(flex=170))


@pytest.mark.parametrize("region", ["abdomen", "lower_back", "upper_back", "chest"])
def test_no_sleeve_is_drawn_over_the_tint_of_the_trunk(region: str) -> None:
    body, camera = solve(HANGING, Scene()), camera_for("side")
    shapes = shapes_of(body, Scene(), camera, (region,))
    first = next(i for i, s in enumerate(shapes) if s.role == "tint")
    tint = bounds(s for s in shapes[first : first + 3] if s.opacity > 0.45)
    middle = ((tint.left + tint.right) / 2, (tint.bottom + tint.top) / 2)

    for shape in shapes[first:]:
        if shape.role == "limb":
            assert not any(inside(ring, *middle) for ring in shape.rings)


def test_a_tint_that_no_arm_crosses_stays_where_it_is() -> None:
    body, camera = solve(RAISED, Scene()), camera_for("side")
    low = tints(body, camera, ("lower_back",))["trunk"]

    assert over_arms(body, camera, 0.0, low) == 0.0
    assert over_arms(solve(HANGING, Scene()), camera, 0.0, low) > 0.0
