/** A browser for the worker's modules, as far as they use one: `vi.mock('webextension-polyfill', …)` hands it out. */

export interface FakeTab {
  id: number;
  /** Undefined where the browser hides it. */
  url?: string;
  status?: string;
  discarded?: boolean;
  /** Our script answers there. */
  has?: boolean;
  /** What the browser says when something of ours is to run there. */
  refuses?: string;
}

interface Script {
  id: string;
  matches?: string[];
  excludeMatches?: string[];
  js?: string[];
  allFrames?: boolean;
  matchOriginAsFallback?: boolean;
}

const list = <Item>(): Item[] => [];
const nothing = <Value>(): Value | null => null;

export function fakeBrowser() {
  const area = () => {
    let stored: Record<string, unknown> = {};
    return {
      get: (keys: string | string[] | null) => {
        const wanted = keys === null ? Object.keys(stored) : [keys].flat();
        const found = wanted.filter((key) => key in stored).map((key) => [key, structuredClone(stored[key])]);
        return Promise.resolve(Object.fromEntries(found));
      },
      set(values: Record<string, unknown>) {
        stored = { ...stored, ...structuredClone(values) };
        return Promise.resolve();
      },
      remove(keys: string | string[]) {
        for (const key of [keys].flat()) delete stored[key];
        return Promise.resolve();
      },
    };
  };
  const matches = (pattern: string, url: string | undefined): boolean =>
    url?.startsWith(pattern.replace('*', '')) === true;
  const fake = {
    manifest: {
      host_permissions: ['https://mail.google.com/*'],
      content_scripts: [
        { matches: ['https://mail.google.com/*'], js: ['content/in-camera.iife.js'] },
        // As Firefox gives it back.
        { matches: ['https://zoom.us/*'], js: ['moz-extension://id/content/join.iife.js'] },
      ],
    },
    origin: 'chrome-extension://id/',
    granted: ['https://mail.google.com/*', 'https://zoom.us/*'],
    /** What permissions.contains says, if it is not what getAll names. */
    readable: nothing<string[]>(),
    registered: list<Script>(),
    /** Patterns that the browser does not take. */
    unregistrable: list<string>(),
    openTabs: list<FakeTab>(),
    /** [tab, file], or [tab, 'probe']. */
    executed: list<[number, string]>(),
    sent: list<[number, unknown, unknown]>(),
    badges: new Map<number | 'all', { text?: string | null; title?: string }>(),

    runtime: { getManifest: () => fake.manifest, getURL: (path: string) => new URL(path, fake.origin).href },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en-GB' },
    storage: { local: area(), session: area() },
    permissions: {
      getAll: () => Promise.resolve({ origins: fake.granted }),
      contains: ({ origins }: { origins: string[] }) =>
        Promise.resolve(origins.every((origin) => (fake.readable ?? fake.granted).includes(origin))),
    },
    scripting: {
      getRegisteredContentScripts: () => Promise.resolve(fake.registered),
      registerContentScripts(scripts: Script[]) {
        if (scripts.some(({ matches: [one = ''] = [] }) => fake.unregistrable.includes(one)))
          return Promise.reject(new Error('Invalid match pattern'));
        // As the browsers give them back.
        const made = scripts.map((one) => ({
          ...one,
          js: one.js?.map((file) => file.replace(/^\//, '')) ?? [],
        }));
        fake.registered = [...fake.registered, ...made];
        return Promise.resolve();
      },
      unregisterContentScripts({ ids }: { ids: string[] }) {
        fake.registered = fake.registered.filter(({ id }) => !ids.includes(id));
        return Promise.resolve();
      },
      executeScript({ target, files }: { target: { tabId: number }; files?: string[] }) {
        const tab = fake.openTabs.find(({ id }) => id === target.tabId);
        if (tab === undefined) return Promise.reject(new Error(`No tab with id: ${target.tabId}`));
        fake.executed.push([target.tabId, files?.[0] ?? 'probe']);
        return tab.refuses === undefined ? Promise.resolve([]) : Promise.reject(new Error(tab.refuses));
      },
    },
    tabs: {
      query: ({ url }: { url?: string[] }) =>
        Promise.resolve(
          fake.openTabs.filter((tab) => url === undefined || url.some((one) => matches(one, tab.url))),
        ),
      get(tabId: number) {
        const tab = fake.openTabs.find(({ id }) => id === tabId);
        return tab === undefined ? Promise.reject(new Error('No tab')) : Promise.resolve(tab);
      },
      sendMessage(tabId: number, message: unknown, options?: unknown) {
        fake.sent.push([tabId, message, options]);
        const has = fake.openTabs.find(({ id }) => id === tabId)?.has === true;
        return has ? Promise.resolve(false) : Promise.reject(new Error('Receiving end does not exist.'));
      },
    },
    action: {
      getTitle: () => Promise.resolve(fake.badges.get('all')?.title ?? 'extension_name'),
      getBadgeBackgroundColor: () => Promise.resolve([90, 95, 102, 255]),
      setBadgeText: ({ tabId, text }: { tabId?: number; text: string | null }) => note(tabId, { text }),
      setTitle: ({ tabId, title }: { tabId?: number; title: string }) => note(tabId, { title }),
      setBadgeBackgroundColor: () => Promise.resolve(),
    },
  };
  function note(tabId: number | undefined, badge: { text?: string | null; title?: string }): Promise<void> {
    fake.badges.set(tabId ?? 'all', { ...fake.badges.get(tabId ?? 'all'), ...badge });
    return Promise.resolve();
  }
  return fake;
}
