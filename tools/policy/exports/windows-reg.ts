import { regFile, registryKeys } from '../formats/registry.ts';
import type { PolicyExport } from './export.ts';

export const windowsReg: PolicyExport = {
  id: 'windows-reg',
  title: 'Chrome, Edge and Firefox on Windows: registry',
  for:
    'Import in-camera.reg as administrator ("reg import in-camera.reg"), or take its values into a Group Policy Preference. It replaces ' +
    'what an earlier policy wrote. Firefox holds the whole policy as JSON in one value (REG_MULTI_SZ); use either this or a ' +
    'policies.json with "3rdparty", not both.',
  files: (policy) => [
    {
      name: 'in-camera.reg',
      encoding: 'utf-16le',
      text: regFile(registryKeys(policy), [
        'In Camera: Chrome, Edge and Firefox. Lists and objects are JSON text in one value.',
      ]),
    },
  ],
};
