/** What a browser's own trace tells of our content script: how long it kept the main thread of its page. */
import type { CDPSession } from 'playwright-core';
import { isRecord } from '../src/record.ts';

/** Names of the extensions whose worlds are traced: ours, and the naive one that the bench compares with. */
const WORLDS = ['In Camera', 'Naive linkify'];

/** Milliseconds of the main thread's processor time. Times of the clock would hold what else the machine does. */
export interface Work {
  /** All that is ours between the page's marks `begin` and `end`. */
  total: number;
  /** Ours from each mark `batch` to the next, or to `end`. */
  batches: readonly number[];
  /** The most that is ours in one task of the browser. */
  longestTask: number;
}

/** Chromium 156: names, arguments and nesting were looked up in a trace. */
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'blink.user_timing',
  'toplevel',
  // Layout shifts.
  'loading',
];

interface Slice {
  name: string;
  start: number;
  end: number;
  /** Processor time. */
  time: number;
  owner: 'ours' | 'others' | 'whoever is around' | 'whoever is in the task';
}

interface Mark {
  name: string;
  at: number;
}

/** Traces a page while something happens to it, which must set the marks `begin` and `end`. */
export async function traced(session: CDPSession, happen: () => Promise<unknown>): Promise<Work> {
  return workIn(await recorded(session, happen));
}

/** The events of the whole browser's trace while something happens. */
export async function recorded(session: CDPSession, happen: () => Promise<unknown>): Promise<unknown[]> {
  const events: unknown[] = [];
  const collect = ({ value }: { value: unknown[] }): void => {
    events.push(...value);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await happen();
  const complete = new Promise((resolved) => session.once('Tracing.tracingComplete', resolved));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** What a whole site's pages took, in whatever processes they were shown. Milliseconds of processor time, but for the shift. */
export interface SiteWork {
  /** All tasks of the main threads. */
  total: number;
  /** As far as it is ours (or the naive script's). */
  ours: number;
  longestTask: number;
  longestOurs: number;
  /** Sum of all layout shifts' scores, also of those within half a second of a click. */
  shift: number;
}

/** Of the pages whose address begins so. Exported for its test. */
export function siteWorkIn(events: readonly unknown[], origin: string): SiteWork {
  const { slicesBy } = byThread(events);
  const mains = new Set<string>();
  let shift = 0;
  for (const event of events) {
    if (!isRecord(event)) continue;
    const data = isRecord(event.args) && isRecord(event.args.data) ? event.args.data : {};
    if (event.name === 'navigationStart' && String(data.documentLoaderURL ?? '').startsWith(origin))
      mains.add(threadOf(event));
  }
  if (mains.size === 0) throw new Error(`The trace holds no page of ${origin}.`);
  for (const event of events) {
    if (!isRecord(event) || event.name !== 'LayoutShift' || !mains.has(threadOf(event))) continue;
    const data = isRecord(event.args) && isRecord(event.args.data) ? event.args.data : {};
    shift += Number(data.score ?? 0);
  }
  const works = [...mains].map((thread) =>
    addUp(listIn(slicesBy, thread), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, []),
  );
  return {
    total: works.reduce((sum, work) => sum + work.all, 0),
    ours: works.reduce((sum, work) => sum + work.total, 0),
    longestTask: Math.max(...works.map(({ longestOfAll }) => longestOfAll)),
    longestOurs: Math.max(...works.map(({ longestTask }) => longestTask)),
    shift,
  };
}

const threadOf = (event: Record<string, unknown>): string => `${event.pid}:${event.tid}`;

function byThread(events: readonly unknown[]): {
  marksBy: Map<string, Mark[]>;
  slicesBy: Map<string, Slice[]>;
} {
  const marksBy = new Map<string, Mark[]>();
  const slicesBy = new Map<string, Slice[]>();
  for (const event of events) {
    if (!isRecord(event)) continue;
    const thread = threadOf(event);
    const name = String(event.name);
    const at = Number(event.ts);
    if (event.cat === 'blink.user_timing') listIn(marksBy, thread).push({ name, at });
    else if (event.ph === 'X') {
      const duration = Number(event.dur ?? 0);
      listIn(slicesBy, thread).push({
        name,
        start: at,
        end: at + duration,
        // Slices shorter than a microsecond have none.
        time: Number(event.tdur ?? 0),
        owner: ownerOf(name, event.args),
      });
    }
  }
  return { marksBy, slicesBy };
}

/** Exported for its test. */
export function workIn(events: readonly unknown[]): Work {
  const { marksBy, slicesBy } = byThread(events);
  const main = [...marksBy].find(([, marks]) => marks.some(({ name }) => name === 'begin'));
  if (main === undefined) throw new Error('The page set no mark.');
  const [thread, unsorted] = main;
  const marks = [...unsorted].sort((one, other) => one.at - other.at);
  const begin = marks.findLast(({ name }) => name === 'begin')?.at ?? 0;
  const end = marks.findLast(({ name }) => name === 'end')?.at ?? Number.NaN;
  if (!(end > begin)) throw new Error('The page did not say when it was done.');
  const starts = marks
    .filter(({ name, at }) => name === 'batch' && at >= begin && at < end)
    .map(({ at }) => at);
  const { total, batches, longestTask } = addUp(listIn(slicesBy, thread), begin, end, starts);
  return { total, batches, longestTask };
}

/** Ours, and beside it `all` tasks of the thread. */
function addUp(
  slices: Slice[],
  begin: number,
  end: number,
  starts: readonly number[],
): Work & { all: number; longestOfAll: number } {
  slices.sort((one, other) => one.start - other.start || other.end - one.end);
  const batches = starts.map(() => 0);
  let total = 0;
  let longestTask = 0;
  let all = 0;
  let longestOfAll = 0;
  let inTask = 0;
  let isOurTask = false;
  let batch = -1;

  const around: (Slice & { isOurs: boolean; left: number })[] = [];
  const close = (until: number): void => {
    for (let last = around.at(-1); last !== undefined && last.end <= until; last = around.at(-1)) {
      around.pop();
      const isOurs = last.owner === 'whoever is in the task' ? isOurTask : last.isOurs;
      // Its own time, without that of what lies in it.
      if (!isOurs || last.start < begin || last.start >= end) continue;
      const milliseconds = Math.max(0, last.left) / 1000;
      total += milliseconds;
      inTask += milliseconds;
      longestTask = Math.max(longestTask, inTask);
      for (batch = starts.length - 1; batch >= 0 && (starts[batch] ?? 0) > last.start; ) batch--;
      if (batch >= 0) batches[batch] = (batches[batch] ?? 0) + milliseconds;
    }
  };
  for (const slice of slices) {
    close(slice.start);
    const parent = around.at(-1);
    if (parent === undefined) {
      inTask = 0;
      isOurTask = false;
      all += slice.time / 1000;
      longestOfAll = Math.max(longestOfAll, slice.time / 1000);
    } else parent.left -= slice.time;
    const isOurs =
      slice.owner === 'whoever is around'
        ? (parent?.isOurs ?? false)
        : slice.owner === 'ours' || (slice.owner === 'whoever is in the task' && isOurTask);
    isOurTask ||= slice.owner === 'ours';
    around.push({ ...slice, isOurs, left: slice.time });
  }
  close(Number.POSITIVE_INFINITY);
  return { total, batches, longestTask, all, longestOfAll };
}

/** Calls out of the browser into a script: they tell whose it is. */
const CALLS = new Set(['v8.callFunction', 'v8.run', 'v8.compile', 'EvaluateScript', 'FunctionCall']);

/** At the end of a task. Observers of the page's and of ours are called in it as well, and are calls of their own. */
const CONTINUATIONS = 'BlinkScheduler_PerformMicrotaskCheckpoint';

function ownerOf(name: string, details: unknown): Slice['owner'] {
  const told = JSON.stringify(details ?? '');
  if (CALLS.has(name))
    return WORLDS.some((world) => told.includes(`"worldName":"${world}"`)) ||
      told.includes('chrome-extension://')
      ? 'ours'
      : 'others';
  // A promise's continuation does not tell whose it is: ours, where we had our turn before it in the same task.
  if (name === CONTINUATIONS) return 'whoever is in the task';
  if (name === 'Receive mojo message' && told.includes('"extensions.mojom.MessagePort"')) return 'ours';
  return 'whoever is around';
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
