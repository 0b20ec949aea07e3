import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { invitationPage } from '../../tools/pictures/invitation-page.ts';
import { LOOKS } from '../../tools/pictures/looks.ts';
import { widthOf } from '../../tools/pictures/png.ts';
import { caseFor } from '../../tools/pictures/rule-case.ts';
import { reviewCase } from '../rules/case.ts';

describe('what npm run pictures shows', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s speaks alone in its picture', (id, rule) => {
    const { invitation, policy } = caseFor(rule);
    const told = reviewCase({ ...invitation, policy }).findings.filter(({ level }) => level !== 'off');
    expect(new Set(told.map((finding) => finding.rule))).toEqual(new Set([id]));
  });

  it('is in every language that stands in _locales, and in every theme', () => {
    const names = LOOKS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(readdirSync('extension/public/_locales')));
    expect(names).toEqual(expect.arrayContaining(['dark', 'forced', 'narrow', 'rtl']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('is a page with the links where the invitation has them, and nothing of it as markup', () => {
    const page = invitationPage({
      title: '<b>Overleg</b>',
      text: 'Join here & now\nthen',
      anchors: [
        { href: 'https://zoom.us/j/84512345678?a="b', text: 'here', at: 5 },
        { href: 'https://example.org/', text: 'nowhere in it', at: 0 },
      ],
    });
    expect(page).toContain('&lt;b>Overleg');
    expect(page).toContain(
      '<p>Join <a href="https://zoom.us/j/84512345678?a=&quot;b">here</a> &amp; now<br>\nthen</p>',
    );
    expect(page).toContain('<a href="https://example.org/">nowhere in it</a>');
  });

  it('tells who is invited where a page of an event does', () => {
    const recipients = [{ name: 'Jo', address: 'jo@example.org' }];
    expect(invitationPage({ text: 'x', recipients })).toContain('href="mailto:jo@example.org"');
    expect(invitationPage({ text: 'x', recipients, surface: 'mail-write' })).toContain(
      'value="jo@example.org"',
    );
  });
});

it('reads how wide a PNG is', async () => {
  expect(await widthOf('extension/public/icons/48.png')).toBe(48);
});
