/**
 * Intune writes the registry through PowerShell, not through an ingested ADMX: ingested policies "aren't allowed to write to locations
 * within the System, Software\Microsoft, and Software\Policies\Microsoft keys", and Software\Policies\Microsoft\Edge is not among the
 * exceptions. Chrome's and Firefox' keys are not blocked, but one way for all three is one thing less to get wrong, and the same
 * page names this way: "pushing the appropriate registry keys directly (for example, by using PowerShell script)".
 * Source: Microsoft, "Win32 and Desktop Bridge app ADMX policy Ingestion", 2024-07-08,
 * https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration
 */
import { jsonFile } from '../formats/json.ts';
import { type RegistryData, type RegistryKeys, registryKeys } from '../formats/registry.ts';
import type { PolicyExport } from './export.ts';

export const intune: PolicyExport = {
  id: 'intune',
  title: 'Chrome, Edge and Firefox on Windows: Intune',
  for:
    'Devices > Scripts and remediations > Create: detection script in-camera-detect.ps1, remediation script in-camera-set.ps1, run as the ' +
    'system (not with the logged-on user’s credentials), in 64-bit PowerShell, daily. Or post in-camera-intune.json to ' +
    'https://graph.microsoft.com/beta/deviceManagement/deviceHealthScripts. Without a licence for remediations, in-camera-set.ps1 alone ' +
    'is a platform script. Intune takes scripts up to 200 KB. Scripts and no ADMX, because Windows lets no ingested ADMX write ' +
    'below Software\\Policies\\Microsoft, where Edge looks. Macs in Intune: export to "mobileconfig".',
  files: (policy) => {
    const wanted = wantedKeys(registryKeys(policy));
    const detect = `${wanted}${DETECT}`;
    const set = `${wanted}${SET}`;
    return [
      { name: 'in-camera-detect.ps1', text: detect },
      { name: 'in-camera-set.ps1', text: set },
      { name: 'in-camera-intune.json', text: jsonFile(deviceHealthScript(detect, set)) },
    ];
  },
};

/** https://learn.microsoft.com/graph/api/intune-devices-devicehealthscript-create */
function deviceHealthScript(detect: string, set: string): Record<string, unknown> {
  return {
    '@odata.type': '#microsoft.graph.deviceHealthScript',
    displayName: 'In Camera: policy',
    description: 'Writes the policy of the browser extension In Camera for Chrome, Edge and Firefox.',
    publisher: 'In Camera',
    runAsAccount: 'system',
    enforceSignatureCheck: false,
    runAs32Bit: false,
    roleScopeTagIds: ['0'],
    detectionScriptContent: Buffer.from(detect).toString('base64'),
    remediationScriptContent: Buffer.from(set).toString('base64'),
  };
}

/** What both scripts begin with: the table of what the registry must hold. */
function wantedKeys(keys: readonly RegistryKeys[]): string {
  const tables = keys.map(
    ({ paths, ours, values }) => `  @{
    Paths = @(${paths.map(literal).join(', ')})
    Ours = $${ours}
    Entries = @(
${values.map(({ name, data }) => `      @{ Name = ${literal(name)}; ${entry(data)} }`).join('\n')}
    )
  }`,
  );
  return `# In Camera: the policy for Chrome, Edge and Firefox. Made by npm run policy -- export; change the policy, not this file.
$ErrorActionPreference = 'Stop'
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
$keys = @(
${tables.join('\n')}
)
`;
}

const DETECT = `
function Test-Key($path, $wanted) {
  $key = $machine.OpenSubKey($path)
  if ($null -eq $key) { return $false }
  if ($wanted.Ours -and ($key.SubKeyCount -ne 0 -or $key.ValueCount -ne $wanted.Entries.Count)) { return $false }
  $names = $key.GetValueNames()
  foreach ($entry in $wanted.Entries) {
    if ($names -notcontains $entry.Name) { return $false }
    if ($key.GetValueKind($entry.Name).ToString() -ne $entry.Kind) { return $false }
    $found = @($key.GetValue($entry.Name)) -join [char]10
    if (-not [string]::Equals($found, [string]$entry.Data, 'Ordinal')) { return $false }
  }
  return $true
}

foreach ($wanted in $keys) {
  foreach ($path in $wanted.Paths) {
    if (-not (Test-Key $path $wanted)) {
      Write-Output "In Camera: to be written: $path"
      exit 1
    }
  }
}
Write-Output 'In Camera: the policy is in place'
exit 0
`;

const SET = `
foreach ($wanted in $keys) {
  foreach ($path in $wanted.Paths) {
    # What an earlier policy wrote and this one does not have must go.
    if ($wanted.Ours) { $machine.DeleteSubKeyTree($path, $false) }
    $key = $machine.CreateSubKey($path)
    foreach ($entry in $wanted.Entries) {
      if ($entry.Kind -eq 'MultiString') { $key.SetValue($entry.Name, [string[]]@($entry.Data), 'MultiString') }
      else { $key.SetValue($entry.Name, $entry.Data, $entry.Kind) }
    }
    $key.Dispose()
  }
}
Write-Output 'In Camera: the policy is written'
exit 0
`;

function entry(data: RegistryData): string {
  switch (data.kind) {
    case 'dword':
      return `Kind = 'DWord'; Data = ${data.value}`;
    case 'string':
      return `Kind = 'String'; Data = ${literal(data.value)}`;
    case 'lines':
      return `Kind = 'MultiString'; Data = ${literal(data.value)}`;
  }
}

/**
 * A PowerShell text in plain ASCII: Intune hands the bytes on unchanged, and Windows PowerShell reads a script without a byte order mark
 * in the system's old code page. Nothing but the quote has a meaning between single quotes, and PowerShell's other single quotes
 * (U+2018 to U+201B) are not ASCII.
 */
function literal(text: string): string {
  const ascii = text.replaceAll("'", "''");
  if (/^[ -~]*$/.test(text)) return `'${ascii}'`;
  const escaped = ascii
    .replaceAll('\\', '\\\\')
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `([regex]::Unescape('${escaped}'))`;
}
