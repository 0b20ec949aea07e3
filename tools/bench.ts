/**
 * `npm run bench`: how fast links are found and meetings read, as ratios within this one run. Beside us stand linkify-it, linkifyjs and
 * anchorme, which only find links, and one bare RegExp as the floor. Then every hostile text, at 100 KB and at 1 MB.
 *
 * The bars are those of the project; a bar that is missed is said, and the exit code is 1. `-- --write`: the results go to docs/performance.md.
 */
import anchorme from 'anchorme';
import { LinkifyIt } from 'linkify-it';
import * as linkifyjs from 'linkifyjs';
import { Bench } from 'tinybench';
import { BLANK } from '../src/invitation/blank.ts';
import { plainPassage } from '../src/invitation/plain-text.ts';
import { scanLinks } from '../src/links/scan.ts';
import type { Invitation } from '../src/model.ts';
import { DEFAULT_POLICY } from '../src/policy/defaults.ts';
import { review } from '../src/review.ts';
import { bar, conclude, misses, row, section, sections, shown } from './bench-bars.ts';
import { writeResults } from './bench-document.ts';
import { largePolicy } from './bench-policy.ts';
import { HOSTILE, invitation, prose, thread } from './bench-texts.ts';

const KB = 1024;
const NOW = new Date('2026-11-02T09:00:00Z');
const linkify = new LinkifyIt();
/** It is a CommonJS module, whose default export Node puts one level deeper than its types say. */
const { list: anchormeList } = withoutDefault(anchorme);

function withoutDefault<Module extends object>(module: Module | { default: Module }): Module {
  return 'default' in module ? module.default : module;
}

/** Median milliseconds of each task, run in turn. */
function medians(tasks: ReadonlyMap<string, () => unknown>): Promise<ReadonlyMap<string, number>> {
  return timesOf(tasks, 300, 'p50');
}

/** The shortest: for a single text that takes long, where whatever else the machine does only adds, and medians vary by the double. */
function shortest(tasks: ReadonlyMap<string, () => unknown>): Promise<ReadonlyMap<string, number>> {
  return timesOf(tasks, 150, 'min');
}

async function timesOf(
  tasks: ReadonlyMap<string, () => unknown>,
  time: number,
  which: 'p50' | 'min',
): Promise<ReadonlyMap<string, number>> {
  const bench = new Bench({ time, warmupTime: 100, retainSamples: false });
  for (const [name, run] of tasks) bench.add(name, run);
  await bench.run();
  return new Map(
    bench.tasks.map((task) => {
      if (task.result.state !== 'completed')
        throw new Error(`${task.name} did not run to its end: ${task.result.state}`);
      return [task.name, task.result.latency[which]];
    }),
  );
}

const asMail = (text: string): Invitation => ({
  ...BLANK,
  surface: 'mail-read',
  title: 'Overleg',
  passages: [plainPassage('body', text, null)],
});

async function findingLinks(): Promise<void> {
  const texts = new Map([
    ['invitation, 4 KB', invitation()],
    ['thread, 100 KB', thread(100 * KB)],
    ['prose without links, 1 MB', prose(1024 * KB)],
  ]);
  section(
    'Finding links: time of one pass, and how many times as long as ours',
    'In Camera',
    'RegExp',
    'linkify-it',
    'linkifyjs',
    'anchorme',
  );
  for (const [name, text] of texts) {
    const times = await medians(
      new Map<string, () => unknown>([
        ['ours', () => scanLinks(text)],
        ['regexp', () => text.match(/https?:\/\/[^\s<>"]+/g)],
        ['linkify-it', () => linkify.match(text)],
        ['linkifyjs', () => linkifyjs.find(text)],
        // On 1 MB anchorme did not come back within ten minutes (version 3.0.8).
        ...(text.length > 200 * KB ? [] : [['anchorme', () => anchormeList(text)] as const]),
      ]),
    );
    const ours = times.get('ours') ?? Number.NaN;
    const ratio = (other: string): number => (times.get(other) ?? Number.NaN) / ours;
    row(
      name,
      shown(ours),
      ...['regexp', 'linkify-it', 'linkifyjs', 'anchorme'].map((other) =>
        times.has(other) ? `${ratio(other).toFixed(2)} ×` : 'no answer',
      ),
    );
    if (name.startsWith('prose'))
      row('  bar: at most 3 times the RegExp', bar(`${name}: RegExp`, 1 / ratio('regexp') <= 3));
    else row('  bar: 3 times as fast as linkify-it', bar(`${name}: linkify-it`, ratio('linkify-it') >= 3));
  }
}

async function wholeReading(): Promise<void> {
  section('Whole reading: links, meetings, marking, rules', 'time');
  const small = asMail(invitation());
  const long = asMail(thread(100 * KB));
  const plain = asMail(prose(1024 * KB));
  const large = largePolicy();
  const marked: Invitation = {
    ...small,
    title: 'Dep. VERTROUWELIJK - voortgang van project zeepaard en de begroting',
  };
  const times = await medians(
    new Map<string, () => unknown>([
      ['invitation, 4 KB', () => review(small, DEFAULT_POLICY, NOW)],
      ['the same under a large policy', () => review(marked, large, NOW)],
      ['thread, 100 KB', () => review(long, DEFAULT_POLICY, NOW)],
      ['prose without links, 1 MB', () => review(plain, DEFAULT_POLICY, NOW)],
    ]),
  );
  for (const [name, time] of times) row(name, shown(time));
  row(
    '  bar: 4 KB under 1 ms',
    bar('whole reading of 4 KB', (times.get('invitation, 4 KB') ?? Number.NaN) < 1),
  );
  row(
    '  bar: under a large policy 2 ms',
    bar('4 KB under a large policy', (times.get('the same under a large policy') ?? Number.NaN) < 2),
  );
}

async function hostileTexts(): Promise<void> {
  section(
    'Hostile texts: the shortest time of a whole reading, and how it grows',
    '100 KB',
    '1 MB',
    'growth',
  );
  let worst = { small: 0, large: 0, growth: 0 };
  for (const [name, make] of HOSTILE) {
    const small = asMail(make(100 * KB));
    const large = asMail(make(1000 * KB));
    const times = await shortest(
      new Map<string, () => unknown>([
        ['small', () => review(small, DEFAULT_POLICY, NOW)],
        ['large', () => review(large, DEFAULT_POLICY, NOW)],
      ]),
    );
    const [ofSmall, ofLarge] = [times.get('small') ?? Number.NaN, times.get('large') ?? Number.NaN];
    const growth = ofLarge / ofSmall;
    row(name, shown(ofSmall), shown(ofLarge), `${growth.toFixed(1)} ×`);
    worst = {
      small: Math.max(worst.small, ofSmall),
      large: Math.max(worst.large, ofLarge),
      growth: Math.max(worst.growth, growth),
    };
  }
  row('worst', shown(worst.small), shown(worst.large), `${worst.growth.toFixed(1)} ×`);
  row(
    '  bars: 10 ms, 100 ms, 15 ×',
    bar('hostile 100 KB', worst.small < 10),
    bar('hostile 1 MB', worst.large < 100),
    bar('growth', worst.growth <= 15),
  );
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
await findingLinks();
await wholeReading();
await hostileTexts();
conclude();
if (process.argv.includes('--write')) writeResults('bench', '', sections(), misses());
