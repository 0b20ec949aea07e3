/** The page of 10,000 nodes, and the one whose list scrolls, in all three variants by turns. */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../test/browser/until.ts';
import { bar, quantile, row, section, shown } from './bench-bars.ts';
import { recorded, type SiteWork, siteWorkIn } from './bench-trace.ts';
import { type Of, startVariant, VARIANTS, type Variant } from './bench-variants.ts';

const PAGES = [
  ['load of 10,000 nodes', '/many-nodes', false],
  ['10,000 rows scroll, 50 a frame', '/scrolling', true],
] as const;

export async function manyNodes(
  dists: Readonly<{ ours: string; naive: string }>,
  origin: string,
  rounds: number,
): Promise<void> {
  section(
    `Pages of 10,000 nodes, time of the main thread: all, and what is the script's; median of ${rounds}`,
    ...VARIANTS,
    'naive / ours',
  );
  for (const [name, path, starts] of PAGES) {
    const all: Of<SiteWork[]> = { without: [], 'In Camera': [], naive: [] };
    for (let round = 0; round < rounds; round++)
      for (const variant of VARIANTS)
        all[variant].push(await visit(variant, dists, `${origin}${path}`, starts));
    const median = (variant: Variant, read: (one: SiteWork) => number): number =>
      quantile(all[variant].map(read));
    row(`${name}: all`, ...VARIANTS.map((variant) => shown(median(variant, ({ total }) => total))), '');
    const added = VARIANTS.map((variant) => median(variant, ({ ours }) => ours));
    const times = (added[2] ?? Number.NaN) / (added[1] ?? Number.NaN);
    row(
      `${name}: the script's`,
      ...added.map(shown),
      `${times.toFixed(1)} × (10 ×: ${bar(`${name}, against naive`, times >= 10)})`,
    );
    row(
      `${name}: its longest task`,
      ...VARIANTS.map((variant) => shown(median(variant, ({ longestOurs }) => longestOurs))),
      '',
    );
  }
}

async function visit(
  variant: Variant,
  dists: Readonly<{ ours: string; naive: string }>,
  url: string,
  starts: boolean,
): Promise<SiteWork> {
  const started = await startVariant(variant, dists);
  try {
    const page = await started.context.newPage();
    const protocol = await started.context.newCDPSession(page);
    const events = await recorded(protocol, async () => {
      await page.goto(url);
      if (starts) await page.evaluate('window.start()');
      // No question disturbs it before.
      await pause(3500);
      await until('the end', () => page.evaluate('window.isDone === true'), 60_000);
    });
    return siteWorkIn(events, url);
  } finally {
    await started.close();
  }
}
