import { admx } from './admx.ts';
import type { PolicyExport } from './export.ts';
import { firefox } from './firefox.ts';
import { intune } from './intune.ts';
import { linux } from './linux.ts';
import { mobileconfig } from './mobileconfig.ts';
import { windowsReg } from './windows-reg.ts';

export { bytesOf, type PolicyFile } from '../formats/file.ts';
export type { PolicyExport } from './export.ts';

/** Every target of `npm run policy -- export`. */
export const POLICY_EXPORTS: readonly PolicyExport[] = [
  windowsReg,
  admx,
  intune,
  mobileconfig,
  linux,
  firefox,
];
