import { describe, expect, it } from 'vitest';
import { siteWorkIn, workIn } from '../../tools/bench-trace.ts';

/** A slice of the main thread; times in microseconds, as in Chromium's trace. */
const slice = (name: string, ts: number, dur: number, args: object = {}): object => ({
  pid: 1,
  tid: 1,
  ph: 'X',
  cat: 'devtools.timeline',
  name,
  ts,
  dur,
  tdur: dur,
  args,
});
const mark = (name: string, ts: number): object => ({
  pid: 1,
  tid: 1,
  ph: 'I',
  cat: 'blink.user_timing',
  name,
  ts,
});
const OURS = { worldId: 5, worldName: 'In Camera' };
const PAGE = { data: { url: 'http://127.0.0.1/' } };

describe('our work in a trace', () => {
  it('is what runs in our world, without what the page does in between', () => {
    const work = workIn([
      mark('begin', 0),
      slice('RunTask', 10_000, 9000),
      slice('v8.callFunction', 11_000, 6000, OURS),
      slice('UpdateLayoutTree', 12_000, 1000),
      slice('FunctionCall', 14_000, 2000, PAGE),
      mark('end', 50_000),
    ]);
    expect(work.total).toBeCloseTo(4);
    expect(work.longestTask).toBeCloseTo(4);
  });

  it('holds the continuations of promises at the end of a task in which we had our turn, and in no other', () => {
    const checkpoint = 'BlinkScheduler_PerformMicrotaskCheckpoint';
    const work = workIn([
      mark('begin', 0),
      slice('RunTask', 1000, 5000),
      slice('v8.callFunction', 1000, 1000, OURS),
      slice('v8.callFunction', 2000, 500, PAGE),
      slice(checkpoint, 3000, 3000),
      slice('Layout', 4000, 500),
      // The page's own observer.
      slice('FunctionCall', 5000, 500, PAGE),
      slice('RunTask', 10_000, 5000),
      slice('FunctionCall', 10_000, 1000, PAGE),
      slice(checkpoint, 12_000, 3000),
      // Ours is called in the midst of it, and goes on after.
      slice('RunTask', 20_000, 5000),
      slice(checkpoint, 21_000, 3000),
      slice('v8.callFunction', 21_000, 1000, OURS),
      mark('end', 50_000),
    ]);
    expect(work.total).toBeCloseTo(1 + 2.5 + 3);
    expect(work.longestTask).toBeCloseTo(3.5);
  });

  it('goes to the batch before it, and counts only between the marks', () => {
    const call = (at: number): object => slice('v8.callFunction', at, 1000, OURS);
    const work = workIn([
      call(500),
      mark('begin', 2000),
      mark('batch', 3000),
      call(4000),
      call(6000),
      mark('batch', 8000),
      mark('batch', 9000),
      call(9500),
      mark('end', 20_000),
      call(21_000),
    ]);
    expect(work.batches.map((one) => Math.round(one))).toEqual([2, 0, 1]);
    expect(work.total).toBeCloseTo(3);
    expect(work.longestTask).toBeCloseTo(1);
  });

  it('is none on another thread, and nothing is said of a page without marks', () => {
    const other = { ...slice('v8.callFunction', 1000, 1000, OURS), tid: 2 };
    expect(workIn([mark('begin', 0), other, mark('end', 5000)]).total).toBe(0);
    expect(() => workIn([other])).toThrow('no mark');
  });
});

describe('the work of a site in a trace', () => {
  const start = (tid: number, url: string): object => ({
    pid: 1,
    tid,
    ph: 'R',
    cat: 'blink.user_timing',
    name: 'navigationStart',
    ts: 0,
    args: { data: { documentLoaderURL: url } },
  });
  const shift = (tid: number, score: number): object => ({
    pid: 1,
    tid,
    ph: 'I',
    cat: 'loading',
    name: 'LayoutShift',
    ts: 5,
    args: { data: { score, had_recent_input: true } },
  });

  it('is all tasks of its main threads, and what of them is ours or the naive script’s', () => {
    const elsewhere = { ...slice('RunTask', 0, 90_000), tid: 2 };
    const work = siteWorkIn(
      [
        start(1, 'http://127.0.0.1:1/?_task=mail'),
        start(2, 'chrome-extension://abc/popup'),
        slice('RunTask', 0, 9000),
        slice('v8.callFunction', 1000, 4000, OURS),
        slice('RunTask', 20_000, 3000),
        slice('v8.callFunction', 20_000, 1000, { worldName: 'Naive linkify' }),
        elsewhere,
        shift(1, 0.25),
        shift(2, 0.5),
      ],
      'http://127.0.0.1:1/',
    );
    expect(work).toEqual({ total: 12, ours: 5, longestTask: 9, longestOurs: 4, shift: 0.25 });
  });

  it('is none of a site that the trace does not hold', () => {
    expect(() => siteWorkIn([slice('RunTask', 0, 9000)], 'http://127.0.0.1:1/')).toThrow('no page');
  });
});
