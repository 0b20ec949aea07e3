import { describe, expect, it, vi } from 'vitest';
import { checkAll, type WorkerLike } from '../../extension/check/checking.ts';
import { csvOf, jsonOf } from '../../extension/check/export.ts';
import { judge } from '../../extension/check/judge.ts';
import { readFromChecker, readToChecker, type ToChecker } from '../../extension/check/messages.ts';
import type { Outcome, Policies } from '../../extension/check/outcomes.ts';
import { inOrder, needsAttention, rowsOf, sameVerdict } from '../../extension/check/rows.ts';
import { fromFiles, fromFormatted, fromText, MOST_FILES } from '../../extension/check/taken.ts';
import { MAX_BYTES } from '../../src/invitation/reading.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { finding, review, SECRET } from './samples.ts';

vi.mock('../../extension/api.ts', async () => {
  const { getMessage } = await import('./locale.ts');
  return {
    default: {
      i18n: {
        getMessage: (key: string, given: string[]) => getMessage(key, given),
        getUILanguage: () => 'en-GB',
      },
    },
  };
});

const NOW = new Date('2026-11-22T12:00:00Z');
const LINK = 'https://us02web.zoom.us/j/82345678901?pwd=c2VjcmV0';
const POLICIES: Policies = { inForce: DEFAULT_POLICY, other: null };
const STRICT: Policies = {
  inForce: DEFAULT_POLICY,
  other: parsePolicy({ rules: [{ rule: 'passcode-in-link', level: 'block' }] }, 'file'),
};
const outcome = (
  more: Parameters<typeof review>[0],
  other: Parameters<typeof review>[0] | null = null,
): Outcome => ({
  title: '',
  review: review(more),
  other: other === null ? null : review(other),
});

describe('judge', () => {
  it('gives a verdict without secrets, by both policies', async () => {
    const judged = await judge('a.txt', new Blob([LINK]), STRICT, NOW);
    if ('failure' in judged) throw new Error(judged.failure);
    expect(judged.review.meetings.map(({ platform }) => platform)).toEqual(['zoom']);
    expect(judged.other?.findings.map(({ level }) => level)).toContain('block');
    expect(JSON.stringify(judged)).not.toContain('c2VjcmV0');
  });

  it.each([
    ['a.eml', new Blob([]), 'empty'],
    ['a.msg', new Blob([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)]), 'outlook-file'],
    ['a.eml', new Blob(['PK\u0003\u0004\0\0']), 'not-text'],
    ['a.eml', new Blob(['x']), 'not-mail'],
    ['a.ics', new Blob(['x']), 'not-calendar'],
    ['a', null, 'unreadable'],
  ] as const)('says why %s cannot be checked (%#)', async (name, file, failure) => {
    expect(await judge(name, file, POLICIES, NOW)).toEqual({ failure });
  });

  it('does not read what is too large, and names what the browser cannot read', async () => {
    const gone = (): Blob =>
      Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    const huge = gone();
    Object.defineProperty(huge, 'size', { value: MAX_BYTES + 1 });
    expect(await judge('a.eml', huge, POLICIES, NOW)).toEqual({ failure: 'too-large' });
    expect(await judge('a.eml', gone(), POLICIES, NOW)).toEqual({ failure: 'unreadable' });
  });

  it('knows a mail and a calendar without an ending', async () => {
    const judged = await judge(
      'saved',
      new Blob([`MIME-Version: 1.0\nSubject: T\n\n${LINK}`]),
      POLICIES,
      NOW,
    );
    expect(judged).toMatchObject({ title: 'T', review: { surface: 'mail-read' } });
    const calendar = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T\nDESCRIPTION:${LINK}\nEND:VEVENT\nEND:VCALENDAR`;
    expect(await judge('saved', new Blob([calendar]), POLICIES, NOW)).toMatchObject({
      review: { surface: 'event-read' },
    });
  });
});

describe('what is taken', () => {
  it('is bounded, and the rest is counted', () => {
    const files = Array.from({ length: 10_000 }, (_, index) => new File(['x'], `${index}.txt`));
    const { files: taken, leftOut } = fromFiles(files);
    expect([taken.length, leftOut]).toEqual([MOST_FILES, 10_000 - MOST_FILES]);
  });

  it.each([
    ['plain', '', 'text.txt'],
    ['Join', '<a href="x">Join</a>', 'text.html'],
    ['BEGIN:VCALENDAR', '<b>BEGIN:VCALENDAR</b>', 'text.ics'],
    ['MIME-Version: 1.0\n\nx', '', 'text.eml'],
  ])('reads %j with %j as %s', (text, html, name) => {
    expect(fromFormatted(text, html).files.map((one) => one.name)).toEqual([name]);
  });

  it('is nothing for blank text', () => {
    expect(fromText(' \n').files).toEqual([]);
  });
});

describe('checkAll', () => {
  /** Answers each file by its name: what it says, or nothing. */
  const workers: { ended: boolean }[] = [];
  const start = (): WorkerLike => {
    const state = { ended: false };
    workers.push(state);
    const listeners = new Map<string, (event: { data: unknown }) => void>();
    return {
      postMessage(message: ToChecker) {
        if (message.kind !== 'file') return;
        const { id, name } = message;
        if (name === 'dies') queueMicrotask(() => listeners.get('error')?.({ data: null }));
        if (name === 'nonsense') queueMicrotask(() => listeners.get('message')?.({ data: 7 }));
        if (name === 'empty')
          queueMicrotask(() => listeners.get('message')?.({ data: { id, outcome: { failure: 'empty' } } }));
      },
      addEventListener(type: string, listener: (event: { data: unknown }) => void) {
        listeners.set(type, listener);
      },
      terminate: () => {
        state.ended = true;
      },
    };
  };
  const named = (...names: string[]) => names.map((name) => ({ name, file: new Blob(['x']) }));

  it('goes on with a new worker after one that died, said nonsense or took too long', async () => {
    vi.useFakeTimers();
    workers.length = 0;
    const got: Outcome[] = [];
    const files = named('empty', 'dies', 'nonsense', 'hangs', 'empty');
    const running = (async () => {
      for await (const one of checkAll(files, POLICIES, new AbortController().signal, start)) got.push(one);
    })();
    await vi.advanceTimersByTimeAsync(21_000);
    await running;
    vi.useRealTimers();
    expect(got.map((one) => ('failure' in one ? one.failure : 'verdict'))).toEqual([
      'empty',
      'broken',
      'broken',
      'too-slow',
      'empty',
    ]);
    expect(workers.map(({ ended }) => ended)).toEqual([true, true, true, true]);
  });

  it('ends when it is stopped', async () => {
    workers.length = 0;
    const control = new AbortController();
    const got: Outcome[] = [];
    setTimeout(() => control.abort(), 10);
    for await (const one of checkAll(named('empty', 'hangs', 'empty'), POLICIES, control.signal, start))
      got.push(one);
    expect(got).toHaveLength(1);
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
  });
});

describe('messages', () => {
  it('are read before they are believed', () => {
    expect(() => readToChecker({ kind: 'file', id: 'x' })).toThrow();
    expect(() =>
      readToChecker({ kind: 'policies', inForce: { policy: { rules: 3 } }, other: null }),
    ).toThrow();
    expect(readToChecker({ kind: 'policies', ...STRICT })).toEqual({ kind: 'policies', ...STRICT });
    expect(readFromChecker({ id: 1, outcome: { title: '', review: {}, other: null } })).toBe(null);
    expect(readFromChecker({ id: 1, outcome: { failure: 'nonsense' } })).toBe(null);
    const good = { id: 1, outcome: outcome({}, {}) };
    expect(readFromChecker(structuredClone(good))).toEqual(good);
  });
});

describe('rows', () => {
  const files = ['clear', 'warned', 'failed', 'blocked', 'none'].map((name) => ({ name, file: null }));
  const rows = rowsOf(files, [
    outcome({}),
    outcome({ findings: [finding('warn')] }),
    { failure: 'empty' },
    outcome({ findings: [finding('block')] }),
    outcome({ meetings: [] }),
  ]);
  const names = (of: readonly { file: string }[]): string[] => of.map(({ file }) => file);

  it('come worst first, by name, or as they were taken', () => {
    expect(names(inOrder(rows, 'severity'))).toEqual(['blocked', 'warned', 'failed', 'clear', 'none']);
    expect(names(inOrder(rows, 'file'))).toEqual(['blocked', 'clear', 'failed', 'none', 'warned']);
    expect(names(inOrder(rows, 'taken'))).toEqual(names(files.map(({ name }) => ({ file: name }))));
  });

  it('need attention when something is wrong or could not be checked', () => {
    expect(names(rows.filter(needsAttention))).toEqual(['warned', 'failed', 'blocked']);
    const byOther = rowsOf(files, [outcome({}, { findings: [finding('warn')] })]);
    expect(byOther.map(needsAttention)).toEqual([true]);
  });

  it('differ by what a person would see', () => {
    expect(sameVerdict(review(), review({ unknown: [] }))).toBe(true);
    expect(sameVerdict(review(), review({ marking: SECRET }))).toBe(false);
    expect(
      sameVerdict(review({ findings: [finding('warn')] }), review({ findings: [finding('block')] })),
    ).toBe(false);
  });

  it('become a CSV file without formulas', () => {
    const csv = csvOf(
      rowsOf(
        [
          { name: '=1+1,"x".eml', file: null },
          { name: '@b', file: null },
        ],
        [outcome({ findings: [finding('warn')] }), { failure: 'empty' }],
      ),
    );
    expect(csv.split('\r\n')).toEqual([
      '\ufefffile,verdict,level,platforms,marking,rules,messages,couldNotCheck',
      '"\'=1+1,""x"".eml",wrong,warn,webex,,sample,This meeting has no passcode.,',
      "'@b,failed,off,,,,,The file is empty.",
      '',
    ]);
  });

  it('become the objects that `npm run check` prints', () => {
    const parsed: unknown = JSON.parse(jsonOf(rows.slice(1, 3)));
    expect(parsed).toMatchObject([
      {
        file: 'warned',
        meetings: [{ platform: 'webex' }],
        findings: [{ message: 'This meeting has no passcode.' }],
      },
      { file: 'failed', couldNotCheck: 'empty', why: 'The file is empty.' },
    ]);
  });
});
