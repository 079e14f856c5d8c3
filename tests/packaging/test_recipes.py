"""The recipes for other systems, as far as they can be read here; none of them is run."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from bundle.addresses import homepage

from backease_desktop.own_program import APP_ID
from backease_desktop.system.autostart.windows import RUN, VALUE
from backease_desktop.system.media.mpris import NAME

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FLATPAK = PACKAGING / "flatpak" / f"{APP_ID}.yaml"


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(workflow: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every step with the name of its job."""
    return [(name, step) for name, job in read(workflow)["jobs"].items() for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_the_hash_of_a_commit(workflow: Path) -> None:
    used = [step["uses"] for _, step in steps(workflow) if "uses" in step]

    assert used
    assert [one for one in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", one)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_unless_a_job_says_more(workflow: Path) -> None:
    assert read(workflow)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_no_job_waits_for_one_that_is_not_there_and_each_has_an_end(workflow: Path) -> None:
    jobs = read(workflow)["jobs"]

    for job in jobs.values():
        needed = job.get("needs", [])
        assert set([needed] if isinstance(needed, str) else needed) <= set(jobs)
        assert job["timeout-minutes"] <= 60


def test_every_script_of_a_workflow_is_there() -> None:
    named = {
        word
        for workflow in WORKFLOWS
        for _, step in steps(workflow)
        for word in re.findall(
            r"(?<!tests/)packaging/[\w./]+\.(?:ps1|sh|py)", str(step.get("run", ""))
        )
    }

    assert len(named) > 5
    assert [path for path in named if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize(
    "script", ["windows/try.ps1", "macos/build.sh", "appimage/build.sh", "flatpak/build.sh"]
)
def test_each_finished_artifact_is_asked_and_plays_a_session(script: str) -> None:
    text = (PACKAGING / script).read_text(encoding="utf-8")

    assert "self-test" in text
    assert "play desk-chair-2 --text" in text


@pytest.mark.parametrize("script", sorted(PACKAGING.glob("*/*.sh")), ids=str)
def test_a_shell_finds_no_fault_in_a_script(script: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("needs bash")
    done = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")


def test_the_flatpak_has_neither_a_network_nor_anybodys_files() -> None:
    allowed = read(FLATPAK)["finish-args"]

    assert [one for one in allowed if "network" in one or "--filesystem" in one] == []
    assert {"--share=ipc", "--socket=wayland", "--socket=pulseaudio"} <= set(allowed)
    assert f"--own-name={NAME}" in allowed


def test_every_system_knows_the_program_by_the_same_id() -> None:
    assert read(FLATPAK)["id"] == APP_ID
    plist = (PACKAGING / "macos" / "Info.plist").read_text(encoding="utf-8")
    assert f"<string>{APP_ID}</string>" in plist
    setup = (PACKAGING / "windows" / "backease.iss").read_text(encoding="utf-8")
    assert f"AppId={APP_ID}\n" in setup
    assert f'AppUserModelID: "{APP_ID}"' in setup


def test_every_address_is_that_of_the_project_which_pyproject_tells_of() -> None:
    home = homepage()
    files = [
        PACKAGING / "linux" / f"{APP_ID}.metainfo.xml",
        PACKAGING / "windows" / "backease.iss",
        ROOT / "pyproject.toml",
    ]
    repository = home.removeprefix("https://github.com/")

    for file in files:
        text = file.read_text(encoding="utf-8")
        ours = re.findall(r"https://(?:github|raw\.githubusercontent)\.com/([\w.-]+/[\w.-]+)", text)
        assert ours
        assert set(ours) == {repository}, file
    owner = repository.partition("/")[0]
    assert APP_ID.startswith(f"io.github.{owner}.")


def test_an_installer_is_told_to_winget_by_its_own_sum(tmp_path: Path) -> None:
    setup = tmp_path / "backease-1.2.3-setup.exe"
    setup.write_bytes(b"an installer")
    command = [sys.executable, str(PACKAGING / "windows" / "winget.py"), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    told = {path.name: read(path) for path in tmp_path.glob("*.yaml")}

    assert {one["ManifestType"] for one in told.values()} == {
        "version",
        "installer",
        "defaultLocale",
    }
    assert {one["PackageVersion"] for one in told.values()} == {"1.2.3"}
    (only,) = told["BackEase.BackEaseDesktop.installer.yaml"]["Installers"]
    assert only["InstallerSha256"] == hashlib.sha256(b"an installer").hexdigest().upper()
    assert only["InstallerUrl"] == f"{homepage()}/releases/download/v1.2.3/{setup.name}"
    setup.rename(tmp_path / "another.exe")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_windows_forgets_at_removal_what_starts_at_login() -> None:
    setup = (PACKAGING / "windows" / "backease.iss").read_text(encoding="utf-8")

    assert rf"HKCU\{RUN} /v {VALUE} /f" in setup
