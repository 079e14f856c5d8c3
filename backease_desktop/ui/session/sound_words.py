"""What the window says of voice and sound: that they are lost, or back, or come from elsewhere."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.controllers.hand_ports import DeviceOutput
from backease_desktop.controllers.ports import Speaker
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import WELCOME


def tell_of_sound(window: MainWindow, speaker: Speaker, output: DeviceOutput) -> None:
    """Say in the window what becomes of the voice and of the sound."""

    def say(words: str) -> None:
        window.show_message(words)

    def say_lost(_reason: str) -> None:
        if window.current != WELCOME:  # which says so itself, beside its button
            say(_tr("There is no sound here. Captions and the screen go on."))

    speaker.lost.connect(
        lambda reason: say(_tr("{reason} Tones and captions go on.").format(reason=reason))
    )
    output.restored.connect(lambda: say(_tr("The sound is back.")))
    output.lost.connect(say_lost)
    output.missing.connect(
        lambda device: say(
            _tr("“{device}” is not there; the sound comes where the system has it.").format(
                device=device
            )
        )
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("sound", words)
