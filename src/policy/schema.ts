import * as z from 'zod';
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

const text = z.string().min(1, 'wrong-value').max(2000, 'wrong-value');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/, 'wrong-value');
const host = z.string().regex(/^(?:\*\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,20}$/i, 'wrong-value');
const level = z.enum(LEVELS, 'wrong-value');
const rank = z.number('wrong-type').min(0, 'wrong-value').max(100, 'wrong-value');
const rule = z.string().refine((id) => RULE_IDS.some((known) => known === id), 'unknown-rule');
const platform = z.string().refine((id) => PLATFORMS.some((known) => known.id === id), 'unknown-platform');
const scheme = z.string().refine((id) => SCHEMES.some((known) => known.id === id), 'unknown-scheme');
const marking = z.string().refine(isMarkingReference, 'unknown-marking');
const use = z.enum(['allowed', 'join-only', 'forbidden'], 'wrong-value');
const webAddress = z.string().regex(/^https:\/\/[^\s<>"]{1,500}$/i, 'wrong-value');

/** "nl-virbi/depv"; the organisation's own labels are checked when the whole policy is known. */
function isMarkingReference(reference: string): boolean {
  const [schemeId, levelId, rest] = reference.split('/');
  if (rest !== undefined || levelId === undefined) return false;
  if (schemeId === OWN_LABELS) return true;
  return SCHEMES.some((one) => one.id === schemeId && one.levels.some((own) => own.id === levelId));
}

/**
 * `whole`: one faulty key spoils the item, because what is left could loosen more than was meant (a rule's level without its
 * `from`). Elsewhere the valid keys of an item apply. `applied: false`: the key is known, and this version does nothing with it.
 */
export const aboutKeys = z.registry<{ whole?: boolean; applied?: false }>();

function wholeItem<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.object(shape).register(aboutKeys, { whole: true });
}

const notAppliedYet = { applied: false } as const;

export const policySchema = z.object({
  policyVersion: text.optional().describe('Your own name for this version; people see it in the popup.'),
  validUntil: day
    .optional()
    .describe('Last day of this policy. After it the policy stays in force and people are told.'),
  expectedKeys: z
    .array(text)
    .optional()
    .describe('Every top-level key you set. A missing one proves that the browser dropped it.'),
  organisation: z
    .object({
      name: text.optional(),
      contact: z
        .string()
        .regex(/^(?:mailto:|https:\/\/)[^\s<>"]{1,500}$/i, 'wrong-value')
        .optional(),
      helpUrl: webAddress.optional(),
      mailDomains: z.array(host).optional(),
    })
    .optional()
    .describe('Who speaks to people through this policy.'),
  reportOnly: z.boolean().optional().describe('Hold nothing; only warn.'),
  schemes: z.array(scheme).optional().describe('Marking schemes in force.'),
  labels: z
    .array(wholeItem({ id: text, names: z.array(text), rank, purviewIds: z.array(text).optional() }))
    .optional()
    .describe('Your own labels, by name and rank.'),
  unlabelled: wholeItem({ rank: rank.optional(), level: level.optional() })
    .optional()
    .describe('What to assume of an invitation without a marking.')
    .register(aboutKeys, notAppliedYet),
  platforms: z
    .array(
      z.object({
        platform,
        hosts: z.array(host).optional().register(aboutKeys, { whole: true }),
        tenants: z.array(text).optional(),
        use: use.optional(),
        ceiling: marking.optional(),
        alternative: text.optional(),
      }),
    )
    .optional()
    .describe('Which platforms may be used, and up to which marking.'),
  otherPlatforms: z
    .object({ use: use.optional(), ceiling: marking.optional(), alternative: text.optional() })
    .optional()
    .describe('The same for every platform and host that no entry names.'),
  selfHosted: z
    .array(wholeItem({ platform, hosts: z.array(host) }))
    .optional()
    .describe('Your own servers, by the product that runs there.'),
  rules: z
    .array(wholeItem({ rule, from: marking.optional(), level }))
    .optional()
    .describe('Levels of rules, from a marking upwards or always. Of those that apply, the strictest wins.'),
  titles: z
    .object({
      markings: z.enum(['allow', 'require', 'warn'], 'wrong-value').optional(),
      forbiddenTerms: z.array(text.max(200, 'wrong-value')).optional(),
    })
    .optional()
    .describe(
      'What a meeting’s title may say. Terms are plain words; * stands for anything, ? for one character.',
    ),
  incidents: z
    .array(
      wholeItem({
        id: text,
        platform,
        createdBefore: day.optional(),
        text,
        action: text.optional(),
        source: webAddress.optional(),
      }),
    )
    .optional()
    .describe('Your own dated warnings about a platform.')
    .register(aboutKeys, notAppliedYet),
  disabledIncidents: z.array(text).optional().describe('Built-in incidents to leave out, by id.'),
  sites: z
    .array(webAddress)
    .optional()
    .describe('Self-hosted webmail to read.')
    .register(aboutKeys, notAppliedYet),
  exceptions: z
    .array(wholeItem({ rule, host: host.optional(), until: day, reason: text.optional() }))
    .optional()
    .describe('Where a rule stays silent, up to and with a day.'),
  texts: z
    .array(wholeItem({ rule, language: text, text }))
    .optional()
    .describe('Your own wording of a rule.')
    .register(aboutKeys, notAppliedYet),
  locked: z.boolean().optional().describe('People may not loosen it in their own settings.'),
});

export type Policy = z.infer<typeof policySchema>;
export type PlatformUse = z.infer<typeof use>;
