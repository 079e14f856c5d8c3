"""Whether a window is on the screen at all."""

from PySide6.QtWidgets import QWidget


def is_put_away(widget: QWidget) -> bool:
    """Whether its window is minimised or, where the system tells, covered by others altogether.

    Qt calls a widget visible in both cases. Under X11 nobody tells of a window that is covered.
    """
    window = widget.window()
    handle = window.windowHandle()
    is_unseen = handle is not None and not handle.isExposed()
    return window.isVisible() and (window.isMinimized() or is_unseen)
