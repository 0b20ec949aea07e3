// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask, Orphaned, tell } from '../../extension/content/ask.ts';
import { type JoinPage, watchJoinPage } from '../../extension/content/join.ts';
import { joinInvitation } from '../../src/invitation/join.ts';
import { DEFAULT_POLICY } from '../../src/policy/defaults.ts';
import { review } from '../../src/review.ts';

type Listener = (message: unknown, sender: undefined, answer: (value: unknown) => void) => unknown;

const fake = vi.hoisted(() => {
  let element: HTMLElement | null = null;
  const notice = {
    said: [] as string[],
    get element() {
      return element;
    },
    show(reviews: readonly unknown[]) {
      notice.said.push(`show ${reviews.length}`);
      element ??= document.createElement('in-camera-1');
      if (!element.isConnected) document.documentElement.append(element);
    },
    couldNotCheck(reason: string) {
      notice.said.push(reason);
    },
    hide() {
      notice.said.push('hide');
      element?.remove();
      element = null;
    },
  };
  const listeners: Listener[] = [];
  const runtime = { onMessage: { addListener: (one: Listener) => listeners.push(one) } };
  return { notice, listeners, runtime, orphaned: false };
});
vi.mock('../../extension/api.ts', () => ({ default: { runtime: fake.runtime } }));
vi.mock('../../extension/content/notice.ts', () => ({ createNotice: () => fake.notice }));
vi.mock('../../extension/content/ask.ts', async (original) => ({
  ...(await original<object>()),
  ask: vi.fn(),
  tell: vi.fn(),
  isOrphaned: () => fake.orphaned,
}));

const NOW = new Date('2026-11-02T09:00:00Z');
const answerTo = (path: string): { reviews: unknown[]; ways: unknown[] } => {
  const one = review(joinInvitation(`https://zoom.us${path}`, null), DEFAULT_POLICY, NOW);
  const joins = one.meetings.length > 0;
  return joins ? { reviews: [one], ways: [one.meetings.map(({ ways }) => ways)] } : { reviews: [], ways: [] };
};

/** Once all that was begun is done. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const held: (JoinPage | null)[] = [];

async function open(path: string): Promise<void> {
  history.replaceState(null, '', path);
  watchJoinPage(document, (page) => held.push(page));
  await settled();
}

/** What was started sees that it is orphaned, and goes. */
async function end(): Promise<void> {
  fake.orphaned = true;
  document.documentElement.append(document.createElement('i'));
  await settled();
  fake.orphaned = false;
}

afterEach(end);
beforeEach(() => {
  fake.notice.hide();
  fake.notice.said.length = 0;
  fake.listeners.length = 0;
  held.length = 0;
  vi.mocked(tell).mockReset();
  vi.mocked(ask).mockReset();
  vi.mocked(ask).mockImplementation((message) =>
    Promise.resolve(message.type === 'join-page' ? answerTo(new URL(message.url).pathname) : undefined),
  );
});

it('shows what was found, and tells who holds the page', async () => {
  await open('/my/jan.devries');
  expect(fake.notice.said).toEqual(['show 1']);
  expect(held).toMatchObject([
    { review: { surface: 'join', meetings: [{ platform: 'zoom' }] }, ways: [['zoom my:jan.devries']] },
  ]);
});

it('is silent on an ordinary page', async () => {
  await open('/pricing');
  expect(fake.notice.said).toEqual(['hide']);
  expect(held).toEqual([null]);
  expect(tell).not.toHaveBeenCalled();
});

it('asks again when the address changes, and only then', async () => {
  await open('/pricing');
  document.body.append('something');
  await settled();
  expect(ask).toHaveBeenCalledTimes(1);
  history.pushState(null, '', '/my/jan.devries');
  document.body.append('something else');
  await settled();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(fake.notice.said).toEqual(['hide', 'show 1']);
  history.pushState(null, '', '/my/jan.devries#success');
  window.dispatchEvent(new Event('hashchange'));
  await settled();
  expect(ask).toHaveBeenCalledTimes(3);
  history.pushState(null, '', '/pricing');
  window.dispatchEvent(new Event('popstate'));
  await settled();
  expect(fake.notice.said.at(-1)).toBe('hide');
  expect(held.at(-1)).toBe(null);
});

it('shows the answer of the address that stands, not of one that it left meanwhile', async () => {
  let first = (_answer: unknown): void => undefined;
  vi.mocked(ask).mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        first = resolve;
      }),
  );
  await open('/my/jan.devries');
  history.pushState(null, '', '/pricing');
  window.dispatchEvent(new Event('popstate'));
  await settled();
  expect(ask).toHaveBeenCalledTimes(1);
  first(answerTo('/my/jan.devries'));
  await settled();
  expect(fake.notice.said).toEqual(['hide']);
});

it('says that nothing could be checked when the worker is silent', async () => {
  vi.mocked(ask).mockResolvedValue(undefined);
  await open('/my/jan.devries');
  expect(fake.notice.said).toEqual(['worker-silent']);
  expect(tell).toHaveBeenCalledWith(expect.objectContaining({ type: 'unreadable', reason: 'worker-silent' }));
});

it('asks a silent worker again by itself', async () => {
  vi.mocked(ask).mockResolvedValueOnce(undefined);
  await open('/my/jan.devries');
  await vi.waitFor(() => expect(fake.notice.said).toEqual(['worker-silent', 'show 1']), 3000);
});

it('goes when the extension was updated', async () => {
  await open('/my/jan.devries');
  vi.mocked(ask).mockRejectedValue(new Orphaned());
  history.pushState(null, '', '/my/ann');
  window.dispatchEvent(new Event('popstate'));
  await settled();
  expect(fake.notice.said).toEqual(['show 1', 'hide']);
  expect(held.at(-1)).toBe(null);
  const asked = vi.mocked(ask).mock.calls.length;
  history.pushState(null, '', '/my/jo');
  window.dispatchEvent(new Event('popstate'));
  await settled();
  expect(ask).toHaveBeenCalledTimes(asked);
});

it('asks again when the policy changed, and knows its own page', async () => {
  await open('/my/jan.devries');
  for (const listener of fake.listeners) listener({ type: 'ask-again' }, undefined, () => undefined);
  await settled();
  expect(ask).toHaveBeenCalledTimes(2);
  const [{ page } = { page: '' }] = vi.mocked(ask).mock.calls[0] ?? [];
  const answered = vi.fn();
  fake.listeners[0]?.({ type: 'still-there', page }, undefined, answered);
  fake.listeners[0]?.({ type: 'still-there', page: 'another' }, undefined, answered);
  expect(answered.mock.calls).toEqual([[true], [false]]);
});

it('comes back when the page throws it out, within a bound', async () => {
  await open('/my/jan.devries');
  for (let round = 0; round < 40; round++) {
    fake.notice.element?.remove();
    await settled();
  }
  expect(fake.notice.said).toHaveLength(21);
  expect(vi.mocked(tell).mock.calls.filter(([message]) => message.type === 'unreadable')).toMatchObject([
    [{ reason: 'notice-removed' }],
  ]);
});

it('stays away when the person has closed it', async () => {
  await open('/my/jan.devries');
  fake.notice.hide();
  for (let round = 0; round < 40; round++) {
    document.body.append('more');
    await settled();
  }
  expect(fake.notice.said).toEqual(['show 1', 'hide']);
  expect(tell).not.toHaveBeenCalled();
});

it('waits for the document’s root', async () => {
  const root = document.documentElement;
  root.remove();
  await open('/my/jan.devries');
  expect(fake.notice.said).toEqual([]);
  document.append(root);
  await settled();
  expect(fake.notice.said).toEqual(['show 1']);
});
