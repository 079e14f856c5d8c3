# Makes dist\backease-<version>-setup.exe of dist\backease, which `packaging/run.py bundle` leaves.
$ErrorActionPreference = 'Stop'
$line = Select-String -Path backease_desktop/__init__.py -Pattern '__version__ = "(.+)"'
$version = $line.Matches[0].Groups[1].Value
$compiler = Join-Path ${env:ProgramFiles(x86)} 'Inno Setup 6\ISCC.exe'
if (-not (Test-Path $compiler)) {
    throw "Inno Setup 6 is not here; its compiler was looked for at $compiler."
}
& $compiler /Qp "/DAppVersion=$version" packaging\windows\backease.iss
if ($LASTEXITCODE -ne 0) { throw "Inno Setup ended with $LASTEXITCODE." }
