#!/usr/bin/env bash
# Makes dist/BackEase-<version>-<cpu>.flatpak of dist/backease and dist/share, and asks it.
#
# The runtime comes from Flathub, once; nothing of the program is fetched. Needs flatpak and
# flatpak-builder. What is built is installed for this user, asked, and taken away again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' backease_desktop/__init__.py)
id=io.github.backease.Desktop
bundle="dist/BackEase-$version-$(uname -m).flatpak"
work=$(mktemp -d)
trap 'flatpak uninstall --user --noninteractive "$id" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

flatpak remote-add --user --if-not-exists flathub https://dl.flathub.org/repo/flathub.flatpakrepo
flatpak-builder --user --install-deps-from=flathub --force-clean --disable-rofiles-fuse \
    --state-dir="$work/state" --repo="$work/repo" "$work/build" "packaging/flatpak/$id.yaml"
flatpak build-bundle "$work/repo" "$bundle" "$id"

flatpak install --user --noninteractive "$bundle"
flatpak run "$id" self-test
flatpak run "$id" play desk-chair-2 --text --mute --speed 200
echo "$bundle"
