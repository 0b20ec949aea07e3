import { jsonFile } from '../formats/json.ts';
import { CHROMIUM_ID } from '../ids.ts';
import type { PolicyExport } from './export.ts';

export const linux: PolicyExport = {
  id: 'linux',
  title: 'Chrome, Edge and Chromium on Linux',
  for:
    'Put in-camera.json into /etc/opt/chrome/policies/managed/ (Chrome), /etc/opt/edge/policies/managed/ (Edge) or ' +
    '/etc/chromium/policies/managed/ (Chromium), readable for all and writable for root only. Firefox: export to "firefox".',
  files: (policy) => [
    { name: 'in-camera.json', text: jsonFile({ '3rdparty': { extensions: { [CHROMIUM_ID]: policy } } }) },
  ],
};
