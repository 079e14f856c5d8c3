"""The choices of the settings in words: one table, from which the settings page reads.

A value is looked up with its type, since "full" is a dose as well as a motion.
"""

from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from backease_desktop.core.catalogue.words import Order, Side
from backease_desktop.core.settings import (
    DoseChoice,
    Guidance,
    MotionChoice,
    Music,
    MusicTime,
    Say,
    Theme,
)
from backease_desktop.core.voice import Pace

_WORDS: dict[tuple[type[Enum], Enum], object] = {
    (type(value), value): words
    for value, words in (
        (DoseChoice.AUTO, QT_TRANSLATE_NOOP("options", "By itself")),
        (DoseChoice.GENTLE, QT_TRANSLATE_NOOP("options", "Gentle")),
        (DoseChoice.STANDARD, QT_TRANSLATE_NOOP("options", "Normal")),
        (DoseChoice.FULL, QT_TRANSLATE_NOOP("options", "Full")),
        (Side.LEFT, QT_TRANSLATE_NOOP("options", "Left")),
        (Side.RIGHT, QT_TRANSLATE_NOOP("options", "Right")),
        (Order.ARTICLE, QT_TRANSLATE_NOOP("options", "As in the article")),
        (Order.OURS, QT_TRANSLATE_NOOP("options", "Ours: warm-up first")),
        (Guidance.LEARN, QT_TRANSLATE_NOOP("options", "Learn: less each time")),
        (Guidance.ALWAYS, QT_TRANSLATE_NOOP("options", "Always in full")),
        (Guidance.NEVER, QT_TRANSLATE_NOOP("options", "Never")),
        (Say.EVERYTHING, QT_TRANSLATE_NOOP("options", "Everything")),
        (Say.CUES, QT_TRANSLATE_NOOP("options", "Cues only")),
        (Say.TONES, QT_TRANSLATE_NOOP("options", "Tones only")),
        (Say.SILENT, QT_TRANSLATE_NOOP("options", "Nothing: silent")),
        (Music.LEAVE, QT_TRANSLATE_NOOP("options", "Goes on as it is")),
        (Music.QUIET, QT_TRANSLATE_NOOP("options", "Becomes quiet")),
        (Music.PAUSE, QT_TRANSLATE_NOOP("options", "Pauses")),
        (MusicTime.SESSION, QT_TRANSLATE_NOOP("options", "The whole session")),
        (MusicTime.WORDS, QT_TRANSLATE_NOOP("options", "While words are spoken")),
        (Pace.CALM, QT_TRANSLATE_NOOP("options", "Calm")),
        (Pace.BRISK, QT_TRANSLATE_NOOP("options", "Brisk")),
        (Theme.SYSTEM, QT_TRANSLATE_NOOP("options", "As the system")),
        (Theme.LIGHT, QT_TRANSLATE_NOOP("options", "Light")),
        (Theme.DARK, QT_TRANSLATE_NOOP("options", "Dark")),
        (Theme.CONTRAST, QT_TRANSLATE_NOOP("options", "High contrast")),
        (MotionChoice.SYSTEM, QT_TRANSLATE_NOOP("options", "As the system")),
        (MotionChoice.FULL, QT_TRANSLATE_NOOP("options", "Everything moves")),
        (MotionChoice.REDUCED, QT_TRANSLATE_NOOP("options", "Reduced")),
    )
}


def option_words(value: Enum) -> str:
    """A choice in words.

    Raises:
        KeyError: nobody has written words for it yet.
    """
    return QCoreApplication.translate("options", str(_WORDS[type(value), value]))
