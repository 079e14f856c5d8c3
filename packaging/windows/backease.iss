; The installer for Windows, made by Inno Setup 6 (packaging\windows\build.ps1 gives AppVersion).
; For one user or for all; silent with /VERYSILENT /SUPPRESSMSGBOXES, for all with /ALLUSERS.
; Removing it leaves what belongs to the person: %APPDATA%\backease and %LOCALAPPDATA%\backease.

[Setup]
AppId=io.github.backease.Desktop
AppName=BackEase
AppVersion={#AppVersion}
AppPublisher=The BackEase developers
AppPublisherURL=https://github.com/backease/backease-desktop
AppSupportURL=https://github.com/backease/backease-desktop/issues
DefaultDirName={autopf}\BackEase
DefaultGroupName=BackEase
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\dist\backease.ico
UninstallDisplayIcon={app}\backease-gui.exe
OutputDir=..\..\dist
OutputBaseFilename=backease-{#AppVersion}-setup
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
ChangesEnvironment=yes

[Files]
Source: "..\..\dist\backease\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\BackEase"; Filename: "{app}\backease-gui.exe"; AppUserModelID: "io.github.backease.Desktop"

[Tasks]
Name: path; Description: "Let the command backease be found in a terminal"; Flags: unchecked

[Registry]
Root: HKA; Subkey: "{code:PathKey}"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotYetInPath

[Run]
Filename: "{app}\backease-gui.exe"; Description: "Open BackEase"; Flags: postinstall nowait skipifsilent

[UninstallRun]
; It must not start at login any more when it is gone.
Filename: "{sys}\reg.exe"; Parameters: "delete HKCU\Software\Microsoft\Windows\CurrentVersion\Run /v BackEase /f"; Flags: runhidden; RunOnceId: "login"

[Code]
function PathKey(Param: String): String;
begin
  if IsAdminInstallMode then
    Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else
    Result := 'Environment';
end;

function NotYetInPath: Boolean;
var
  Found: String;
begin
  if not RegQueryStringValue(HKA, PathKey(''), 'Path', Found) then
    Found := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Found) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Found, Ours: String;
  At: Integer;
begin
  if Step <> usUninstall then
    exit;
  Ours := ';' + ExpandConstant('{app}');
  if RegQueryStringValue(HKA, PathKey(''), 'Path', Found) then
  begin
    At := Pos(Lowercase(Ours), Lowercase(Found));
    if At > 0 then
    begin
      Delete(Found, At, Length(Ours));
      RegWriteExpandStringValue(HKA, PathKey(''), 'Path', Found);
    end;
  end;
end;
