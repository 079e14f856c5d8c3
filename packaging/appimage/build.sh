#!/usr/bin/env bash
# Makes dist/BackEase-<version>-<cpu>.AppImage of the Debian package in dist, and asks it.
#
# RUNTIME is the address of an AppImage runtime (the small program in front of the files), and
# RUNTIME_SHA256 its sum: what is not that very file is not used. Needs dpkg-deb and mksquashfs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' backease_desktop/__init__.py)
id=io.github.backease.Desktop
image="dist/BackEase-$version-$(uname -m).AppImage"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

curl --fail --silent --show-error --location --output "$work/runtime" "$RUNTIME"
echo "$RUNTIME_SHA256  $work/runtime" | sha256sum --check --quiet

dpkg-deb --extract dist/backease-desktop_*.deb "$work/files"
ln -s usr/bin/backease "$work/files/AppRun"
cp "$work/files/usr/share/icons/hicolor/256x256/apps/$id.png" "$work/files/$id.png"
# What is started there is the image itself, wherever it lies.
sed 's#"/usr/bin/backease"#backease#' "$work/files/usr/share/applications/$id.desktop" \
    > "$work/files/$id.desktop"

mksquashfs "$work/files" "$work/squashed" -quiet -root-owned -noappend -comp zstd
cat "$work/runtime" "$work/squashed" > "$image"
chmod +x "$image"

"$PWD/$image" --appimage-extract-and-run --profile "$work/profile" self-test
"$PWD/$image" --appimage-extract-and-run --profile "$work/profile" \
    play desk-chair-2 --text --mute --speed 200
echo "$image"
