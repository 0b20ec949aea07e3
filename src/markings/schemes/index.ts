import type { MarkingScheme } from '../scheme.ts';
import { auPspf } from './au-pspf.ts';
import { be } from './be.ts';
import { ca } from './ca.ts';
import { corp } from './corp.ts';
import { deVsa } from './de-vsa.ts';
import { dk } from './dk.ts';
import { euEuci } from './eu-euci.ts';
import { frIgi1300 } from './fr-igi1300.ts';
import { nato } from './nato.ts';
import { nlVirbi } from './nl-virbi.ts';
import { nzPsr } from './nz-psr.ts';
import { se } from './se.ts';
import { tlp2 } from './tlp2.ts';
import { ukGscp } from './uk-gscp.ts';
import { us } from './us.ts';

/** Every scheme we know, in the order of facts/markings.json. A new one is a file here and a line. */
export const SCHEMES: readonly MarkingScheme[] = [
  ukGscp,
  nlVirbi,
  deVsa,
  frIgi1300,
  euEuci,
  nato,
  us,
  ca,
  auPspf,
  nzPsr,
  be,
  se,
  dk,
  tlp2,
  corp,
];
