/** Templates that install the extension by force, from the organisation's own server. The addresses are to be replaced. */
import { version } from '../../package.json' with { type: 'json' };
import type { PolicyFile } from './formats/file.ts';
import { jsonFile, jsonLine } from './formats/json.ts';
import { configurationProfile } from './formats/plist.ts';
import { regFile } from './formats/registry.ts';
import { CHROMIUM_ID, FIREFOX_ID } from './ids.ts';

const SERVER = 'https://example.gov/in-camera';

/**
 * `override_update_url`: without it a browser uses update_url for the first installation only, and the manifest names none
 * (https://chromium.org/administrators/policy-list-3/extension-settings-full).
 */
const FROM_OUR_SERVER = {
  installation_mode: 'force_installed',
  update_url: `${SERVER}/updates.xml`,
  override_update_url: true,
};
/** The button shows what the page cannot tamper with, so it stays in the toolbar. Chrome and Edge name that differently. */
const CHROME = { [CHROMIUM_ID]: { ...FROM_OUR_SERVER, toolbar_pin: 'force_pinned' } };
const EDGE = { [CHROMIUM_ID]: { ...FROM_OUR_SERVER, toolbar_state: 'force_shown' } };
const FIREFOX = {
  [FIREFOX_ID]: {
    installation_mode: 'force_installed',
    install_url: `${SERVER}/in-camera.xpi`,
    default_area: 'navbar',
  },
};

/** The templates and the update manifest that they need. */
export function forceInstallTemplates(): readonly PolicyFile[] {
  return [
    { name: 'chrome-linux.json', text: jsonFile({ ExtensionSettings: CHROME }) },
    { name: 'edge-linux.json', text: jsonFile({ ExtensionSettings: EDGE }) },
    { name: 'firefox-policies.json', text: jsonFile({ policies: { ExtensionSettings: FIREFOX } }) },
    { name: 'windows.reg', encoding: 'utf-16le', text: windows() },
    { name: 'macos.mobileconfig', text: macos() },
    { name: 'updates.xml', text: UPDATES },
  ];
}

function windows(): string {
  const value = (path: string, kind: 'string' | 'lines', settings: unknown) => ({
    paths: [path],
    ours: false,
    values: [{ name: 'ExtensionSettings', data: { kind, value: jsonLine(settings) } }],
  });
  return regFile(
    [
      value('Software\\Policies\\Google\\Chrome', 'string', CHROME),
      value('Software\\Policies\\Microsoft\\Edge', 'string', EDGE),
      value('Software\\Policies\\Mozilla\\Firefox', 'lines', FIREFOX),
    ],
    [
      `Put your own server in place of ${SERVER}.`,
      'Importing this REPLACES ExtensionSettings. If you have one, add our entry to it instead.',
      'Firefox: a REG_MULTI_SZ, which a .reg file can only hold as bytes; its JSON is',
      jsonLine(FIREFOX),
    ],
  );
}

function macos(): string {
  return configurationProfile(
    'example.in-camera.force-install',
    'In Camera: installation',
    'Installs the browser extension In Camera.',
    [
      { title: 'Google Chrome', domain: 'com.google.Chrome', settings: { ExtensionSettings: CHROME } },
      { title: 'Microsoft Edge', domain: 'com.microsoft.Edge', settings: { ExtensionSettings: EDGE } },
      {
        title: 'Firefox',
        domain: 'org.mozilla.firefox',
        settings: { EnterprisePoliciesEnabled: true, ExtensionSettings: FIREFOX },
      },
    ],
  );
}

/** https://developer.chrome.com/docs/apps/autoupdate */
const UPDATES = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Serve it at update_url. version: that of the package, raised with every new one. The package must be signed with the same key. -->
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${CHROMIUM_ID}">
    <updatecheck codebase="${SERVER}/in-camera.crx" version="${version}"/>
  </app>
</gupdate>
`;
