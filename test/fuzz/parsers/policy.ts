import fc from 'fast-check';
import { z } from 'zod';
import { policyDelivered } from '../../../src/policy/delivered.ts';
import { markingsOf, type PolicyInForce } from '../../../src/policy/in-force.ts';
import { withOwnSettings } from '../../../src/policy/own-settings.ts';
import { MAX_FAULTS, parsePolicy, policyFromText } from '../../../src/policy/parse.ts';
import { policySchema } from '../../../src/policy/schema.ts';
import { settingsFromText, settingsText, validSettings } from '../../../src/policy/settings-file.ts';
import { isRecord } from '../../../src/record.ts';
import { damaged } from '../inputs.ts';
import { spoiled, valid } from '../policies.ts';
import { fuzzTarget } from '../target.ts';
import { isPlain, lengthOf, nearly, revived } from '../values.ts';
import { assert, assertSame } from '../verdict.ts';

/** Policies and a person's own settings, as text and as the browser hands them over; keys' order and blanks change nothing. */

const form = z.union([
  z.object({ text: z.string() }),
  z.object({
    policy: z.json(),
    other: z.json(),
    order: z.enum(['reversed', 'sorted']),
    indent: z.int().gte(0).lte(8),
  }),
]);

const policies = fc.oneof(
  { weight: 4, arbitrary: spoiled.map(({ given }) => given) },
  { weight: 3, arbitrary: valid.chain((policy) => nearly([policy])) },
  { weight: 1, arbitrary: nearly([{}]) },
);
/** As a file holds it. */
const asJson = policies.map((policy) => z.json().parse(JSON.parse(JSON.stringify(policy) ?? 'null')));

function reordered(value: unknown, order: 'reversed' | 'sorted'): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reordered(item, order));
  if (!isRecord(value)) return value;
  const pairs = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    reordered(inner, order),
  ]);
  return Object.fromEntries(
    order === 'reversed' ? pairs.reverse() : pairs.sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function assertInForce({ policy, note }: PolicyInForce): void {
  assert(policySchema.safeParse(policy).success, 'what is in force is no policy');
  for (const { path, value } of note.faults)
    assert(path.length + value.length < 400 || path.length > 300, `a fault that is too long: ${path}`);
}

/**
 * Faults are told in the order of the keys; which are told must not depend on it, unless there are more than are told. A faulty
 * value is told as it is written, with its keys in their order.
 */
const comparable = ({ policy, note }: PolicyInForce): unknown => [
  reordered(policy, 'sorted'),
  note.faults.length >= MAX_FAULTS
    ? 'many'
    : note.faults.map(({ path, problem, lost }) => JSON.stringify([path, problem, lost])).sort(),
  [...note.notApplied].sort(),
];

export const policy = fuzzTarget<z.infer<typeof form>>({
  parser: 'policy',
  form,
  cases: fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({ text: damaged(asJson.map((given) => JSON.stringify(given, null, 2))) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        policy: asJson,
        other: asJson,
        order: fc.constantFrom('reversed', 'sorted'),
        indent: fc.nat(8),
      }),
    },
  ),
  async check(one, watch) {
    if ('text' in one) {
      const inForce = await watch.time(one.text.length, () => policyFromText(one.text, 'file'));
      assertInForce(inForce);
      await watch.time(one.text.length, () => settingsFromText(one.text, inForce));
      return;
    }
    const [given, other] = [revived(one.policy), revived(one.other)];
    const size = Math.max(JSON.stringify(one).length, (lengthOf(given) ?? 0) + (lengthOf(other) ?? 0));
    const managed = await watch.time(size, () => parsePolicy(given, 'managed'));
    assertInForce(managed);
    const { inForce, keep } = await watch.time(size, () => policyDelivered(given, other));
    assertInForce(inForce);
    // What was kept is delivered again at the next start.
    await watch.time(size, () => policyDelivered(undefined, keep));
    const both = await watch.time(size, () => withOwnSettings(managed, other));
    assertInForce(both);
    await watch.time(size, () => markingsOf(both.policy));
    const { settings } = await watch.time(size, () => validSettings(other, managed));
    const text = settingsText(settings);
    if (text !== null)
      assertSame(
        reordered(settingsFromText(text, managed).settings, 'sorted'),
        reordered(settings, 'sorted'),
        'settings read again',
      );
    if (!isPlain(one.policy)) return;
    const direct = comparable(policyFromText(JSON.stringify(one.policy), 'file'));
    const written = `\ufeff${JSON.stringify(reordered(one.policy, one.order), null, one.indent)}\r\n`;
    const again = await watch.time(written.length, () => policyFromText(written, 'file'));
    assertSame(comparable(again), direct, 'the same policy, written otherwise');
  },
});
