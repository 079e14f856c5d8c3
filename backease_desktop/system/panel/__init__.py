"""A place on the screen that is no window: layers of Wayland, or an X11 window of our own."""
