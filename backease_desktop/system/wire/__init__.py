"""Whatever speaks a protocol: D-Bus, X11, Wayland, PulseAudio, Cocoa, Windows messages.

Kept small and frozen. A library may replace one of these when it weighs under a megabyte of private
memory in the tray, never blocks the event loop and is kept by somebody; none did when measured.
"""
