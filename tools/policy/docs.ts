/** docs/policy.md, made from the policy's schema so that it cannot say anything else. */
import * as z from 'zod/mini';
import { INCIDENTS } from '../../src/incidents/index.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { LEVELS } from '../../src/model.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { aboutKeys, policySchema } from '../../src/policy/schema.ts';
import { RULES } from '../../src/rules/index.ts';
import { CHROMIUM_ID, FIREFOX_ID } from './ids.ts';

export function policyDocs(): string {
  return `<!-- Made by \`npm run generate\` from src/policy/schema.ts. Do not edit. -->

# The policy

One object; every key is optional. What is valid applies, each fault is named in the popup and by \`npm run check\`, and a fault
never disarms: a key that arrives without any valid part, or not at all, keeps its last good value.

## Keys

| Key | Holds | Meaning |
|---|---|---|
${Object.entries(policySchema.shape).map(keyRow).join('\n')}

Levels, mildest first: ${LEVELS.map(code).join(' ')}. \`justify\` holds joining and sending until a reason is given, \`block\` holds them for good. With \`reportOnly\` both are shown as a warning, and counted by the dry run.

A marking is named \`scheme/level\`:

| Scheme | Levels and their rank |
|---|---|
${SCHEMES.map((scheme) => `| ${code(scheme.id)} ${scheme.title} | ${scheme.levels.map((level) => `${code(level.id)} ${level.rank}`).join(', ')} |`).join('\n')}
| \`labels\` your own | the ids and ranks of \`labels\` |

Without \`schemes\` all are in force but \`corp\`, and without short forms (NS, DR, (C) …) and single words that mean
other things elsewhere or whose spelling is only recalled (SENSITIVE, LIMITE, the Swedish levels): name the scheme for those. Where two
schemes in force share a word, the higher rank counts, then the first of the list.

Ranks run from 0 (public) over 10, 20 (restricted), 30 (confidential), 40 (secret) to 50 (top secret). A meeting is too sensitive for
a platform when the marking's rank is above the ceiling's.

A fault leaves out as little as can be: its key, or the item around it where the rest could loosen more than was meant. A platform's
entry with a fault does not exempt its platform from \`otherPlatforms\`.

Of several entries of \`platforms\` that name a meeting's platform and host the strictest wins; \`otherPlatforms\` counts only where none does.

A level of \`rules\` counts for all cases of a rule, also for those that the rule itself is quiet about (a link that a program writes into
LOCATION, Teams' phone line): set it with \`from\` where that is too much.

Forbidden terms are whole words in any case; they are no regular expressions. \`exceptions\` end with their last day (UTC). \`texts\` stand in
place of the first sentence of a rule, in all its cases. A person's own settings have the same shape as the policy; \`locked\` lets only
what is stricter through.

Built-in incidents, by id: ${INCIDENTS.map(({ id }) => code(id)).join(' ')}.

Platforms: ${PLATFORMS.map((platform) => code(platform.id)).join(' ')}.

Rules of this version, with their level when no policy sets one, and what they rest on:

| Rule | Level | Source |
|---|---|---|
${RULES.map((rule) => `| ${code(rule.id)} | ${levelCell(rule)} | [${rule.source.title}](${rule.source.url}) (${rule.source.date}) |`).join('\n')}

## Where it goes

Chromium's id is \`${CHROMIUM_ID}\`, Firefox's \`${FIREFOX_ID}\`.

| Browser | Place | Shape |
|---|---|---|
| Chromium, Linux | \`/etc/chromium/policies/managed/in-camera.json\` | \`{"3rdparty": {"extensions": {"${CHROMIUM_ID}": { …keys… }}}}\` |
| Chrome, Linux | \`/etc/opt/chrome/policies/managed/in-camera.json\` | the same |
| Chrome, Windows | \`HKLM\\Software\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${CHROMIUM_ID}\\policy\` | one value a key |
| Edge, Windows | \`HKLM\\Software\\Policies\\Microsoft\\Edge\\3rdparty\\Extensions\\${CHROMIUM_ID}\\policy\` | one value a key |
| Firefox | \`policies.json\` (Linux: \`/etc/firefox/policies/\`) | \`{"policies": {"3rdparty": {"Extensions": {"${FIREFOX_ID}": { …keys… }}}}}\` |

- Chromium, Chrome and Edge follow a changed policy while they run. Firefox tells of no change: there it is seen after a restart.
- Chromium drops a whole top-level key when one value in it has the wrong type, without a word. Name your keys in \`expectedKeys\`:
  a missing one is then named in the popup, and its last good value stays.
- An empty policy looks like a broken one, so it changes nothing. To withdraw a policy, push one with only \`policyVersion\`.
- The popup shows which version is in force, and its faults. Try a policy before you push it, see [the guide for IT](it/README.md):
  \`npm run -s policy -- lint policy.json\`, \`… explain policy.json\`, \`npm run -s check -- --policy policy.json saved-mails/\`.
`;
}

/** "`warn`, below rank 20 `off`". */
const levelCell = ({ level, below }: (typeof RULES)[number]): string =>
  below === undefined ? code(level) : `${code(level)}, below rank ${below.rank} ${code(below.level)}`;

const code = (text: string): string => `\`${text}\``;

function keyRow([key, schema]: [string, unknown]): string {
  const about = schema instanceof z.ZodMiniOptional ? aboutKeys.get(schema) : undefined;
  const later = about?.applied === false ? ' *Known, not applied by this version.*' : '';
  return `| ${code(key)} | ${typeOf(schema)} | ${about?.means ?? ''}${later} |`;
}

function typeOf(schema: unknown): string {
  if (schema instanceof z.ZodMiniOptional) return typeOf(schema.def.innerType);
  if (schema instanceof z.ZodMiniArray) return `list of ${typeOf(schema.def.element)}`;
  if (schema instanceof z.ZodMiniObject) {
    const keys = Object.entries(schema.shape).map(
      ([key, one]) => `${key}${one instanceof z.ZodMiniOptional ? '?' : ''}`,
    );
    return `\\{ ${keys.join(', ')} \\}`;
  }
  if (schema instanceof z.ZodMiniEnum) return schema.options.map((option) => code(String(option))).join(' ');
  if (schema instanceof z.ZodMiniBoolean) return 'true or false';
  return schema instanceof z.ZodMiniNumber ? 'number' : 'text';
}
