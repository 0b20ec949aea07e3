/** The Roundcube session in all three variants by turns, and what it tells. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRoundcube } from '../test/webmail/roundcube.ts';
import { bar, quantile, row, section } from './bench-bars.ts';
import { type Session, session } from './bench-session.ts';
import { type Of, startVariant, VARIANTS } from './bench-variants.ts';

const MB = 1024 * 1024;
const KB = 1024;

export async function sessions(dists: Readonly<{ ours: string; naive: string }>, rounds: number) {
  await installRoundcube();
  const all: Of<Session[]> = { without: [], 'In Camera': [], naive: [] };
  for (let round = 0; round < rounds; round++)
    for (const variant of VARIANTS) {
      const started = await startVariant(variant, dists);
      try {
        all[variant].push(await session(started));
      } finally {
        await started.close();
      }
    }
  costs(all);
  memory(all);
  scripts(dists);
  return all;
}

type Reading = (one: Session) => number;

const spread = (values: readonly number[], show: (value: number) => string): string =>
  `${show(quantile(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;

function costs(all: Of<Session[]>): void {
  section(
    `A Roundcube session: twenty mails opened, one written; median of ${all.without.length} rounds (least to most)`,
    ...VARIANTS,
    'bar',
  );
  const each = (name: string, read: Reading, show: (value: number) => string, verdict = ''): void =>
    row(name, ...VARIANTS.map((variant) => spread(all[variant].map(read), show)), verdict);
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const ours = all['In Camera'];
  const base = quantile(all.without.map(({ total }) => total));
  const share = (variant: 'In Camera' | 'naive'): number =>
    quantile(all[variant].map((one) => one.ours)) / base;
  const paired = (variant: 'In Camera' | 'naive', read: Reading, combine: (a: number, b: number) => number) =>
    all[variant].map((one, index) => {
      const plain = all.without[index];
      return plain === undefined ? Number.NaN : combine(read(one), read(plain));
    });
  const ratio = (a: number, b: number): number => a / b;

  each('main thread, all', ({ total }) => total, ms);
  each('main thread, attributed to the script', (one) => one.ours, ms);
  row(
    '1 + attributed / without',
    '1',
    (1 + share('In Camera')).toFixed(3),
    (1 + share('naive')).toFixed(3),
    '',
  );
  const ratios = (['In Camera', 'naive'] as const).map((variant) =>
    paired(variant, ({ total }) => total, ratio),
  );
  row(
    'paired ratio to without',
    '1',
    ...ratios.map((values) => spread(values, (value) => value.toFixed(3))),
    `1.02: ${bar('main-thread time of the session', quantile(ratios[0] ?? []) <= 1.02)}`,
  );
  const times = share('naive') / share('In Camera');
  row(
    'naive cost / ours',
    '',
    '',
    `${times.toFixed(2)} ×`,
    `10 ×: ${bar('against the naive script', times >= 10)}`,
  );
  each('longest task', ({ longestTask }) => longestTask, ms);
  const longest = ours.map(({ longestOurs }) => longestOurs);
  each(
    'longest, as far as the script’s',
    ({ longestOurs }) => longestOurs,
    ms,
    `16 ms in the median, 50 ms ever: ${bar('longest task of the session', quantile(longest) <= 16 && Math.max(...longest) <= 50)}`,
  );
  each(
    'layout shift, sum of scores',
    ({ shift }) => shift,
    (value) => value.toFixed(3),
  );
  const shifts = paired(
    'In Camera',
    ({ shift }) => shift,
    (one, plain) => one - plain,
  );
  const own = all.without.map(({ shift }) => shift);
  const withUs = quantile(ours.map(({ shift }) => shift));
  row(
    'layout shift, added in each pair',
    '',
    spread(shifts, (value) => value.toFixed(3)),
    '',
    `median within Roundcube’s own spread: ${bar('layout shift', withUs <= Math.max(...own))}`,
  );
  const judged = Math.min(...ours.map((one) => one.judged ?? 0));
  row(
    'invitations judged as they should be',
    '',
    `${judged} of 10`,
    '',
    `10: ${bar('judged in the session', judged === 10)}`,
  );
}

function memory(all: Of<Session[]>): void {
  section(
    'Memory of a mail page: heap after garbage collection, a mail with a warning open',
    ...VARIANTS,
    'bar',
  );
  const mb = (bytes: number): string => `${(bytes / MB).toFixed(2)} MB`;
  const heaps = (variant: (typeof VARIANTS)[number]): number[] => all[variant].map(({ heap }) => heap);
  row('heap of the tab', ...VARIANTS.map((variant) => spread(heaps(variant), mb)), '');
  const added = VARIANTS.map((variant) => quantile(heaps(variant)) - quantile(heaps('without')));
  row('added', '', mb(added[1] ?? 0), mb(added[2] ?? 0), `2 MB: ${bar('heap', (added[1] ?? 0) <= 2 * MB)}`);
}

function scripts(dists: Readonly<{ ours: string; naive: string }>): void {
  section('Bytes of script in a mail page, minified', 'In Camera', 'naive');
  const size = (...path: string[]): number => readFileSync(join(...path)).length;
  const part = (name: string): number => size(dists.ours, 'content', `${name}.iife.js`);
  const kb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;
  row('in each page and frame', kb(part('in-camera')), kb(size(dists.naive, 'naive.js')));
  row('where a link to a meeting stands', `+ ${kb(part('meeting'))}`, '');
  row('where there is a notice to show', `+ ${kb(part('notice'))}`, '');
  row('where the policy can hold', `+ ${kb(part('hold'))}`, '');
}
