"""The rig, loaded some modules at a time: together they take a tenth of a second.

Nobody needs it before the first figure, and then the window is in use.
"""

from backease_desktop.core.pieces import Pieces


def load_rig() -> Pieces[None]:
    """Load what solves, draws and paints figures."""
    # Loaded on first use, as all that follows: what stands below first.
    from backease_desktop.core.figure import pose  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.core.figure import postures  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.core.figure import skeleton  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.core.figure import landmarks  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.core.figure import flesh  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.core.figure import drawing  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.figure import filming  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.core.figure import svg  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.figure import export  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.core import figure_moments  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.figure import dressed_figure  # noqa: F401

    yield None
