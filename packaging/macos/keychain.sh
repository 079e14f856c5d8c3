#!/usr/bin/env bash
# Puts the certificate in CERTIFICATE (base64 of a .p12 file, with its PASSWORD) into a keychain of
# this run, so that codesign finds it; and where APPLE_ID, TEAM and APPLE_PASSWORD are given, what
# notarytool needs under the name that NOTARY holds.
set -euo pipefail

keychain="$RUNNER_TEMP/backease.keychain-db"
file=$(mktemp)
trap 'rm -f "$file"' EXIT
secret=$(openssl rand -hex 24)

printf %s "$CERTIFICATE" | base64 --decode > "$file"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$file" -P "$PASSWORD" -f pkcs12 -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -k "$secret" "$keychain" > /dev/null
# Beside those that are looked through already, one in each line with quotes and blanks around it.
known=()
while read -r one; do known+=("${one//\"/}"); done < <(security list-keychains -d user)
security list-keychains -d user -s "$keychain" "${known[@]}"

if [ -n "${APPLE_ID:-}" ]; then
    xcrun notarytool store-credentials "$NOTARY" \
        --apple-id "$APPLE_ID" --team-id "$TEAM" --password "$APPLE_PASSWORD"
fi
