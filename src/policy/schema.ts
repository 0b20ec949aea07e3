import * as z from 'zod/mini';
import { OWN_LABELS } from '../markings/ranks.ts';
import { SCHEMES } from '../markings/schemes/index.ts';
import { LEVELS } from '../model.ts';
import { PLATFORMS } from '../platforms/index.ts';
import { RULE_IDS } from '../rules/ids.ts';

/**
 * The one schema of the policy: types, parsing, Chrome's managed_schema.json and the documentation come from it.
 * A leaf's error message is the id of the fault (PolicyFault.problem) that people are told.
 */

// Zod otherwise probes `new Function`, which the extension pages' content security policy reports.
z.config({ jitless: true });

const text = z.string().check(z.minLength(1, 'wrong-value'), z.maxLength(2000, 'wrong-value'));
const day = z.string().check(z.refine(isDay, 'wrong-value'));
const host = z
  .string()
  .check(z.regex(/^(?:\*\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,20}$/i, 'wrong-value'));
const level = z.enum(LEVELS, 'wrong-value');
const rank = z.number('wrong-type').check(z.gte(0, 'wrong-value'), z.lte(100, 'wrong-value'));
/** A year at most: the log is a help to people, not an archive. */
const logDays = z
  .number('wrong-type')
  .check(z.gte(0, 'wrong-value'), z.lte(365, 'wrong-value'), z.refine(Number.isInteger, 'wrong-value'));
const rule = z.string().check(z.refine((id) => RULE_IDS.some((known) => known === id), 'unknown-rule'));
const platform = z
  .string()
  .check(z.refine((id) => PLATFORMS.some((known) => known.id === id), 'unknown-platform'));
const scheme = z.string().check(z.refine((id) => SCHEMES.some((known) => known.id === id), 'unknown-scheme'));
export const marking = z.string().check(z.refine(isMarkingReference, 'unknown-marking'));
const use = z.enum(['allowed', 'join-only', 'forbidden'], 'wrong-value');
const incidentId = z.string().check(z.minLength(1, 'wrong-value'), z.maxLength(200, 'wrong-value'));
/** Which ids there are, only the whole policy tells. */
export const disabledIncident = z
  .string()
  .check(z.minLength(1, 'wrong-value'), z.maxLength(200, 'wrong-value'));
/** A language tag (BCP 47). */
const language = z.string().check(z.regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i, 'wrong-value'));
/** A name of a marking is a line's worth at most. */
const markingName = text.check(z.maxLength(200, 'wrong-value'));
/** As Purview shows it, with or without braces. */
const guid = z.string().check(z.minLength(1, 'wrong-value'), z.maxLength(64, 'wrong-value'));
const site = z
  .string()
  .check(
    z.regex(
      /^https:\/\/(?:\*\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,20}(?::\d{1,5})?\/?$/i,
      'wrong-value',
    ),
  );
const webAddress = z.string().check(z.regex(/^https:\/\/[^\s<>"]{1,500}$/i, 'wrong-value'));

/** "2026-11-01", or with a time in UTC; a day that exists. */
function isDay(written: string): boolean {
  const [, date, time] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z?)?$/.exec(written) ?? [];
  if (date === undefined) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  // Date takes 30 February for 1 March.
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return false;
  return time === undefined || !Number.isNaN(Date.parse(written));
}

/** A label of the organisation's own, or a marking that it ranks anew ("nl-virbi/depv"). */
export const labelId = text.check(
  z.maxLength(100, 'wrong-value'),
  z.refine(
    (id) => !id.includes('/') || (isMarkingReference(id) && !id.startsWith(`${OWN_LABELS}/`)),
    'unknown-marking',
  ),
);

/** "nl-virbi/depv"; the organisation's own labels are checked when the whole policy is known. */
function isMarkingReference(reference: string): boolean {
  const [schemeId, levelId, rest] = reference.split('/');
  if (rest !== undefined || levelId === undefined) return false;
  if (schemeId === OWN_LABELS) return true;
  return SCHEMES.some((one) => one.id === schemeId && one.levels.some((own) => own.id === levelId));
}

/**
 * `whole`: one faulty key spoils the item, because what is left could loosen more than was meant (a rule's level without its
 * `from`). Elsewhere the valid keys of an item apply. `loosens`: whether the item makes things milder; then a key in it which
 * nobody knows spoils it, too. `means`: what the documentation says of a top-level key. `applied: false`: the key is known, and this version does nothing with it.
 */
export const aboutKeys = z.registry<{
  means?: string;
  whole?: boolean;
  loosens?: (item: Readonly<Record<string, unknown>>) => boolean;
  applied?: false;
}>();

function wholeItem<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodMiniObject<Shape> {
  return z.object(shape).register(aboutKeys, { whole: true });
}

/** A key of the policy itself; every one may be left out. */
function key<Schema extends z.ZodMiniType>(schema: Schema, means: string): z.ZodMiniOptional<Schema> {
  const optional = z.optional(schema);
  aboutKeys.add(optional, { means });
  return optional;
}

export const policySchema = z.object({
  policyVersion: key(text, 'Your own name for this version; people see it in the popup.'),
  validUntil: key(day, 'Last day of this policy. After it the policy stays in force and people are told.'),
  expectedKeys: key(
    z.array(text),
    'Every top-level key you set. A missing one proves that the browser dropped it.',
  ),
  organisation: key(
    z.object({
      name: z.optional(text),
      contact: z.optional(
        z.string().check(z.regex(/^(?:mailto:|https:\/\/)[^\s<>"]{1,500}$/i, 'wrong-value')),
      ),
      helpUrl: z.optional(webAddress),
      mailDomains: z.optional(z.array(host)),
    }),
    'Who speaks to people through this policy.',
  ),
  reportOnly: key(
    z.boolean(),
    'Hold nothing: what would be held is shown as a warning and counted by the dry run.',
  ),
  whenUnchecked: key(
    z.enum(['go-on', 'hold'], 'wrong-value'),
    'What becomes of joining and sending when no check comes within two seconds. Without it they go on, and the person is told.',
  ),
  schemes: key(
    z.array(scheme),
    'Marking schemes in force, the first before the others where they share a word. Without it: all but corp.',
  ),
  labels: key(
    z.array(
      z.object({
        id: labelId,
        names: z.optional(z.array(markingName)),
        rank,
        purviewIds: z.optional(z.array(guid)),
      }),
    ),
    'Your own labels, by their names in every language, their rank and their Purview ids. With a marking’s id (nl-virbi/depv): its rank for you.',
  ),
  unlabelled: key(
    z.object({ rank: z.optional(rank), level: z.optional(level) }),
    'An invitation without a marking: as which rank it counts, and how loudly the missing marking is named (rule label-missing).',
  ),
  platforms: key(
    z.array(
      z.object({
        platform,
        hosts: z.optional(z.array(host)).register(aboutKeys, { whole: true }),
        tenants: z.optional(z.array(text)),
        use: z.optional(use),
        ceiling: z.optional(marking),
        alternative: z.optional(text),
      }),
    ),
    'Which platforms may be used, and up to which marking.',
  ),
  otherPlatforms: key(
    z.object({ use: z.optional(use), ceiling: z.optional(marking), alternative: z.optional(text) }),
    'The same for every platform and host that no entry names.',
  ),
  selfHosted: key(
    z.array(z.object({ platform, hosts: z.array(host) })),
    'Your own servers, by the product that runs there.',
  ),
  rules: key(
    z.array(
      z.object({ rule, from: z.optional(marking), level }).register(aboutKeys, {
        whole: true,
        loosens: (item) => item.level === 'off' || item.level === 'inform',
      }),
    ),
    'Levels of rules, from a marking upwards or always. Of those that apply, the strictest wins.',
  ),
  titles: key(
    z.object({
      markings: z.optional(z.enum(['allow', 'require', 'warn'], 'wrong-value')),
      forbiddenTerms: z.optional(z.array(text.check(z.maxLength(200, 'wrong-value')))),
    }),
    'What a meeting’s title may say. Terms are plain words; * stands for anything, ? for one character.',
  ),
  incidents: key(
    z.array(
      z.object({
        id: incidentId,
        platform,
        createdBefore: z.optional(day).register(aboutKeys, { whole: true }),
        text,
        action: z.optional(text),
        source: z.optional(webAddress),
      }),
    ),
    'Your own dated warnings about a platform (rule exposed-invitation). Without createdBefore: advice on the platform itself (rule platform-advisory).',
  ),
  disabledIncidents: key(z.array(disabledIncident), 'Built-in incidents to leave out, by id.'),
  sites: key(
    z.array(site),
    'Self-hosted webmail to read, as https://mail.example.gov or https://*.example.gov. People allow it once, in the popup.',
  ),
  firstRun: key(z.boolean(), 'Whether a page introduces In Camera after it was installed. Without it: yes.'),
  exceptions: key(
    z.array(
      z
        .object({ rule, host: z.optional(host), until: day, reason: z.optional(text) })
        .register(aboutKeys, { whole: true, loosens: () => true }),
    ),
    'Where a rule stays silent, up to and with a day.',
  ),
  texts: key(
    z.array(wholeItem({ rule, language, text })),
    'Your own wording of what a rule says is wrong, by language (nl, nl-BE).',
  ),
  logDays: key(
    logDays,
    'How many days the log on each computer keeps what was shown and what people decided, 0 to 365. 0: no log. Without it: 90.',
  ),
  locked: key(
    z.boolean(),
    'People may not loosen the policy in their own settings; they may still tighten it.',
  ),
});

export type Policy = z.infer<typeof policySchema>;
export type PlatformUse = z.infer<typeof use>;
