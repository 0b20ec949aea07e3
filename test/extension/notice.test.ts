// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNotice, type Notice, type NoticeHost } from '../../extension/content/notice.ts';
import type { Aside } from '../../extension/messages.ts';
import type { Level, Surface } from '../../src/model.ts';
import { getMessage } from './locale.ts';
import { finding, NOT_ASIDE, ORGANISATION, review, SECRET, WEBEX } from './samples.ts';

vi.mock('../../extension/api.ts', () => ({
  default: { i18n: { getMessage: vi.fn(), getUILanguage: () => 'en-GB' } },
}));
// jsdom draws nothing; what is seen is tried in a real browser (test/browser/).
vi.mock('../../extension/content/seen.ts', () => ({
  isSeen: (_host: Element, _part: Element, event: Event) => event.isTrusted,
  watchSeen: () => ({ isVisible: () => true, stop: () => undefined }),
}));

const browser = (await import('../../extension/api.ts')).default;

const WRONG = [
  review({ findings: [finding('warn'), finding('block', { rule: 'unworded' }), finding('inform')] }),
];
const INFORM = [review({ findings: [finding('inform')] })];
const PART = [review({ unknown: ['lobby', 'rest-of-text'] })];
const ATTACHMENT = [review({ unknown: ['calendar-attachment'] })];

let notice: Notice;
let host: NoticeHost;
let root: ShadowRoot;
let listeners: { target: EventTarget; type: string; listener: unknown }[];

const panel = (): HTMLElement => {
  const found = root.querySelector<HTMLElement>('[role=region]');
  if (found === null) throw new Error('no panel');
  return found;
};
const toggle = (): HTMLElement => {
  const found = panel().querySelector<HTMLElement>('[aria-expanded]');
  if (found === null) throw new Error('no toggle');
  return found;
};
const close = (): HTMLElement => {
  const found =
    panel().querySelector<HTMLElement>('[aria-label="Not now"], [aria-label="Hide this notice"]') ??
    buttonNamed('Not now');
  if (found === undefined) throw new Error('no close button');
  return found;
};
function buttonNamed(name: string): HTMLElement | undefined {
  return [...panel().querySelectorAll<HTMLElement>('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
}
const isOpen = (): boolean => toggle().getAttribute('aria-expanded') === 'true';

/** jsdom cannot make a trusted event, so the listener is called with one that says it is. */
function trusted(target: EventTarget, type: string, key = ''): void {
  for (const one of listeners) {
    if (one.target === target && one.type === type && typeof one.listener === 'function') {
      Reflect.apply(one.listener, target, [{ isTrusted: true, key, stopPropagation: () => undefined }]);
    }
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(browser.i18n.getMessage).mockImplementation(getMessage);
  listeners = [];
  const add = EventTarget.prototype.addEventListener;
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    ...given
  ) {
    listeners.push({ target: this, type: given[0], listener: given[1] });
    return Reflect.apply(add, this, given);
  });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe('closed');
    root = Reflect.apply(attach, this, [init]);
    return root;
  });
  host = { small: [], resized: vi.fn(), setAside: vi.fn(), keepClear: () => [] };
  notice = createNotice(document, host);
});

afterEach(() => {
  notice.hide();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('adds one element beside the body and changes nothing else', () => {
  document.body.innerHTML = '<p>Mail</p>';
  const before = document.body.outerHTML;
  notice.show(WRONG);
  expect(notice.element?.parentNode).toBe(document.documentElement);
  expect(
    [...document.documentElement.children].filter((one) => one.localName.startsWith('in-camera-')),
  ).toHaveLength(1);
  expect(notice.element?.shadowRoot).toBeNull();
  expect(notice.element?.attributes).toHaveLength(0);
  expect(document.body.outerHTML).toBe(before);
});

it('says the worst first, with its level, and how many more there are', () => {
  notice.show(WRONG);
  expect(panel().dataset.tone).toBe('block');
  expect(panel().querySelector('.line')?.textContent).toBe('Not allowed: unworded and 2 more');
  const levels = [...panel().querySelectorAll<HTMLElement>('[data-level]')].map((one) => one.dataset.level);
  expect(levels).toEqual(['block', 'warn', 'inform']);
});

it('tells what, why, next step, platform, marking, gaps and whose rules in the details', () => {
  notice.show([review({ findings: [finding('warn')], marking: SECRET, policy: ORGANISATION })]);
  const details = panel().querySelector('#details')?.textContent ?? '';
  for (const words of [
    'This meeting has no passcode.',
    'Why it matters',
    'Anyone who has the number can join.',
    'Next step',
    'Ask the organiser for a passcode.',
    'Webex voorbeeldstad.webex.com',
    'Marking: Stg. GEHEIM (in the title)',
    'Whether people wait in a lobby',
    'Rules of Gemeente Voorbeeldstad, version 2026-11-01',
  ]) {
    expect(details).toContain(words);
  }
});

it('says to who writes what others will see of the meeting, and only then', () => {
  const seen = 'Webex voorbeeldstad.webex.com; Passcode: ';
  notice.show([review({ findings: [finding('warn')], surface: 'mail-write' })]);
  expect(panel().textContent).toContain('What the people you write to will see');
  expect(panel().textContent).toContain(seen);
  notice.show([review({ findings: [finding('warn')] })]);
  expect(panel().textContent).not.toContain(seen);
});

it('names the built-in advice when no organisation has set rules', () => {
  notice.show(INFORM);
  expect(panel().textContent).toContain('Built-in advice');
});

it('stays calm when nothing is wrong, and when there is no meeting', () => {
  notice.show([review()]);
  expect(notice.element).toBeNull();
  notice.show([]);
  expect(notice.element).toBeNull();
  notice.show([review({ findings: [finding('off')] })]);
  expect(document.documentElement.innerHTML).not.toContain('<in-camera-');
});

it('gives answers that differ in tone, sign and words', () => {
  const seen = [
    () => notice.show(WRONG),
    () => notice.show(INFORM),
    () => notice.show(PART),
    () => notice.couldNotCheck('worker-silent'),
  ].map((act) => {
    act();
    return {
      tone: panel().dataset.tone,
      sign: panel().querySelector('path')?.getAttribute('d'),
      words: panel().querySelector('.line')?.textContent,
    };
  });
  for (const part of ['tone', 'sign', 'words'] as const) {
    expect(new Set(seen.map((one) => one[part])).size).toBe(4);
  }
  expect(seen.map((one) => one.tone)).toEqual(['block', 'inform', 'unchecked', 'trouble']);
});

it('says which part could not be read', () => {
  notice.show(PART);
  expect(panel().textContent).toContain('Only part of this could be checked');
  notice.show(ATTACHMENT);
  expect(panel().textContent).toContain('A calendar attachment could not be read');
});

it('says why nothing could be checked, and what to do', () => {
  notice.couldNotCheck('reader-failed');
  expect(panel().textContent).toContain('In Camera could not check this page');
  expect(panel().textContent).toContain('The page could not be read.');
  expect(panel().textContent).toContain('Reload the page.');
});

it('says so in full after opened details', () => {
  notice.show(WRONG);
  trusted(toggle(), 'click');
  notice.couldNotCheck('reader-failed');
  expect(panel().classList.contains('open')).toBe(false);
});

it('does not rebuild for the same content, and does for other content', () => {
  notice.show(WRONG);
  const first = toggle();
  notice.show(structuredClone(WRONG));
  expect(toggle()).toBe(first);
  notice.show(INFORM);
  expect(toggle()).not.toBe(first);
});

it('announces the line once', () => {
  notice.show(WRONG);
  const status = root.querySelector('[role=status]');
  expect(status?.textContent).toBe('');
  vi.runAllTimers();
  expect(status?.textContent).toBe('Not allowed: unworded You may not join this meeting.');
  const changed = vi.fn();
  const observer = new MutationObserver(changed);
  if (status !== null) observer.observe(status, { childList: true, characterData: true, subtree: true });
  notice.show(structuredClone(WRONG));
  // Other details, the same line.
  notice.show([...WRONG, review({ unknown: ['e2ee'] })]);
  vi.runAllTimers();
  expect(observer.takeRecords()).toHaveLength(0);
  expect(changed).not.toHaveBeenCalled();
});

it('opens and closes on a trusted click, and closes on Escape', () => {
  notice.show(WRONG);
  expect(isOpen()).toBe(false);
  trusted(toggle(), 'click');
  expect(isOpen()).toBe(true);
  trusted(panel(), 'keydown', 'Escape');
  expect(isOpen()).toBe(false);
});

it('stays open when the content changes under the hands of a writer', () => {
  notice.show(WRONG);
  trusted(toggle(), 'click');
  toggle().focus();
  notice.show(INFORM);
  expect(isOpen()).toBe(true);
  expect(root.activeElement).toBe(toggle());
});

it('does not obey clicks that the page makes', () => {
  notice.show(WRONG);
  toggle().click();
  close().click();
  expect(isOpen()).toBe(false);
  expect(notice.element?.isConnected).toBe(true);
});

it('keeps clicks and keys inside from the page', () => {
  const heard = vi.fn();
  document.addEventListener('click', heard);
  document.addEventListener('keydown', heard);
  notice.show(WRONG);
  toggle().click();
  toggle().dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true, composed: true }));
  expect(heard).not.toHaveBeenCalled();
});

it('stays away once closed, until there is something else to say', () => {
  notice.show(WRONG);
  trusted(close(), 'click');
  expect(document.documentElement.innerHTML).not.toContain('<in-camera-');
  notice.show(structuredClone(WRONG));
  expect(notice.element).toBeNull();
  notice.show(INFORM);
  expect(notice.element?.isConnected).toBe(true);
});

it('comes back when the page removes it', () => {
  notice.show(WRONG);
  const element = notice.element;
  element?.remove();
  notice.show(structuredClone(WRONG));
  expect(notice.element).toBe(element);
  expect(element?.isConnected).toBe(true);
});

it('hides, and may show the same again', () => {
  notice.show(WRONG);
  notice.hide();
  expect(document.documentElement.innerHTML).not.toContain('<in-camera-');
  expect(notice.element).toBeNull();
  notice.show(WRONG);
  expect(notice.element?.isConnected).toBe(true);
});

it('writes what a page says as text, never as markup', () => {
  const host = '<img src=x onerror=alert(1)>';
  notice.show([review({ findings: [finding('warn')], meetings: [{ ...WEBEX, host }] })]);
  expect(root.querySelector('img')).toBeNull();
  expect(panel().textContent).toContain(host);
});

const LOUD = [review({ findings: [finding('warn')] })];
const aside = (more: Partial<Aside> = {}): Aside[] => [{ ...NOT_ASIDE, ...more }];
const words = (): string => panel().textContent ?? '';

it.each<[Level, Surface, string]>([
  ['warn', 'mail-read', 'Joining is not blocked.'],
  ['justify', 'event-read', 'You may join after you give a reason.'],
  ['block', 'join', 'You may not join this meeting.'],
  ['warn', 'mail-write', 'Sending is not blocked.'],
  ['justify', 'event-write', 'You may send this after you give a reason.'],
  ['block', 'mail-write', 'You may not send this as it is.'],
])('at %s on %s says whether one may go on', (level, surface, said) => {
  notice.show([review({ findings: [finding(level)], surface })]);
  expect(words()).toContain(said);
});

it.each(['lookalike-link', 'misleading-link', 'insecure-scheme'] as const)(
  'asks not to open what %s warns about, and tells who writes that sending is not blocked',
  (rule) => {
    const findings = [finding('warn', { rule })];
    notice.show([review({ findings })]);
    expect(words()).toContain('Do not open this link.');
    expect(words()).not.toContain('not blocked');
    notice.show([review({ findings, surface: 'mail-write' })]);
    expect(words()).toContain('Sending is not blocked.');
  },
);

it('names the source of each finding, as a link that tells it nothing', () => {
  notice.show(LOUD);
  const link = panel().querySelector('a');
  expect(link?.href).toBe('https://www.cyber.gov.au/');
  expect(link?.rel).toBe('noopener noreferrer');
  notice.show([
    review({ findings: [finding('warn', { source: { title: 'x', url: 'javascript:alert(1)' } })] }),
  ]);
  expect(panel().querySelector('a')).toBeNull();
});

it('is left out for what a person set aside, and comes back with another finding', () => {
  notice.show(LOUD, aside({ state: 'not-now' }));
  expect(notice.element).toBeNull();
  notice.show(LOUD, aside());
  trusted(close(), 'click');
  expect(host.setAside).toHaveBeenCalledWith([NOT_ASIDE.key], 'not-now');
  expect(notice.element).toBeNull();
});

it('shows one invitation of two when the other was set aside', () => {
  notice.show([...LOUD, ...WRONG], [...aside({ state: 'known' }), ...aside()]);
  expect(panel().dataset.tone).toBe('block');
  notice.show([...LOUD, ...WRONG], [...aside(), ...aside({ state: 'known' })]);
  expect(panel().dataset.tone).toBe('warn');
});

it('lets a person know a meeting only where the policy leaves it to them', () => {
  notice.show(LOUD, aside({ mayBeKnown: false }));
  expect(buttonNamed('I know this one')).toBeUndefined();
  notice.show([review({ findings: [finding('warn')], unknown: [] })], aside({ key: 'b2' }));
  const known = buttonNamed('I know this one');
  if (known === undefined) throw new Error('no such button');
  trusted(known, 'click');
  expect(host.setAside).toHaveBeenCalledWith(['b2'], 'known');
});

it('is made small, says so, and is large again once it is opened', () => {
  notice.show(LOUD);
  const smaller = buttonNamed('Make this notice small');
  if (smaller === undefined) throw new Error('no such button');
  trusted(smaller, 'click');
  expect(host.resized).toHaveBeenLastCalledWith('warn', true);
  expect(panel().classList.contains('quiet')).toBe(true);
  trusted(toggle(), 'click');
  expect(host.resized).toHaveBeenLastCalledWith('warn', false);
  expect(isOpen()).toBe(true);
  expect(panel().classList.contains('quiet')).toBe(false);
});

it('begins small where a person made this kind small, and no other kind', () => {
  notice.hide();
  notice = createNotice(document, { ...host, small: ['warn'] });
  notice.show(LOUD);
  expect(panel().classList.contains('quiet')).toBe(true);
  notice.show(WRONG);
  expect(panel().classList.contains('quiet')).toBe(false);
});

it('advises against a link that is itself the danger, and not against sending', () => {
  const read = review({ findings: [finding('warn', { rule: 'lookalike-link', meeting: null })] });
  notice.show([read]);
  expect(words()).toContain('Do not open this link.');
  expect(words()).not.toContain('Joining is not blocked.');
  notice.show([{ ...read, surface: 'mail-write' }]);
  expect(words()).toContain('Sending is not blocked.');
});

it('says the one remark there is, and counts several', () => {
  notice.show(INFORM);
  expect(panel().querySelector('.line')?.textContent).toContain('This meeting has no passcode.');
  notice.show([review({ findings: [finding('inform'), finding('inform')] })]);
  expect(panel().querySelector('.line')?.textContent).toContain('2 remarks');
});

it('says in full that nothing could be checked, also after a notice that was made small', () => {
  notice.hide();
  notice = createNotice(document, { ...host, small: ['warn'] });
  notice.show(LOUD);
  expect(panel().classList.contains('small')).toBe(true);
  notice.couldNotCheck('reader-failed');
  expect([...panel().classList]).toEqual(['panel']);
});

it('learns late which kinds are small, as a join page does', () => {
  const late: NoticeHost = { ...host, small: [] };
  notice.hide();
  notice = createNotice(document, late);
  Object.assign(late, { small: ['warn'] });
  notice.show(LOUD);
  expect(panel().classList.contains('small')).toBe(true);
});
