import { describe, expect, it } from 'vitest';
import { covers, hostOfPattern, patternOfPage, patternOfSite } from '../../extension/origins.ts';

it.each([
  ['https://mail.example.gov', 'https://mail.example.gov/*'],
  ['https://Mail.Example.gov/', 'https://mail.example.gov/*'],
  ['https://mail.example.gov:8443', 'https://mail.example.gov/*'],
  ['https://*.example.gov', 'https://*.example.gov/*'],
  ['https://10.0.0.7', 'https://10.0.0.7/*'],
  ['http://mail.example.gov', null],
  ['https://mail.example.gov/path', null],
  ['https://*', null],
  ['https://user@mail.example.gov', null],
  ['', null],
])('patternOfSite(%j) is %j', (site, pattern) => {
  expect(patternOfSite(site)).toBe(pattern);
});

it.each([
  ['https://mail.example.gov:8443/?_task=mail', 'https://mail.example.gov/*'],
  ['http://mail.example.gov/', null],
  ['about:blank', null],
  ['', null],
])('patternOfPage(%j) is %j', (address, pattern) => {
  expect(patternOfPage(address)).toBe(pattern);
});

describe('covers', () => {
  it.each([
    ['https://mail.example.gov/*', 'https://mail.example.gov/*'],
    ['https://*.example.gov/*', 'https://mail.example.gov/*'],
    ['https://*.example.gov/*', 'https://example.gov/*'],
    ['https://*.example.gov/*', 'https://*.mail.example.gov/*'],
    ['*://*/*', 'https://mail.example.gov/*'],
    ['<all_urls>', 'https://mail.example.gov/*'],
  ])('%s holds %s', (outer, inner) => {
    expect(covers(outer, inner)).toBe(true);
  });
  it.each([
    ['https://mail.example.gov/*', 'https://*.example.gov/*'],
    ['https://mail.example.gov/*', 'https://*.mail.example.gov/*'],
    ['https://*.example.gov/*', 'https://notexample.gov/*'],
    ['https://example.gov/*', 'https://mail.example.gov/*'],
    ['http://mail.example.gov/*', 'https://mail.example.gov/*'],
    ['nonsense', 'https://mail.example.gov/*'],
  ])('%s does not hold %s', (outer, inner) => {
    expect(covers(outer, inner)).toBe(false);
  });
});

it('hostOfPattern leaves what is no pattern as it is', () => {
  expect(hostOfPattern('https://*.example.gov/*')).toBe('*.example.gov');
  expect(hostOfPattern('nonsense')).toBe('nonsense');
});
