"""BackEase Desktop: reminds desk workers to stretch and guides back exercises by voice."""

__version__ = "0.1.0"
