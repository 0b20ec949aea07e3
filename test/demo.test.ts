import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { items, pathOf, textOf } from '../demo/items.ts';
import { serveWebmail, type Webmail } from '../demo/server.ts';
import { missingPackages } from '../tools/installed.mjs';

describe('the demonstration mailbox', () => {
  it('has an address of its own for every item', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('shows mails, an event and a draft, with enough invitations and one mail without', () => {
    expect(items.filter(({ kind }) => kind === 'mail').length).toBeGreaterThanOrEqual(10);
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['event', 'draft']));
    expect(items.filter(({ platform }) => platform !== null).length).toBeGreaterThanOrEqual(8);
    expect(items.filter(({ platform }) => platform === null).length).toBeGreaterThan(0);
  });

  it('has a text for every item and no text without an item', async () => {
    const texts = await readdir(new URL('../demo/items/', import.meta.url));
    expect(texts.sort()).toEqual(items.map(({ id }) => `${id}.html`).sort());
  });

  it('invites with a real link of the platform it names', async () => {
    const hosts: Record<string, RegExp> = {
      zoom: /https:\/\/\w+\.zoom\.us\/(j|my)\//,
      webex: /https:\/\/[\w-]+\.webex\.com\/([\w-]+\/j\.php\?MTID=m[0-9a-f]{32}|meet\/)/,
      teams: /https(:\/\/|%3A%2F%2F)teams\.microsoft\.com(\/|%2F)(meet|l)(\/|%2F)/,
      meet: /https%3A%2F%2Fmeet\.google\.com%2F[a-z]{3}-[a-z]{4}-[a-z]{3}/,
      jitsi: /https:\/\/meet\.jit\.si\/\w+/,
    };
    for (const item of items) {
      const text = await textOf(item);
      // It shows a link of Zoom's, and opens another.
      if (item.id === 'lookalike') continue;
      for (const [platform, link] of Object.entries(hosts))
        expect(link.test(text), `${item.id}: a ${platform} link`).toBe(platform === item.platform);
    }
  });
});

describe('the demonstration webmail', () => {
  let webmail: Webmail;
  beforeAll(async () => {
    webmail = await serveWebmail();
  });
  afterAll(() => webmail.close());

  it('serves every item at its address, under a strict policy', async () => {
    for (const item of items) {
      const answer = await fetch(webmail.url + pathOf(item));
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'");
      expect(page).toContain(await textOf(item));
      expect(page).not.toMatch(/\sstyle=|\{\{|\son\w+=/);
    }
  });

  it('has nothing elsewhere, and takes another port when its own is taken', async () => {
    expect((await fetch(`${webmail.url}/mail/none`)).status).toBe(404);
    expect((await fetch(`${webmail.url}/items.ts`)).status).toBe(404);
    const second = await serveWebmail(Number(new URL(webmail.url).port));
    expect(second.url).not.toBe(webmail.url);
    await second.close();
  });
});

describe('missingPackages', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/vite/node_modules/zod': { version: '3.0.0' },
      'node_modules/@rolldown/binding-other': { version: '1.0.0', optional: true },
    },
  };

  it('is everything but the optional packages when nothing is installed', () => {
    expect(missingPackages(wanted, null)).toEqual(['node_modules/zod', 'node_modules/vite/node_modules/zod']);
  });

  it('is what has another version, wherever it stands', () => {
    const installed = {
      packages: {
        'node_modules/zod': { version: '4.6.7' },
        'node_modules/vite/node_modules/zod': { version: '3.0.1' },
      },
    };
    expect(missingPackages(wanted, installed)).toEqual(['node_modules/vite/node_modules/zod']);
  });

  it('is nothing when all is there, whatever else is', () => {
    const installed = { packages: { ...wanted.packages, 'node_modules/extra': { version: '1.0.0' } } };
    expect(missingPackages(wanted, installed)).toEqual([]);
  });
});
