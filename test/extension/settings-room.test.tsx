// @vitest-environment jsdom
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { getMessage } from './locale.ts';
import { fakeLocks } from './locks.ts';

const fake = vi.hoisted(() => {
  let stored: Record<string, unknown> = {};
  let listeners: ((changes: Record<string, unknown>, area: string) => void)[] = [];
  const tell = (values: Record<string, unknown>): void => {
    for (const listener of listeners) listener(values, 'local');
  };
  return {
    fails: { get: false, set: false },
    stored: () => stored,
    storage: {
      local: {
        get: (keys: string | string[]) =>
          fake.fails.get
            ? Promise.reject(new Error('disk'))
            : Promise.resolve(
                Object.fromEntries(
                  [keys].flat().flatMap((key) => (key in stored ? [[key, stored[key]]] : [])),
                ),
              ),
        set(values: Record<string, unknown>) {
          if (fake.fails.set) return Promise.reject(new Error('full'));
          stored = { ...stored, ...structuredClone(values) };
          tell(values);
          return Promise.resolve();
        },
        remove(key: string) {
          if (fake.fails.set) return Promise.reject(new Error('full'));
          const { [key]: _, ...others } = stored;
          stored = others;
          tell({ [key]: undefined });
          return Promise.resolve();
        },
      },
      onChanged: {
        addListener: (listener: (changes: Record<string, unknown>, area: string) => void) =>
          listeners.push(listener),
        removeListener: (gone: unknown) => {
          listeners = listeners.filter((one) => one !== gone);
        },
      },
    },
    runtime: { getManifest: () => ({ version: '1' }) },
    i18n: {
      getMessage: (_key: string, _given?: string | string[]): string => '',
      getUILanguage: () => 'en-GB',
    },
    reset() {
      stored = {};
      listeners = [];
    },
  };
});

vi.mock('webextension-polyfill', () => ({ default: fake }));
vi.mock('../../extension/api.ts', () => ({ default: fake }));

Object.defineProperty(navigator, 'locks', { value: fakeLocks() });
const { Room } = await import('../../extension/options/rooms/settings.tsx');

const ORGANISATION = {
  policyVersion: '7',
  schemes: ['nl-virbi'],
  labels: [{ id: 'intern', names: ['Intern'], rank: 10 }],
  rules: [
    { rule: 'no-passcode', level: 'warn' },
    { rule: 'no-passcode', from: 'nl-virbi/stg-c', level: 'block' },
  ],
  titles: { forbiddenTerms: ['Project <b>'] },
};

const one = <Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind => {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
};
const words = (): string => document.body.textContent ?? '';
const said = (): string | undefined => document.querySelector<HTMLElement>('.settings-said')?.dataset.said;
const own = (): unknown => fake.stored()['own-settings'];
const level = (rule: string) => one(`[data-rule="${rule}"] select`, HTMLSelectElement);
const choices = (rule: string): string[] => [...level(rule).options].map((option) => option.text);
const button = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((each) => each.textContent?.startsWith(name));
  if (found === undefined) throw new Error(`no button “${name}”`);
  return found;
};
const choose = (select: HTMLSelectElement, value: string): void => {
  select.value = value;
  select.dispatchEvent(new Event('change'));
};
const write = (field: HTMLTextAreaElement | HTMLInputElement, value: string): void => {
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

let drawn = 0;
async function open(stored: Record<string, unknown> = {}): Promise<void> {
  for (const [key, value] of Object.entries(stored)) await fake.storage.local.set({ [key]: value });
  drawn = 0;
  render(<Room drawAgain={() => drawn++} />, document.body);
  await vi.waitFor(() => expect(document.querySelector('.settings h3')).not.toBeNull());
}
const policy = (more: Record<string, unknown> = {}) => ({ 'last-good-policy': { ...ORGANISATION, ...more } });

beforeEach(() => {
  render(null, document.body);
  fake.reset();
  Object.assign(fake.fails, { get: false, set: false });
  fake.i18n.getMessage = getMessage;
  globalThis.inCameraWords = undefined;
});

it('without a policy: a level is stored at once, said, and taken back by the same control', async () => {
  await open();
  expect(choices('no-passcode')[0]).toBe('Show a warning (built in)');
  choose(level('no-passcode'), 'block');
  await vi.waitFor(() => expect(said()).toBe('saved'));
  expect(own()).toEqual({ rules: [{ rule: 'no-passcode', level: 'block' }] });
  expect(level('no-passcode').value).toBe('block');
  choose(level('no-passcode'), '');
  await vi.waitFor(() => expect(own()).toBeUndefined());
  await vi.waitFor(() => expect(words()).toContain('You have no settings of your own.'));
});

it('under an open policy: whose each level is, and what holds from a marking on stays', async () => {
  await open(policy());
  expect(choices('no-passcode')[0]).toBe('Show a warning (organisation)');
  expect(one('[data-rule="no-passcode"]', HTMLElement).textContent).toContain(
    'From Stg. CONFIDENTIEEL on: Stop me (your organisation)',
  );
  choose(level('no-passcode'), 'off');
  await vi.waitFor(() => expect(own()).toMatchObject({ rules: [{ level: 'off' }, { level: 'block' }] }));
  one('[data-scheme="tlp2"] input', HTMLInputElement).click();
  await vi.waitFor(() => expect(own()).toMatchObject({ schemes: ['nl-virbi', 'tlp2'] }));
});

it('under a lock: only stricter levels, and nothing else to change but more words', async () => {
  await open({
    ...policy({ locked: true }),
    'own-settings': { rules: [{ rule: 'no-passcode', level: 'off' }] },
  });
  expect(choices('no-passcode').slice(1)).toEqual(['Ask for a reason', 'Stop me']);
  expect(words()).toContain('Your own choice does not count: Say nothing.');
  expect(document.querySelector('[data-scheme] input')).toBeNull();
  expect(document.querySelector('[data-label] button')).toBeNull();
  expect(document.querySelector('.settings-terms b')).toBeNull();
  const field = one('#settings-terms', HTMLTextAreaElement);
  write(field, ' Zeepaard \n\nZeepaard\n');
  field.dispatchEvent(new Event('blur'));
  await vi.waitFor(() => expect(own()).toMatchObject({ titles: { forbiddenTerms: ['Zeepaard'] } }));
});

it('a label without a name, or with too long a one, is not stored; a good one is, and can be changed and removed', async () => {
  await open();
  button('Add a label').click();
  await vi.waitFor(() => expect(document.querySelector('form textarea')).not.toBeNull());
  const form = one('form', HTMLFormElement);
  form.requestSubmit();
  await vi.waitFor(() => expect(words()).toContain('Write at least one name.'));
  write(one('form textarea', HTMLTextAreaElement), `Intern\n${'x'.repeat(201)}`);
  await vi.waitFor(() => {
    form.requestSubmit();
    expect(words()).toContain('This line is too long: “xxx');
  });
  expect(own()).toBeUndefined();
  write(one('form textarea', HTMLTextAreaElement), 'Bureau 3');
  choose(one('form select', HTMLSelectElement), '40');
  await Promise.resolve();
  await vi.waitFor(() => {
    document.querySelector('form')?.requestSubmit();
    expect(own()).toEqual({ labels: [{ id: 'bureau-3', names: ['Bureau 3'], rank: 40 }] });
  });
  await vi.waitFor(() => expect(words()).toContain('Counts as: Secret'));
  one('[aria-label="Remove Bureau 3"]', HTMLButtonElement).click();
  await vi.waitFor(() => expect(own()).toBeUndefined());
});

it('what cannot be stored is said, and the control shows what is in force', async () => {
  await open();
  fake.fails.set = true;
  choose(level('no-passcode'), 'off');
  await vi.waitFor(() => expect(said()).toBe('failed'));
  expect(level('no-passcode').value).toBe('');
  expect(words()).toContain('This could not be saved. Nothing has changed.');
});

it('storage that fails, and settings that are none, are no empty room', async () => {
  fake.fails.get = true;
  await open();
  expect(words()).toContain('Your settings could not be read');
  expect(document.querySelector('[data-rule]')).toBeNull();
  fake.fails.get = false;
  button('Try again').click();
  await vi.waitFor(() => expect(document.querySelector('[data-rule]')).not.toBeNull());
  await fake.storage.local.set({ 'own-settings': 'nonsense' });
  await vi.waitFor(() => expect(words()).toContain('Your own settings are damaged'));
  button('Remove all my settings').click();
  await vi.waitFor(() => button('Yes').click());
  await vi.waitFor(() => expect(document.querySelector('[data-rule]')).not.toBeNull());
  expect(own()).toBeUndefined();
});

it('faults of one’s own settings are named, and removed by a button; what counts stays', async () => {
  await open({ 'own-settings': { schemes: ['tlp2', 'no-such'], zz: 1 } });
  expect(words()).toContain('2 faults in your own settings');
  button('Remove what does not count').click();
  await vi.waitFor(() => expect(own()).toEqual({ schemes: ['tlp2'] }));
});

it('a policy that arrives is shown and said, and the focus stays', async () => {
  await open();
  level('open-dial-in').focus();
  await fake.storage.local.set(policy({ locked: true }));
  await vi.waitFor(() => expect(said()).toBe('elsewhere'));
  expect(choices('no-passcode')[0]).toBe('Show a warning (organisation)');
  expect(document.activeElement).toBe(level('open-dial-in'));
});

it('a file is shown before it counts, with its faults; one with nothing valid changes nothing', async () => {
  await open(policy());
  const choose = (content: string): void => {
    const input = one('input[type=file]', HTMLInputElement);
    const file = new File([content], 'in-camera-settings.json');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    input.dispatchEvent(new Event('change'));
  };
  choose('{"schemes": ["no-such"]}');
  await vi.waitFor(() =>
    expect(words()).toContain('There are no settings in this file that In Camera can use.'),
  );
  expect(words()).toContain('There is no marking scheme called “no-such”.');
  choose('{"schemes": ["tlp2"], "rules": [{"rule": "no-pascode", "level": "off"}]}');
  await vi.waitFor(() => expect(words()).toContain('There is no rule called “no-pascode”.'));
  expect(own()).toBeUndefined();
  button('Use these settings').click();
  await vi.waitFor(() => expect(own()).toEqual({ schemes: ['tlp2'] }));
});

it('speaks another language at once, and goes back', async () => {
  await open();
  const select = one('.settings-field select', HTMLSelectElement);
  expect([...select.options].map((option) => option.text).slice(0, 2)).toEqual([
    'As in the browser (English)',
    'English',
  ]);
  expect(select.textContent).toContain('Nederlands');
  choose(select, 'nl');
  await vi.waitFor(() => expect(drawn).toBe(1));
  expect(document.documentElement.lang).toBe('nl');
  expect(fake.stored()['own-words']).toMatchObject({ language: 'nl' });
  await vi.waitFor(() => expect(said()).toBe('saved'));
  choose(select, '');
  await vi.waitFor(() => expect(fake.stored()['own-words']).toBeUndefined());
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('en'));
});

it('finds a warning by its name', async () => {
  await open();
  write(one('input[type=search]', HTMLInputElement), 'PASSCODE');
  await vi.waitFor(() => expect(document.querySelectorAll('[data-rule]')).toHaveLength(4));
  expect(words()).toContain('4 warnings found');
});
