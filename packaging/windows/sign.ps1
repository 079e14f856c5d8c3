# Signs the files named, with the certificate in $env:CERTIFICATE (base64 of a .pfx file).
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]] $Files)
$ErrorActionPreference = 'Stop'
$tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
    Sort-Object FullName | Select-Object -Last 1
if ($null -eq $tool) { throw 'signtool.exe of the Windows SDK is not here.' }
$pfx = Join-Path $env:RUNNER_TEMP 'certificate.pfx'
[IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    foreach ($file in $Files) {
        & $tool sign /fd SHA256 /f $pfx /p $env:PASSWORD /tr http://timestamp.digicert.com /td SHA256 $file
        if ($LASTEXITCODE -ne 0) { throw "$file was not signed." }
    }
} finally {
    Remove-Item $pfx
}
