"""The name of this device."""

import json
from pathlib import Path

import pytest

from backease_desktop.core.journal.clock import is_device
from backease_desktop.storage.device import device_here


def test_the_name_is_made_once_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "data" / "device.json"

    name = device_here(path).device

    assert is_device(name)
    assert device_here(path).device == name


def test_a_profile_that_was_copied_to_another_machine_gets_another_name(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    desk = device_here(path, "desk").device

    laptop = device_here(path, "laptop").device

    assert laptop != desk
    assert device_here(path, "laptop").device == laptop


def test_a_name_that_leads_out_of_the_folder_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_text(json.dumps({"device": "../../../up", "machine": "desk"}), encoding="utf-8")

    assert is_device(device_here(path, "desk").device)


def test_a_folder_that_cannot_be_written_costs_a_name_at_each_start_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "data").write_text("a file where a folder should be", encoding="utf-8")

    assert is_device(device_here(tmp_path / "data" / "device.json").device)
    assert "cannot be kept" in caplog.text
