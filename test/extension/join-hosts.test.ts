import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { hostIsIn, hostMatches, plainHost } from '../../src/links/hosts.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { recognise } from '../../src/platforms/recognise.ts';

/**
 * On which pages the manifest lets the script of the platforms' own hosts in. This names the platform that was forgotten there; and the
 * page that nobody meets on, where it would have no business.
 */

const script = manifest.content_scripts.find(({ js }) => js.includes('content/join.iife.ts'));
if (script === undefined || !('exclude_matches' in script)) throw new Error('no script of the join pages');
const { matches, exclude_matches: excluded } = script;

/** As browsers read a match pattern (MDN, "Match patterns"): `*.` is the host below it and itself, `*` any part of path and query. */
function matchesPage(pattern: string, link: string): boolean {
  const url = new URL(link);
  const [, host = '', path = ''] = /^https:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const asked = plainHost(url);
  const onHost = hostMatches(asked, host) || (host.startsWith('*.') && asked === host.slice(2));
  const form = new RegExp(`^${path.split('*').map(escaped).join('.*')}$`);
  return url.protocol === 'https:' && onHost && form.test(url.pathname + url.search);
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const isMatched = (link: string): boolean =>
  matches.some((pattern) => matchesPage(pattern, link)) &&
  !excluded.some((pattern) => matchesPage(pattern, link));

/** Nothing is ever shown there: each sends the browser on, or answers no browser at all. */
const WITHOUT_PAGES = [
  // Google's short links.
  'g.co',
  // Telephone numbers of Google Meet; it joins nothing.
  'tel.meet',
  // An interface of Microsoft's scheduler; it joins nothing.
  'api.scheduler.teams.microsoft.com',
  // Discord's short links.
  'discord.gg',
  'www.discord.gg',
  // Google's short links for apps, which ended in 2025.
  'duo.app.goo.gl',
];
/** Hosts of the platforms' makers on which nobody meets. */
const OTHERS =
  /^(?:support|help|docs|blog|developers?|marketplace|events|status|api|cdn|signin|cloud|transcripts)\./;

const known = PLATFORMS.filter(({ hosts }) => hosts.length > 0);

describe.each(known.map((platform) => [platform.id, platform] as const))('%s', (_id, platform) => {
  const ownLinks = [...platform.examples, ...platform.counterexamples]
    .map(({ link }) => link)
    .filter((link) => URL.canParse(link) && new URL(link).protocol === 'https:');
  const joining = ownLinks.filter((link) => {
    const url = new URL(link);
    const found = recognise(url, []);
    return (
      found?.platform === platform && found.link.joins !== false && !hostIsIn(plainHost(url), WITHOUT_PAGES)
    );
  });

  it('has its join pages checked', () => {
    expect(joining.filter((link) => !isMatched(link))).toEqual([]);
  });

  it('has every host in the manifest', () => {
    const forgotten = platform.hosts
      .filter((host) => !WITHOUT_PAGES.includes(host))
      .map((host) => host.replace(/^\*\./, 'examplestad.'))
      .filter(
        (host) => !matches.some((pattern) => matchesPage(pattern, `https://${host}${pathOf(pattern)}`)),
      );
    expect(forgotten).toEqual([]);
  });

  it('is left alone elsewhere', () => {
    const elsewhere = ownLinks.filter((link) => {
      const host = plainHost(new URL(link));
      return OTHERS.test(host) || !hostIsIn(host, platform.hosts);
    });
    const others = elsewhere.filter((link) => recognise(new URL(link), []) === null);
    expect(others.filter(isMatched)).toEqual([]);
  });
});

/** A page that the pattern lets in on a host that it names. */
function pathOf(pattern: string): string {
  return pattern.replace(/^https:\/\/[^/]+/, '').replaceAll('*', 'x');
}

it('names no host that is no platform’s', () => {
  const hosts = known.flatMap((platform) => platform.hosts);
  const strange = matches.filter((pattern) => {
    const host = new URL(pattern.replace('*.', 'examplestad.')).hostname;
    const bare = host.replace(/^examplestad\./, '');
    return !hostIsIn(host, hosts) && !hostIsIn(bare, hosts);
  });
  expect(strange).toEqual([]);
});

it('asks for https alone, each page once, and for no host permission', () => {
  expect(
    [...matches, ...excluded].filter((pattern) => !/^https:\/\/(?:\*\.)?[\w.-]+\/[\w*/.-]*\*$/.test(pattern)),
  ).toEqual([]);
  expect(new Set(matches).size).toBe(matches.length);
  expect(manifest.host_permissions.filter((pattern) => matches.includes(pattern))).toEqual([]);
});

it('keeps none of the hosts away that it does not name', () => {
  const idle = excluded.filter((pattern) => {
    const page = `https://${pattern.slice('https://'.length).replace('*.', 'cdn.').replace(/\*$/, '')}`;
    return (
      !matches.some((each) => matchesPage(each, page)) &&
      !matches.some((each) => matchesPage(each, `${page}rooms/x`))
    );
  });
  expect(idle).toEqual([]);
});

it.each([
  'https://www.zoomland.example/j/84512345678',
  'https://zoom.us.evil.example/j/84512345678',
  'https://meet.google.com.evil.example/abc-defg-hij',
  'http://zoom.us/j/84512345678',
  'https://www.google.com/',
  'https://www.youtube.com/watch?v=AbCdEf12_-3',
  'https://examplestad.slack.com/archives/C02ABCDEFGH',
  'https://discord.com/developers/applications',
])('%s is none of our business', (link) => {
  expect(isMatched(link)).toBe(false);
});
