import { configurationProfile } from '../formats/plist.ts';
import { CHROMIUM_ID, FIREFOX_ID } from '../ids.ts';
import type { PolicyExport } from './export.ts';

/** Chromium browsers read an extension's policy from a preference domain of its own, not from "3rdparty" (facts/deployment.md section 2). */
const CHROMIUM_BROWSERS = [
  { title: 'Google Chrome', bundle: 'com.google.Chrome' },
  { title: 'Microsoft Edge', bundle: 'com.microsoft.Edge' },
  { title: 'Chromium', bundle: 'org.chromium.Chromium' },
];

export const mobileconfig: PolicyExport = {
  id: 'mobileconfig',
  title: 'Chrome, Edge, Chromium and Firefox on macOS: configuration profile',
  for:
    'Push in-camera.mobileconfig with your device management (Jamf, Intune, Kandji, …) to the device channel. It is not signed; sign it ' +
    'if your devices ask for that. Another profile that sets "3rdparty" for Firefox must be merged with this one.',
  files: (policy) => [
    {
      name: 'in-camera.mobileconfig',
      text: configurationProfile(
        'example.in-camera.policy',
        'In Camera',
        'The organisation’s policy for the browser extension In Camera.',
        [
          ...CHROMIUM_BROWSERS.map(({ title, bundle }) => ({
            title,
            domain: `${bundle}.extensions.${CHROMIUM_ID}`,
            settings: policy,
          })),
          {
            title: 'Firefox',
            domain: 'org.mozilla.firefox',
            settings: {
              EnterprisePoliciesEnabled: true,
              '3rdparty': { Extensions: { [FIREFOX_ID]: policy } },
            },
          },
        ],
      ),
    },
  ],
};
