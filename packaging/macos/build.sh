#!/usr/bin/env bash
# Makes dist/BackEase-<version>-<cpu>.dmg of dist/backease, which `packaging/run.py bundle` leaves.
#
# IDENTITY names a certificate of the keychain ("Developer ID Application: …"); without one the app
# is signed for this machine alone, and macOS asks everybody else before it opens it. NOTARY names a
# profile of `xcrun notarytool store-credentials`; without one Apple is not asked. CPU is part of
# the image's name.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' backease_desktop/__init__.py)
image="dist/BackEase-$version-${CPU:-$(uname -m)}.dmg"
work=$(mktemp -d)
mounted="$work/mounted"
trap 'hdiutil detach "$mounted" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

app="$work/image/BackEase.app"
mkdir -p "$app/Contents/Resources" "$mounted"
cp -R dist/backease "$app/Contents/MacOS"
cp dist/backease.icns "$app/Contents/Resources/"
sed "s/@VERSION@/$version/" packaging/macos/Info.plist > "$app/Contents/Info.plist"
plutil -lint "$app/Contents/Info.plist"
ln -s /Applications "$work/image/Applications"

sign=(codesign --force --sign "${IDENTITY:--}" --options runtime)
[ -n "${IDENTITY:-}" ] && sign+=(--timestamp)
# From the inside out, since a signature holds what lies below it.
find "$app/Contents/MacOS" -type f \( -name '*.so' -o -name '*.dylib' \) -exec "${sign[@]}" {} +
"${sign[@]}" --entitlements packaging/macos/entitlements.plist "$app"
codesign --verify --deep --strict "$app"

rm -f "$image"
hdiutil create -volname BackEase -srcfolder "$work/image" -format UDZO "$image"
if [ -n "${NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY" --wait
    xcrun stapler staple "$image"
fi

hdiutil attach "$image" -nobrowse -readonly -mountpoint "$mounted"
program="$mounted/BackEase.app/Contents/MacOS/backease"
"$program" --profile "$work/profile" self-test
"$program" --profile "$work/profile" play desk-chair-2 --text --mute --speed 200
echo "$image"
