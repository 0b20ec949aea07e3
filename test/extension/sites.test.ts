import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from './browser.ts';

let fake = fakeBrowser();
vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name) => Reflect.get(fake, name) }),
}));
const { reconcileSites } = await import('../../extension/background/sites.ts');
const { sitesFor } = await import('../../extension/sites.ts');

beforeEach(() => {
  fake = fakeBrowser();
});

const REQUIRED = ['https://mail.google.com/*'];
const read = (sites: string[], granted: string[]) => sitesFor(sites, [...REQUIRED, ...granted], REQUIRED);

describe('sitesFor', () => {
  it('reads what is wanted and granted, and asks for what is wanted only', () => {
    const sites = ['https://mail.example.gov', 'https://post.example.org'];
    expect(read(sites, ['https://post.example.org/*'])).toEqual({
      read: ['https://post.example.org/*'],
      wanted: ['https://mail.example.gov/*', 'https://post.example.org/*'],
      asked: ['https://mail.example.gov/*'],
    });
  });

  it('reads the person’s own sites without any policy', () => {
    expect(read([], ['https://post.example.org/*']).read).toEqual(['https://post.example.org/*']);
  });

  it('reads a policy’s site under a wider permission, and one host of a policy’s wildcard', () => {
    expect(read(['https://mail.example.gov'], ['https://*.example.gov/*'])).toEqual({
      read: ['https://*.example.gov/*'],
      wanted: ['https://mail.example.gov/*'],
      asked: [],
    });
    expect(read(['https://*.example.gov'], ['https://mail.example.gov/*'])).toEqual({
      read: ['https://mail.example.gov/*'],
      wanted: ['https://*.example.gov/*'],
      asked: ['https://*.example.gov/*'],
    });
  });

  it('leaves the manifest’s own hosts, other schemes and what is no site alone', () => {
    expect(read(['https://mail.google.com', 'ftp://x', '', 'https://*'], ['http://127.0.0.1/*'])).toEqual({
      read: [],
      wanted: [],
      asked: [],
    });
  });

  it('does not read the webmail’s way what only the script of the platforms watches', () => {
    const ofManifest = [...REQUIRED, 'https://*.slack.com/huddle/*'];
    expect(sitesFor([], [...REQUIRED, 'https://*.slack.com/*'], ofManifest).read).toEqual([]);
  });

  it('asks once for a site that is named twice', () => {
    expect(read(['https://a.example', 'https://A.example:8443/'], []).asked).toEqual(['https://a.example/*']);
  });
});

describe('reconcileSites', () => {
  const ids = (): string[] => fake.registered.map(({ id }) => id);
  const POST = 'https://post.example.org/*';

  it('registers once, also when asked twice at a time', async () => {
    fake.granted.push(POST);
    await Promise.all([reconcileSites([]), reconcileSites([])]);
    expect(fake.registered).toEqual([
      {
        id: `site:${POST}`,
        matches: [POST],
        excludeMatches: [],
        js: ['content/in-camera.iife.js'],
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  });

  it('leaves the manifest’s own pages to its own scripts where all pages are allowed', async () => {
    fake.granted.push('https://*/*');
    await reconcileSites([]);
    expect(fake.registered.map(({ matches, excludeMatches }) => [matches, excludeMatches])).toEqual([
      [['https://*/*'], ['https://mail.google.com/*', 'https://zoom.us/*']],
    ]);
  });

  it('takes away what is withdrawn, mends what is wrong, and leaves what is not ours', async () => {
    fake.granted.push(POST);
    fake.registered = [
      { id: `site:${POST}`, matches: [POST], js: ['old.js'], allFrames: true, matchOriginAsFallback: true },
      { id: 'site:https://gone.example/*', matches: ['https://gone.example/*'], js: [] },
      { id: 'other', matches: ['https://other.example/*'], js: ['other.js'] },
    ];
    await reconcileSites([]);
    expect(ids().sort()).toEqual(['other', `site:${POST}`]);
    expect(fake.registered.find(({ id }) => id !== 'other')?.js).toEqual(['content/in-camera.iife.js']);
  });

  it('registers the others when the browser refuses one', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fake.granted.push('https://a.example/*', 'https://b.example/*');
    fake.unregistrable = ['https://a.example/*'];
    await reconcileSites([]);
    expect(ids()).toEqual(['site:https://b.example/*']);
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  it('counts a host as missing only when the browser neither names it nor says that it may be read', async () => {
    expect((await reconcileSites([])).missing).toEqual([]);
    // As in Chromium: named, and still not to be read by us.
    fake.readable = ['https://mail.google.com/*'];
    expect((await reconcileSites([])).missing).toEqual([]);
    fake.granted = ['https://mail.google.com/*'];
    expect((await reconcileSites([])).missing).toEqual(['https://zoom.us/*']);
  });

  it('says what is missing, and stores it for the popup', async () => {
    fake.granted = [];
    const access = {
      missing: ['https://mail.google.com/*', 'https://zoom.us/*'],
      asked: ['https://mail.example.gov/*'],
      wanted: ['https://mail.example.gov/*'],
    };
    expect(await reconcileSites(['https://mail.example.gov'])).toEqual(access);
    expect(await fake.storage.local.get('access')).toEqual({ access });
  });
});
