# Writes dist\winget.yaml, the manifest for the community's repository of winget, of the installer
# in dist: its version, and the sum of exactly that file.
$ErrorActionPreference = 'Stop'
$setup = Get-Item dist\backease-*-setup.exe
$version = $setup.Name -replace '^backease-(.+)-setup\.exe$', '$1'
$sum = (Get-FileHash $setup -Algorithm SHA256).Hash
$releases = 'https://github.com/backease/backease-desktop/releases/download'
@"
PackageIdentifier: BackEase.BackEaseDesktop
PackageVersion: $version
PackageLocale: en-US
Publisher: The BackEase developers
PackageName: BackEase
PackageUrl: https://github.com/backease/backease-desktop
License: GPL-3.0-or-later
ShortDescription: Break reminder and back exercises by voice
Moniker: backease
Tags: [break, reminder, stretching, exercise, back]
Installers:
  - Architecture: x64
    InstallerType: inno
    InstallerUrl: $releases/v$version/$($setup.Name)
    InstallerSha256: $sum
ManifestType: singleton
ManifestVersion: 1.6.0
"@ | Set-Content -Encoding utf8 dist\winget.yaml
