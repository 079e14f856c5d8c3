# Installs the finished installer silently, asks the installed program whether it is sound, plays a
# session, and removes it: nothing of it may be left.
$ErrorActionPreference = 'Stop'
$setup = Get-Item dist\backease-*-setup.exe
$place = Join-Path $env:RUNNER_TEMP 'BackEase here'
$quiet = @('/VERYSILENT', '/SUPPRESSMSGBOXES', '/NORESTART')
$done = Start-Process $setup -Wait -PassThru -ArgumentList ($quiet + @('/CURRENTUSER', "/DIR=`"$place`""))
if ($done.ExitCode -ne 0) { throw "The installer ended with $($done.ExitCode)." }
& "$place\backease.exe" self-test
if ($LASTEXITCODE -ne 0) { throw 'The installed program does not call itself sound.' }
& "$place\backease.exe" play desk-chair-2 --text --mute --speed 200
if ($LASTEXITCODE -ne 0) { throw 'The installed program did not play a session.' }
Start-Process "$place\unins000.exe" -Wait -ArgumentList $quiet
# The remover copies itself and goes on; its folder is gone a moment later.
foreach ($second in 1..30) {
    if (-not (Test-Path "$place\backease.exe")) { exit 0 }
    Start-Sleep 1
}
throw "Left behind: $((Get-ChildItem $place -Recurse -Name) -join ', ')"
