/** What is wrong with a policy file: where, what is allowed there, and what would happen. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { faultSentence } from '../../extension/fault-words.ts';
import type { PolicyFault } from '../../src/model.ts';
import { withExpiry } from '../../src/policy/in-force.ts';
import { policyFromText } from '../../src/policy/parse.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { isRecord } from '../../src/record.ts';
import { english } from '../messages.ts';
import { advice } from './advice.ts';
import { allowedAt, type JsonPath, meantBy } from './allowed.ts';
import { type Found, MOST_LEVELS, memberOf, named, type Place, placesIn, tooDeep } from './places.ts';

/** One remark about the file. Lines and columns count from 1; columns count UTF-16 units. */
export interface Remark extends Place {
  /** An error changes what applies; a warning does not. */
  severity: 'error' | 'warning';
  /** In the words of popup and check, for an error of the policy itself. */
  message: string;
  allowed: string | null;
  /** What becomes of it, beyond the message. */
  happens: string | null;
}

const MAX_SYNTAX_ERRORS = 20;
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };
const NOTHING_APPLIES =
  'Nothing of the file applies. Where a good policy was in force before, it stays in force.';

/** In the order of the file. `now` decides what has ended. Never throws, whatever the text. */
export function lint(source: string, now: Date): Remark[] {
  const text = source.replace(/^\ufeff/, '');
  const place = placesIn(text);
  const bare = (offset: number, message: string, happens: string | null): Remark => ({
    ...place(offset),
    severity: 'error',
    message,
    allowed: null,
    happens,
  });
  const deep = nestedTooDeep(source);
  if (deep !== null) return [{ ...bare(0, deep.message, NOTHING_APPLIES), ...deep.place }];
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  if (errors.length > 0 && text.trim() !== '') {
    const more = errors.length - MAX_SYNTAX_ERRORS;
    return errors.slice(0, MAX_SYNTAX_ERRORS).map(({ error, offset }, index) => {
      const rest = more > 0 && index === MAX_SYNTAX_ERRORS - 1 ? `And ${more} more mistakes follow.` : null;
      return bare(offset, notJson(inWords(printParseErrorCode(error))), index === 0 ? NOTHING_APPLIES : rest);
    });
  }
  const inForce = withExpiry(policyFromText(text, 'file'), now);
  if (root === undefined)
    return inForce.note.faults.map((fault) => bare(0, faultSentence(fault, english), NOTHING_APPLIES));
  const remarks = inForce.note.faults.map((fault) => remarkOn(fault, root, place));
  const warnings = [...keysThereTwice(root), ...advice(inForce, root, now)].map(
    ({ at, message }): Remark => ({
      ...place(at),
      severity: 'warning',
      message,
      allowed: null,
      happens: null,
    }),
  );
  return [...remarks, ...warnings].sort((one, other) => one.line - other.line || one.column - other.column);
}

/** A reason to read the file no further, and where; null when there is none. */
export function nestedTooDeep(source: string): { place: Place; message: string } | null {
  const text = source.replace(/^\ufeff/, '');
  const offset = tooDeep(text);
  return offset === null
    ? null
    : {
        place: placesIn(text)(offset),
        message: `Lists and objects stand more than ${MOST_LEVELS} levels deep in each other here. No policy does that, so the file is not read.`,
      };
}

/** In the words of check. */
function notJson(reason: string): string {
  return faultSentence({ path: '', problem: 'not-json', value: reason, lost: '' }, english);
}

/** "CloseBraceExpected" as people write it. */
function inWords(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function remarkOn(fault: PolicyFault, root: Node, place: (offset: number) => Place): Remark {
  const { problem } = fault;
  const { path, node } = problem === 'dropped-by-browser' ? expectedAs(fault, root) : faultIn(fault, root);
  const guess = meant(fault, path);
  const message = [
    faultSentence(fault, english),
    ...(problem === 'dropped-by-browser' && !Object.hasOwn(policySchema.shape, fault.path)
      ? ['A policy has no such setting.']
      : []),
    ...(guess === null ? [] : [`Did you mean “${guess}”?`]),
  ].join(' ');
  return {
    ...place(problem === 'unknown-key' ? (node.parent?.offset ?? node.offset) : node.offset),
    severity: problem === 'expired' ? 'warning' : 'error',
    message,
    allowed: problem === 'expired' || problem === 'empty' ? null : allowedAt(path),
    happens: becomes(fault, path),
  };
}

/** Where the fault's path leads. A key that is missing is told at the object that lacks it. */
function faultIn({ path, problem }: PolicyFault, root: Node): Found {
  const found = path === '' && problem === 'unknown-key' ? null : named(root, path);
  if (found !== null) return found;
  const last = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0);
  const around = named(root, path.slice(0, last)) ?? { path: [], node: root };
  // A key without a name leaves no letter in the path.
  const nameless = problem === 'unknown-key' ? memberOf(around.node, '') : undefined;
  if (nameless !== undefined) return { path: [...around.path, ''], node: nameless };
  const step = path.slice(last).replace(/^[.[]/, '');
  return { path: [...around.path, step.endsWith(']') ? Number.parseInt(step, 10) : step], node: around.node };
}

/** A key that `expectedKeys` names and the file has not: the list is where the two can be brought together. */
function expectedAs({ path }: PolicyFault, root: Node): Found {
  const list = memberOf(root, 'expectedKeys');
  return { path: [path], node: list?.children?.find(({ value }) => value === path) ?? list ?? root };
}

function meant({ problem, value, path: name }: PolicyFault, path: JsonPath): string | null {
  if (problem === 'unknown-key') return meantBy(path, String(path.at(-1) ?? ''));
  if (problem === 'dropped-by-browser')
    return Object.hasOwn(policySchema.shape, name) ? null : meantBy(['expectedKeys'], name);
  return problem.startsWith('unknown') || problem === 'wrong-value' ? meantBy(path, value) : null;
}

/** Browsers do their own to a policy before we see it (facts/deployment.md section 4). */
function becomes({ problem, path }: PolicyFault, [key]: JsonPath): string | null {
  if (problem === 'wrong-type' && path !== '')
    return `Chrome, Chromium and Edge drop all of ${String(key)} because of it, without a word; where there was a good value before, In Camera keeps it.`;
  if (problem === 'unknown-key') return 'Chrome, Chromium and Edge take it out without a word.';
  return null;
}

/** JSON takes the last of two equal keys, and says nothing. */
function keysThereTwice(root: Node): { at: number; message: string }[] {
  const remarks: { at: number; message: string }[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const children = node.children ?? [];
    for (const child of children) waiting.push(child);
    if (node.type !== 'object') continue;
    const seen = new Set<unknown>();
    for (const property of children) {
      const name: unknown = property.children?.[0]?.value;
      if (seen.has(name))
        remarks.push({
          at: property.offset,
          message: `“${String(name)}” is there twice: the last one counts.`,
        });
      seen.add(name);
    }
  }
  return remarks;
}

/** The policy as a plain object; null when the text holds none. Never throws. */
export function objectIn(source: string): Record<string, unknown> | null {
  if (nestedTooDeep(source) !== null) return null;
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  return isRecord(value) ? value : null;
}
