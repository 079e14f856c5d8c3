"""What stands on a notification."""

import pytest

from backease_desktop.core.notification import OPEN, Button


def test_no_button_can_be_taken_for_the_notification_itself() -> None:
    assert Button("start", "Start").label == "Start"
    with pytest.raises(ValueError, match="the notification itself"):
        Button(OPEN, "Open")
