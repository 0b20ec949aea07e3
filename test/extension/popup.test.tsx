// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { type FrameReport, reportKey } from '../../extension/messages.ts';
import type { PolicyNote, Review } from '../../src/model.ts';
import { getMessage } from './locale.ts';
import { BUILT_IN, finding, NOT_ASIDE, ORGANISATION, review, SECRET, WEBEX } from './samples.ts';

const fake = vi.hoisted(() => {
  const list = <Item,>(): Item[] => [];
  const area = () => {
    let stored: Record<string, unknown> = {};
    let listeners: ((changes: Record<string, unknown>) => void)[] = [];
    return {
      get: (keys: string | string[] | null) =>
        Promise.resolve(
          keys === null
            ? stored
            : Object.fromEntries([keys].flat().flatMap((key) => (key in stored ? [[key, stored[key]]] : []))),
        ),
      onChanged: {
        addListener: (listener: (changes: Record<string, unknown>) => void) => listeners.push(listener),
      },
      write(values: Record<string, unknown>) {
        stored = { ...stored, ...values };
        for (const listener of listeners) listener(values);
      },
      reset() {
        stored = {};
        listeners = [];
      },
    };
  };
  const storage = { session: area(), local: area() };
  return {
    storage,
    tabs: {
      address: '',
      query: () => Promise.resolve([{ id: 7 }]),
      get: (id: number) =>
        Promise.resolve({ id, url: fake.tabs.address === '' ? undefined : fake.tabs.address }),
    },
    permissions: {
      granted: list<string>(),
      requested: list<string[]>(),
      contains: ({ origins }: { origins: string[] }) =>
        Promise.resolve(origins.every((origin) => fake.permissions.granted.includes(origin))),
      request({ origins }: { origins: string[] }) {
        fake.permissions.requested.push(origins);
        return Promise.resolve(true);
      },
      onAdded: { addListener: () => undefined },
      onRemoved: { addListener: () => undefined },
    },
    scripting: {
      refuses: false,
      executed: list<unknown>(),
      executeScript(what: { files?: string[] }) {
        fake.scripting.executed.push(what.files ?? 'probe');
        return fake.scripting.refuses ? Promise.reject(new Error('no')) : Promise.resolve([]);
      },
    },
    i18n: {
      getMessage: (_key: string, _given?: string | string[]): string => '',
      getUILanguage: () => 'en-GB',
    },
    runtime: {
      getManifest: () => ({ version: '0.1.0' }),
      getURL: (path: string) => `chrome-extension://id/${path}`,
    },
  };
});

vi.mock('webextension-polyfill', () => ({ default: fake }));
vi.mock('../../extension/api.ts', () => ({ default: fake }));

const TAB = 7;

function report(...reviews: readonly Review[]): FrameReport {
  const entries = reviews.map((one, index) => ({
    title: `Meeting ${index + 1}`,
    review: one,
    aside: NOT_ASIDE,
  }));
  return { page: 'page-1', site: 'mail.example.gov', entries, trouble: null, webmail: null, missed: [] };
}

const withReview = (garbage: unknown): unknown => ({
  ...report(),
  entries: [{ title: '', review: garbage, aside: NOT_ASIDE }],
});

const store = (value: unknown, frame = 0): void =>
  fake.storage.session.write({ [reportKey(TAB, frame)]: value });
const storePolicy = (note: unknown): void => fake.storage.local.write({ 'policy-note': note });

async function openPopup(query = ''): Promise<void> {
  history.replaceState(null, '', `/popup/index.html${query}`);
  vi.resetModules();
  await import('../../extension/popup/index.tsx');
  await vi.waitFor(() => expect(document.body.dataset.state).toBeDefined());
}

const words = (): string => document.body.textContent ?? '';
const heading = (): string => document.querySelector('.answer h2')?.textContent ?? '';
const one = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

beforeEach(() => {
  fake.storage.session.reset();
  fake.storage.local.reset();
  fake.tabs.address = '';
  Object.assign(fake.permissions, { granted: [], requested: [] });
  Object.assign(fake.scripting, { refuses: false, executed: [] });
  fake.i18n.getMessage = getMessage;
  document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body'));
});

it('paints what is stored: what is wrong, where and whose rules', async () => {
  store(
    report(review({ findings: [finding('inform', { meeting: null }), finding('warn')], marking: SECRET })),
  );
  storePolicy(ORGANISATION);
  await openPopup();
  expect(document.body.dataset.state).toBe('wrong');
  expect(heading()).toBe('2 points need your attention');
  expect(one('.answer').textContent).toContain('Most serious: Warning');
  expect(one('.entry h2').textContent).toBe('Meeting 1');
  const meeting = one('[data-platform]');
  expect({ ...meeting.dataset }).toEqual({
    platform: 'webex',
    passcode: 'absent',
    dialIn: 'open',
    room: 'personal',
  });
  expect(meeting.textContent).toContain('Webex voorbeeldstad.webex.com');
  expect(meeting.textContent).toContain('Without a passcode: the meeting number is enough');
  const warning = one('[data-platform] [data-rule="sample"][data-level="warn"]');
  expect(warning.textContent).toContain('This meeting has no passcode.');
  expect(warning.textContent).toContain('Why it matters Anyone who has the number can join.');
  expect(warning.textContent).toContain('Next step Ask the organiser for a passcode.');
  expect(one('[data-level="inform"][data-rule]').closest('[data-platform]')).toBeNull();
  expect(one('[data-marking="nl-virbi/stg-g"]').textContent).toBe('Marking: Stg. GEHEIM (in the title)');
  expect(one('.unknown').textContent).toContain('Whether people wait in a lobby');
  const policy = one('[data-policy-source]');
  expect(policy.dataset.policySource).toBe('managed');
  expect(policy.dataset.policyVersion).toBe('2026-11-01');
  expect(policy.textContent).toContain('Rules of Gemeente Voorbeeldstad, version 2026-11-01');
});

it('has six states that differ in words and sign', async () => {
  const seen: { state: string | undefined; heading: string; sign: string | null | undefined }[] = [];
  const look = async (): Promise<void> => {
    await openPopup();
    const sign = document.querySelector('.answer path')?.getAttribute('d');
    seen.push({ state: document.body.dataset.state, heading: heading(), sign });
    delete document.body.dataset.state;
    document.body.replaceChildren();
    fake.storage.session.reset();
  };
  await look();
  store(report());
  await look();
  store(report(review()));
  await look();
  store(report(review({ unknown: ['calendar-attachment'] })));
  await look();
  store({ ...report(review()), missed: ['gmail mail-read title'] });
  await look();
  store({ ...report(), trouble: 'worker-silent' });
  await look();
  store(report(review({ findings: [finding('block')] })));
  await look();
  const states = ['not-reading', 'no-meeting', 'clear', 'unchecked', 'limited', 'unchecked', 'wrong'];
  expect(seen.map((each) => each.state)).toEqual(states);
  expect(new Set(seen.map((each) => each.heading)).size).toBe(7);
  expect(new Set(seen.map((each) => each.sign)).size).toBe(7);
});

it('says why nothing could be checked, also beside something wrong in another frame', async () => {
  store({ ...report(), trouble: 'reader-failed' });
  store(report(review({ findings: [finding('warn')] })), 3);
  await openPopup();
  expect(document.body.dataset.state).toBe('wrong');
  expect(one('.problem').textContent).toContain('In Camera could not check this page');
  expect(one('.problem').textContent).toContain('The page could not be read.');
});

it('does not say that nothing is wrong while one frame could not be checked', async () => {
  store(report(review()));
  store({ ...report(), trouble: 'review-failed' }, 2);
  await openPopup();
  expect(document.body.dataset.state).toBe('unchecked');
});

it('shows the tab that is asked for, and no other with a like number', async () => {
  fake.storage.session.write({
    [reportKey(70, 0)]: report(review({ findings: [finding('warn')] })),
    [reportKey(9, 0)]: report(review()),
  });
  await openPopup();
  expect(document.body.dataset.state).toBe('not-reading');
  delete document.body.dataset.state;
  document.body.replaceChildren();
  await openPopup('?tab=9');
  expect(document.body.dataset.state).toBe('clear');
});

it('follows what the worker stores', async () => {
  await openPopup();
  expect(document.body.dataset.state).toBe('not-reading');
  store(report(review({ findings: [finding('warn')] })));
  await vi.waitFor(() => expect(document.body.dataset.state).toBe('wrong'));
  store(report(review()));
  await vi.waitFor(() => expect(document.body.dataset.state).toBe('clear'));
  storePolicy(ORGANISATION);
  await vi.waitFor(() => expect(one('[data-policy-source]').dataset.policySource).toBe('managed'));
});

it('lists every fault of the policy', async () => {
  const faults: PolicyNote['faults'] = [
    { path: 'rules[2].level', problem: 'wrong-value', value: '"warning"', lost: 'rules[2]' },
    { path: '', problem: 'expired', value: '2026-01-01', lost: null },
  ];
  storePolicy({ ...ORGANISATION, faults });
  store(report());
  await openPopup();
  expect(words()).toContain('The policy has 2 faults');
  const [first, second] = all('[data-fault]');
  expect(first?.dataset.fault).toBe('wrong-value');
  expect(first?.textContent).toContain('rules[2].level');
  expect(first?.textContent).toContain(
    'This value is not possible here: “"warning"”. Not applied: rules[2].',
  );
  expect(second?.dataset.fault).toBe('expired');
  expect(second?.textContent).toContain('the whole policy');
});

it('does not say that the organisation set nothing when the browser did not say so', async () => {
  storePolicy({
    ...BUILT_IN,
    faults: [{ path: '', problem: 'unanswered', value: '', lost: null }],
  });
  await openPopup();
  expect(words()).toContain('The browser does not say what your organisation has set.');
  expect(words()).not.toContain('has set no rules');
});

it('names the built-in advice without a note, and the policy of the review before the note is written', async () => {
  await openPopup();
  expect(one('[data-policy-source]').dataset.policySource).toBe('default');
  expect(words()).toContain('Built-in advice');
  store(report(review({ policy: ORGANISATION })));
  await vi.waitFor(() => expect(one('[data-policy-source]').dataset.policySource).toBe('managed'));
});

it.each([
  ['a string', 'nonsense'],
  ['null', null],
  ['an older shape', { page: 'p', site: 's', reviews: [] }],
  ['an unknown state', withReview({ ...review(), meetings: [{ ...WEBEX, room: 'cellar' }] })],
  ['a review without findings', withReview({ ...review(), findings: undefined })],
])('says so when what was stored is %s', async (_, garbage) => {
  store(garbage);
  await openPopup();
  expect(document.body.dataset.state).toBe('unchecked');
  expect(heading()).toBe('In Camera could not read what was stored');
});

it('still shows what it can read beside garbage', async () => {
  store('nonsense');
  store(report(review({ findings: [finding('warn')] })), 1);
  await openPopup();
  expect(document.body.dataset.state).toBe('wrong');
  expect(one('.problem').textContent).toContain('In Camera could not read what was stored');
});

it('says so when the storage itself fails', async () => {
  const { get } = fake.storage.session;
  fake.storage.session.get = () => Promise.reject(new Error('corrupt'));
  await openPopup();
  fake.storage.session.get = get;
  expect(heading()).toBe('In Camera could not read what was stored');
});

it('says so when the note about the policy is garbage', async () => {
  storePolicy({ source: 'elsewhere' });
  store(report(review()));
  await openPopup();
  expect(words()).toContain('In Camera could not read which rules apply');
  expect(document.body.dataset.state).toBe('clear');
});

it('shows a finding that points at no meeting we have', async () => {
  store(report(review({ findings: [finding('warn', { meeting: 5 })] })));
  await openPopup();
  expect(one('[data-rule="sample"]').closest('[data-platform]')).toBeNull();
});

it('puts the worst invitation and the worst meeting on top', async () => {
  const two = review({
    meetings: [{ ...WEBEX, platform: 'teams' }, WEBEX],
    findings: [finding('warn', { meeting: 1 })],
  });
  store(report(review({ policy: BUILT_IN }), two));
  await openPopup();
  expect(one('.entry h2').textContent).toBe('Meeting 2');
  expect(all('[data-platform]').map((each) => each.dataset.platform)).toEqual(['webex', 'teams', 'webex']);
});

it('says that it has no title, or that it is no invitation', async () => {
  const linkOnly = { title: '', review: review({ surface: 'join' }), aside: NOT_ASIDE };
  store({ ...report(), entries: [{ title: ' ', review: review(), aside: NOT_ASIDE }, linkOnly] });
  await openPopup();
  expect(all('.entry h2').map(({ textContent }) => textContent)).toEqual([
    '(no title)',
    'The link to this meeting',
  ]);
});

it('has landmarks, one first heading, and the language of its words', async () => {
  store(report(review({ findings: [finding('warn')] })));
  await openPopup();
  expect(all('header, main, footer')).toHaveLength(3);
  expect(all('h1')).toHaveLength(1);
  expect(document.documentElement.lang).toBe('en');
});

it('keeps what a page says as text', async () => {
  const bad = '<img src=x onerror=alert(1)>';
  const stored = report(review({ findings: [finding('warn')] }));
  store({ ...stored, site: bad, entries: stored.entries.map((entry) => ({ ...entry, title: bad })) });
  await openPopup();
  expect(document.querySelector('img')).toBeNull();
  expect(words()).toContain(bad);
});

const offers = (): (string | undefined)[] => all('[data-offer]').map((each) => each.dataset.offer);

it('says that the page hides the notice, and what was found all the same', async () => {
  store({ ...report(review({ findings: [finding('warn')] })), trouble: 'notice-removed' });
  await openPopup();
  expect(document.body.dataset.state).toBe('wrong');
  expect(one('.problem').textContent).toContain('This page hides In Camera’s notice');
  expect(all('[data-rule]')).toHaveLength(1);
});

it('offers to check this site always, and asks for exactly that', async () => {
  fake.tabs.address = 'https://webmail.example.gov:8443/?_task=mail';
  await openPopup();
  // The first words do not wait for it.
  await vi.waitFor(() => expect(all('[data-offer]')).not.toEqual([]));
  expect(offers()).toEqual(['here']);
  expect(one('[data-offer] button').textContent).toBe('Always check webmail.example.gov');
  one('[data-offer] button').click();
  expect(fake.permissions.requested).toEqual([['https://webmail.example.gov/*']]);
});

it('names the webmail that a page looks like', async () => {
  fake.tabs.address = 'https://webmail.example.gov/';
  store({ ...report(), site: 'webmail.example.gov', webmail: 'roundcube' });
  await openPopup();
  // The first words do not wait for it.
  await vi.waitFor(() => expect(all('[data-offer]')).not.toEqual([]));
  expect(one('[data-offer]').textContent).toContain('This looks like Roundcube. Always check it?');
});

it.each([
  ['that is read already', 'https://mail.example.gov/', ['https://mail.example.gov/*']],
  ['of the browser itself', 'chrome://settings/', []],
  ['without encryption', 'http://mail.example.gov/', []],
  ['whose address the browser hides', '', []],
])('offers nothing for a page %s', async (_, address, granted) => {
  fake.tabs.address = address;
  fake.permissions.granted = granted;
  await openPopup();
  expect(offers()).toEqual([]);
});

it('offers nothing that cannot work where the browser keeps us out', async () => {
  fake.tabs.address = 'https://mail.example.gov/';
  fake.scripting.refuses = true;
  await openPopup();
  await vi.waitFor(() => expect(words()).toContain('The browser does not let In Camera read this page.'));
  expect(all('.check, [data-offer]')).toEqual([]);
  expect(fake.scripting.executed).toEqual(['probe']);
});

it('checks the page once, with a file that no folder of the popup is put before', async () => {
  await openPopup('?tab=7');
  one('.check').click();
  expect(fake.scripting.executed).toEqual([['/content/in-camera.iife.js']]);
});

it('names the sites that policy and manifest want and the browser withholds', async () => {
  const missing = Array.from({ length: 8 }, (_, index) => `https://m${index}.example.org/*`);
  fake.storage.local.write({ access: { missing, asked: ['https://*.example.gov/*'] } });
  await openPopup();
  expect(offers()).toEqual(['policy', 'missing']);
  const [policy, manifest] = all('[data-offer]');
  expect(policy?.textContent).toContain('Your organisation wants In Camera to read *.example.gov.');
  expect(manifest?.textContent).toContain('m4.example.org, m5.example.org and 2 more');
  for (const button of all('[data-offer] button')) button.click();
  expect(fake.permissions.requested).toEqual([['https://*.example.gov/*'], missing]);
});

it.each([['text'], [null], [{ missing: 'all', asked: [1] }]])(
  'takes %j for no withheld site',
  async (access) => {
    fake.storage.local.write({ access });
    await openPopup();
    expect(offers()).toEqual([]);
  },
);

const WITH_CONTACT: PolicyNote = {
  ...ORGANISATION,
  contact: 'mailto:meld@voorbeeldstad.example?cc=ict@voorbeeldstad.example',
};
const button = (name: string): HTMLElement => {
  const found = all('button').find((each) => each.textContent === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};

it('reports what is shown, and nothing else, by a mail that the person can change', async () => {
  store(report(review({ findings: [finding('warn')], marking: SECRET })));
  storePolicy(WITH_CONTACT);
  await openPopup();
  button('Report').click();
  await vi.waitFor(() => expect(document.querySelector('#report')).not.toBeNull());
  const field = document.querySelector<HTMLTextAreaElement>('#report');
  for (const said of [
    'Meeting 1',
    'This meeting has no passcode.',
    'Stg. GEHEIM',
    'mail.example.gov',
    'Webex voorbeeldstad.webex.com',
  ])
    expect(field?.value).toContain(said);
  expect(field?.value).not.toContain('/meet/jan');
  if (field !== null) field.value = 'My own words: 50 % & more';
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() =>
    expect(document.querySelector<HTMLAnchorElement>('a.button')?.href).toContain('My%20own'),
  );
  const address = document.querySelector<HTMLAnchorElement>('a.button')?.href ?? '';
  expect(address).toMatch(
    /^mailto:meld@voorbeeldstad\.example\?cc=ict@voorbeeldstad\.example&subject=In%20Camera/,
  );
  expect(new URLSearchParams(address.split('?')[1]).get('body')).toBe('My own words: 50 % & more');
  button('Back').click();
  await vi.waitFor(() => expect(document.querySelector('#report')).toBeNull());
});

it('takes the clipboard for a report that no address can carry', async () => {
  const copied = vi.fn(() => Promise.resolve());
  Object.assign(navigator, { clipboard: { writeText: copied } });
  store(report(...Array.from({ length: 12 }, () => review({ findings: [finding('warn')] }))));
  storePolicy(WITH_CONTACT);
  await openPopup();
  button('Report').click();
  await vi.waitFor(() => expect(document.querySelector('a.button')).not.toBeNull());
  const link = document.querySelector<HTMLAnchorElement>('a.button');
  expect(link?.href.length).toBeLessThan(2000);
  link?.addEventListener('click', (event) => event.preventDefault());
  link?.click();
  expect(copied).toHaveBeenCalledWith(document.querySelector<HTMLTextAreaElement>('#report')?.value);
});

it('offers no report where nobody is named', async () => {
  store(report(review({ findings: [finding('warn')] })));
  storePolicy(ORGANISATION);
  await openPopup();
  expect(all('button').map((each) => each.textContent)).toEqual(['Copy as text', 'Check again', 'Settings']);
});

it('says what was set aside', async () => {
  const entry = { title: 'x', review: review({ findings: [finding('warn')] }) };
  store({ ...report(), entries: [{ ...entry, aside: { ...NOT_ASIDE, state: 'known' } }] });
  await openPopup();
  expect(one('.aside').textContent).toContain('You said that you know this one.');
});
