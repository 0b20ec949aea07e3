import type { MarkingScheme } from '../scheme.ts';
import { nlVirbi } from './nl-virbi.ts';
import { tlp2 } from './tlp2.ts';
import { ukGscp } from './uk-gscp.ts';

/** Every scheme we know. A new one is a file here and a line. */
export const SCHEMES: readonly MarkingScheme[] = [nlVirbi, tlp2, ukGscp];
