import { jsonFile } from '../formats/json.ts';
import { FIREFOX_ID } from '../ids.ts';
import type { PolicyExport } from './export.ts';

export const firefox: PolicyExport = {
  id: 'firefox',
  title: 'Firefox, all systems',
  for:
    'Put policies.json into /etc/firefox/policies/ (Linux), into the folder "distribution" beside firefox.exe (Windows), or into ' +
    'Firefox.app/Contents/Resources/distribution/ (macOS). If you have a policies.json, add the part "3rdparty" to it. ' +
    'Firefox reads it when it starts.',
  files: (policy) => [
    {
      name: 'policies.json',
      text: jsonFile({ policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: policy } } } }),
    },
  ],
};
