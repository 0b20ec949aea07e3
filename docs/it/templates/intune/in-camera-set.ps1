# In Camera: the policy for Chrome, Edge and Firefox. Made by npm run policy -- export; change the policy, not this file.
$ErrorActionPreference = 'Stop'
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
$keys = @(
  @{
    Paths = @('Software\Policies\Google\Chrome\3rdparty\extensions\hahphopkbccklacgalhobpniahnliddd\policy', 'Software\Policies\Microsoft\Edge\3rdparty\Extensions\hahphopkbccklacgalhobpniahnliddd\policy')
    Ours = $true
    Entries = @(
      @{ Name = 'policyVersion'; Kind = 'String'; Data = '2026-11-rijk-1' }
      @{ Name = 'validUntil'; Kind = 'String'; Data = '2027-11-01' }
      @{ Name = 'expectedKeys'; Kind = 'String'; Data = '["policyVersion","validUntil","organisation","schemes","platforms","otherPlatforms","rules","titles","texts","locked"]' }
      @{ Name = 'organisation'; Kind = 'String'; Data = '{"name":"Ministerie van Voorbeelden","contact":"mailto:informatiebeveiliging@minvb.example.org","helpUrl":"https://intranet.minvb.example.org/veilig-vergaderen","mailDomains":["minvb.example.org"]}' }
      @{ Name = 'schemes'; Kind = 'String'; Data = '["nl-virbi"]' }
      @{ Name = 'platforms'; Kind = 'String'; Data = '[{"platform":"webex","tenants":["minvb-voorbeeld"],"use":"allowed","ceiling":"nl-virbi/ongerubriceerd","alternative":"Bespreek vertrouwelijke zaken per telefoon. Vraag voor gerubriceerd overleg uw beveiligingsambtenaar."}]' }
      @{ Name = 'otherPlatforms'; Kind = 'String'; Data = '{"use":"forbidden","ceiling":"nl-virbi/ongerubriceerd","alternative":"Stuur zelf een uitnodiging voor Webex terug."}' }
      @{ Name = 'rules'; Kind = 'String'; Data = '[{"rule":"too-sensitive-for-platform","level":"warn"},{"rule":"too-sensitive-for-platform","from":"nl-virbi/depv","level":"justify"},{"rule":"too-sensitive-for-platform","from":"nl-virbi/stg-c","level":"block"},{"rule":"platform-not-allowed","level":"warn"},{"rule":"foreign-tenant","level":"inform"},{"rule":"exposed-invitation","level":"warn"},{"rule":"no-passcode","level":"warn"},{"rule":"open-dial-in","level":"warn"},{"rule":"personal-room","level":"warn"},{"rule":"revealing-title","level":"warn"}]' }
      @{ Name = 'titles'; Kind = 'String'; Data = '{"markings":"warn","forbiddenTerms":["Project Zeepaard*","formatiegesprek*"]}' }
      @{ Name = 'texts'; Kind = 'String'; Data = '[{"rule":"too-sensitive-for-platform","language":"nl","text":"Deze rubricering hoort niet thuis in dit programma voor videobellen."},{"rule":"platform-not-allowed","language":"nl","text":"Ons ministerie gebruikt dit programma niet. Stuur de organisator zelf een uitnodiging voor Webex terug."},{"rule":"foreign-tenant","language":"nl","text":"Deze vergadering is van een andere organisatie. Vertrouwt u de uitnodiging niet, stuur dan zelf een uitnodiging terug."},{"rule":"exposed-invitation","language":"nl","text":"Deze vergadering is gemaakt voor het lek van 2024 was hersteld. Verwijder haar, plan haar opnieuw en stuur een nieuwe uitnodiging."},{"rule":"no-passcode","language":"nl","text":"Deze vergadering heeft geen wachtwoord. Kies er een van elf of meer tekens, met letters en cijfers, en stuur de uitnodiging opnieuw."},{"rule":"open-dial-in","language":"nl","text":"Wie het vergadernummer heeft, kan inbellen. Stel ook een wachtwoord voor telefoon en videoapparaten in en stuur de uitnodiging opnieuw."},{"rule":"personal-room","language":"nl","text":"Dit is een persoonlijke ruimte met een vast adres. Plan liever een eenmalige vergadering, of zet de lobby aan en laat de ruimte na 0 minuten vergrendelen."},{"rule":"revealing-title","language":"nl","text":"Deze titel zegt te veel: bij het lek van 2024 waren titels te lezen. Kies een titel die bekend mag worden en zet de rubricering in de tekst."}]' }
      @{ Name = 'locked'; Kind = 'DWord'; Data = 1 }
    )
  }
  @{
    Paths = @('Software\Policies\Mozilla\Firefox\3rdparty\Extensions')
    Ours = $false
    Entries = @(
      @{ Name = 'in-camera@in-camera.example'; Kind = 'MultiString'; Data = '{"policyVersion":"2026-11-rijk-1","validUntil":"2027-11-01","expectedKeys":["policyVersion","validUntil","organisation","schemes","platforms","otherPlatforms","rules","titles","texts","locked"],"organisation":{"name":"Ministerie van Voorbeelden","contact":"mailto:informatiebeveiliging@minvb.example.org","helpUrl":"https://intranet.minvb.example.org/veilig-vergaderen","mailDomains":["minvb.example.org"]},"schemes":["nl-virbi"],"platforms":[{"platform":"webex","tenants":["minvb-voorbeeld"],"use":"allowed","ceiling":"nl-virbi/ongerubriceerd","alternative":"Bespreek vertrouwelijke zaken per telefoon. Vraag voor gerubriceerd overleg uw beveiligingsambtenaar."}],"otherPlatforms":{"use":"forbidden","ceiling":"nl-virbi/ongerubriceerd","alternative":"Stuur zelf een uitnodiging voor Webex terug."},"rules":[{"rule":"too-sensitive-for-platform","level":"warn"},{"rule":"too-sensitive-for-platform","from":"nl-virbi/depv","level":"justify"},{"rule":"too-sensitive-for-platform","from":"nl-virbi/stg-c","level":"block"},{"rule":"platform-not-allowed","level":"warn"},{"rule":"foreign-tenant","level":"inform"},{"rule":"exposed-invitation","level":"warn"},{"rule":"no-passcode","level":"warn"},{"rule":"open-dial-in","level":"warn"},{"rule":"personal-room","level":"warn"},{"rule":"revealing-title","level":"warn"}],"titles":{"markings":"warn","forbiddenTerms":["Project Zeepaard*","formatiegesprek*"]},"texts":[{"rule":"too-sensitive-for-platform","language":"nl","text":"Deze rubricering hoort niet thuis in dit programma voor videobellen."},{"rule":"platform-not-allowed","language":"nl","text":"Ons ministerie gebruikt dit programma niet. Stuur de organisator zelf een uitnodiging voor Webex terug."},{"rule":"foreign-tenant","language":"nl","text":"Deze vergadering is van een andere organisatie. Vertrouwt u de uitnodiging niet, stuur dan zelf een uitnodiging terug."},{"rule":"exposed-invitation","language":"nl","text":"Deze vergadering is gemaakt voor het lek van 2024 was hersteld. Verwijder haar, plan haar opnieuw en stuur een nieuwe uitnodiging."},{"rule":"no-passcode","language":"nl","text":"Deze vergadering heeft geen wachtwoord. Kies er een van elf of meer tekens, met letters en cijfers, en stuur de uitnodiging opnieuw."},{"rule":"open-dial-in","language":"nl","text":"Wie het vergadernummer heeft, kan inbellen. Stel ook een wachtwoord voor telefoon en videoapparaten in en stuur de uitnodiging opnieuw."},{"rule":"personal-room","language":"nl","text":"Dit is een persoonlijke ruimte met een vast adres. Plan liever een eenmalige vergadering, of zet de lobby aan en laat de ruimte na 0 minuten vergrendelen."},{"rule":"revealing-title","language":"nl","text":"Deze titel zegt te veel: bij het lek van 2024 waren titels te lezen. Kies een titel die bekend mag worden en zet de rubricering in de tekst."}],"locked":true}' }
    )
  }
)

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
