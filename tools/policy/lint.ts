/** What is wrong with a policy file: where, what is allowed there, and what would happen. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { faultSentence } from '../../extension/fault-words.ts';
import type { PolicyFault } from '../../src/model.ts';
import { type PolicyInForce, withExpiry } from '../../src/policy/in-force.ts';
import { policyFromText } from '../../src/policy/parse.ts';
import { english } from '../messages.ts';
import { allowedAt, type JsonPath, meantBy } from './allowed.ts';

/** One remark about the file. Lines and columns count from 1; columns count UTF-16 units. */
export interface Remark {
  line: number;
  column: number;
  /** An error changes what applies; a warning does not. */
  severity: 'error' | 'warning';
  /** In the words of popup and check, for an error of the policy itself. */
  message: string;
  allowed: string | null;
  /** What browsers do with it, beyond the message. */
  happens: string | null;
}

const MAX_SYNTAX_ERRORS = 20;
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** In the order of the file. `now` decides what has expired. */
export function lint(source: string, now: Date): Remark[] {
  const text = source.replace(/^\ufeff/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const place = placesIn(text);
  if (errors.length > 0)
    return errors.slice(0, MAX_SYNTAX_ERRORS).map(({ error, offset }) => ({
      ...place(offset),
      severity: 'error',
      message: `not JSON: ${inWords(printParseErrorCode(error))}`,
      allowed: null,
      happens: 'Nothing of the file applies. Where a good policy was in force before, it stays in force.',
    }));
  const inForce = withExpiry(policyFromText(text, 'file'), now);
  const remarks = inForce.note.faults.map((fault) => remarkOn(fault, root, place));
  if (root !== undefined) remarks.push(...twiceIn(root, place), ...advice(inForce, root, place, now));
  return remarks.sort((one, other) => one.line - other.line || one.column - other.column);
}

type Place = (offset: number) => { line: number; column: number };

function placesIn(text: string): Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** "CloseBraceExpected" as people write it. */
function inWords(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function remarkOn(fault: PolicyFault, root: Node | undefined, place: Place): Remark {
  const path = pathOf(fault.path);
  const guess =
    fault.problem.startsWith('unknown') || fault.problem === 'wrong-value' ? meant(fault, path) : null;
  const allowed = fault.problem === 'expired' || fault.problem === 'empty' ? null : allowedAt(path);
  const message = faultSentence(fault, english);
  return {
    ...place(offsetOf(path, root, fault.problem)),
    severity: fault.problem === 'expired' ? 'warning' : 'error',
    message: guess === null ? message : `${message} Did you mean “${guess}”?`,
    allowed,
    happens: inBrowsers(fault, path),
  };
}

function meant({ problem, value }: PolicyFault, path: JsonPath): string | null {
  const last = path.at(-1);
  return meantBy(path, problem === 'unknown-key' ? String(last ?? '') : value);
}

/** Browsers do their own to a policy before we see it (facts/deployment.md section 4). */
function inBrowsers({ problem, path }: PolicyFault, [key]: JsonPath): string | null {
  if (problem === 'wrong-type' && path !== '')
    return `Chrome, Chromium and Edge drop all of ${String(key)} because of it, without a word; where there was a good value before, In Camera keeps it.`;
  if (problem === 'unknown-key') return 'Chrome, Chromium and Edge take it out without a word.';
  return null;
}

/** `rules[2].level` as ["rules", 2, "level"]. */
function pathOf(path: string): JsonPath {
  if (path === '') return [];
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Of the key itself where the key is wrong, of the value where the value is. */
function offsetOf(path: JsonPath, root: Node | undefined, problem: PolicyFault['problem']): number {
  for (let length = path.length; root !== undefined && length >= 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node === undefined) continue;
    return problem === 'unknown-key' && length === path.length
      ? (node.parent?.offset ?? node.offset)
      : node.offset;
  }
  return 0;
}

/** JSON takes the last of two equal keys, and says nothing. */
function twiceIn(node: Node, place: Place): Remark[] {
  const inside = (node.children ?? []).flatMap((child) => twiceIn(child, place));
  if (node.type !== 'object') return inside;
  const seen = new Set<unknown>();
  for (const property of node.children ?? []) {
    const name: unknown = property.children?.[0]?.value;
    if (seen.has(name))
      inside.push(warning(place(property.offset), `“${String(name)}” is there twice: the last one counts.`));
    seen.add(name);
  }
  return inside;
}

function warning(place: { line: number; column: number }, message: string): Remark {
  return { ...place, severity: 'warning', message, allowed: null, happens: null };
}

/** What is right, and perhaps not what was meant. */
function advice({ policy, note }: PolicyInForce, root: Node, place: Place, now: Date): Remark[] {
  const remarks: Remark[] = [];
  const at = (...path: (string | number)[]): { line: number; column: number } =>
    place(findNodeAtLocation(root, path)?.offset ?? 0);
  for (const key of note.notApplied)
    remarks.push(
      warning(at(key), `${key}: In Camera knows this setting, and this version does nothing with it.`),
    );
  const expected = new Set(policy.expectedKeys);
  const unexpected = Object.keys(policy).filter((key) => key !== 'expectedKeys' && !expected.has(key));
  if (policy.expectedKeys === undefined)
    remarks.push(
      warning(
        at(),
        'Without expectedKeys nobody notices when a browser drops a setting. Name your keys there.',
      ),
    );
  else if (unexpected.length > 0)
    remarks.push(
      warning(
        at('expectedKeys'),
        `expectedKeys does not name ${unexpected.join(', ')}: nobody would notice when a browser drops them.`,
      ),
    );
  policy.exceptions?.forEach(({ until }) => {
    const index = exceptionsIn(root).indexOf(until);
    if (Date.parse(until) + 86_400_000 <= now.getTime())
      remarks.push(
        warning(at('exceptions', index, 'until'), `The exception ended on ${until}: it does nothing.`),
      );
  });
  return remarks;
}

function exceptionsIn(root: Node): unknown[] {
  const list = findNodeAtLocation(root, ['exceptions'])?.children ?? [];
  return list.map((item): unknown => findNodeAtLocation(item, ['until'])?.value);
}
